package nl.peildatum.command.action;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
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
import nl.peildatum.events.ActionEvent.ActionCompleted;
import nl.peildatum.events.ActionEvent.ActionDelayed;
import nl.peildatum.events.ActionEvent.ActionMadeFinite;
import nl.peildatum.events.ActionEvent.ActionMadeOngoing;
import nl.peildatum.events.ActionEvent.ActionReopened;
import nl.peildatum.events.ActionEvent.ActionResumed;
import nl.peildatum.events.ActionEvent.ActionStarted;
import nl.peildatum.events.ActionEvent.ActionWithdrawn;
import nl.peildatum.events.ActionEvent.StatusChange;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.Basis;
import org.jspecify.annotations.Nullable;

/** What each move is called: its {@code soort} in the interface, its command and its event. */
public final class StatusChanges {

    private static final List<Row> TABLE =
            List.of(
                    row(Move.START, "START", StartAction::new, ActionStarted.class),
                    new Row(Move.DELAY, "VERTRAGING", MarkDelayed::new, ActionDelayed.class),
                    row(Move.RESUME, "HERVATTING", ResumeSchedule::new, ActionResumed.class),
                    row(Move.MAKE_ONGOING, "DOORLOPEND", MakeOngoing::new, ActionMadeOngoing.class),
                    row(Move.MAKE_FINITE, "AFBAKENING", MakeFinite::new, ActionMadeFinite.class),
                    row(Move.COMPLETE, "AFRONDING", CompleteAction::new, ActionCompleted.class),
                    row(Move.REOPEN, "HEROPENING", ReopenAction::new, ActionReopened.class),
                    row(Move.WITHDRAW, "INTREKKING", WithdrawAction::new, ActionWithdrawn.class));

    private record Row(
            Move move, String code, Delaying command, Class<? extends StatusChange> event) {}

    @FunctionalInterface
    private interface Delaying {
        ChangeStatus of(
                ActionId action,
                @Nullable LocalDate completion,
                Basis basis,
                @Nullable String reason,
                @Nullable String explanation);
    }

    @FunctionalInterface
    private interface Moving {
        ChangeStatus of(
                ActionId action,
                Basis basis,
                @Nullable String reason,
                @Nullable String explanation);
    }

    private static Row row(
            Move move, String code, Moving command, Class<? extends StatusChange> event) {
        return new Row(
                move,
                code,
                (action, _, basis, reason, explanation) ->
                        command.of(action, basis, reason, explanation),
                event);
    }

    private StatusChanges() {}

    /** The moves by their code, in the order of the interface. */
    public static Map<String, Move> byCode() {
        Map<String, Move> moves = new LinkedHashMap<>();
        TABLE.forEach(row -> moves.put(row.code(), row.move()));
        return moves;
    }

    /** The code of a move. */
    public static String code(Move move) {
        return named(move).code();
    }

    /** The move that an event records. */
    public static Move of(StatusChange event) {
        return row(row -> row.event().isInstance(event)).move();
    }

    /** The kind of event that records a move. */
    public static Class<? extends StatusChange> event(Move move) {
        return named(move).event();
    }

    /**
     * The command of a move.
     *
     * @param completion when a delayed action is expected to be completed; means nothing to others
     */
    public static ChangeStatus command(
            Move move,
            ActionId action,
            Basis basis,
            @Nullable String reason,
            @Nullable String explanation,
            @Nullable LocalDate completion) {
        return named(move).command().of(action, completion, basis, reason, explanation);
    }

    private static Row named(Move move) {
        return row(row -> row.move() == move);
    }

    private static Row row(Predicate<Row> sought) {
        return TABLE.stream().filter(sought).findFirst().orElseThrow();
    }
}
