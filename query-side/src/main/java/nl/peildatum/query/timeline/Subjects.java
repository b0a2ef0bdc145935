package nl.peildatum.query.timeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.peildatum.events.EntryCorrected;
import nl.peildatum.events.EntryRetracted;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeEvent.ProgrammeFact;
import nl.peildatum.eventstore.JournalEntry;

/** What an entry about a programme is about in the end: a correction is about what it corrects. */
public final class Subjects {

    private Subjects() {}

    /**
     * The fact that a number of a programme's own entries leads to, as it was recorded at first.
     *
     * @param entries all entries of the programme itself up to that number, in journal order
     */
    public static ProgrammeFact of(List<JournalEntry<Event>> entries, long number) {
        Map<Long, ProgrammeFact> facts = new HashMap<>();
        for (JournalEntry<Event> entry : entries) {
            ProgrammeFact fact =
                    switch (entry.event()) {
                        case EntryCorrected correction -> facts.get(correction.entry());
                        case EntryRetracted retraction -> facts.get(retraction.entry());
                        case ProgrammeFact recorded -> recorded;
                        default -> null;
                    };
            if (fact != null) {
                facts.put(entry.number(), fact);
            }
        }
        ProgrammeFact found = facts.get(number);
        if (found == null) {
            throw new IllegalArgumentException("entry " + number + " leads to no fact");
        }
        return found;
    }
}
