package nl.peildatum.query.timeline;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeEvent.OwnFact;
import nl.peildatum.events.ProgrammeEvent.ProgrammeAdopted;
import nl.peildatum.events.ProgrammeEvent.ProgrammeRevised;
import nl.peildatum.eventstore.JournalEntry;
import org.jspecify.annotations.Nullable;

/** The history of a programme itself. What it was adopted as holds on every day. */
public final class ProgrammeTimeline {

    private static final LocalDate ALWAYS = LocalDate.of(1, 1, 1);

    private ProgrammeTimeline() {}

    /** Folds those of the entries that are about the programme itself, corrections included. */
    public static Timeline<OwnFact, ProgrammeState> of(
            Collection<? extends JournalEntry<? extends Event>> entries) {
        return Timeline.of(StandingEntry.of(entries, OwnFact.class), new Evolving());
    }

    /** What the last of some entries in journal order changes of the programme itself. */
    public static Change<OwnFact, ProgrammeState> change(List<JournalEntry<Event>> entries) {
        return Change.between(of(entries.subList(0, entries.size() - 1)), of(entries));
    }

    private static final class Evolving implements Timeline.Evolution<OwnFact, ProgrammeState> {

        @Override
        public LocalDate from(StandingEntry<OwnFact> entry) {
            return switch (entry.event()) {
                case ProgrammeAdopted _ -> ALWAYS;
                case ProgrammeRevised _ -> entry.effectiveOn();
            };
        }

        @Override
        public ProgrammeState evolve(
                @Nullable ProgrammeState before, StandingEntry<OwnFact> entry) {
            OwnFact said = entry.event();
            return switch (said) {
                case ProgrammeAdopted adopted ->
                        new ProgrammeState(
                                said.name(),
                                adopted.firstYear(),
                                said.lastYear(),
                                said.publishers());
                case ProgrammeRevised _ when before != null ->
                        new ProgrammeState(
                                said.name(),
                                before.firstYear(),
                                said.lastYear(),
                                said.publishers());
                case ProgrammeRevised _ ->
                        throw new IllegalArgumentException(
                                "entry " + entry.number() + " revises what is not adopted");
            };
        }
    }
}
