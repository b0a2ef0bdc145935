package nl.peildatum.query.api.dashboard;

import nl.peildatum.query.api.known.Countable;
import org.jspecify.annotations.Nullable;

/** How many actions of a line, or of none, have a status, as the projections name it. */
public record LineCount(@Nullable Integer line, String status, int actions) {

    /** One action, or none where it does not count. */
    public static LineCount of(Countable action) {
        return new LineCount(action.line(), action.status(), action.counts() ? 1 : 0);
    }
}
