package nl.peildatum.query.api.known;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line as it is defined on a range of both times.
 *
 * @param entry the number of the entry that gave this content
 */
public record LineSpan(
        int line,
        String title,
        int position,
        long entry,
        LocalDate from,
        @Nullable LocalDate to,
        long knownFrom,
        @Nullable Long knownTo)
        implements Span {}
