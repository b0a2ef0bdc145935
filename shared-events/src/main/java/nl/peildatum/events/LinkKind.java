package nl.peildatum.events;

/** How one action relates to another. */
public enum LinkKind {
    /** Valt samen met. */
    COINCIDES_WITH,
    /** Samen met. */
    TOGETHER_WITH,
    /** Volgt op. */
    FOLLOWS,
    /** Gekoppeld aan. */
    COUPLED_TO
}
