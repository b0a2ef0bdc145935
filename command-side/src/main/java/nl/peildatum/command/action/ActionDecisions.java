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
import nl.peildatum.command.action.ActionCommand.CorrectEntry;
import nl.peildatum.command.action.ActionCommand.PlanAction;
import nl.peildatum.command.action.ActionCommand.RetractEntry;
import nl.peildatum.command.status.Move;
import nl.peildatum.command.status.Standing;
import nl.peildatum.events.ActionEvent;
import nl.peildatum.events.ActionEvent.ActionBaselined;
import nl.peildatum.events.ActionEvent.ActionEntryCorrected;
import nl.peildatum.events.ActionEvent.ActionEntryRetracted;
import nl.peildatum.events.ActionEvent.ActionExcluded;
import nl.peildatum.events.ActionEvent.ActionFact;
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
            return Optional.of(plan.event());
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
        ActionFact event = (ActionFact) command.event();
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
                        && StatusChanges.of(change).needsReason()
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
                            StatusChanges.of(change).from(state.standing()).isEmpty(),
                            new Refusal.IllegalMove(
                                    code,
                                    StatusChanges.of(change),
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
            if (timeline.with(
                            StatusChanges.command(
                                            move,
                                            instead.action(),
                                            instead.basis(),
                                            null,
                                            null,
                                            null)
                                    .event())
                    .firstIllegal()
                    .isEmpty()) {
                allowed.add(move);
            }
        }
        return allowed;
    }

    private static void refuseIf(boolean so, Refusal refusal) {
        if (so) {
            throw new Refused(refusal);
        }
    }
}
