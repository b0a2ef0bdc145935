package nl.peildatum.events;

/** One of the five statuses of the legend, in the legend's order. */
public enum Status {
    /** Afgerond: the action is completed. */
    COMPLETED,
    /** In uitvoering: the action is being carried out. */
    IN_PROGRESS,
    /** In uitvoering, vertraging: the action is being carried out and runs late. */
    DELAYED,
    /** Doorlopend: the action goes on, without a clear end date. */
    ONGOING,
    /** Nog niet gestart: the action is planned and has not begun. */
    NOT_STARTED
}
