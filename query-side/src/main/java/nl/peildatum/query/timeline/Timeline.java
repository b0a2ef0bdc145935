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
 * @param earlier what held before the steps, of which at least the last two are there; empty where
 *     the steps are all there are
 * @param reached the date of the last entry before the steps, or null
 * @param steps every entry that stands with what held before and after it, in that order
 */
public record Timeline<E extends Event, S>(
        List<Segment<S>> earlier, @Nullable LocalDate reached, List<Step<E, S>> steps) {

    /**
     * An entry with the state before it, null before the first, and the state after it.
     *
     * @param from the first day on which it holds
     */
    public record Step<E extends Event, S>(
            LocalDate from, StandingEntry<E> entry, @Nullable S before, S after) {}

    /** A state that holds on every day from the first, until but not on the other; null is open. */
    public record Segment<S>(LocalDate from, @Nullable LocalDate until, S state) {}

    /** How a state follows from the one before it. */
    @FunctionalInterface
    interface Evolution<E extends Event, S> {
        S evolve(@Nullable S before, StandingEntry<E> entry);

        /** The first day on which an entry holds. */
        default LocalDate from(StandingEntry<E> entry) {
            return entry.effectiveOn();
        }
    }

    public Timeline {
        earlier = List.copyOf(earlier);
        steps = List.copyOf(steps);
    }

    /** Before anything was recorded. */
    public static <E extends Event, S> Timeline<E, S> empty() {
        return new Timeline<>(List.of(), null, List.of());
    }

    static <E extends Event, S> Timeline<E, S> of(
            Collection<StandingEntry<E>> entries, Evolution<E, S> evolution) {
        List<StandingEntry<E>> inOrder = new ArrayList<>(entries);
        inOrder.sort(
                Comparator.<StandingEntry<E>, LocalDate>comparing(evolution::from)
                        .thenComparing(StandingEntry::number));
        return Timeline.<E, S>empty().with(inOrder, evolution);
    }

    /** With entries that hold after all others, in the order in which they do. */
    Timeline<E, S> with(List<StandingEntry<E>> more, Evolution<E, S> evolution) {
        List<Step<E, S>> all = new ArrayList<>(steps);
        S state = latest();
        for (StandingEntry<E> entry : more) {
            S after = evolution.evolve(state, entry);
            all.add(new Step<>(evolution.from(entry), entry, state, after));
            state = after;
        }
        return new Timeline<>(earlier, reached, all);
    }

    /** Whether an entry that is recorded after all others also holds after all others. */
    boolean endsBefore(LocalDate effectiveOn) {
        LocalDate last = lastDate();
        return last == null || !effectiveOn.isBefore(last);
    }

    /** As much of it as matters to an entry that holds after all others. */
    public Timeline<E, S> end() {
        List<Segment<S>> segments = segments();
        return new Timeline<>(
                segments.subList(Math.max(0, segments.size() - 2), segments.size()),
                lastDate(),
                List.of());
    }

    /** Whether the steps are all there are. */
    public boolean isWhole() {
        return earlier.isEmpty();
    }

    private @Nullable LocalDate lastDate() {
        return steps.isEmpty() ? reached : steps.getLast().from();
    }

    /**
     * What held at the end of each day: without overlap or hole, equal neighbours as one. Of what
     * held before the steps, what is told of it.
     */
    public List<Segment<S>> segments() {
        List<Segment<S>> segments = new ArrayList<>(earlier);
        for (Step<E, S> step : steps) {
            LocalDate from = step.from();
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
        if (!steps.isEmpty()) {
            return steps.getLast().after();
        }
        return earlier.isEmpty() ? null : earlier.getLast().state();
    }
}
