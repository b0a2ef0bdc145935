package nl.peildatum.query.timeline;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.peildatum.events.Event;
import nl.peildatum.query.timeline.Timeline.Segment;
import nl.peildatum.query.timeline.Timeline.Step;
import org.jspecify.annotations.Nullable;

/** What one entry changes of the history of one thing. */
public final class Change<E extends Event, S> {

    private final Timeline<E, S> before;
    private final Timeline<E, S> after;
    private final List<Segment<S>> ended;
    private final List<Segment<S>> begun;

    private Change(Timeline<E, S> before, Timeline<E, S> after) {
        this.before = before;
        this.after = after;
        List<Segment<S>> old = before.segments();
        List<Segment<S>> now = after.segments();
        ended = missing(old, now);
        begun = missing(now, old);
    }

    /** From one history to the next. */
    public static <E extends Event, S> Change<E, S> between(
            Timeline<E, S> before, Timeline<E, S> after) {
        return new Change<>(before, after);
    }

    /** What held and no longer does, in order. */
    public List<Segment<S>> ended() {
        return ended;
    }

    /** What holds from now on, in order. */
    public List<Segment<S>> begun() {
        return begun;
    }

    /** The entries, with what held before and after each, of which that is no longer so. */
    public List<Step<E, S>> gone() {
        return missing(before.steps(), after.steps());
    }

    /** Those of which it is so from now on. */
    public List<Step<E, S>> told() {
        return missing(after.steps(), before.steps());
    }

    /** How many entries it holds on to. */
    public int size() {
        return before.steps().size() + after.steps().size();
    }

    /** What holds with everything told, or null where nothing does. */
    public @Nullable S latest() {
        return after.latest();
    }

    /** Those of these that are not there; nearly all of both are alike, in the same order. */
    private static <T> List<T> missing(List<T> these, List<T> there) {
        int shorter = Math.min(these.size(), there.size());
        int head = 0;
        while (head < shorter && Objects.equals(these.get(head), there.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && Objects.equals(
                        these.get(these.size() - 1 - tail), there.get(there.size() - 1 - tail))) {
            tail++;
        }
        Set<T> found = new HashSet<>(there.subList(head, there.size() - tail));
        return these.subList(head, these.size() - tail).stream()
                .filter(one -> !found.contains(one))
                .toList();
    }
}
