package nl.peildatum.query.proof;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The part of a journal that a proof is about, both numbers included.
 *
 * @param head the number of the journal's last entry
 * @param previousHash the hash of the entry before the first one
 * @param reportDate the report it is about, or null
 */
record Extent(
        String programme,
        long from,
        long upTo,
        long head,
        String previousHash,
        @Nullable LocalDate reportDate) {

    /** What its file is called. */
    String fileName() {
        return reportDate == null
                ? "bewijs-%s-%d-%d.zip".formatted(programme, from, upTo)
                : "bewijs-%s-rapportage-%s.zip".formatted(programme, reportDate);
    }
}
