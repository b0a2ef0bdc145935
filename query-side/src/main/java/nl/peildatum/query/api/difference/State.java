package nl.peildatum.query.api.difference;

import nl.peildatum.query.api.StatusCode;
import nl.peildatum.query.api.known.ActionSpan;
import nl.peildatum.query.api.known.LineSpan;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an action on a day.
 *
 * @param defined its line, where it has one that is defined on the day
 */
record State(ActionSpan span, @Nullable LineSpan defined) {

    /** The line it counts under; null where it has none or that is not defined on the day. */
    @Nullable Integer line() {
        return defined == null ? null : (Integer) defined.line();
    }

    StatusCode status() {
        return StatusCode.of(span.status());
    }

    /** Where it counts, or null where it does not. */
    @Nullable Place place() {
        return span.counts() ? new Place(status(), line()) : null;
    }

    /** Where an action counts that may have no state. */
    static @Nullable Place placeOf(@Nullable State state) {
        return state == null ? null : state.place();
    }
}
