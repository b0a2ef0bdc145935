package nl.peildatum.query.api.cut;

import java.time.Instant;
import java.time.LocalDate;
import nl.peildatum.eventstore.Act;
import org.jspecify.annotations.Nullable;

/**
 * The cut an answer is about: the report date, and up to which journal number recorded knowledge
 * was used.
 *
 * @param knownAt when entry {@code knownUpTo} was recorded; null before the first entry
 * @param inside the act of which entry {@code knownUpTo} is not the last; null for whole acts
 */
public record Cut(
        String programme,
        LocalDate reportDate,
        long knownUpTo,
        @Nullable Instant knownAt,
        @Nullable Act inside) {

    /** A cut after a whole act. */
    public Cut(String programme, LocalDate reportDate, long knownUpTo, @Nullable Instant knownAt) {
        this(programme, reportDate, knownUpTo, knownAt, null);
    }

    /** The act of which only a part is known, as it is said; null for whole acts. */
    public @Nullable ActShown actInPart() {
        return inside == null ? null : ActShown.of(inside);
    }
}
