package nl.peildatum.query;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.sql.DataSource;
import nl.peildatum.events.ActionEvent;
import nl.peildatum.events.ActionEvent.ActionBaselined;
import nl.peildatum.events.ActionEvent.ActionPlanned;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.Basis;
import nl.peildatum.events.Event;
import nl.peildatum.events.LineContent;
import nl.peildatum.events.ProgrammeEvent;
import nl.peildatum.events.ProgrammeEvent.ActionLineDefined;
import nl.peildatum.events.ProgrammeEvent.ProgrammeAdopted;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.events.ReportEvent;
import nl.peildatum.events.Status;
import nl.peildatum.eventstore.PostgresEventStorageEngine;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.jspecify.annotations.Nullable;

/** Records events in the real event store, as the command-side does. */
public final class RecordedEvents {

    private final PostgresEventStorageEngine engine;
    private final Map<String, Long> sequences = new HashMap<>();

    public RecordedEvents(DataSource dataSource) {
        engine = new PostgresEventStorageEngine(dataSource);
    }

    /** Appends the events, all of one programme, in one go. */
    public void record(Event... events) {
        record(List.of(events));
    }

    /** Appends the events, all of one programme, in one go. */
    public void record(List<? extends Event> events) {
        engine.appendEvents(events.stream().map(this::message).toList());
    }

    /** Appends the events one by one, each an act of its own. */
    public void recordEach(Event... events) {
        for (Event event : events) {
            record(event);
        }
    }

    private EventMessage<?> message(Event event) {
        String type =
                switch (event) {
                    case ActionEvent _ -> "Action";
                    case ReportEvent _ -> "Report";
                    case ProgrammeEvent _ -> "Programme";
                };
        String key =
                switch (event) {
                    case ActionEvent about -> about.action().toString();
                    case ReportEvent about ->
                            about.programme() + "/rapportages/" + about.reportDate();
                    case ProgrammeEvent about -> about.programme().value();
                };
        long sequence = sequences.merge(key, 0L, (old, _) -> old + 1);
        return new GenericDomainEventMessage<>(type, key, sequence, event);
    }

    /** On a date, by somebody, without a source. */
    public static Basis on(LocalDate date) {
        return new Basis(date, "subject-1", null);
    }

    /** On a date written as in {@code 2026-01-15}. */
    public static Basis on(String date) {
        return on(LocalDate.parse(date));
    }

    public static ProgrammeAdopted adopted(ProgrammeId programme) {
        return new ProgrammeAdopted(
                programme,
                "Programma " + programme,
                2024,
                2027,
                List.of("Ministerie"),
                on("2024-01-01"),
                null);
    }

    public static LineContent content(String title) {
        return new LineContent(
                title,
                "De lange titel van " + title,
                null,
                null,
                List.of("een doel"),
                null,
                List.of(),
                1);
    }

    public static ActionLineDefined line(ProgrammeId programme, int number) {
        return new ActionLineDefined(
                programme, number, content("Lijn " + number), on("2024-01-01"), null);
    }

    public static ActionPlanned planned(ActionId action, @Nullable Integer line, String date) {
        return new ActionPlanned(
                action,
                action.code(),
                "Titel van " + action.code(),
                line,
                new TreeSet<>(List.of(2025, 2026)),
                true,
                null,
                null,
                on(date),
                null,
                null);
    }

    public static ActionBaselined baselined(ActionId action, Status status, String date) {
        return new ActionBaselined(
                action,
                status,
                new Basis(LocalDate.parse(date), "subject-1", "monitoringsoverzicht"),
                null,
                "De toelichting");
    }
}
