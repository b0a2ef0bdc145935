package nl.peildatum.command.action;

import java.time.LocalDate;
import nl.peildatum.command.action.ActionCommand.ChangeStatus;
import nl.peildatum.command.action.ActionCommand.CompleteAction;
import nl.peildatum.command.action.ActionCommand.MakeFinite;
import nl.peildatum.command.action.ActionCommand.MakeOngoing;
import nl.peildatum.command.action.ActionCommand.MarkDelayed;
import nl.peildatum.command.action.ActionCommand.ReopenAction;
import nl.peildatum.command.action.ActionCommand.ResumeSchedule;
import nl.peildatum.command.action.ActionCommand.StartAction;
import nl.peildatum.command.action.ActionCommand.WithdrawAction;
import nl.peildatum.command.status.Move;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.Basis;
import org.jspecify.annotations.Nullable;

/** The command of each move. */
public final class StatusChanges {

    private StatusChanges() {}

    /** A move that needs a reason is given one. */
    public static ChangeStatus command(
            Move move,
            ActionId action,
            Basis basis,
            @Nullable String reason,
            @Nullable String explanation,
            @Nullable LocalDate completion) {
        String why = reason == null ? "" : reason;
        return switch (move) {
            case START -> new StartAction(action, basis, reason, explanation);
            case DELAY -> new MarkDelayed(action, completion, basis, why, explanation);
            case RESUME -> new ResumeSchedule(action, basis, reason, explanation);
            case MAKE_ONGOING -> new MakeOngoing(action, basis, reason, explanation);
            case MAKE_FINITE -> new MakeFinite(action, basis, reason, explanation);
            case COMPLETE -> new CompleteAction(action, basis, reason, explanation);
            case REOPEN -> new ReopenAction(action, basis, why, explanation);
            case WITHDRAW -> new WithdrawAction(action, basis, why, explanation);
        };
    }
}
