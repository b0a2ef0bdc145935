package nl.peildatum.query.api.cut;

import nl.peildatum.eventstore.Act;

/** Entries that were recorded together, by their journal numbers, both included. */
public record ActShown(long van, long totEnMet) {

    /** How this act is said. */
    public static ActShown of(Act act) {
        return new ActShown(act.first(), act.last());
    }
}
