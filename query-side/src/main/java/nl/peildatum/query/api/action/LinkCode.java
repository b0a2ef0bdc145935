package nl.peildatum.query.api.action;

import nl.peildatum.events.LinkKind;

/** A kind of link as the interface names it. */
public enum LinkCode {
    VALT_SAMEN_MET,
    SAMEN_MET,
    VOLGT_OP,
    GEKOPPELD_AAN;

    /** The code for a kind as the projections name it. */
    public static LinkCode of(String stored) {
        return switch (LinkKind.valueOf(stored)) {
            case COINCIDES_WITH -> VALT_SAMEN_MET;
            case TOGETHER_WITH -> SAMEN_MET;
            case FOLLOWS -> VOLGT_OP;
            case COUPLED_TO -> GEKOPPELD_AAN;
        };
    }
}
