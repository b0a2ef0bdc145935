package nl.peildatum.query.api.known;

import nl.peildatum.query.api.StatusCode;
import org.jspecify.annotations.Nullable;

/** An action on a day, as far as it decides whether and where it counts. */
public interface Countable {

    /** The status, as the projections name it. */
    String status();

    /** The number of its line, where it has one. */
    @Nullable Integer line();

    /** Whether it is included in monitoring. */
    boolean included();

    /** Whether it was withdrawn. */
    default boolean withdrawn() {
        return status().equals(StatusCode.WITHDRAWN);
    }

    /** Whether it counts. */
    default boolean counts() {
        return included() && !withdrawn();
    }
}
