package nl.peildatum.command.correcting;

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

/** The kind of event that records a move. */
final class Kinds {

    private Kinds() {}

    static Class<? extends StatusChange> of(Move move) {
        return switch (move) {
            case START -> ActionStarted.class;
            case DELAY -> ActionDelayed.class;
            case RESUME -> ActionResumed.class;
            case MAKE_ONGOING -> ActionMadeOngoing.class;
            case MAKE_FINITE -> ActionMadeFinite.class;
            case COMPLETE -> ActionCompleted.class;
            case REOPEN -> ActionReopened.class;
            case WITHDRAW -> ActionWithdrawn.class;
        };
    }
}
