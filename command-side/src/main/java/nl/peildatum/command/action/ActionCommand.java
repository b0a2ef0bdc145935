package nl.peildatum.command.action;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import nl.peildatum.command.rules.Command;
import nl.peildatum.command.rules.Entries.Entry;
import nl.peildatum.events.ActionEvent;
import nl.peildatum.events.ActionEvent.ActionBaselined;
import nl.peildatum.events.ActionEvent.ActionCompleted;
import nl.peildatum.events.ActionEvent.ActionDelayed;
import nl.peildatum.events.ActionEvent.ActionEntryCorrected;
import nl.peildatum.events.ActionEvent.ActionEntryRetracted;
import nl.peildatum.events.ActionEvent.ActionExcluded;
import nl.peildatum.events.ActionEvent.ActionExplained;
import nl.peildatum.events.ActionEvent.ActionFact;
import nl.peildatum.events.ActionEvent.ActionIncluded;
import nl.peildatum.events.ActionEvent.ActionLinked;
import nl.peildatum.events.ActionEvent.ActionMadeFinite;
import nl.peildatum.events.ActionEvent.ActionMadeOngoing;
import nl.peildatum.events.ActionEvent.ActionMoved;
import nl.peildatum.events.ActionEvent.ActionPlanned;
import nl.peildatum.events.ActionEvent.ActionRelabelled;
import nl.peildatum.events.ActionEvent.ActionReopened;
import nl.peildatum.events.ActionEvent.ActionReordered;
import nl.peildatum.events.ActionEvent.ActionRescheduled;
import nl.peildatum.events.ActionEvent.ActionResumed;
import nl.peildatum.events.ActionEvent.ActionRetitled;
import nl.peildatum.events.ActionEvent.ActionStarted;
import nl.peildatum.events.ActionEvent.ActionWithdrawn;
import nl.peildatum.events.ActionEvent.DelayRescheduled;
import nl.peildatum.events.ActionEvent.StatusChange;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.Basis;
import nl.peildatum.events.Correction;
import nl.peildatum.events.Link;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.events.Status;
import org.jspecify.annotations.Nullable;

/** What somebody wants to be recorded about one action. */
public sealed interface ActionCommand extends Command {

    /** The action it is about. */
    ActionId action();

    /** What is recorded where the command is allowed. */
    ActionEvent event();

    /**
     * Where links between actions are touched, all that is recorded of the programme's actions, as
     * it stands: an action does not know the others.
     */
    default List<Entry<ActionFact>> ofActions() {
        return List.of();
    }

    @Override
    default ProgrammeId programme() {
        return action().programme();
    }

    /** Moves the action to another status; {@link StatusChanges} names them all. */
    sealed interface ChangeStatus extends ActionCommand {

        @Override
        StatusChange event();

        /** The explanation that comes with the change, or null where the explanation stays. */
        @Nullable String explanation();
    }

    /** Plans an action: not yet started, from the effective date. */
    record PlanAction(
            ActionId action,
            String reportLabel,
            @Nullable String title,
            @Nullable Integer line,
            SortedSet<Integer> executionYears,
            boolean included,
            @Nullable String exclusionReason,
            @Nullable Integer position,
            Basis basis,
            @Nullable String reason,
            @Nullable String explanation)
            implements ActionCommand {

        @Override
        public ActionPlanned event() {
            return new ActionPlanned(
                    action,
                    reportLabel,
                    title,
                    line,
                    executionYears,
                    included,
                    exclusionReason,
                    position,
                    basis,
                    reason,
                    explanation);
        }
    }

    /** Takes over the status of an action from a publication. */
    record BaselineAction(
            ActionId action,
            Status status,
            Basis basis,
            @Nullable String reason,
            @Nullable String explanation)
            implements ActionCommand {

        @Override
        public ActionBaselined event() {
            return new ActionBaselined(action, status, basis, reason, explanation);
        }
    }

    /** Starts the action. */
    record StartAction(
            ActionId action, Basis basis, @Nullable String reason, @Nullable String explanation)
            implements ChangeStatus {

        @Override
        public ActionStarted event() {
            return new ActionStarted(action, basis, reason, explanation);
        }
    }

    /** Says that the action runs late, and why. */
    record MarkDelayed(
            ActionId action,
            @Nullable LocalDate expectedCompletion,
            Basis basis,
            @Nullable String reason,
            @Nullable String explanation)
            implements ChangeStatus {

        @Override
        public ActionDelayed event() {
            return new ActionDelayed(action, expectedCompletion, basis, reason, explanation);
        }
    }

    /** Says that the delay is over. */
    record ResumeSchedule(
            ActionId action, Basis basis, @Nullable String reason, @Nullable String explanation)
            implements ChangeStatus {

        @Override
        public ActionResumed event() {
            return new ActionResumed(action, basis, reason, explanation);
        }
    }

    /** Makes the action go on without a clear end date. */
    record MakeOngoing(
            ActionId action, Basis basis, @Nullable String reason, @Nullable String explanation)
            implements ChangeStatus {

        @Override
        public ActionMadeOngoing event() {
            return new ActionMadeOngoing(action, basis, reason, explanation);
        }
    }

    /** Gives the ongoing action an end. */
    record MakeFinite(
            ActionId action, Basis basis, @Nullable String reason, @Nullable String explanation)
            implements ChangeStatus {

        @Override
        public ActionMadeFinite event() {
            return new ActionMadeFinite(action, basis, reason, explanation);
        }
    }

    /** Completes the action. */
    record CompleteAction(
            ActionId action, Basis basis, @Nullable String reason, @Nullable String explanation)
            implements ChangeStatus {

        @Override
        public ActionCompleted event() {
            return new ActionCompleted(action, basis, reason, explanation);
        }
    }

    /** Opens the completed action again, and says why. */
    record ReopenAction(
            ActionId action, Basis basis, @Nullable String reason, @Nullable String explanation)
            implements ChangeStatus {

        @Override
        public ActionReopened event() {
            return new ActionReopened(action, basis, reason, explanation);
        }
    }

    /** Withdraws the action, and says why. */
    record WithdrawAction(
            ActionId action, Basis basis, @Nullable String reason, @Nullable String explanation)
            implements ChangeStatus {

        @Override
        public ActionWithdrawn event() {
            return new ActionWithdrawn(action, basis, reason, explanation);
        }
    }

    /** Explains the action anew; null removes the explanation. */
    record ExplainAction(
            ActionId action, @Nullable String explanation, Basis basis, @Nullable String reason)
            implements ActionCommand {

        @Override
        public ActionExplained event() {
            return new ActionExplained(action, basis, reason, explanation);
        }
    }

    /** Gives the action another title. */
    record RetitleAction(ActionId action, String title, Basis basis, @Nullable String reason)
            implements ActionCommand {

        @Override
        public ActionRetitled event() {
            return new ActionRetitled(action, title, basis, reason);
        }
    }

    /** Sets the years in which the action is carried out. */
    record RescheduleAction(
            ActionId action,
            SortedSet<Integer> executionYears,
            Basis basis,
            @Nullable String reason)
            implements ActionCommand {

        @Override
        public ActionRescheduled event() {
            return new ActionRescheduled(action, executionYears, basis, reason);
        }
    }

    /** Sets or removes the expected completion of a delay. */
    record RescheduleDelay(
            ActionId action,
            @Nullable LocalDate expectedCompletion,
            Basis basis,
            @Nullable String reason)
            implements ActionCommand {

        @Override
        public DelayRescheduled event() {
            return new DelayRescheduled(action, expectedCompletion, basis, reason);
        }
    }

    /** Moves the action to another action line, or to none. */
    record MoveAction(ActionId action, @Nullable Integer line, Basis basis, @Nullable String reason)
            implements ActionCommand {

        @Override
        public ActionMoved event() {
            return new ActionMoved(action, line, basis, reason);
        }
    }

    /** Includes the action in monitoring. */
    record IncludeAction(ActionId action, Basis basis, @Nullable String reason)
            implements ActionCommand {

        @Override
        public ActionIncluded event() {
            return new ActionIncluded(action, basis, reason);
        }
    }

    /** Excludes the action from monitoring, and says why where that is known. */
    record ExcludeAction(ActionId action, Basis basis, @Nullable String reason)
            implements ActionCommand {

        @Override
        public ActionExcluded event() {
            return new ActionExcluded(action, basis, reason);
        }
    }

    /** Reports the action as something else. */
    record RelabelAction(ActionId action, String reportLabel, Basis basis, @Nullable String reason)
            implements ActionCommand {

        @Override
        public ActionRelabelled event() {
            return new ActionRelabelled(action, reportLabel, basis, reason);
        }
    }

    /** Sets the links of the action. */
    record LinkAction(
            ActionId action,
            List<Link> links,
            List<Entry<ActionFact>> ofActions,
            Basis basis,
            @Nullable String reason)
            implements ActionCommand {

        public LinkAction {
            ofActions = List.copyOf(ofActions);
        }

        @Override
        public ActionLinked event() {
            return new ActionLinked(action, links, basis, reason);
        }
    }

    /** Gives the action another place in the publication. */
    record OrderAction(
            ActionId action, @Nullable Integer position, Basis basis, @Nullable String reason)
            implements ActionCommand {

        @Override
        public ActionReordered event() {
            return new ActionReordered(action, position, basis, reason);
        }
    }

    /** Lets an earlier entry of the action read differently, and says why. */
    record CorrectEntry(
            ActionId action,
            long entry,
            Correction as,
            List<Entry<ActionFact>> ofActions,
            Basis basis,
            String reason,
            @Nullable String entryReason,
            @Nullable String entryExplanation,
            @Nullable String entryExclusionReason)
            implements ActionCommand {

        public CorrectEntry {
            ofActions = List.copyOf(ofActions);
        }

        @Override
        public ActionEntryCorrected event() {
            return new ActionEntryCorrected(
                    action,
                    entry,
                    as,
                    basis,
                    reason,
                    entryReason,
                    entryExplanation,
                    entryExclusionReason);
        }
    }

    /** Takes an earlier entry of the action back, and says why. */
    record RetractEntry(
            ActionId action,
            long entry,
            List<Entry<ActionFact>> ofActions,
            Basis basis,
            String reason)
            implements ActionCommand {

        public RetractEntry {
            ofActions = List.copyOf(ofActions);
        }

        @Override
        public ActionEntryRetracted event() {
            return new ActionEntryRetracted(action, entry, basis, reason);
        }
    }
}
