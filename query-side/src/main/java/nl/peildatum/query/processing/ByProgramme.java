package nl.peildatum.query.processing;

import nl.peildatum.events.ProgrammeId;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;

/**
 * Entries of one programme are processed one after the other. The programme is read from the key of
 * the aggregate, so that an event that cannot be read holds up its own programme only.
 */
final class ByProgramme {

    private ByProgramme() {}

    /** Whether a segment is that of an event's programme. */
    static boolean isIn(Segment segment, EventMessage<?> event) {
        return segment.matches(of(event).value());
    }

    static ProgrammeId of(EventMessage<?> event) {
        if (!(event instanceof DomainEventMessage<?> recorded)) {
            throw new IllegalArgumentException(
                    "event " + event.getIdentifier() + " belongs to no programme");
        }
        String key = recorded.getAggregateIdentifier();
        int slash = key.indexOf('/');
        return new ProgrammeId(slash < 0 ? key : key.substring(0, slash));
    }
}
