package nl.peildatum.query.api.known;

import org.jspecify.annotations.Nullable;

/** Where an action stands on a day: what decides whether and where it counts. */
public record CountableAction(
        String action,
        String status,
        @Nullable Integer line,
        boolean included,
        @Nullable String statusReason,
        @Nullable String exclusionReason)
        implements Countable {}
