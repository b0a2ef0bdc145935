package nl.peildatum.command.action;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import nl.peildatum.command.Command;
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

    @Override
    default ProgrammeId programme() {
        return action().programme();
    }

    /** Moves the action to another status. */
    sealed interface ChangeStatus extends ActionCommand {

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
            implements ActionCommand {}

    /** Takes over the status of an action from a publication. */
    record BaselineAction(
            ActionId action,
            Status status,
            Basis basis,
            @Nullable String reason,
            @Nullable String explanation)
            implements ActionCommand {}

    /** Starts the action. */
    record StartAction(
            ActionId action, Basis basis, @Nullable String reason, @Nullable String explanation)
            implements ChangeStatus {}

    /** Says that the action runs late, and why. */
    record MarkDelayed(
            ActionId action,
            @Nullable LocalDate expectedCompletion,
            Basis basis,
            String reason,
            @Nullable String explanation)
            implements ChangeStatus {}

    /** Says that the delay is over. */
    record ResumeSchedule(
            ActionId action, Basis basis, @Nullable String reason, @Nullable String explanation)
            implements ChangeStatus {}

    /** Makes the action go on without a clear end date. */
    record MakeOngoing(
            ActionId action, Basis basis, @Nullable String reason, @Nullable String explanation)
            implements ChangeStatus {}

    /** Gives the ongoing action an end. */
    record MakeFinite(
            ActionId action, Basis basis, @Nullable String reason, @Nullable String explanation)
            implements ChangeStatus {}

    /** Completes the action. */
    record CompleteAction(
            ActionId action, Basis basis, @Nullable String reason, @Nullable String explanation)
            implements ChangeStatus {}

    /** Opens the completed action again, and says why. */
    record ReopenAction(ActionId action, Basis basis, String reason, @Nullable String explanation)
            implements ChangeStatus {}

    /** Withdraws the action, and says why. */
    record WithdrawAction(ActionId action, Basis basis, String reason, @Nullable String explanation)
            implements ChangeStatus {}

    /** Explains the action anew; null removes the explanation. */
    record ExplainAction(
            ActionId action, @Nullable String explanation, Basis basis, @Nullable String reason)
            implements ActionCommand {}

    /** Gives the action another title. */
    record RetitleAction(ActionId action, String title, Basis basis, @Nullable String reason)
            implements ActionCommand {}

    /** Sets the years in which the action is carried out. */
    record RescheduleAction(
            ActionId action,
            SortedSet<Integer> executionYears,
            Basis basis,
            @Nullable String reason)
            implements ActionCommand {}

    /** Sets or removes the expected completion of a delay. */
    record RescheduleDelay(
            ActionId action,
            @Nullable LocalDate expectedCompletion,
            Basis basis,
            @Nullable String reason)
            implements ActionCommand {}

    /** Moves the action to another action line, or to none. */
    record MoveAction(ActionId action, @Nullable Integer line, Basis basis, @Nullable String reason)
            implements ActionCommand {}

    /** Includes the action in monitoring. */
    record IncludeAction(ActionId action, Basis basis, @Nullable String reason)
            implements ActionCommand {}

    /** Excludes the action from monitoring, and says why where that is known. */
    record ExcludeAction(ActionId action, Basis basis, @Nullable String reason)
            implements ActionCommand {}

    /** Sets the links of the action. */
    record LinkAction(ActionId action, List<Link> links, Basis basis, @Nullable String reason)
            implements ActionCommand {}

    /** Gives the action another place in the publication. */
    record OrderAction(
            ActionId action, @Nullable Integer position, Basis basis, @Nullable String reason)
            implements ActionCommand {}

    /** Lets an earlier entry of the action read differently, and says why. */
    record CorrectEntry(
            ActionId action,
            long entry,
            Correction as,
            Basis basis,
            String reason,
            @Nullable String entryReason,
            @Nullable String entryExplanation,
            @Nullable String entryExclusionReason)
            implements ActionCommand {}

    /** Takes an earlier entry of the action back, and says why. */
    record RetractEntry(ActionId action, long entry, Basis basis, String reason)
            implements ActionCommand {}
}
