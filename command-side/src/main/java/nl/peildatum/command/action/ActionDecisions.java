package nl.peildatum.command.action;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import nl.peildatum.command.Entries.Entry;
import nl.peildatum.command.EntryChecks;
import nl.peildatum.command.Refusal;
import nl.peildatum.command.Refusal.Subject;
import nl.peildatum.command.Refused;
import nl.peildatum.command.action.ActionCommand.BaselineAction;
import nl.peildatum.command.action.ActionCommand.ChangeStatus;
import nl.peildatum.command.action.ActionCommand.CompleteAction;
import nl.peildatum.command.action.ActionCommand.CorrectEntry;
import nl.peildatum.command.action.ActionCommand.ExcludeAction;
import nl.peildatum.command.action.ActionCommand.ExplainAction;
import nl.peildatum.command.action.ActionCommand.IncludeAction;
import nl.peildatum.command.action.ActionCommand.LinkAction;
import nl.peildatum.command.action.ActionCommand.MakeFinite;
import nl.peildatum.command.action.ActionCommand.MakeOngoing;
import nl.peildatum.command.action.ActionCommand.MarkDelayed;
import nl.peildatum.command.action.ActionCommand.MoveAction;
import nl.peildatum.command.action.ActionCommand.OrderAction;
import nl.peildatum.command.action.ActionCommand.PlanAction;
import nl.peildatum.command.action.ActionCommand.ReopenAction;
import nl.peildatum.command.action.ActionCommand.RescheduleAction;
import nl.peildatum.command.action.ActionCommand.RescheduleDelay;
import nl.peildatum.command.action.ActionCommand.ResumeSchedule;
import nl.peildatum.command.action.ActionCommand.RetitleAction;
import nl.peildatum.command.action.ActionCommand.RetractEntry;
import nl.peildatum.command.action.ActionCommand.StartAction;
import nl.peildatum.command.action.ActionCommand.WithdrawAction;
import nl.peildatum.command.status.Move;
import nl.peildatum.command.status.Standing;
import nl.peildatum.events.ActionEvent;
import nl.peildatum.events.ActionEvent.ActionBaselined;
import nl.peildatum.events.ActionEvent.ActionCompleted;
import nl.peildatum.events.ActionEvent.ActionDelayed;
import nl.peildatum.events.ActionEvent.ActionEntryCorrected;
import nl.peildatum.events.ActionEvent.ActionEntryRetracted;
import nl.peildatum.events.ActionEvent.ActionExcluded;
import nl.peildatum.events.ActionEvent.ActionExplained;
import nl.peildatum.events.ActionEvent.ActionFact;
import nl.peildatum.events.ActionEvent.ActionIncluded;
import nl.peildatum.events.ActionEvent.ActionLinked;
import nl.peildatum.events.ActionEvent.ActionMadeFinite;
import nl.peildatum.events.ActionEvent.ActionMadeOngoing;
import nl.peildatum.events.ActionEvent.ActionMoved;
import nl.peildatum.events.ActionEvent.ActionPlanned;
import nl.peildatum.events.ActionEvent.ActionReopened;
import nl.peildatum.events.ActionEvent.ActionReordered;
import nl.peildatum.events.ActionEvent.ActionRescheduled;
import nl.peildatum.events.ActionEvent.ActionResumed;
import nl.peildatum.events.ActionEvent.ActionRetitled;
import nl.peildatum.events.ActionEvent.ActionStarted;
import nl.peildatum.events.ActionEvent.ActionWithdrawn;
import nl.peildatum.events.ActionEvent.DelayRescheduled;
import nl.peildatum.events.ActionEvent.StatusChange;
import nl.peildatum.events.Event;

/** Decides on commands about an action. */
public final class ActionDecisions {

    private ActionDecisions() {}

    /**
     * The event that a command leads to, or empty where nothing changes.
     *
     * @param today the date in Europe/Amsterdam; no effective date lies after it
     * @throws Refused when the rules, or the action's timeline as a whole, do not allow it
     */
    public static Optional<ActionEvent> decide(
            ActionTimeline timeline, ActionCommand command, LocalDate today) {
        LocalDate day = command.basis().effectiveOn();
        String code = command.action().code();
        if (day.isAfter(today)) {
            throw new Refused(new Refusal.InFuture(day, today));
        }
        if (command instanceof PlanAction plan) {
            refuseIf(
                    !timeline.entries().isEmpty(), new Refusal.AlreadyExists(Subject.ACTION, code));
            return Optional.of(event(plan));
        }
        if (command instanceof CorrectEntry correct) {
            return correct(timeline, correct, today);
        }
        if (command instanceof RetractEntry retract) {
            return Optional.of(retract(timeline, retract));
        }
        refuseIf(timeline.entries().isEmpty(), new Refusal.Unknown(Subject.ACTION, code));
        ActionState state =
                timeline.on(day)
                        .orElseThrow(
                                () ->
                                        new Refused(
                                                new Refusal.NotYetRecorded(
                                                        Subject.ACTION,
                                                        code,
                                                        day,
                                                        timeline.entries()
                                                                .getFirst()
                                                                .effectiveOn())));
        ActionFact event = event(command);
        refuseUnlessItFits(timeline, state, event);
        return changes(event, state) ? Optional.of(event) : Optional.empty();
    }

    private static Optional<ActionEvent> correct(
            ActionTimeline timeline, CorrectEntry command, LocalDate today) {
        Entry<ActionFact> before = EntryChecks.standing(timeline.recorded(), command.entry());
        ActionEntryCorrected event =
                new ActionEntryCorrected(
                        command.action(),
                        command.entry(),
                        command.as(),
                        command.basis(),
                        command.reason(),
                        command.entryReason(),
                        command.entryExplanation(),
                        command.entryExclusionReason());
        Event after = EntryChecks.corrected(before, event);
        EntryChecks.refuseFuture(after, today);
        refuseIf(
                after instanceof StatusChange change
                        && Move.of(change).needsReason()
                        && after.reason() == null,
                new Refusal.ReasonNeeded(command.entry()));
        EntryChecks.refuseIfUnfit(command.entry(), timeline.with(event).firstIllegal());
        return after.equals(before.event()) ? Optional.empty() : Optional.of(event);
    }

    private static ActionEvent retract(ActionTimeline timeline, RetractEntry command) {
        Entry<ActionFact> gone = EntryChecks.standing(timeline.recorded(), command.entry());
        timeline.firstRestingOn(gone)
                .ifPresent(
                        resting -> {
                            throw new Refused(
                                    new Refusal.RestsOn(
                                            command.entry(), resting.number(), resting.event()));
                        });
        ActionEntryRetracted event =
                new ActionEntryRetracted(
                        command.action(), command.entry(), command.basis(), command.reason());
        EntryChecks.refuseIfUnfit(command.entry(), timeline.with(event).firstIllegal());
        return event;
    }

    private static void refuseUnlessItFits(
            ActionTimeline timeline, ActionState state, ActionFact event) {
        String code = event.action().code();
        LocalDate day = event.basis().effectiveOn();
        switch (event) {
            case ActionBaselined _ ->
                    timeline.firstWithStatus()
                            .ifPresent(
                                    first -> {
                                        throw new Refused(
                                                new Refusal.AlreadyHasStatus(
                                                        code, first.number(), first.effectiveOn()));
                                    });
            case StatusChange change ->
                    refuseIf(
                            Move.of(change).from(state.standing()).isEmpty(),
                            new Refusal.IllegalMove(
                                    code,
                                    Move.of(change),
                                    state.standing(),
                                    day,
                                    allowed(timeline, state, event)));
            case DelayRescheduled _ ->
                    refuseIf(
                            state.standing() != Standing.DELAYED,
                            new Refusal.NotDelayed(code, day));
            default -> {}
        }
        timeline.with(event)
                .firstIllegal()
                .ifPresent(
                        illegal -> {
                            throw new Refused(
                                    new Refusal.Contradicts(
                                            code,
                                            illegal.number(),
                                            illegal.event(),
                                            illegal.effectiveOn(),
                                            allowed(timeline, state, event)));
                        });
    }

    private static boolean changes(ActionFact event, ActionState state) {
        return switch (event) {
            case ActionBaselined _, StatusChange _ -> true;
            // Saying it again without a reason takes away no reason that was given.
            case ActionExcluded excluded when excluded.reason() == null -> state.included();
            default -> !state.evolve(event).equals(state);
        };
    }

    /** The moves that would be legal in the place of an event, with all that follows. */
    private static Set<Move> allowed(
            ActionTimeline timeline, ActionState state, ActionFact instead) {
        Set<Move> allowed = EnumSet.noneOf(Move.class);
        for (Move move : Move.allowedFrom(state.standing())) {
            if (timeline.with(probe(move, instead)).firstIllegal().isEmpty()) {
                allowed.add(move);
            }
        }
        return allowed;
    }

    private static ActionFact probe(Move move, ActionFact at) {
        var action = at.action();
        var basis = at.basis();
        return switch (move) {
            case START -> new ActionStarted(action, basis, null, null);
            case DELAY -> new ActionDelayed(action, null, basis, null, null);
            case RESUME -> new ActionResumed(action, basis, null, null);
            case MAKE_ONGOING -> new ActionMadeOngoing(action, basis, null, null);
            case MAKE_FINITE -> new ActionMadeFinite(action, basis, null, null);
            case COMPLETE -> new ActionCompleted(action, basis, null, null);
            case REOPEN -> new ActionReopened(action, basis, null, null);
            case WITHDRAW -> new ActionWithdrawn(action, basis, null, null);
        };
    }

    private static ActionFact event(ActionCommand command) {
        return switch (command) {
            case PlanAction c ->
                    new ActionPlanned(
                            c.action(),
                            c.reportLabel(),
                            c.title(),
                            c.line(),
                            c.executionYears(),
                            c.included(),
                            c.exclusionReason(),
                            c.position(),
                            c.basis(),
                            c.reason(),
                            c.explanation());
            case BaselineAction c ->
                    new ActionBaselined(
                            c.action(), c.status(), c.basis(), c.reason(), c.explanation());
            case ChangeStatus c -> change(c);
            case ExplainAction c ->
                    new ActionExplained(c.action(), c.basis(), c.reason(), c.explanation());
            case RetitleAction c ->
                    new ActionRetitled(c.action(), c.title(), c.basis(), c.reason());
            case RescheduleAction c ->
                    new ActionRescheduled(c.action(), c.executionYears(), c.basis(), c.reason());
            case RescheduleDelay c ->
                    new DelayRescheduled(c.action(), c.expectedCompletion(), c.basis(), c.reason());
            case MoveAction c -> new ActionMoved(c.action(), c.line(), c.basis(), c.reason());
            case IncludeAction c -> new ActionIncluded(c.action(), c.basis(), c.reason());
            case ExcludeAction c -> new ActionExcluded(c.action(), c.basis(), c.reason());
            case LinkAction c -> new ActionLinked(c.action(), c.links(), c.basis(), c.reason());
            case OrderAction c ->
                    new ActionReordered(c.action(), c.position(), c.basis(), c.reason());
            case CorrectEntry _, RetractEntry _ ->
                    throw new IllegalArgumentException("about an entry: " + command);
        };
    }

    private static StatusChange change(ChangeStatus command) {
        return switch (command) {
            case StartAction c ->
                    new ActionStarted(c.action(), c.basis(), c.reason(), c.explanation());
            case MarkDelayed c ->
                    new ActionDelayed(
                            c.action(),
                            c.expectedCompletion(),
                            c.basis(),
                            c.reason(),
                            c.explanation());
            case ResumeSchedule c ->
                    new ActionResumed(c.action(), c.basis(), c.reason(), c.explanation());
            case MakeOngoing c ->
                    new ActionMadeOngoing(c.action(), c.basis(), c.reason(), c.explanation());
            case MakeFinite c ->
                    new ActionMadeFinite(c.action(), c.basis(), c.reason(), c.explanation());
            case CompleteAction c ->
                    new ActionCompleted(c.action(), c.basis(), c.reason(), c.explanation());
            case ReopenAction c ->
                    new ActionReopened(c.action(), c.basis(), c.reason(), c.explanation());
            case WithdrawAction c ->
                    new ActionWithdrawn(c.action(), c.basis(), c.reason(), c.explanation());
        };
    }

    private static void refuseIf(boolean so, Refusal refusal) {
        if (so) {
            throw new Refused(refusal);
        }
    }
}
