package nl.peildatum.command.action;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import nl.peildatum.command.status.Move;
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
        return switch (event) {
            case ActionPlanned plan -> planned(plan);
            case ActionBaselined e ->
                    standing(Standing.of(e.status()), null).explained(e.explanation());
            case StatusChange e ->
                    standing(
                                    Move.of(e).from(standing).orElse(standing),
                                    e instanceof ActionDelayed delay
                                            ? delay.expectedCompletion()
                                            : null)
                            .explained(e.explanation());
            case ActionExplained e -> explanation(e.explanation());
            case ActionRetitled e ->
                    new ActionState(
                            standing,
                            reportLabel,
                            e.title(),
                            line,
                            executionYears,
                            included,
                            exclusionReason,
                            position,
                            explanation,
                            expectedCompletion,
                            links);
            case ActionRescheduled e ->
                    new ActionState(
                            standing,
                            reportLabel,
                            title,
                            line,
                            e.executionYears(),
                            included,
                            exclusionReason,
                            position,
                            explanation,
                            expectedCompletion,
                            links);
            case DelayRescheduled e -> standing(standing, e.expectedCompletion());
            case ActionMoved e ->
                    new ActionState(
                            standing,
                            reportLabel,
                            title,
                            e.line(),
                            executionYears,
                            included,
                            exclusionReason,
                            position,
                            explanation,
                            expectedCompletion,
                            links);
            case ActionIncluded _ -> included(true, null);
            case ActionExcluded e -> included(false, e.reason());
            case ActionLinked e ->
                    new ActionState(
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
                            e.links());
            case ActionReordered e ->
                    new ActionState(
                            standing,
                            reportLabel,
                            title,
                            line,
                            executionYears,
                            included,
                            exclusionReason,
                            e.position(),
                            explanation,
                            expectedCompletion,
                            links);
        };
    }

    private ActionState standing(Standing next, @Nullable LocalDate completion) {
        return new ActionState(
                next,
                reportLabel,
                title,
                line,
                executionYears,
                included,
                exclusionReason,
                position,
                explanation,
                completion,
                links);
    }

    private ActionState explained(@Nullable String given) {
        return given == null ? this : explanation(given);
    }

    private ActionState explanation(@Nullable String text) {
        return new ActionState(
                standing,
                reportLabel,
                title,
                line,
                executionYears,
                included,
                exclusionReason,
                position,
                text,
                expectedCompletion,
                links);
    }

    private ActionState included(boolean now, @Nullable String why) {
        return new ActionState(
                standing,
                reportLabel,
                title,
                line,
                executionYears,
                now,
                why,
                position,
                explanation,
                expectedCompletion,
                links);
    }
}
