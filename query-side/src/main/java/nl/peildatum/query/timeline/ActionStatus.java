package nl.peildatum.query.timeline;

import nl.peildatum.events.Status;

/** What an action's status can read as: one of the five of the legend, or withdrawn. */
public enum ActionStatus {
    /** Afgerond. */
    COMPLETED,
    /** In uitvoering. */
    IN_PROGRESS,
    /** In uitvoering, vertraging. */
    DELAYED,
    /** Doorlopend. */
    ONGOING,
    /** Nog niet gestart. */
    NOT_STARTED,
    /** Vervallen: no status of the legend; the action is in no count. */
    WITHDRAWN;

    /** The status of the legend. */
    public static ActionStatus of(Status status) {
        return switch (status) {
            case COMPLETED -> COMPLETED;
            case IN_PROGRESS -> IN_PROGRESS;
            case DELAYED -> DELAYED;
            case ONGOING -> ONGOING;
            case NOT_STARTED -> NOT_STARTED;
        };
    }
}
