package nl.peildatum.query.api.known;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What decides whether and where an action counts, and why, on a range of both times. */
public record ActionSpan(
        String action,
        LocalDate from,
        @Nullable LocalDate to,
        long knownFrom,
        @Nullable Long knownTo,
        String status,
        long statusEntry,
        @Nullable String statusReason,
        @Nullable Integer line,
        boolean included,
        @Nullable String exclusionReason)
        implements Span, Countable {}
