package nl.peildatum.query.api.difference;

import java.util.Optional;
import nl.peildatum.query.cause.Causes;
import nl.peildatum.reportform.OverviewV1;
import org.jspecify.annotations.Nullable;

/** In what respect two states differ. */
enum Measure {
    /** In status, whether or not the action counts. */
    STATUS,
    /** In the line it counts under, whether or not it counts. */
    LINE,
    /** In whether it counts. */
    COUNTING;

    @Nullable Object of(@Nullable State state) {
        return switch (this) {
            case STATUS -> state == null ? null : state.span().status();
            case LINE -> state == null ? null : state.line();
            case COUNTING -> State.placeOf(state) != null;
        };
    }

    /** The same, of an action in an overview. */
    Causes.Reading reading(String action) {
        return overview ->
                overview.acties().stream()
                        .filter(one -> one.actie().equals(action))
                        .findAny()
                        .map(one -> read(overview, one))
                        .orElse(this == COUNTING ? false : null);
    }

    private Object read(OverviewV1 overview, OverviewV1.Action action) {
        return switch (this) {
            case STATUS -> action.status();
            case LINE ->
                    Optional.ofNullable(action.actielijn())
                            .filter(
                                    line ->
                                            overview.actielijnen().stream()
                                                    .anyMatch(one -> one.nummer() == line));
            case COUNTING -> action.opgenomen() && !action.status().equals("VERVALLEN");
        };
    }
}
