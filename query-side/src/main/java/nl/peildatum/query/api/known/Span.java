package nl.peildatum.query.api.known;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that held on a range of days, with the knowledge of a range of journal numbers; each
 * range ends before its second value, or never where that is null.
 */
public interface Span {
    LocalDate from();

    @Nullable LocalDate to();

    long knownFrom();

    @Nullable Long knownTo();

    /** Whether it held on the day. */
    default boolean covers(LocalDate day) {
        LocalDate end = to();
        return !from().isAfter(day) && (end == null || end.isAfter(day));
    }

    /** Whether it was what was known up to the number. */
    default boolean isKnown(long upTo) {
        Long end = knownTo();
        return knownFrom() <= upTo && (end == null || end > upTo);
    }
}
