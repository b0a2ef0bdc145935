package nl.peildatum.query.timeline;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.peildatum.events.Event;
import nl.peildatum.query.timeline.Timeline.Segment;
import nl.peildatum.query.timeline.Timeline.Step;
import org.jspecify.annotations.Nullable;

/**
 * What one entry changes of the history of one thing.
 *
 * @param ended what held and no longer does, in order
 * @param begun what holds from now on, in order
 * @param gone the entries, with what held before and after each, of which that is no longer so
 * @param told those of which it is so from now on
 * @param latest what holds with everything told, or null where nothing does
 */
public record Change<E extends Event, S>(
        List<Segment<S>> ended,
        List<Segment<S>> begun,
        List<Step<E, S>> gone,
        List<Step<E, S>> told,
        @Nullable S latest) {

    /** From one history to the next. */
    public static <E extends Event, S> Change<E, S> between(
            Timeline<E, S> before, Timeline<E, S> after) {
        List<Segment<S>> old = before.segments();
        List<Segment<S>> now = after.segments();
        return new Change<>(
                missing(old, now),
                missing(now, old),
                missing(before.steps(), after.steps()),
                missing(after.steps(), before.steps()),
                after.latest());
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
