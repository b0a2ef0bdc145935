package nl.peildatum.query.timeline;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.peildatum.events.EntryCorrected;
import nl.peildatum.events.EntryRetracted;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeEvent.LineFact;
import nl.peildatum.events.ProgrammeEvent.OwnFact;
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
        ProgrammeFact found = facts(entries).get(number);
        if (found == null) {
            throw new IllegalArgumentException("entry " + number + " leads to no fact");
        }
        return found;
    }

    /** How many of a programme's own entries touch the programme itself. */
    public static long touchingItself(List<JournalEntry<Event>> entries) {
        return facts(entries).values().stream().filter(OwnFact.class::isInstance).count();
    }

    /** How many of a programme's own entries touch each of its lines, by the line's number. */
    public static Map<Integer, Long> touchingLines(List<JournalEntry<Event>> entries) {
        return facts(entries).values().stream()
                .filter(LineFact.class::isInstance)
                .collect(groupingBy(fact -> ((LineFact) fact).number(), counting()));
    }

    private static Map<Long, ProgrammeFact> facts(List<JournalEntry<Event>> entries) {
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
        return facts;
    }
}
