package nl.peildatum.query.processing;

import nl.peildatum.events.ProgrammeId;

/**
 * A programme's entries arrived with a hole: something was lost between the event store and here.
 * The projection stops, since nothing that follows can be trusted.
 */
public final class MissingEntries extends IllegalStateException {

    MissingEntries(String projection, ProgrammeId programme, long processed, long arrived) {
        super(
                """
                In het journaal van programma %s ontbreekt nummer %d: na nummer %d kwam nummer %d. \
                De projectie %s staat stil. Controleer het journaal."""
                        .formatted(programme, processed + 1, processed, arrived, projection));
    }
}
