package nl.peildatum.query.api.signal;

import nl.peildatum.query.timeline.ActionState;
import nl.peildatum.query.timeline.Text;
import org.jspecify.annotations.Nullable;

/** What is known of an action, one thing at a time. */
enum Fact {
    STATUS,
    TITLE,
    LINE,
    YEARS,
    EXPLANATION,
    COMPLETION,
    INCLUDED,
    LABEL,
    LINKS;

    /** What it is. */
    @Nullable Object of(ActionState state) {
        return switch (this) {
            case STATUS -> state.status();
            case TITLE -> state.title();
            case LINE -> state.line();
            case YEARS -> state.executionYears();
            case EXPLANATION -> {
                Text explanation = state.explanation();
                yield explanation == null ? null : explanation.words();
            }
            case COMPLETION -> state.expectedCompletion();
            case INCLUDED -> state.included();
            case LABEL -> state.reportLabel();
            case LINKS -> state.links();
        };
    }

    /** What differs as soon as another entry gives it, be it the same. */
    @Nullable Object origin(@Nullable ActionState state) {
        return switch (this) {
            case STATUS -> state == null ? null : state.statusEntry();
            case EXPLANATION -> state == null ? null : state.explanation();
            default -> state == null ? null : of(state);
        };
    }
}
