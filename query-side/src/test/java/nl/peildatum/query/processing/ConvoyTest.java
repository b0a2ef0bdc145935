package nl.peildatum.query.processing;

import static nl.peildatum.query.ReadDatabase.await;
import static nl.peildatum.query.ReadDatabase.everywhere;
import static nl.peildatum.query.RecordedEvents.adopted;
import static nl.peildatum.query.RecordedEvents.on;
import static nl.peildatum.query.RecordedEvents.planned;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import nl.peildatum.events.ActionEvent.ActionExplained;
import nl.peildatum.events.ActionEvent.ActionRetitled;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.Announcements;
import nl.peildatum.eventstore.EventStream;
import nl.peildatum.eventstore.Journal;
import nl.peildatum.eventstore.PostgresEventStorageEngine;
import nl.peildatum.query.ReadDatabase;
import nl.peildatum.query.RecordedEvents;
import nl.peildatum.query.api.CountedStatements;
import nl.peildatum.query.dashboard.Dashboard;
import nl.peildatum.query.journal.RecordedEntries;
import nl.peildatum.query.reports.Reports;
import nl.peildatum.query.trail.AuditTrail;
import nl.peildatum.query.versions.AnyHistory;
import nl.peildatum.query.versions.Versions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What projections cost that are fed together, and how one is alone and with the others again. */
class ConvoyTest {

    private static final List<String> PROJECTIONS =
            List.of("versions", "dashboard", "journal", "audit_trail", "reports");
    private static final int WRITERS = 8;
    private static final int EACH = 40;

    private final ReadDatabase database = new ReadDatabase();
    private final Announcements announcements = new Announcements(database.database().dataSource());
    private final CountedStatements counted = new CountedStatements(database.dataSource());
    private final Projections projections = projections();

    private Projections projections() {
        JdbcClient jdbc = JdbcClient.create(counted);
        Journal journal = new Journal(counted);
        KnownEntries known = new KnownEntries(journal);
        return new Projections(
                counted,
                journal,
                known,
                new EventStream(new PostgresEventStorageEngine(counted), announcements),
                List.of(
                        new Versions(jdbc, known),
                        new Dashboard(jdbc, known),
                        new RecordedEntries(jdbc),
                        new AuditTrail(jdbc, journal, known),
                        new Reports(jdbc)),
                2,
                "knoop");
    }

    @BeforeEach
    void start() {
        projections.start();
    }

    @AfterEach
    void stop() {
        projections.stop();
        announcements.close();
        database.close();
    }

    /** A programme with an action, and as many explanations of it as are asked for. */
    private final class Writer {

        private final RecordedEvents events = new RecordedEvents(database.database().dataSource());
        private final ProgrammeId programme;
        private final ActionId action;
        private int recorded = 2;

        Writer(String name) {
            programme = new ProgrammeId(name);
            action = new ActionId(programme, "1");
            events.record(adopted(programme), planned(action, null, "2025-01-01"));
        }

        void write(int entries) {
            for (int i = 0; i < entries; i++) {
                recorded++;
                events.record(
                        new ActionExplained(
                                action,
                                on(LocalDate.parse("2025-01-01").plusDays(recorded / 3)),
                                null,
                                "Toelichting " + recorded));
            }
        }

        boolean isProcessed() {
            return database.processed(programme).equals(everywhere(recorded));
        }
    }

    @Test
    void an_entry_alone_costs_a_handful_of_statements() {
        Writer writer = new Writer("een");
        writer.write(20);
        await(writer::isProcessed);

        List<String> executed =
                counted.during(
                        () -> {
                            for (int i = 0; i < EACH; i++) {
                                writer.write(1);
                                await(writer::isProcessed);
                            }
                        });

        System.out.printf("query_statements_per_command_1 %.1f%n", executed.size() / (double) EACH);
        assertThat(executed).noneMatch(sql -> sql.contains("SAVEPOINT"));
        assertThat(executed.size() / (double) EACH).isLessThanOrEqualTo(12);
    }

    @Test
    void entries_of_many_writers_share_statements() throws Exception {
        List<Writer> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(new Writer("programma-" + i));
            writers.getLast().write(10);
        }
        await(() -> writers.stream().allMatch(Writer::isProcessed));

        List<String> executed =
                counted.during(
                        () -> {
                            try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
                                writers.forEach(
                                        writer -> threads.execute(() -> writer.write(EACH)));
                            }
                            await(() -> writers.stream().allMatch(Writer::isProcessed));
                        });

        double perCommand = executed.size() / (double) (WRITERS * EACH);
        System.out.printf("query_statements_per_command_8 %.1f%n", perCommand);
        assertThat(perCommand).isLessThanOrEqualTo(5);
    }

    @Test
    void what_is_processed_entry_by_entry_reads_as_what_is_replayed() {
        RecordedEvents events = new RecordedEvents(database.database().dataSource());
        Random random = new Random(20_251_130);
        Map<ProgrammeId, Integer> recorded = new LinkedHashMap<>();
        AnyHistory.changes()
                .sampleStream()
                .limit(30)
                .forEach(
                        changes -> {
                            ProgrammeId programme = new ProgrammeId("p" + recorded.size());
                            List<Event> history = AnyHistory.of(programme, changes);
                            for (int from = 0; from < history.size(); ) {
                                int next = Math.min(history.size(), from + 1 + random.nextInt(3));
                                events.record(history.subList(from, next));
                                from = next;
                            }
                            recorded.put(programme, history.size());
                        });
        BooleanSupplier done =
                () ->
                        recorded.entrySet().stream()
                                .allMatch(
                                        one ->
                                                database.processed(one.getKey())
                                                        .equals(everywhere(one.getValue())));
        await(done);
        Map<String, Map<String, List<String>>> before = database.dumps();

        PROJECTIONS.forEach(projections::replay);
        await(done);
        await(this::isTogether);

        assertThat(database.dumps()).isEqualTo(before);
    }

    @Test
    void one_that_is_replayed_is_with_the_others_again() {
        Writer writer = new Writer("een");
        writer.write(20);
        await(writer::isProcessed);

        projections.replay("dashboard");
        await(writer::isProcessed);
        await(this::isTogether);

        writer.write(5);
        await(writer::isProcessed);
        assertThat(projections.states())
                .allSatisfy(
                        state -> {
                            assertThat(state.replaying()).isFalse();
                            assertThat(state.position())
                                    .isEqualTo(projections.states().getFirst().position());
                        });
    }

    /** As where a version brings one more projection than the one before. */
    @Test
    void one_that_lacks_what_the_others_have_catches_up_alone_and_holds_up_nobody() {
        Writer writer = new Writer("een");
        writer.write(20);
        await(writer::isProcessed);
        database.jdbc().sql("DELETE FROM progress WHERE projection = 'versions'").update();
        for (String table :
                List.of("programme_version", "line_version", "action_version", "action_entry")) {
            database.jdbc().sql("DELETE FROM " + table).update();
        }

        writer.events.record(new ActionRetitled(writer.action, "Anders", on("2026-01-01"), null));
        writer.recorded++;
        await(writer::isProcessed);
        await(this::isTogether);

        projections.states().forEach(state -> assertThat(state.standsStill()).isNull());
        Map<String, Map<String, List<String>>> caughtUp = database.dumps();
        assertThat(caughtUp.get("versions")).containsKey("action_entry");
        projections.replay("versions");
        await(writer::isProcessed);
        assertThat(database.dumps()).isEqualTo(caughtUp);
    }

    private boolean isTogether() {
        return database.jdbc()
                .sql("SELECT DISTINCT processor_name FROM token_entry")
                .query(String.class)
                .list()
                .equals(List.of(Tokens.TOGETHER));
    }
}
