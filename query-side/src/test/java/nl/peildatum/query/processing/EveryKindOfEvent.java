package nl.peildatum.query.processing;

import static nl.peildatum.query.RecordedEvents.adopted;
import static nl.peildatum.query.RecordedEvents.content;
import static nl.peildatum.query.RecordedEvents.line;
import static nl.peildatum.query.RecordedEvents.on;
import static nl.peildatum.query.RecordedEvents.planned;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import nl.peildatum.events.ActionEvent.ActionBaselined;
import nl.peildatum.events.ActionEvent.ActionCompleted;
import nl.peildatum.events.ActionEvent.ActionDelayed;
import nl.peildatum.events.ActionEvent.ActionEntryCorrected;
import nl.peildatum.events.ActionEvent.ActionEntryRetracted;
import nl.peildatum.events.ActionEvent.ActionExcluded;
import nl.peildatum.events.ActionEvent.ActionExplained;
import nl.peildatum.events.ActionEvent.ActionIncluded;
import nl.peildatum.events.ActionEvent.ActionLinked;
import nl.peildatum.events.ActionEvent.ActionMadeFinite;
import nl.peildatum.events.ActionEvent.ActionMadeOngoing;
import nl.peildatum.events.ActionEvent.ActionMoved;
import nl.peildatum.events.ActionEvent.ActionRelabelled;
import nl.peildatum.events.ActionEvent.ActionReopened;
import nl.peildatum.events.ActionEvent.ActionReordered;
import nl.peildatum.events.ActionEvent.ActionRescheduled;
import nl.peildatum.events.ActionEvent.ActionResumed;
import nl.peildatum.events.ActionEvent.ActionRetitled;
import nl.peildatum.events.ActionEvent.ActionStarted;
import nl.peildatum.events.ActionEvent.ActionWithdrawn;
import nl.peildatum.events.ActionEvent.DelayRescheduled;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.Basis;
import nl.peildatum.events.Correction;
import nl.peildatum.events.EntryCorrected;
import nl.peildatum.events.Event;
import nl.peildatum.events.Link;
import nl.peildatum.events.LinkKind;
import nl.peildatum.events.ProgrammeEvent.ActionLineRevised;
import nl.peildatum.events.ProgrammeEvent.ProgrammeEntryCorrected;
import nl.peildatum.events.ProgrammeEvent.ProgrammeEntryRetracted;
import nl.peildatum.events.ProgrammeEvent.ProgrammeRevised;
import nl.peildatum.events.ProgrammeEvent.SignalAccepted;
import nl.peildatum.events.ProgrammeEvent.SignalDismissed;
import nl.peildatum.events.ProgrammeEvent.TextErased;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.events.ReportEvent.ReportFixed;
import nl.peildatum.events.ReportEvent.ReportProposed;
import nl.peildatum.events.Status;
import nl.peildatum.eventstore.TestCorrections;

/** A programme with one legal history in which every kind of event occurs. */
public final class EveryKindOfEvent {

    /** How many entries there are. */
    public static final int COUNT = in(new ProgrammeId("p")).size();

    /** The last entry before those that are about others. */
    public static final int FACTS =
            (int)
                    in(new ProgrammeId("p")).stream()
                            .takeWhile(event -> !(event instanceof EntryCorrected))
                            .count();

    private EveryKindOfEvent() {}

    public static List<Event> in(ProgrammeId programme) {
        ActionId first = new ActionId(programme, "24");
        ActionId second = new ActionId(programme, "25");
        return List.of(
                adopted(programme),
                line(programme, 3),
                new ActionLineRevised(
                        programme, 3, content("Nieuwe titel"), on("2025-12-01"), "nieuwe naam"),
                planned(first, 3, "2025-11-30"),
                new ActionBaselined(
                        first,
                        Status.NOT_STARTED,
                        new Basis(LocalDate.parse("2025-11-30"), "subject-1", "het overzicht"),
                        null,
                        "De eerste toelichting"),
                new ActionStarted(first, on("2025-12-05"), null, null),
                new ActionDelayed(
                        first,
                        LocalDate.parse("2026-09-01"),
                        on("2026-01-15"),
                        "de leverancier later levert.",
                        null),
                new DelayRescheduled(first, LocalDate.parse("2026-12-01"), on("2026-01-20"), null),
                new ActionResumed(first, on("2026-02-01"), null, "Het loopt weer"),
                new ActionMadeOngoing(first, on("2026-02-02"), null, null),
                new ActionMadeFinite(first, on("2026-02-03"), null, null),
                new ActionCompleted(first, on("2026-02-04"), null, null),
                new ActionReopened(first, on("2026-02-05"), "er nog werk ligt", null),
                new ActionExplained(first, on("2026-02-06"), null, "Een nieuwe toelichting"),
                new ActionRetitled(first, "Een andere titel", on("2026-02-07"), null),
                new ActionRescheduled(
                        first, new TreeSet<>(List.of(2026, 2027)), on("2026-02-08"), null),
                new ActionMoved(first, null, on("2026-02-09"), null),
                new ActionExcluded(first, on("2026-02-10"), "telt nu niet"),
                new ActionIncluded(first, on("2026-02-11"), null),
                new ActionReordered(first, 7, on("2026-02-12"), null),
                planned(second, 3, "2025-12-15"),
                new ActionLinked(
                        first, List.of(new Link(LinkKind.FOLLOWS, "25")), on("2026-02-13"), null),
                new ActionWithdrawn(first, on("2026-02-14"), "het plan is vervallen", null),
                new ActionEntryCorrected(
                        first,
                        7,
                        datedOn("2026-01-10"),
                        on("2026-02-15"),
                        "de brief was ouder",
                        null,
                        null,
                        null),
                new ActionEntryRetracted(first, 20, on("2026-02-16"), "verkeerde actie"),
                new ProgrammeEntryCorrected(
                        programme,
                        3,
                        datedOn("2025-12-02"),
                        on("2026-02-17"),
                        "een dag later",
                        null),
                new ProgrammeEntryRetracted(programme, 3, on("2026-02-18"), "toch niet"),
                new SignalAccepted(programme, "tekst-24", on("2026-02-19"), "klopt zo"),
                new SignalDismissed(programme, "tekst-25", on("2026-02-19"), "niets aan de hand"),
                new ReportProposed(
                        programme,
                        LocalDate.parse("2026-01-31"),
                        25,
                        "overzicht/1",
                        "ab".repeat(32),
                        null,
                        on("2026-02-20"),
                        null),
                new ReportFixed(
                        programme,
                        LocalDate.parse("2026-01-31"),
                        25,
                        "overzicht/1",
                        "ab".repeat(32),
                        "Eerste kwartaal",
                        30L,
                        on("2026-02-21"),
                        null),
                new TextErased(programme, 5, first, on("2026-02-22"), "er stond een naam in"),
                new ActionRelabelled(first, "24a", on("2026-02-13"), "los van 25"),
                new ProgrammeRevised(
                        programme,
                        "Samen verder",
                        2030,
                        List.of("Ministerie", "Gemeenten"),
                        on("2026-02-01"),
                        "verlengd"));
    }

    private static Correction datedOn(String day) {
        return TestCorrections.of("effectiveOn", LocalDate.parse(day));
    }
}
