package nl.peildatum.query.processing;

import static nl.peildatum.query.ReadDatabase.await;
import static nl.peildatum.query.ReadDatabase.everywhere;
import static nl.peildatum.query.RecordedEvents.adopted;
import static nl.peildatum.query.RecordedEvents.on;
import static nl.peildatum.query.RecordedEvents.planned;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.peildatum.events.ActionEvent.ActionRetitled;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.Announcements;
import nl.peildatum.eventstore.EventStream;
import nl.peildatum.eventstore.PostgresEventStorageEngine;
import nl.peildatum.query.ReadDatabase;
import nl.peildatum.query.RecordedEvents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectionsTest {

    private static final int LONG_ACT = 150;

    private static final ProgrammeId SICK = new ProgrammeId("ziek");
    private static final ProgrammeId WELL = new ProgrammeId("gezond");

    private final ReadDatabase database = new ReadDatabase();
    private final RecordedEvents events = new RecordedEvents(database.database().dataSource());
    private final Announcements announcements = new Announcements(database.database().dataSource());
    private Projections projections = node(ParkedEntries.MOST_ENTRIES);

    private Projections node(int mostEntries) {
        return node(UUID.randomUUID().toString(), mostEntries);
    }

    private Projections node(String name, int mostEntries) {
        return new Projections(
                database.dataSource(),
                database.journal(),
                database.known(),
                new EventStream(
                        new PostgresEventStorageEngine(database.dataSource()), announcements),
                database.projections(),
                2,
                name,
                mostEntries);
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

    @Test
    void every_kind_of_event_reaches_every_projection() {
        var all = EveryKindOfEvent.in(WELL);
        events.record(all);

        await(() -> database.processed(WELL).equals(everywhere(all.size())));

        assertThat(projections.states())
                .allSatisfy(
                        state -> {
                            assertThat(state.caughtUp()).isTrue();
                            assertThat(state.parked()).isEmpty();
                            assertThat(state.standsStill()).isNull();
                        });
    }

    @Test
    void a_node_of_the_same_name_goes_on_at_once_where_one_was_killed() {
        events.record(adopted(WELL));
        await(() -> database.processed(WELL).equals(everywhere(1)));
        projections.stop();
        database.jdbc()
                .sql("UPDATE token_entry SET owner = 'gedood', timestamp = ?")
                .param(Instant.now().toString())
                .update();
        events.record(planned(new ActionId(WELL, "1"), null, "2026-01-01"));

        long began = System.nanoTime();
        projections = node("gedood", ParkedEntries.MOST_ENTRIES);
        projections.start();
        await(() -> database.processed(WELL).equals(everywhere(2)));

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void a_database_error_parks_one_programme_until_it_is_mended() {
        database.jdbc()
                .sql("ALTER TABLE action_version ADD CONSTRAINT gif CHECK (title <> 'gif')")
                .update();
        ActionId sick = new ActionId(SICK, "1");
        ActionId well = new ActionId(WELL, "1");
        events.record(adopted(SICK), planned(sick, null, "2026-01-01"));
        events.record(new ActionRetitled(sick, "gif", on("2026-01-02"), null));
        events.record(adopted(WELL), planned(well, null, "2026-01-01"));
        events.record(new ActionRetitled(sick, "beter", on("2026-01-03"), null));
        events.record(new ActionRetitled(well, "goed", on("2026-01-02"), null));
        events.record(new ActionRetitled(sick, "best", on("2026-01-04"), null));

        await(() -> database.processed(WELL).equals(everywhere(3)));
        await(() -> waiting("versions") == 3);
        Map<String, Long> allButVersions = everywhere(5);
        allButVersions.put("versions", 2L);
        await(() -> database.processed(SICK).equals(allButVersions));
        ProjectionState state = projections.state("versions").orElseThrow();
        assertThat(state.parked())
                .containsExactly(
                        new ProjectionState.Parked(
                                "ziek",
                                3,
                                3,
                                "De database weigerde de verwerking (SQLState 23514, regel gif)."));
        assertThat(state.standsStill()).isNull();
        assertThat(state.caughtUp()).isTrue();

        assertThat(projections.retry("versions", SICK)).isFalse();
        assertThat(waiting("versions")).isEqualTo(3);

        database.jdbc().sql("ALTER TABLE action_version DROP CONSTRAINT gif").update();
        assertThat(projections.retry("versions", SICK)).isTrue();

        assertThat(waiting("versions")).isZero();
        assertThat(database.processed(SICK)).containsEntry("versions", 5L);
        events.record(new ActionRetitled(sick, "nog beter", on("2026-01-05"), null));
        await(() -> database.processed(SICK).equals(everywhere(6)));
        assertThat(
                        database.jdbc()
                                .sql(
                                        """
                                        SELECT title FROM action_version
                                        WHERE programme = 'ziek' AND known_to IS NULL
                                        ORDER BY effective_from""")
                                .query(String.class)
                                .list())
                .containsExactly("Titel van 1", "gif", "beter", "best", "nog beter");
    }

    @Test
    void a_failure_in_the_middle_keeps_what_came_before_it_in_the_same_batch() {
        database.jdbc()
                .sql("ALTER TABLE action_version ADD CONSTRAINT gif CHECK (title <> 'gif')")
                .update();
        ActionId sick = new ActionId(SICK, "1");
        events.recordEach(
                adopted(SICK),
                planned(sick, null, "2026-01-01"),
                new ActionRetitled(sick, "gif", on("2026-01-02"), null),
                new ActionRetitled(sick, "beter", on("2026-01-03"), null));

        await(() -> waiting("versions") == 2);

        assertThat(database.processed(SICK)).containsEntry("versions", 2L);
        assertThat(titles()).containsExactly("Titel van 1");
    }

    /** More than a batch of entries, so that it cannot be whole by chance. */
    private static Event[] act(ProgrammeId programme) {
        List<Event> act = new ArrayList<>();
        act.add(adopted(programme));
        for (int action = 1; action < LONG_ACT; action++) {
            act.add(planned(new ActionId(programme, "" + action), null, "2026-01-01"));
        }
        return act.toArray(Event[]::new);
    }

    @Test
    void nobody_sees_a_part_of_an_act() {
        Set<Long> actions = new TreeSet<>();
        events.record(act(WELL));
        await(
                () -> {
                    actions.add(
                            database.jdbc()
                                    .sql("SELECT count(*) FROM action_version")
                                    .query(Long.class)
                                    .single());
                    return database.processed(WELL).equals(everywhere(LONG_ACT));
                });
        events.record(new ActionRetitled(new ActionId(WELL, "1"), "x", on("2026-01-02"), null));
        await(() -> database.processed(WELL).equals(everywhere(LONG_ACT + 1)));

        assertThat(actions).isSubsetOf(0L, LONG_ACT - 1L);
    }

    @Test
    void an_act_is_parked_as_a_whole_and_processed_as_a_whole_when_it_is_retried() {
        database.jdbc()
                .sql("ALTER TABLE action_version ADD CONSTRAINT gif CHECK (action <> '149')")
                .update();
        events.record(act(SICK));
        events.record(new ActionRetitled(new ActionId(SICK, "1"), "x", on("2026-01-02"), null));
        await(() -> waiting("versions") == LONG_ACT + 1);
        assertThat(database.processed(SICK)).doesNotContainKey("versions");
        assertThat(database.dump("versions").values()).allMatch(List::isEmpty);
        assertThat(projections.retry("versions", SICK)).isFalse();
        assertThat(waiting("versions")).isEqualTo(LONG_ACT + 1);

        database.jdbc().sql("ALTER TABLE action_version DROP CONSTRAINT gif").update();

        assertThat(projections.retry("versions", SICK)).isTrue();
        assertThat(waiting("versions")).isZero();
        assertThat(database.processed(SICK)).containsEntry("versions", LONG_ACT + 1L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"geen\": \"plan\"}", "dit is geen JSON"})
    void an_unreadable_event_parks_its_programme_only(String facts) {
        events.record(adopted(SICK));
        insert(SICK, 2, "action-planned", facts);
        events.record(planned(new ActionId(SICK, "2"), null, "2026-01-01"));
        events.record(adopted(WELL));

        await(() -> database.processed(WELL).equals(everywhere(1)));
        for (String projection : everywhere(1).keySet()) {
            await(() -> waiting(projection) == 2);
        }

        assertThat(database.processed(SICK)).isEqualTo(everywhere(1));
        assertThat(projections.states())
                .allSatisfy(
                        state ->
                                assertThat(state.parked())
                                        .singleElement()
                                        .satisfies(
                                                parked -> {
                                                    assertThat(parked.programme())
                                                            .isEqualTo("ziek");
                                                    assertThat(parked.entry()).isEqualTo(2);
                                                    assertThat(parked.because())
                                                            .isEqualTo(
                                                                    "De gebeurtenis kan niet"
                                                                            + " worden gelezen.");
                                                }));
    }

    @Test
    void an_event_of_an_unknown_kind_parks_its_programme_only() {
        events.record(adopted(SICK));
        insert(SICK, 2, "something-of-later", "{}");
        events.record(adopted(WELL));

        await(() -> database.processed(WELL).equals(everywhere(1)));
        for (String projection : everywhere(1).keySet()) {
            await(() -> waiting(projection) == 1);
        }

        assertThat(database.processed(SICK)).isEqualTo(everywhere(1));
        assertThat(projections.retry("journal", SICK)).isFalse();
        assertThat(waiting("journal")).isEqualTo(1);
    }

    @Test
    void a_dead_letter_holds_no_free_text() {
        database.jdbc()
                .sql("ALTER TABLE journal_entry ADD CONSTRAINT gif CHECK (reason <> 'geheim')")
                .update();
        ActionId sick = new ActionId(SICK, "1");
        events.recordEach(
                adopted(SICK),
                planned(sick, null, "2026-01-01"),
                new ActionRetitled(sick, "titel", on("2026-01-02"), "geheim"),
                new ActionRetitled(sick, "titel 2", on("2026-01-02"), "nog geheim"));

        await(() -> waiting("journal") == 2);

        assertThat(
                        database.jdbc()
                                .sql(
                                        """
                                        SELECT convert_from(payload, 'UTF8')
                                            || convert_from(meta_data, 'UTF8')
                                            || coalesce(cause_message, '') FROM dead_letter""")
                                .query(String.class)
                                .list())
                .hasSize(2)
                .noneMatch(letter -> letter.contains("geheim"));
    }

    @Test
    void a_hole_in_the_journal_stops_the_projection_and_is_no_dead_letter() {
        events.record(adopted(WELL));
        await(() -> database.processed(WELL).equals(everywhere(1)));
        insert(WELL, 3, "action-line-defined", "{}");

        await(() -> projections.states().stream().allMatch(s -> s.standsStill() != null));

        assertThat(projections.state("versions").orElseThrow().standsStill())
                .isEqualTo(
                        "In het journaal van programma gezond ontbreekt nummer 2: na nummer 1 kwam"
                                + " nummer 3. De projectie versions staat stil. Controleer het"
                                + " journaal.");
        assertThat(waiting("versions")).isZero();
        assertThat(database.processed(WELL)).isEqualTo(everywhere(1));
    }

    @Test
    void a_full_queue_stops_the_projection_with_an_alarm() {
        projections.stop();
        projections = node(2);
        projections.start();
        database.jdbc().sql("ALTER TABLE journal_entry ADD CHECK (action <> '1')").update();
        ActionId sick = new ActionId(SICK, "1");
        events.recordEach(
                adopted(SICK),
                planned(sick, null, "2026-01-01"),
                new ActionRetitled(sick, "a", on("2026-01-02"), null));
        await(() -> waiting("journal") == 2);
        assertThat(projections.state("journal").orElseThrow().standsStill()).isNull();

        events.record(new ActionRetitled(sick, "b", on("2026-01-02"), null));

        await(() -> projections.state("journal").orElseThrow().standsStill() != null);
        assertThat(projections.state("journal").orElseThrow().standsStill()).contains("vol");
        assertThat(waiting("journal")).isEqualTo(2);
        assertThat(projections.state("versions").orElseThrow().standsStill()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"versions", "dashboard", "journal", "audit_trail", "reports"})
    void a_replay_of_one_projection_gives_the_same_rows(String projection) {
        events.record(EveryKindOfEvent.in(WELL));
        events.record(EveryKindOfEvent.in(SICK));
        await(() -> database.processed(SICK).equals(everywhere(EveryKindOfEvent.COUNT)));
        await(() -> database.processed(WELL).equals(everywhere(EveryKindOfEvent.COUNT)));
        Map<String, Map<String, List<String>>> before = database.dumps();
        assertThat(before.get(projection)).allSatisfy((_, rows) -> assertThat(rows).isNotEmpty());
        database.jdbc().sql("UPDATE progress SET recorded_at = '2000-01-01'").update();
        Map<String, Map<String, List<String>>> marked = database.dumps();

        projections.replay(projection);
        await(() -> database.processed(SICK).equals(everywhere(EveryKindOfEvent.COUNT)));
        await(() -> database.processed(WELL).equals(everywhere(EveryKindOfEvent.COUNT)));

        Map<String, Map<String, List<String>>> after = database.dumps();
        assertThat(after.get(projection)).isEqualTo(before.get(projection));
        marked.remove(projection);
        after.remove(projection);
        assertThat(after).isEqualTo(marked);
        assertThat(projections.state(projection).orElseThrow().replaying()).isFalse();
        events.record(adopted(new ProgrammeId("later")));
        await(() -> database.processed(new ProgrammeId("later")).equals(everywhere(1)));
    }

    @Test
    void a_replay_empties_the_queue_of_its_projection_only() {
        database.jdbc()
                .sql("ALTER TABLE journal_entry ADD CONSTRAINT gif CHECK (action <> '1')")
                .update();
        database.jdbc()
                .sql("ALTER TABLE audit_line ADD CONSTRAINT gif CHECK (action <> '1')")
                .update();
        events.recordEach(adopted(SICK), planned(new ActionId(SICK, "1"), null, "2026-01-01"));
        await(() -> waiting("journal") == 1 && waiting("audit_trail") == 1);
        database.jdbc().sql("ALTER TABLE journal_entry DROP CONSTRAINT gif").update();

        projections.replay("journal");

        await(() -> Long.valueOf(2).equals(database.processed(SICK).get("journal")));
        assertThat(waiting("journal")).isZero();
        assertThat(waiting("audit_trail")).isEqualTo(1);
    }

    @Test
    void a_second_node_takes_over_and_can_replay() {
        events.record(EveryKindOfEvent.in(WELL));
        await(() -> database.processed(WELL).equals(everywhere(EveryKindOfEvent.COUNT)));
        Map<String, Map<String, List<String>>> before = database.dumps();
        Projections second = node(ParkedEntries.MOST_ENTRIES);
        second.start();
        try {
            second.replay("versions");
            await(() -> database.processed(WELL).equals(everywhere(EveryKindOfEvent.COUNT)));
            assertThat(database.dumps()).isEqualTo(before);
            assertThat(projections.states())
                    .allSatisfy(state -> assertThat(state.standsStill()).isNull());

            projections.stop();
            events.record(adopted(SICK));
            await(() -> database.processed(SICK).equals(everywhere(1)));
        } finally {
            second.stop();
        }
    }

    @Test
    void nothing_is_missed_after_a_restart() {
        events.record(adopted(WELL));
        await(() -> database.processed(WELL).equals(everywhere(1)));
        projections.stop();
        events.record(adopted(SICK));
        projections = node(ParkedEntries.MOST_ENTRIES);
        projections.start();
        await(() -> database.processed(SICK).equals(everywhere(1)));
        assertThat(database.processed(WELL)).isEqualTo(everywhere(1));
    }

    private void insert(ProgrammeId programme, long number, String name, String facts) {
        database.jdbc()
                .sql(
                        """
                        INSERT INTO events.event (
                            global_index, programme, journal_number, recorded_at, event_id,
                            aggregate_type, aggregate_id, sequence_number, name, revision, facts, hash)
                        VALUES (nextval('events.global_index'), ?, ?, clock_timestamp(), ?, 'Action',
                            ?, 0, ?, 1, ?, sha256('hash'))""")
                .param(programme.value())
                .param(number)
                .param(UUID.randomUUID())
                .param(programme.value() + "/broken")
                .param(name)
                .param(facts.getBytes(StandardCharsets.UTF_8))
                .update();
        database.jdbc().sql("NOTIFY peildatum_events").update();
    }

    private List<String> titles() {
        return database.jdbc()
                .sql("SELECT title FROM action_version ORDER BY known_from")
                .query(String.class)
                .list();
    }

    private long waiting(String projection) {
        return database.jdbc()
                .sql("SELECT count(*) FROM dead_letter WHERE processing_group = ?")
                .param(projection)
                .query(Long.class)
                .single();
    }
}
