package nl.peildatum.query.api.difference;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One thing that differs between two cuts for one action. */
sealed interface Finding {
    String action();

    /** Where it counted; null where it did not. */
    @Nullable Place before();

    /** Where it counts; null where it does not. */
    @Nullable Place after();

    /** The journal numbers of the entries that made it so. */
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
    record Moved(String action, Measure what, Place before, Place after, List<Turn> turns)
            implements Happened {}

    /** It came to count; the first turn is the one that let it in. */
    record Joined(String action, @Nullable Place before, Place after, List<Turn> turns)
            implements Happened {}

    /** It came to count no longer; the last turn is the one that took it out. */
    record Left(String action, Place before, @Nullable Place after, List<Turn> turns)
            implements Happened {}

    /** Something that happened on the days between, on one of them at least. */
    sealed interface Happened extends Finding {
        List<Turn> turns();

        @Override
        default SortedSet<Long> entries() {
            SortedSet<Long> all = new TreeSet<>();
            turns().forEach(turn -> all.addAll(turn.entries()));
            return all;
        }
    }
}
