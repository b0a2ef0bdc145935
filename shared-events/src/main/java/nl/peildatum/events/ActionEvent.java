package nl.peildatum.events;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Something that was recorded about one action. */
public sealed interface ActionEvent extends Event {

    /** The action it is about. */
    ActionId action();

    @Override
    default ProgrammeId programme() {
        return action().programme();
    }

    /** The explanation that it gives, or null where the explanation stays. */
    default @Nullable String explanation() {
        return null;
    }

    /** What holds of the action from its effective date on. */
    sealed interface ActionFact extends ActionEvent {}

    /** A move of the action from one status to another, or out of the programme. */
    sealed interface StatusChange extends ActionFact {}

    /**
     * The action was planned: it exists, not yet started, from the effective date. Title and line
     * may be unknown.
     */
    @StoredAs("action-planned")
    record ActionPlanned(
            ActionId action,
            String reportLabel,
            @Nullable String title,
            @Nullable Integer line,
            SortedSet<Integer> executionYears,
            boolean included,
            @FreeText @Nullable String exclusionReason,
            @Nullable Integer position,
            Basis basis,
            @FreeText @Nullable String reason,
            @FreeText @Nullable String explanation)
            implements ActionFact {

        public ActionPlanned {
            executionYears = unchanging(executionYears);
        }
    }

    /** A status was taken over from a publication; nothing is claimed about the time before. */
    @StoredAs("action-baselined")
    record ActionBaselined(
            ActionId action,
            Status status,
            Basis basis,
            @FreeText @Nullable String reason,
            @FreeText @Nullable String explanation)
            implements ActionFact {}

    /** The action was started. */
    @StoredAs("action-started")
    record ActionStarted(
            ActionId action,
            Basis basis,
            @FreeText @Nullable String reason,
            @FreeText @Nullable String explanation)
            implements StatusChange {}

    /** The action runs late; the reason says why. */
    @StoredAs("action-delayed")
    record ActionDelayed(
            ActionId action,
            @Nullable LocalDate expectedCompletion,
            Basis basis,
            @FreeText @Nullable String reason,
            @FreeText @Nullable String explanation)
            implements StatusChange {}

    /** The action is on schedule again. */
    @StoredAs("action-resumed")
    record ActionResumed(
            ActionId action,
            Basis basis,
            @FreeText @Nullable String reason,
            @FreeText @Nullable String explanation)
            implements StatusChange {}

    /** The action goes on without a clear end date. */
    @StoredAs("action-made-ongoing")
    record ActionMadeOngoing(
            ActionId action,
            Basis basis,
            @FreeText @Nullable String reason,
            @FreeText @Nullable String explanation)
            implements StatusChange {}

    /** The ongoing action got an end. */
    @StoredAs("action-made-finite")
    record ActionMadeFinite(
            ActionId action,
            Basis basis,
            @FreeText @Nullable String reason,
            @FreeText @Nullable String explanation)
            implements StatusChange {}

    /** The action was completed. */
    @StoredAs("action-completed")
    record ActionCompleted(
            ActionId action,
            Basis basis,
            @FreeText @Nullable String reason,
            @FreeText @Nullable String explanation)
            implements StatusChange {}

    /** The completed action was opened again; the reason says why. */
    @StoredAs("action-reopened")
    record ActionReopened(
            ActionId action,
            Basis basis,
            @FreeText @Nullable String reason,
            @FreeText @Nullable String explanation)
            implements StatusChange {}

    /** The action was withdrawn and leaves the counts; the reason says why. */
    @StoredAs("action-withdrawn")
    record ActionWithdrawn(
            ActionId action,
            Basis basis,
            @FreeText @Nullable String reason,
            @FreeText @Nullable String explanation)
            implements StatusChange {}

    /** The action has another explanation, or none any more. */
    @StoredAs("action-explained")
    record ActionExplained(
            ActionId action,
            Basis basis,
            @FreeText @Nullable String reason,
            @FreeText @Nullable String explanation)
            implements ActionFact {}

    /** The action has another title. */
    @StoredAs("action-retitled")
    record ActionRetitled(
            ActionId action, String title, Basis basis, @FreeText @Nullable String reason)
            implements ActionFact {}

    /** The action is reported as something else: the publication prints this for its number. */
    @StoredAs("action-relabelled")
    record ActionRelabelled(
            ActionId action, String reportLabel, Basis basis, @FreeText @Nullable String reason)
            implements ActionFact {}

    /** The action is carried out in other years. */
    @StoredAs("action-rescheduled")
    record ActionRescheduled(
            ActionId action,
            SortedSet<Integer> executionYears,
            Basis basis,
            @FreeText @Nullable String reason)
            implements ActionFact {

        public ActionRescheduled {
            executionYears = unchanging(executionYears);
        }
    }

    /** The expected completion of a delay is another date, or unknown. */
    @StoredAs("delay-rescheduled")
    record DelayRescheduled(
            ActionId action,
            @Nullable LocalDate expectedCompletion,
            Basis basis,
            @FreeText @Nullable String reason)
            implements ActionFact {}

    /** The action went to another action line, or to none. */
    @StoredAs("action-moved")
    record ActionMoved(
            ActionId action, @Nullable Integer line, Basis basis, @FreeText @Nullable String reason)
            implements ActionFact {}

    /** The action is included in monitoring. */
    @StoredAs("action-included")
    record ActionIncluded(ActionId action, Basis basis, @FreeText @Nullable String reason)
            implements ActionFact {}

    /** The action is excluded from monitoring; the reason says why. */
    @StoredAs("action-excluded")
    record ActionExcluded(ActionId action, Basis basis, @FreeText @Nullable String reason)
            implements ActionFact {}

    /** The links of the action are these, and no others. */
    @StoredAs("action-linked")
    record ActionLinked(
            ActionId action, List<Link> links, Basis basis, @FreeText @Nullable String reason)
            implements ActionFact {

        public ActionLinked {
            links = List.copyOf(links);
        }
    }

    /** The action has another place in the publication. */
    @StoredAs("action-reordered")
    record ActionReordered(
            ActionId action,
            @Nullable Integer position,
            Basis basis,
            @FreeText @Nullable String reason)
            implements ActionFact {}

    /**
     * An earlier entry of the action reads differently, with the reason why. The named entry is the
     * one that is corrected or an earlier correction of it.
     */
    @StoredAs("action-entry-corrected")
    record ActionEntryCorrected(
            ActionId action,
            long entry,
            Correction as,
            Basis basis,
            @FreeText @Nullable String reason,
            @FreeText @Nullable String entryReason,
            @FreeText @Nullable String entryExplanation,
            @FreeText @Nullable String entryExclusionReason)
            implements ActionEvent, EntryCorrected {}

    /** An earlier entry of the action does not hold, and never did, with the reason why. */
    @StoredAs("action-entry-retracted")
    record ActionEntryRetracted(
            ActionId action, long entry, Basis basis, @FreeText @Nullable String reason)
            implements ActionEvent, EntryRetracted {}

    private static SortedSet<Integer> unchanging(SortedSet<Integer> years) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(List.copyOf(years)));
    }
}
