package nl.peildatum.query.api.trail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import nl.peildatum.api.Today;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it was recorded, and as it reads on a cut.
 *
 * @param effectiveNow the day from which it holds with every correction
 * @param endedAs the kind of the entry that put an end to what it says
 */
record Row(
        long number,
        UUID id,
        String kind,
        @Nullable String action,
        @Nullable String fromStatus,
        @Nullable String toStatus,
        LocalDate effectiveOn,
        LocalDate effectiveNow,
        Instant recordedAt,
        String actor,
        @Nullable String reason,
        @Nullable String explanation,
        @Nullable String source,
        String sentence,
        @Nullable Long refersTo,
        @Nullable Long endedBy,
        @Nullable String endedAs,
        String hash) {

    /** The code of what takes an entry back. */
    private static final String RETRACTION = "RETRACTIE";

    /** Whether it was not retracted. */
    boolean stands() {
        return !RETRACTION.equals(endedAs);
    }

    /** How many days after the date it was recorded with, Europe/Amsterdam; 0 on time. */
    long daysLate() {
        LocalDate day = LocalDate.ofInstant(recordedAt, Today.AMSTERDAM);
        return Math.max(0, ChronoUnit.DAYS.between(effectiveOn, day));
    }
}
