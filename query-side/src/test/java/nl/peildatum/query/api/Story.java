package nl.peildatum.query.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import nl.peildatum.events.ActionEvent;
import nl.peildatum.events.ActionEvent.ActionBaselined;
import nl.peildatum.events.ActionEvent.ActionCompleted;
import nl.peildatum.events.ActionEvent.ActionDelayed;
import nl.peildatum.events.ActionEvent.ActionExplained;
import nl.peildatum.events.ActionEvent.ActionLinked;
import nl.peildatum.events.ActionEvent.ActionMoved;
import nl.peildatum.events.ActionEvent.ActionPlanned;
import nl.peildatum.events.ActionEvent.ActionResumed;
import nl.peildatum.events.ActionEvent.ActionStarted;
import nl.peildatum.events.ActionEvent.ActionWithdrawn;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.Basis;
import nl.peildatum.events.Event;
import nl.peildatum.events.LineContent;
import nl.peildatum.events.Link;
import nl.peildatum.events.ProgrammeEvent;
import nl.peildatum.events.ProgrammeEvent.ActionLineDefined;
import nl.peildatum.events.ProgrammeEvent.ProgrammeAdopted;
import nl.peildatum.events.ProgrammeEvent.TextErased;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.events.ReportEvent;
import nl.peildatum.events.Status;
import nl.peildatum.eventstore.Journal;
import nl.peildatum.eventstore.JournalEntry;
import nl.peildatum.eventstore.PostgresEventStorageEngine;
import nl.peildatum.query.api.cut.ProjectionName;
import nl.peildatum.query.dashboard.Dashboard;
import nl.peildatum.query.journal.RecordedEntries;
import nl.peildatum.query.processing.KnownEntries;
import nl.peildatum.query.processing.Projection;
import nl.peildatum.query.reports.Reports;
import nl.peildatum.query.trail.AuditTrail;
import nl.peildatum.query.versions.Versions;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A programme of its own, recorded in the real event table and taken in by the real projections,
 * which go exactly as far as they are told.
 */
final class Story {
    private static final JdbcClient JDBC = JdbcClient.create(Asked.dataSource());
    private static final Journal JOURNAL = new Journal(Asked.dataSource());
    private static final KnownEntries KNOWN = new KnownEntries(JOURNAL);
    private static final TransactionTemplate TOGETHER =
            new TransactionTemplate(new JdbcTransactionManager(Asked.dataSource()));
    private static final PostgresEventStorageEngine ENGINE =
            new PostgresEventStorageEngine(Asked.dataSource());
    private static final Map<ProjectionName, Projection> PROJECTIONS =
            Map.of(
                    ProjectionName.VERSIONS, new Versions(JDBC, KNOWN),
                    ProjectionName.DASHBOARD, new Dashboard(JDBC, KNOWN),
                    ProjectionName.JOURNAL, new RecordedEntries(JDBC),
                    ProjectionName.AUDIT_TRAIL, new AuditTrail(JDBC, JOURNAL, KNOWN),
                    ProjectionName.REPORTS, new Reports(JDBC));

    final String programme;
    private final ProgrammeId id;
    private final Map<String, Long> sequences = new HashMap<>();
    private final Set<ProjectionName> parked = EnumSet.noneOf(ProjectionName.class);

    private Story(String programme) {
        this.programme = programme;
        id = new ProgrammeId(programme);
    }

    /** A programme that was adopted. */
    static Story adopted() {
        return adopted("p-" + UUID.randomUUID().toString().substring(0, 8));
    }

    static Story adopted(String programme) {
        Story story = new Story(programme);
        story.tell(
                new ProgrammeAdopted(
                        story.id,
                        "Programma " + programme,
                        2024,
                        2027,
                        List.of("JenV", "SZW"),
                        story.basis("2024-01-01"),
                        null));
        return story;
    }

    /** A programme of which all of this is recorded, in one go. */
    static Story of(Function<ProgrammeId, List<Event>> history) {
        Story story = new Story("p-" + UUID.randomUUID().toString().substring(0, 8));
        story.tell(history.apply(story.id).toArray(Event[]::new));
        return story;
    }

    /** Lets these projections go no further. */
    Story park(ProjectionName... projections) {
        parked.addAll(List.of(projections));
        return this;
    }

    /** Lets all projections catch up with everything recorded. */
    Story unpark() {
        parked.clear();
        catchUp();
        return this;
    }

    /** Has whatever any test left unprocessed count as processed. */
    static void nothingIsBehind() {
        JDBC.sql(
                        """
                        UPDATE progress p SET processed = (
                            SELECT max(e.journal_number) FROM events.event e
                            WHERE e.programme = p.programme)""")
                .update();
    }

    /** Records events and lets every projection that is not parked take them in. */
    long tell(Event... events) {
        List<GenericDomainEventMessage<Event>> messages = new ArrayList<>();
        for (Event event : events) {
            String aggregate =
                    switch (event) {
                        case ActionEvent about -> about.action().toString();
                        case ReportEvent about -> id + "/rapportages/" + about.reportDate();
                        case ProgrammeEvent _ -> id.value();
                    };
            String type =
                    switch (event) {
                        case ActionEvent _ -> "Action";
                        case ReportEvent _ -> "Report";
                        case ProgrammeEvent _ -> "Programme";
                    };
            long sequence = sequences.merge(aggregate, 0L, (old, _) -> old + 1);
            messages.add(new GenericDomainEventMessage<>(type, aggregate, sequence, event));
        }
        ENGINE.appendEvents(messages);
        catchUp();
        return head();
    }

    private void catchUp() {
        TOGETHER.executeWithoutResult(
                _ ->
                        PROJECTIONS.forEach(
                                (name, projection) -> {
                                    if (!parked.contains(name)) {
                                        takeIn(name, projection);
                                    }
                                }));
    }

    private void takeIn(ProjectionName name, Projection projection) {
        long processed =
                JDBC.sql("SELECT processed FROM progress WHERE projection = ? AND programme = ?")
                        .params(name.stored(), programme)
                        .query(Long.class)
                        .optional()
                        .orElse(0L);
        List<JournalEntry<Event>> act = JOURNAL.between(id, processed + 1, Long.MAX_VALUE);
        if (act.isEmpty()) {
            return;
        }
        projection.on(act);
        JournalEntry<Event> last = act.getLast();
        for (JournalEntry<Event> entry : act) {
            if (entry.event() instanceof TextErased erasure) {
                projection.erase(
                        JOURNAL.between(id, erasure.entry(), erasure.entry()).getFirst(),
                        last.number());
            }
        }
        JDBC.sql(
                        """
                        INSERT INTO progress VALUES (?, ?, ?, ?)
                        ON CONFLICT (projection, programme) DO UPDATE SET
                            processed = excluded.processed, recorded_at = excluded.recorded_at""")
                .params(
                        name.stored(),
                        programme,
                        last.number(),
                        last.recordedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    long head() {
        return JOURNAL.head(id).number();
    }

    Instant recordedAt(long number) {
        return JOURNAL.between(id, number, number).getFirst().recordedAt();
    }

    ActionId action(String code) {
        return new ActionId(id, code);
    }

    Basis basis(String day) {
        return new Basis(LocalDate.parse(day), "subject-1", null);
    }

    // --- what is told most

    long line(int number, String title, int position, String day) {
        return tell(
                new ActionLineDefined(
                        id,
                        number,
                        new LineContent(
                                title,
                                "Lang " + title,
                                null,
                                null,
                                List.of(),
                                null,
                                List.of(),
                                position),
                        basis(day),
                        null));
    }

    long planned(String code, @Nullable Integer line, @Nullable Integer position, String day) {
        return planned(code, "Titel van " + code, line, position, day);
    }

    long planned(
            String code,
            String title,
            @Nullable Integer line,
            @Nullable Integer position,
            String day) {
        return tell(
                new ActionPlanned(
                        action(code),
                        code,
                        title,
                        line,
                        new TreeSet<>(Set.of(2024, 2025)),
                        true,
                        null,
                        position,
                        basis(day),
                        null,
                        "Toelichting bij " + code));
    }

    long outside(String code, String reason, String day) {
        return tell(
                new ActionPlanned(
                        action(code),
                        code,
                        null,
                        null,
                        new TreeSet<>(),
                        false,
                        reason,
                        null,
                        basis(day),
                        null,
                        null));
    }

    long baselined(String code, Status status, String day) {
        return tell(
                new ActionBaselined(
                        action(code),
                        status,
                        new Basis(LocalDate.parse(day), "subject-1", "Overzicht november 2025"),
                        null,
                        null));
    }

    long started(String code, String day) {
        return tell(new ActionStarted(action(code), basis(day), null, null));
    }

    long delayed(String code, String day, String reason, @Nullable String until) {
        return tell(
                new ActionDelayed(
                        action(code),
                        until == null ? null : LocalDate.parse(until),
                        basis(day),
                        reason,
                        null));
    }

    long resumed(String code, String day) {
        return tell(new ActionResumed(action(code), basis(day), null, null));
    }

    long completed(String code, String day) {
        return tell(new ActionCompleted(action(code), basis(day), null, null));
    }

    long withdrawn(String code, String day, String reason) {
        return tell(new ActionWithdrawn(action(code), basis(day), reason, null));
    }

    long moved(String code, @Nullable Integer line, String day) {
        return tell(new ActionMoved(action(code), line, basis(day), null));
    }

    long explained(String code, String explanation, String day) {
        return tell(new ActionExplained(action(code), basis(day), null, explanation));
    }

    long linked(String code, Link link, String day) {
        return tell(new ActionLinked(action(code), List.of(link), basis(day), null));
    }

    long erased(long entry, @Nullable String code) {
        return tell(
                new TextErased(
                        id,
                        entry,
                        code == null ? null : action(code),
                        basis("2026-03-01"),
                        "er stond een naam in"));
    }

    // --- what is asked

    Asked.Answer ask(String path) {
        return Asked.get("/" + programme + path);
    }
}
