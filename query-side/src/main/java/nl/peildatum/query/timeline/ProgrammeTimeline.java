package nl.peildatum.query.timeline;

import java.time.LocalDate;
import java.util.Collection;
import nl.peildatum.events.Basis;
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
        return Timeline.of(
                StandingEntry.of(entries, OwnFact.class).stream()
                        .map(ProgrammeTimeline::placed)
                        .toList(),
                ProgrammeTimeline::evolve);
    }

    private static StandingEntry<OwnFact> placed(StandingEntry<OwnFact> entry) {
        return switch (entry.event()) {
            case ProgrammeRevised _ -> entry;
            case ProgrammeAdopted adopted ->
                    new StandingEntry<>(
                            entry.recorded(), always(adopted), entry.correctedBy(), entry.texts());
        };
    }

    private static ProgrammeAdopted always(ProgrammeAdopted adopted) {
        Basis basis = adopted.basis();
        return new ProgrammeAdopted(
                adopted.programme(),
                adopted.name(),
                adopted.firstYear(),
                adopted.lastYear(),
                adopted.publishers(),
                new Basis(ALWAYS, basis.actor(), basis.source()),
                adopted.reason());
    }

    private static ProgrammeState evolve(
            @Nullable ProgrammeState before, StandingEntry<OwnFact> entry) {
        OwnFact said = entry.event();
        return switch (said) {
            case ProgrammeAdopted adopted ->
                    new ProgrammeState(
                            said.name(), adopted.firstYear(), said.lastYear(), said.publishers());
            case ProgrammeRevised _ when before != null ->
                    new ProgrammeState(
                            said.name(), before.firstYear(), said.lastYear(), said.publishers());
            case ProgrammeRevised _ ->
                    throw new IllegalArgumentException(
                            "entry " + entry.number() + " revises what is not adopted");
        };
    }
}
