package nl.peildatum.command.action;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.peildatum.command.rules.Entries;
import nl.peildatum.command.rules.Entries.Entry;
import nl.peildatum.command.status.Standing;
import nl.peildatum.events.ActionEvent;
import nl.peildatum.events.ActionEvent.ActionBaselined;
import nl.peildatum.events.ActionEvent.ActionDelayed;
import nl.peildatum.events.ActionEvent.ActionEntryCorrected;
import nl.peildatum.events.ActionEvent.ActionEntryRetracted;
import nl.peildatum.events.ActionEvent.ActionFact;
import nl.peildatum.events.ActionEvent.ActionPlanned;
import nl.peildatum.events.ActionEvent.DelayRescheduled;
import nl.peildatum.events.ActionEvent.StatusChange;
import nl.peildatum.events.Status;
import org.jspecify.annotations.Nullable;

/** Everything that was recorded about an action, as it stands. */
public record ActionTimeline(Entries<ActionFact> recorded) {

    /** Nothing is recorded. */
    public static final ActionTimeline EMPTY = new ActionTimeline(Entries.none());

    /** The entries as they now read, in the order of the fold. */
    public List<Entry<ActionFact>> entries() {
        return recorded.standing();
    }

    /** After one event more; its journal number is null until it has been recorded. */
    public ActionTimeline with(@Nullable Long number, ActionEvent event) {
        return new ActionTimeline(
                switch (event) {
                    case ActionFact fact -> recorded.with(number, fact);
                    case ActionEntryCorrected correction -> recorded.with(number, correction);
                    case ActionEntryRetracted retraction -> recorded.with(number, retraction);
                });
    }

    /** With an event more that is yet to be recorded. */
    public ActionTimeline with(ActionEvent event) {
        return with(null, event);
    }

    /** How the action is at the end of a day, or empty before its first entry. */
    public Optional<ActionState> on(LocalDate day) {
        @Nullable ActionState state = null;
        for (Entry<ActionFact> entry : entries()) {
            if (entry.effectiveOn().isAfter(day)) {
                break;
            }
            state = next(state, entry.event());
        }
        return Optional.ofNullable(state);
    }

    private static @Nullable ActionState next(@Nullable ActionState state, ActionFact event) {
        if (state == null) {
            return event instanceof ActionPlanned plan ? ActionState.planned(plan) : null;
        }
        return state.evolve(event);
    }

    /** The entry that is not legal where it stands, if there is one; the first of them. */
    Optional<Entry<ActionFact>> firstIllegal() {
        @Nullable ActionState state = null;
        boolean moved = false;
        for (Entry<ActionFact> entry : entries()) {
            if (!isLegal(entry.event(), state, moved)) {
                return Optional.of(entry);
            }
            moved |= givesStatus(entry.event());
            state = next(state, entry.event());
        }
        return Optional.empty();
    }

    private static boolean isLegal(ActionFact event, @Nullable ActionState state, boolean moved) {
        if (state == null) {
            return event instanceof ActionPlanned;
        }
        return switch (event) {
            case ActionPlanned _ -> false;
            case ActionBaselined _ -> !moved;
            case StatusChange change -> StatusChanges.of(change).from(state.standing()).isPresent();
            case DelayRescheduled _ -> state.standing() == Standing.DELAYED;
            default -> true;
        };
    }

    private static boolean givesStatus(ActionFact event) {
        return event instanceof ActionBaselined || event instanceof StatusChange;
    }

    /** The day from which the delay is that is there on a day, if one is. */
    Optional<LocalDate> delayedOn(LocalDate day) {
        return entries().stream()
                .filter(entry -> !entry.effectiveOn().isAfter(day) && givesStatus(entry.event()))
                .reduce((_, later) -> later)
                .filter(
                        entry ->
                                switch (entry.event()) {
                                    case ActionDelayed _ -> true;
                                    case ActionBaselined base -> base.status() == Status.DELAYED;
                                    default -> false;
                                })
                .map(Entry::effectiveOn);
    }

    /** The expected completions that lie before the delay for which they hold. */
    List<Entry<ActionFact>> completedBeforeDelay() {
        return entries().stream()
                .filter(
                        entry ->
                                entry.event() instanceof DelayRescheduled change
                                        && isBeforeDelay(change, entry.effectiveOn()))
                .toList();
    }

    private boolean isBeforeDelay(DelayRescheduled change, LocalDate day) {
        LocalDate completion = change.expectedCompletion();
        return completion != null && delayedOn(day).filter(completion::isBefore).isPresent();
    }

    /** The first entry that gave the action a status of its own: a baseline or a move. */
    Optional<Entry<ActionFact>> firstWithStatus() {
        return entries().stream().filter(entry -> givesStatus(entry.event())).findFirst();
    }

    /** The first entry that rests on a plan or a baseline, if there is one. */
    Optional<Entry<ActionFact>> firstRestingOn(Entry<ActionFact> entry) {
        return switch (entry.event()) {
            case ActionPlanned _ ->
                    entries().stream().filter(other -> !other.equals(entry)).findFirst();
            case ActionBaselined _ ->
                    entries().stream()
                            .filter(other -> other.event() instanceof StatusChange)
                            .findFirst();
            default -> Optional.empty();
        };
    }
}
