package nl.peildatum.query.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import nl.peildatum.events.Event;
import org.jspecify.annotations.Nullable;

/**
 * The history of one thing as a set of entries tells it, in the order in which they hold: by
 * effective date, and on the same date by journal number, each as it stands with its corrections.
 *
 * @param steps every entry that stands with what held before and after it, in that order
 */
public record Timeline<E extends Event, S>(List<Step<E, S>> steps) {

    /** An entry with the state before it, null before the first, and the state after it. */
    public record Step<E extends Event, S>(StandingEntry<E> entry, @Nullable S before, S after) {}

    /** A state that holds on every day from the first, until but not on the other; null is open. */
    public record Segment<S>(LocalDate from, @Nullable LocalDate until, S state) {}

    /** How a state follows from the one before it. */
    @FunctionalInterface
    interface Evolution<E extends Event, S> {
        S evolve(@Nullable S before, StandingEntry<E> entry);
    }

    public Timeline {
        steps = List.copyOf(steps);
    }

    static <E extends Event, S> Timeline<E, S> of(
            Collection<StandingEntry<E>> entries, Evolution<E, S> evolution) {
        List<StandingEntry<E>> inOrder = new ArrayList<>(entries);
        inOrder.sort(
                Comparator.<StandingEntry<E>, LocalDate>comparing(StandingEntry::effectiveOn)
                        .thenComparing(StandingEntry::number));
        List<Step<E, S>> steps = new ArrayList<>();
        S state = null;
        for (StandingEntry<E> entry : inOrder) {
            S after = evolution.evolve(state, entry);
            steps.add(new Step<>(entry, state, after));
            state = after;
        }
        return new Timeline<>(steps);
    }

    /** What held at the end of each day: without overlap or hole, equal neighbours as one. */
    public List<Segment<S>> segments() {
        List<Segment<S>> segments = new ArrayList<>();
        for (Step<E, S> step : steps) {
            LocalDate from = step.entry().effectiveOn();
            if (!segments.isEmpty() && segments.getLast().from().equals(from)) {
                segments.removeLast();
            }
            if (!segments.isEmpty()) {
                Segment<S> last = segments.removeLast();
                if (last.state().equals(step.after())) {
                    segments.add(new Segment<>(last.from(), null, last.state()));
                    continue;
                }
                segments.add(new Segment<>(last.from(), from, last.state()));
            }
            segments.add(new Segment<>(from, null, step.after()));
        }
        return List.copyOf(segments);
    }

    /** What holds with everything told, or null before the first entry. */
    public @Nullable S latest() {
        return steps.isEmpty() ? null : steps.getLast().after();
    }
}
