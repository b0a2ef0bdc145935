package nl.peildatum.query.checking;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check found.
 *
 * @param looked how many entries were recomputed
 * @param head the number of the last entry that was looked at, or of the one before the range
 * @param hash its hash; null where there is none
 * @param checkpoints how many stored checkpoints were compared
 * @param acts how many acts the entries were recorded in; null for the audit log
 * @param given the checkpoints that were given, and whether each still holds
 * @param total how many deviations there are, of which the first hundred are named
 */
record Outcome(
        Instant at,
        long from,
        long looked,
        long head,
        @Nullable String hash,
        int checkpoints,
        @Nullable Long acts,
        List<Compared> given,
        List<Deviation> deviations,
        long total) {

    /** A checkpoint that was given, and whether the entry with its hash is still there. */
    record Compared(long journaalnummer, String hash, boolean klopt) {}

    boolean inOrder() {
        return total == 0;
    }
}
