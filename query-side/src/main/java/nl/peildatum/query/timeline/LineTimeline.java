package nl.peildatum.query.timeline;

import java.util.Collection;
import java.util.List;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeEvent.LineFact;
import nl.peildatum.eventstore.JournalEntry;

/** The history of one action line. */
public final class LineTimeline {

    private LineTimeline() {}

    /** Folds those of the entries that are about the line, corrections of them included. */
    public static Timeline<LineFact, LineState> of(
            int line, Collection<? extends JournalEntry<? extends Event>> entries) {
        return Timeline.of(
                StandingEntry.of(entries, LineFact.class).stream()
                        .filter(entry -> entry.event().number() == line)
                        .toList(),
                (_, entry) -> new LineState(entry.number(), entry.event().content()));
    }

    /** What the last of some entries in journal order changes of the line. */
    public static Change<LineFact, LineState> change(int line, List<JournalEntry<Event>> entries) {
        return Change.between(of(line, entries.subList(0, entries.size() - 1)), of(line, entries));
    }
}
