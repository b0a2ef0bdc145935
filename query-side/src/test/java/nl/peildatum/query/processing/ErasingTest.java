package nl.peildatum.query.processing;

import static nl.peildatum.query.ReadDatabase.await;
import static nl.peildatum.query.ReadDatabase.everywhere;
import static nl.peildatum.query.RecordedEvents.adopted;
import static nl.peildatum.query.RecordedEvents.content;
import static nl.peildatum.query.RecordedEvents.line;
import static nl.peildatum.query.RecordedEvents.on;
import static nl.peildatum.query.RecordedEvents.planned;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import nl.peildatum.events.ActionEvent.ActionDelayed;
import nl.peildatum.events.ActionEvent.ActionEntryCorrected;
import nl.peildatum.events.ActionEvent.ActionEntryRetracted;
import nl.peildatum.events.ActionEvent.ActionExcluded;
import nl.peildatum.events.ActionEvent.ActionExplained;
import nl.peildatum.events.ActionEvent.ActionPlanned;
import nl.peildatum.events.ActionEvent.ActionRetitled;
import nl.peildatum.events.ActionEvent.ActionStarted;
import nl.peildatum.events.ActionEvent.ActionWithdrawn;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.Correction;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeEvent.ActionLineRevised;
import nl.peildatum.events.ProgrammeEvent.ProgrammeEntryCorrected;
import nl.peildatum.events.ProgrammeEvent.SignalAccepted;
import nl.peildatum.events.ProgrammeEvent.TextErased;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.events.ReportEvent.ReportFixed;
import nl.peildatum.eventstore.Announcements;
import nl.peildatum.eventstore.EventStream;
import nl.peildatum.eventstore.PostgresEventStorageEngine;
import nl.peildatum.eventstore.TestCorrections;
import nl.peildatum.query.ReadDatabase;
import nl.peildatum.query.RecordedEvents;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErasingTest {

    private static final ProgrammeId PROGRAMME = new ProgrammeId("proef");
    private static final ActionId ACTION = new ActionId(PROGRAMME, "24");
    private static final List<String> PROJECTIONS =
            List.of("versions", "dashboard", "journal", "audit_trail", "reports");

    /** What must be gone in the end. */
    private static final String MARK = "Merkteken-7f3a";

    private final ReadDatabase database = new ReadDatabase();
    private final RecordedEvents events = new RecordedEvents(database.database().dataSource());
    private final Announcements announcements = new Announcements(database.database().dataSource());
    private final Projections projections =
            new Projections(
                    database.dataSource(),
                    database.journal(),
                    database.known(),
                    new EventStream(
                            new PostgresEventStorageEngine(database.dataSource()), announcements),
                    database.projections(),
                    2,
                    UUID.randomUUID().toString());

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

    /** A text wherever there can be one; some of them alike, so that erasing makes them differ. */
    private static List<Event> history() {
        return List.of(
                adopted(PROGRAMME),
                line(PROGRAMME, 3),
                new ActionLineRevised(
                        PROGRAMME, 3, content("Nieuw"), on("2025-12-01"), MARK + " regel"),
                new ActionPlanned(
                        ACTION,
                        "24",
                        "Titel",
                        3,
                        new TreeSet<>(List.of(2026)),
                        false,
                        MARK + " sluit uit",
                        null,
                        on("2026-01-01"),
                        MARK + " plan",
                        MARK + " toelichting"),
                new ActionStarted(ACTION, on("2026-01-02"), null, null),
                new ActionDelayed(ACTION, null, on("2026-01-15"), MARK + " liep uit", MARK + " A"),
                new ActionExplained(ACTION, on("2026-01-20"), null, MARK + " B"),
                // what was ‘from A to B’ stays so when A is said once more in between, and does not
                // when one of the two is erased
                new ActionExplained(ACTION, on("2026-01-18"), MARK, MARK + " A"),
                new ActionExplained(ACTION, on("2026-01-19"), null, "zonder naam"),
                new ActionEntryCorrected(
                        ACTION,
                        6,
                        correction(),
                        on("2026-02-01"),
                        MARK + " klopte niet",
                        MARK + " liep nog verder uit",
                        MARK + " A",
                        null),
                new ActionEntryCorrected(
                        ACTION,
                        10,
                        correction(),
                        on("2026-02-02"),
                        MARK + " weer",
                        MARK + " liep nog verder uit",
                        MARK + " C",
                        null),
                new ActionExcluded(ACTION, on("2026-02-03"), MARK + " telt niet"),
                new ActionEntryRetracted(ACTION, 9, on("2026-02-04"), MARK + " terug"),
                new ProgrammeEntryCorrected(
                        PROGRAMME, 3, correction(), on("2026-02-05"), MARK + " r", MARK + " s"),
                new SignalAccepted(PROGRAMME, "tekst-24", on("2026-02-06"), MARK + " oordeel"),
                new ReportFixed(
                        PROGRAMME,
                        LocalDate.parse("2026-01-31"),
                        15,
                        "overzicht/1",
                        "ab".repeat(32),
                        null,
                        null,
                        on("2026-02-07"),
                        MARK + " nog eens"),
                new ActionWithdrawn(ACTION, on("2026-02-08"), MARK + " vervalt", null));
    }

    private static Correction correction() {
        return TestCorrections.of();
    }

    private static List<Long> withText(List<Event> history) {
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < history.size(); i++) {
            if (history.get(i).toString().contains(MARK)) {
                numbers.add(i + 1L);
            }
        }
        return numbers;
    }

    private static TextErased erased(List<Event> history, long entry) {
        return new TextErased(
                PROGRAMME, entry, about(history.get((int) entry - 1)), on("2026-03-01"), "naam");
    }

    private static @Nullable ActionId about(Event event) {
        return event instanceof nl.peildatum.events.ActionEvent action ? action.action() : null;
    }

    @Test
    void no_table_holds_a_text_that_was_erased() {
        List<Event> history = history();
        events.record(history);
        await(() -> database.processed(PROGRAMME).equals(everywhere(history.size())));
        assertThat(tablesWithMark())
                .containsExactly(
                        "events.event",
                        "read_v2.action_version",
                        "read_v2.audit_line",
                        "read_v2.dashboard_action",
                        "read_v2.journal_entry",
                        "read_v2.report_entry");

        List<Long> numbers = withText(history);
        numbers.forEach(entry -> events.record(erased(history, entry)));

        await(
                () ->
                        database.processed(PROGRAMME)
                                .equals(everywhere(history.size() + numbers.size())));
        assertThat(tablesWithMark()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void the_tables_are_those_of_a_replay(long seed) {
        List<Event> history = new ArrayList<>(history());
        events.record(history);
        await(() -> database.processed(PROGRAMME).equals(everywhere(history.size())));
        List<Long> numbers = withText(history);
        Collections.shuffle(numbers, new Random(seed));
        int half = numbers.size() / 2;

        erase(history, numbers.subList(0, half));
        isAsAfterAReplay();
        long recorded = (long) history.size() + half;
        events.record(
                new ActionExplained(ACTION, on("2026-01-16"), null, MARK + " A"),
                new ActionEntryCorrected(
                        ACTION, 6, correction(), on("2026-02-09"), "weer", null, MARK + " D", null),
                new ActionEntryRetracted(ACTION, 17, on("2026-02-10"), "toch niet"));
        await(() -> database.processed(PROGRAMME).equals(everywhere(recorded + 3)));
        isAsAfterAReplay();
        erase(history, numbers.subList(half, numbers.size()));
        events.record(
                new TextErased(PROGRAMME, recorded + 1, ACTION, on("2026-03-01"), "naam"),
                new TextErased(PROGRAMME, recorded + 2, ACTION, on("2026-03-01"), "naam"));
        await(
                () ->
                        database.processed(PROGRAMME)
                                .equals(everywhere(recorded + 3 + numbers.size() - half + 2)));
        isAsAfterAReplay();

        assertThat(tablesWithMark()).isEmpty();
    }

    private void erase(List<Event> history, List<Long> numbers) {
        for (long number : numbers) {
            long head = database.journal().head(PROGRAMME).number();
            events.record(erased(history, number));
            await(() -> database.processed(PROGRAMME).equals(everywhere(head + 1)));
        }
    }

    private void isAsAfterAReplay() {
        Map<String, Long> reached = database.processed(PROGRAMME);
        Map<String, Map<String, List<String>>> before = database.dumps();
        PROJECTIONS.forEach(projections::replay);
        await(() -> database.processed(PROGRAMME).equals(reached));
        assertThat(database.dumps()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"action_version:title", "journal_entry:kind", "audit_line:sentence"})
    void an_erasure_does_not_wait_where_the_programme_is_parked(String tableAndColumn) {
        String table = tableAndColumn.substring(0, tableAndColumn.indexOf(':'));
        String column = tableAndColumn.substring(tableAndColumn.indexOf(':') + 1);
        String gif = column.equals("kind") ? "TITEL" : "%gif%";
        List<Event> history = history();
        events.record(history);
        await(() -> database.processed(PROGRAMME).equals(everywhere(history.size())));
        database.jdbc()
                .sql(
                        "ALTER TABLE %s ADD CONSTRAINT gif CHECK (%s NOT LIKE '%s')"
                                .formatted(table, column, gif))
                .update();
        events.record(new ActionRetitled(ACTION, "gif", on("2026-01-03"), MARK));
        await(() -> letters() == 1);
        List<Long> numbers = withText(history);

        numbers.forEach(entry -> events.record(erased(history, entry)));
        long parked = history.size() + 1L;
        events.record(new TextErased(PROGRAMME, parked, ACTION, on("2026-03-01"), "naam"));
        await(() -> letters() == numbers.size() + 2);
        await(() -> database.processed(PROGRAMME).containsValue(parked + numbers.size() + 1));
        await(() -> tablesWithMark().isEmpty());

        database.jdbc().sql("ALTER TABLE " + table + " DROP CONSTRAINT gif").update();
        PROJECTIONS.forEach(projection -> projections.retry(projection, PROGRAMME));
        await(() -> database.processed(PROGRAMME).equals(everywhere(parked + numbers.size() + 1)));
        isAsAfterAReplay();
    }

    @Test
    void an_erasure_does_not_wait_behind_an_entry_that_cannot_be_read() {
        List<Event> history = history();
        events.record(history);
        await(() -> database.processed(PROGRAMME).equals(everywhere(history.size())));
        database.jdbc()
                .sql(
                        """
                        INSERT INTO events.event (
                            global_index, programme, journal_number, recorded_at, event_id,
                            aggregate_type, aggregate_id, sequence_number, name, revision, facts, hash)
                        VALUES (nextval('events.global_index'), ?, ?, clock_timestamp(), ?, 'Action',
                            ?, 1000, 'something-of-later', 1, '{}', sha256('hash'));
                        NOTIFY peildatum_events""")
                .param(PROGRAMME.value())
                .param(history.size() + 1)
                .param(UUID.randomUUID())
                .param(ACTION.toString())
                .update();
        await(() -> letters() == PROJECTIONS.size());

        withText(history).forEach(entry -> events.record(erased(history, entry)));

        await(() -> tablesWithMark().isEmpty());
        assertThat(database.processed(PROGRAMME)).isEqualTo(everywhere(history.size()));
    }

    /** Whether it was kept when it was processed, or read and not processed yet. */
    @Test
    void what_was_erased_is_not_told_from_what_was_read_before() throws SQLException {
        events.recordEach(
                adopted(PROGRAMME),
                planned(ACTION, null, "2026-01-01"),
                explained("2026-01-02", MARK + " A"));
        await(() -> database.processed(PROGRAMME).equals(everywhere(3)));
        events.recordEach(
                new TextErased(PROGRAMME, 3, ACTION, on("2026-03-01"), "naam"),
                explained("2026-01-03", "zonder naam"));
        await(() -> database.processed(PROGRAMME).equals(everywhere(5)));
        assertThat(tablesWithMark()).isEmpty();

        try (Connection holding = database.dataSource().getConnection();
                Statement lock = holding.createStatement()) {
            holding.setAutoCommit(false);
            lock.execute("SELECT FROM token_entry FOR UPDATE");
            events.record(explained("2026-01-04", "houdt op"));
            pause();
            events.record(explained("2026-01-05", MARK + " B"));
            pause();
            events.recordEach(
                    new TextErased(PROGRAMME, 7, ACTION, on("2026-03-01"), "naam"),
                    explained("2026-01-06", "weer zonder naam"));
            pause();
            holding.rollback();
        }
        await(() -> database.processed(PROGRAMME).equals(everywhere(9)));
        assertThat(tablesWithMark()).isEmpty();
        isAsAfterAReplay();
    }

    private static ActionExplained explained(String day, String explanation) {
        return new ActionExplained(ACTION, on(day), null, explanation);
    }

    /** Long enough for what was recorded to be read. */
    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private long letters() {
        return database.jdbc().sql("SELECT count(*) FROM dead_letter").query(Long.class).single();
    }

    /** Every table of both schemas, of which some row holds the mark, as text or as bytes. */
    private List<String> tablesWithMark() {
        String bytes = HexFormat.of().formatHex(MARK.getBytes(StandardCharsets.UTF_8));
        return database
                .jdbc()
                .sql(
                        """
                        SELECT table_schema || '.' || table_name FROM information_schema.tables
                        WHERE table_schema IN ('events', 'read_v2') ORDER BY 1""")
                .query(String.class)
                .list()
                .stream()
                .filter(
                        table ->
                                database.jdbc()
                                        .sql(
                                                """
                                                SELECT EXISTS (SELECT FROM %s t
                                                WHERE t::text LIKE ? OR t::text LIKE ?)"""
                                                        .formatted(table))
                                        .params("%" + MARK + "%", "%" + bytes + "%")
                                        .query(Boolean.class)
                                        .single())
                .toList();
    }
}
