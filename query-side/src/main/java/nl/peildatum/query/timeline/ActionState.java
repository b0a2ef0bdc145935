package nl.peildatum.query.timeline;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.peildatum.events.Link;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an action on a day.
 *
 * @param statusEntry the journal number of the entry that gave the status
 * @param baseline whether that entry took the status over from a publication
 * @param statusReason the reason which that entry gives
 * @param exclusionReason why the action is not included in monitoring; null while it is included
 * @param expectedCompletion when the delayed action is expected to be completed; null while it is
 *     not delayed
 */
public record ActionState(
        ActionStatus status,
        long statusEntry,
        boolean baseline,
        @Nullable Text statusReason,
        String reportLabel,
        @Nullable String title,
        @Nullable Integer line,
        @Nullable Integer position,
        boolean included,
        @Nullable Text exclusionReason,
        SortedSet<Integer> executionYears,
        @Nullable Text explanation,
        @Nullable LocalDate expectedCompletion,
        List<Link> links) {

    public ActionState {
        executionYears = Collections.unmodifiableSortedSet(new TreeSet<>(executionYears));
        links = List.copyOf(links);
    }

    /** Whether the action counts in the totals. */
    public boolean counts() {
        return included && status != ActionStatus.WITHDRAWN;
    }

    /** A state while an entry changes it. */
    static final class Draft {
        ActionStatus status;
        long statusEntry;
        boolean baseline;
        @Nullable Text statusReason;
        String reportLabel;
        @Nullable String title;
        @Nullable Integer line;
        @Nullable Integer position;
        boolean included;
        @Nullable Text exclusionReason;
        SortedSet<Integer> executionYears;
        @Nullable Text explanation;
        @Nullable LocalDate expectedCompletion;
        List<Link> links;

        Draft(ActionState from) {
            status = from.status;
            statusEntry = from.statusEntry;
            baseline = from.baseline;
            statusReason = from.statusReason;
            reportLabel = from.reportLabel;
            title = from.title;
            line = from.line;
            position = from.position;
            included = from.included;
            exclusionReason = from.exclusionReason;
            executionYears = from.executionYears;
            explanation = from.explanation;
            expectedCompletion = from.expectedCompletion;
            links = from.links;
        }

        ActionState done() {
            return new ActionState(
                    status,
                    statusEntry,
                    baseline,
                    statusReason,
                    reportLabel,
                    title,
                    line,
                    position,
                    included,
                    exclusionReason,
                    executionYears,
                    explanation,
                    expectedCompletion,
                    links);
        }
    }
}
