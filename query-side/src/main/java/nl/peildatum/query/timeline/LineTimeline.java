package nl.peildatum.query.timeline;

import java.util.Collection;
import java.util.List;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeEvent;
import nl.peildatum.events.ProgrammeEvent.ActionLineDefined;
import nl.peildatum.events.ProgrammeEvent.ActionLineRevised;
import nl.peildatum.events.ProgrammeEvent.ProgrammeAdopted;
import nl.peildatum.eventstore.JournalEntry;
import org.jspecify.annotations.Nullable;

/** The history of one action line. */
public final class LineTimeline {

    private LineTimeline() {}

    /** Folds those of the entries that are about the line. */
    public static Timeline<ProgrammeEvent, LineState> of(
            int line, Collection<? extends JournalEntry<? extends Event>> entries) {
        List<JournalEntry<ProgrammeEvent>> ofLine =
                entries.stream()
                        .filter(entry -> isAbout(line, entry.event()))
                        .map(entry -> entry.as(ProgrammeEvent.class))
                        .toList();
        return Timeline.of(ofLine, LineTimeline::evolve);
    }

    private static boolean isAbout(int line, Event event) {
        return switch (event) {
            case ActionLineDefined defined -> defined.number() == line;
            case ActionLineRevised revised -> revised.number() == line;
            default -> false;
        };
    }

    static LineState evolve(@Nullable LineState before, JournalEntry<ProgrammeEvent> entry) {
        return switch (entry.event()) {
            case ActionLineDefined defined -> new LineState(entry.number(), defined.content());
            case ActionLineRevised revised -> new LineState(entry.number(), revised.content());
            case ProgrammeAdopted adopted ->
                    throw new IllegalArgumentException("about no line: " + adopted);
        };
    }
}
