package nl.peildatum.query.api.known;

import nl.peildatum.query.api.StatusCode;
import org.jspecify.annotations.Nullable;

/** Where an action stands on a day: what decides whether and where it counts. */
public record Standing(
        String action,
        String status,
        @Nullable Integer line,
        boolean included,
        @Nullable String statusReason,
        @Nullable String exclusionReason) {

    /** Whether it was withdrawn. */
    public boolean withdrawn() {
        return status.equals(StatusCode.WITHDRAWN);
    }

    /** Whether it counts. */
    public boolean counts() {
        return included && !withdrawn();
    }
}
