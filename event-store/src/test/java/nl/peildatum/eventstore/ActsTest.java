package nl.peildatum.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeEvent.TextErased;
import nl.peildatum.events.ProgrammeId;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class ActsTest {

    private static final ProgrammeId ONE = Recording.programme(1);
    private static final ProgrammeId TWO = Recording.programme(2);

    private static final TestDatabase database = TestDatabase.create();

    private final PostgresEventStorageEngine engine =
            new PostgresEventStorageEngine(database.dataSource());
    private final Journal journal = new Journal(database.dataSource());

    @BeforeEach
    void empty() {
        database.clear();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private void recordThree() {
        engine.appendEvents(Recording.message(Recording.adopted(ONE), 0));
        engine.appendEvents(Recording.message(Recording.adopted(TWO), 0));
        engine.appendEvents(
                Recording.message(Recording.planned(ONE, "22", null), 0),
                Recording.message(Recording.planned(ONE, "23", null), 0),
                Recording.message(Recording.planned(ONE, "24", null), 0));
        engine.appendEvents(Recording.message(Recording.explained(ONE, "22", null), 1));
    }

    @Test
    void what_is_appended_at_once_is_one_act() {
        recordThree();

        assertThat(journal.acts(ONE, 1, 5))
                .containsExactly(new Act(1, 1), new Act(2, 4), new Act(5, 5));
        assertThat(journal.acts(TWO, 1, 9)).containsExactly(new Act(1, 1));
        assertThat(journal.acts(ONE, 3, 3)).containsExactly(new Act(2, 4));
        assertThat(journal.acts(ONE, 4, 99)).containsExactly(new Act(2, 4), new Act(5, 5));
        assertThat(journal.acts(ONE, List.of(1L, 3L, 5L, 9L)))
                .isEqualTo(Map.of(1L, new Act(1, 1), 3L, new Act(2, 4), 5L, new Act(5, 5)));
    }

    @Test
    void only_whoever_names_a_number_inside_an_act_knows_a_part_of_it() {
        recordThree();

        assertThat(journal.cutAct(ONE, 0)).isEmpty();
        assertThat(journal.cutAct(ONE, 1)).isEmpty();
        assertThat(journal.cutAct(ONE, 2)).hasValue(new Act(2, 4));
        assertThat(journal.cutAct(ONE, 3)).hasValue(new Act(2, 4));
        assertThat(journal.cutAct(ONE, 4)).isEmpty();
        assertThat(journal.numberAt(ONE, recordedAt(2))).isEqualTo(1);
        assertThat(journal.numberAt(ONE, recordedAt(4).minusNanos(1000))).isEqualTo(1);
        assertThat(journal.numberAt(ONE, recordedAt(4))).isEqualTo(4);
        assertThat(journal.numberAt(ONE, recordedAt(5).minusNanos(1000))).isEqualTo(4);
        assertThat(journal.numberAt(ONE, recordedAt(5))).isEqualTo(5);
    }

    private Instant recordedAt(long number) {
        return journal.between(ONE, number, number).getFirst().recordedAt();
    }

    @Test
    void an_act_that_somebody_put_there_beforehand_keeps_nothing_from_being_recorded() {
        JdbcClient.create(database.dataSource())
                .sql("INSERT INTO events.act VALUES ('programma-1', 1, 1)")
                .update();
        recordThree();

        assertThat(journal.head(ONE).number()).isEqualTo(5);
    }

    /**
     * Everything as the version before acts recorded it: two appends of one transaction are one
     * act.
     */
    @Test
    void what_was_stored_before_is_told_apart_by_who_wrote_it() throws Exception {
        PGSimpleDataSource old = versionBefore();
        append(old, Recording.adopted(ONE));
        append(
                old,
                Recording.planned(ONE, "22", "eerste"),
                Recording.planned(ONE, "23", "tweede"),
                Recording.planned(ONE, "24", "derde"),
                Recording.planned(ONE, "25", "vierde"));
        append(old, Recording.planned(ONE, "26", "alleen"));
        append(old, Recording.planned(ONE, "27", "a"), Recording.planned(ONE, "28", "b"));
        append(old, Recording.planned(ONE, "29", "zoekgeraakt"));
        append(old, erased(3), 1);
        append(old, erased(4), 2);
        append(old, erased(6), 3);
        append(old, erased(8), 4);
        append(old, Recording.adopted(TWO), Recording.planned(TWO, "1", "x"));

        EventSchema.migrate(old);

        Journal journal = new Journal(old);
        assertThat(journal.acts(ONE, 1, 99))
                .containsExactly(
                        new Act(1, 1),
                        new Act(2, 5),
                        new Act(6, 6),
                        new Act(
                                7,
                                7), // its other half was erased, and nothing stands on both sides
                        new Act(8, 8),
                        new Act(9, 9),
                        new Act(10, 10),
                        new Act(11, 11),
                        new Act(12, 12),
                        new Act(13, 13));
        assertThat(journal.acts(TWO, 1, 99)).containsExactly(new Act(1, 2));
    }

    @Test
    void what_was_loaded_stands_alone_entry_by_entry() throws Exception {
        PGSimpleDataSource old = versionBefore();
        append(old, Recording.adopted(ONE));
        append(old, Recording.planned(ONE, "22", null), Recording.planned(ONE, "23", "tekst"));
        append(old, Recording.adopted(TWO));
        append(old, erased(3), 1);
        JdbcClient.create(old)
                .sql(
                        """
                        BEGIN;
                        SET LOCAL session_replication_role = replica;
                        CREATE TEMPORARY TABLE copy AS SELECT * FROM events.event;
                        TRUNCATE events.event;
                        INSERT INTO events.event SELECT * FROM copy ORDER BY global_index;
                        COMMIT""")
                .update();
        append(old, Recording.planned(ONE, "24", null), Recording.planned(ONE, "25", null));

        EventSchema.migrate(old);

        assertThat(new Journal(old).acts(ONE, 1, 99))
                .containsExactly(
                        new Act(1, 1), new Act(2, 2), new Act(3, 3), new Act(4, 4), new Act(5, 6));
    }

    private static Event erased(long entry) {
        return new TextErased(ONE, entry, null, Recording.BASIS, "een naam");
    }

    private static PGSimpleDataSource versionBefore() {
        String name = "before_" + UUID.randomUUID().toString().replace("-", "");
        JdbcClient.create(database.dataSource())
                .sql("CREATE DATABASE %s TEMPLATE template0".formatted(name))
                .update();
        PGSimpleDataSource before = new PGSimpleDataSource();
        before.setUrl(database.jdbcUrl());
        before.setDatabaseName(name);
        Flyway.configure()
                .dataSource(before)
                .schemas(EventSchema.NAME)
                .locations("classpath:db/events")
                .target("5")
                .load()
                .migrate();
        return before;
    }

    private static void append(PGSimpleDataSource into, Event... events) throws SQLException {
        try (Connection one = into.getConnection()) {
            one.setAutoCommit(false);
            for (Event event : events) {
                Recording.append(one, event, 0);
            }
            one.commit();
        }
    }

    private static void append(PGSimpleDataSource into, Event event, long sequence)
            throws SQLException {
        try (Connection one = into.getConnection()) {
            Recording.append(one, event, sequence);
        }
    }
}
