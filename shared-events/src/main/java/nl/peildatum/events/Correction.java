package nl.peildatum.events;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What of an entry reads differently; what is not named stays as it was. The parts carry the names
 * of the event's own fields. Free texts stand beside it, in the event that corrects.
 *
 * @param kind the stored name of the kind of event that the entry turns out to be
 * @param removed the parts that the entry no longer has
 */
public record Correction(
        @Nullable LocalDate effectiveOn,
        @Nullable String source,
        @Nullable String kind,
        @Nullable Status status,
        @Nullable LocalDate expectedCompletion,
        @Nullable String reportLabel,
        @Nullable String title,
        @Nullable Integer line,
        @Nullable SortedSet<Integer> executionYears,
        @Nullable Boolean included,
        @Nullable Integer position,
        @Nullable List<Link> links,
        @Nullable LineContent content,
        @Nullable String name,
        @Nullable Integer firstYear,
        @Nullable Integer lastYear,
        @Nullable List<String> publishers,
        SortedSet<Part> removed) {

    /** A part that an entry can do without. */
    public enum Part {
        /** Its source. */
        SOURCE("source"),
        /** Its reason. */
        REASON("reason"),
        /** Its explanation. */
        EXPLANATION("explanation"),
        /** Why an action is not included. */
        EXCLUSION_REASON("exclusionReason"),
        /** The expected completion of a delay. */
        EXPECTED_COMPLETION("expectedCompletion"),
        /** The action line. */
        LINE("line"),
        /** The place in the publication. */
        POSITION("position");

        private final String field;

        Part(String field) {
            this.field = field;
        }

        /** The event's field. */
        public String field() {
            return field;
        }
    }

    public Correction {
        executionYears =
                executionYears == null
                        ? null
                        : Collections.unmodifiableSortedSet(new TreeSet<>(executionYears));
        links = links == null ? null : List.copyOf(links);
        publishers = publishers == null ? null : List.copyOf(publishers);
        removed = Collections.unmodifiableSortedSet(new TreeSet<>(removed));
    }
}
