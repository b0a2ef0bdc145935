package nl.peildatum.command.action;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import nl.peildatum.command.status.Standing;
import nl.peildatum.events.ActionEvent.ActionBaselined;
import nl.peildatum.events.ActionEvent.ActionDelayed;
import nl.peildatum.events.ActionEvent.ActionExcluded;
import nl.peildatum.events.ActionEvent.ActionExplained;
import nl.peildatum.events.ActionEvent.ActionFact;
import nl.peildatum.events.ActionEvent.ActionIncluded;
import nl.peildatum.events.ActionEvent.ActionLinked;
import nl.peildatum.events.ActionEvent.ActionMoved;
import nl.peildatum.events.ActionEvent.ActionPlanned;
import nl.peildatum.events.ActionEvent.ActionRelabelled;
import nl.peildatum.events.ActionEvent.ActionReordered;
import nl.peildatum.events.ActionEvent.ActionRescheduled;
import nl.peildatum.events.ActionEvent.ActionRetitled;
import nl.peildatum.events.ActionEvent.DelayRescheduled;
import nl.peildatum.events.ActionEvent.StatusChange;
import nl.peildatum.events.Link;
import org.jspecify.annotations.Nullable;

/** How an action is on one day: the outcome of the fold up to that day. */
public record ActionState(
        Standing standing,
        String reportLabel,
        @Nullable String title,
        @Nullable Integer line,
        SortedSet<Integer> executionYears,
        boolean included,
        @Nullable String exclusionReason,
        @Nullable Integer position,
        @Nullable String explanation,
        @Nullable LocalDate expectedCompletion,
        List<Link> links) {

    /** How the action is once it is planned. */
    static ActionState planned(ActionPlanned plan) {
        return new ActionState(
                Standing.NOT_STARTED,
                plan.reportLabel(),
                plan.title(),
                plan.line(),
                plan.executionYears(),
                plan.included(),
                plan.included() ? null : plan.exclusionReason(),
                plan.position(),
                plan.explanation(),
                null,
                List.of());
    }

    /** How the action is after an entry; a move the table does not know leaves the standing. */
    ActionState evolve(ActionFact event) {
        Draft next = new Draft(this);
        switch (event) {
            case ActionPlanned plan -> {
                return planned(plan);
            }
            case ActionBaselined e -> next.become(Standing.of(e.status()), null, e.explanation());
            case StatusChange e ->
                    next.become(
                            StatusChanges.of(e).from(standing).orElse(standing),
                            e instanceof ActionDelayed delay ? delay.expectedCompletion() : null,
                            e.explanation());
            case ActionExplained e -> next.explanation = e.explanation();
            case ActionRetitled e -> next.title = e.title();
            case ActionRelabelled e -> next.reportLabel = e.reportLabel();
            case ActionRescheduled e -> next.executionYears = e.executionYears();
            case DelayRescheduled e -> next.expectedCompletion = e.expectedCompletion();
            case ActionMoved e -> next.line = e.line();
            case ActionIncluded _ -> {
                next.included = true;
                next.exclusionReason = null;
            }
            case ActionExcluded e -> {
                next.included = false;
                next.exclusionReason = e.reason();
            }
            case ActionLinked e -> next.links = e.links();
            case ActionReordered e -> next.position = e.position();
        }
        return next.done();
    }

    /** A state while an entry changes it. */
    private static final class Draft {
        private Standing standing;
        private String reportLabel;
        private @Nullable String title;
        private @Nullable Integer line;
        private SortedSet<Integer> executionYears;
        private boolean included;
        private @Nullable String exclusionReason;
        private @Nullable Integer position;
        private @Nullable String explanation;
        private @Nullable LocalDate expectedCompletion;
        private List<Link> links;

        private Draft(ActionState from) {
            standing = from.standing;
            reportLabel = from.reportLabel;
            title = from.title;
            line = from.line;
            executionYears = from.executionYears;
            included = from.included;
            exclusionReason = from.exclusionReason;
            position = from.position;
            explanation = from.explanation;
            expectedCompletion = from.expectedCompletion;
            links = from.links;
        }

        private void become(Standing next, @Nullable LocalDate completion, @Nullable String given) {
            standing = next;
            expectedCompletion = completion;
            if (given != null) {
                explanation = given;
            }
        }

        private ActionState done() {
            return new ActionState(
                    standing,
                    reportLabel,
                    title,
                    line,
                    executionYears,
                    included,
                    exclusionReason,
                    position,
                    explanation,
                    expectedCompletion,
                    links);
        }
    }
}
