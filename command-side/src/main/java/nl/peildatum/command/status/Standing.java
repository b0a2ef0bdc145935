package nl.peildatum.command.status;

import nl.peildatum.events.Status;

/** Where an action stands: one of the five statuses, or withdrawn. */
public enum Standing {
    NOT_STARTED,
    IN_PROGRESS,
    DELAYED,
    ONGOING,
    COMPLETED,
    WITHDRAWN;

    /** The standing of a status of the legend. */
    public static Standing of(Status status) {
        return switch (status) {
            case NOT_STARTED -> NOT_STARTED;
            case IN_PROGRESS -> IN_PROGRESS;
            case DELAYED -> DELAYED;
            case ONGOING -> ONGOING;
            case COMPLETED -> COMPLETED;
        };
    }
}
