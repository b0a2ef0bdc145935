package nl.peildatum.query.api.difference;

import org.jspecify.annotations.Nullable;

/** In what respect two states differ. */
enum Measure {
    /** In status, whether or not the action counts. */
    STATUS,
    /** In the line it counts under, whether or not it counts. */
    LINE,
    /** In where it counts. */
    PLACE,
    /** In whether it counts. */
    COUNTING;

    @Nullable Object of(@Nullable State state) {
        return switch (this) {
            case STATUS -> state == null ? null : state.span().status();
            case LINE -> state == null ? null : state.line();
            case PLACE -> State.placeOf(state);
            case COUNTING -> State.placeOf(state) != null;
        };
    }
}
