package nl.peildatum.command.action;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.peildatum.command.status.Move;
import nl.peildatum.command.status.Standing;
import nl.peildatum.events.ActionEvent;
import nl.peildatum.events.ActionEvent.ActionBaselined;
import nl.peildatum.events.ActionEvent.ActionPlanned;
import nl.peildatum.events.ActionEvent.DelayRescheduled;
import nl.peildatum.events.ActionEvent.StatusChange;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was recorded about an action, in the order of the fold: by effective date, and on
 * one date in the order of recording.
 */
public record ActionTimeline(List<Entry> entries) {

    /** Nothing is recorded. */
    public static final ActionTimeline EMPTY = new ActionTimeline(List.of());

    /** An event with its journal number, which is null until it has been recorded. */
    public record Entry(@Nullable Long number, ActionEvent event) {

        /** The date from which it holds. */
        public LocalDate effectiveOn() {
            return event.basis().effectiveOn();
        }
    }

    public ActionTimeline {
        entries = List.copyOf(entries);
    }

    /** With one entry more, recorded after all that are here. */
    public ActionTimeline with(Entry entry) {
        int place = entries.size();
        while (place > 0 && entries.get(place - 1).effectiveOn().isAfter(entry.effectiveOn())) {
            place--;
        }
        List<Entry> more = new ArrayList<>(entries);
        more.add(place, entry);
        return new ActionTimeline(more);
    }

    /** With an event more that is yet to be recorded. */
    public ActionTimeline with(ActionEvent event) {
        return with(new Entry(null, event));
    }

    /** How the action is at the end of a day, or empty before its first entry. */
    public Optional<ActionState> on(LocalDate day) {
        @Nullable ActionState state = null;
        for (Entry entry : entries) {
            if (entry.effectiveOn().isAfter(day)) {
                break;
            }
            state = next(state, entry.event());
        }
        return Optional.ofNullable(state);
    }

    private static @Nullable ActionState next(@Nullable ActionState state, ActionEvent event) {
        if (state == null) {
            return event instanceof ActionPlanned plan ? ActionState.planned(plan) : null;
        }
        return state.evolve(event);
    }

    /** The entry that is not legal where it stands, if there is one; the first of them. */
    Optional<Entry> firstIllegal() {
        @Nullable ActionState state = null;
        boolean moved = false;
        for (Entry entry : entries) {
            if (!isLegal(entry.event(), state, moved)) {
                return Optional.of(entry);
            }
            moved |= givesStatus(entry.event());
            state = next(state, entry.event());
        }
        return Optional.empty();
    }

    private static boolean isLegal(ActionEvent event, @Nullable ActionState state, boolean moved) {
        if (state == null) {
            return event instanceof ActionPlanned;
        }
        return switch (event) {
            case ActionPlanned _ -> false;
            case ActionBaselined _ -> !moved;
            case StatusChange change -> Move.of(change).from(state.standing()).isPresent();
            case DelayRescheduled _ -> state.standing() == Standing.DELAYED;
            default -> true;
        };
    }

    private static boolean givesStatus(ActionEvent event) {
        return event instanceof ActionBaselined || event instanceof StatusChange;
    }

    /** The first entry that gave the action a status of its own: a baseline or a move. */
    Optional<Entry> firstWithStatus() {
        return entries.stream().filter(entry -> givesStatus(entry.event())).findFirst();
    }
}
