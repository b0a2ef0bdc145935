package nl.peildatum.query.api.difference;

import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** One thing that differs between two cuts for one action. */
sealed interface Finding {
    String action();

    /** Where it counted; null where it did not. */
    @Nullable Place before();

    /** Where it counts; null where it does not. */
    @Nullable Place after();

    /** The journal numbers of a smallest set of entries without which it would not be so. */
    SortedSet<Long> entries();

    /**
     * Later knowledge about the first day puts it elsewhere, or in or out of the counts.
     *
     * @param was what was known of that day
     * @param is what is known of it now
     */
    record Corrected(
            String action,
            Measure what,
            @Nullable State was,
            @Nullable State is,
            SortedSet<Long> entries)
            implements Finding {
        @Override
        public @Nullable Place before() {
            return State.placeOf(was);
        }

        @Override
        public @Nullable Place after() {
            return State.placeOf(is);
        }
    }

    /** It counts on both days, with another status or under another line. */
    record Moved(
            String action,
            Measure what,
            Place before,
            Place after,
            List<Turn> turns,
            SortedSet<Long> entries)
            implements Finding {}

    /** It came to count; in the turn that let it in. */
    record Joined(
            String action, @Nullable Place before, Place after, Turn in, SortedSet<Long> entries)
            implements Finding {}

    /** It came to count no longer; in the turn that took it out. */
    record Left(
            String action, Place before, @Nullable Place after, Turn out, SortedSet<Long> entries)
            implements Finding {}
}
