package nl.peildatum.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhoMayWhatTest {

    private static final String FORBIDDEN = "42501";
    private static final String NEVER_CHANGES = "PD002";

    private final TestDatabase database = TestDatabase.create();
    private final JdbcClient owner = JdbcClient.create(database.dataSource());
    private final DataSource appender = login("peildatum_append");
    private final DataSource reader = login("peildatum_read");

    private DataSource login(String group) {
        String login = "login_" + UUID.randomUUID().toString().replace("-", "");
        owner.sql("CREATE ROLE %s LOGIN IN ROLE %s".formatted(login, group)).update();
        return database.as(login);
    }

    @BeforeAll
    void record() {
        new PostgresEventStorageEngine(appender)
                .appendEvents(Recording.message(Recording.adopted(Recording.programme(1)), 0));
    }

    @AfterAll
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE events.event SET name = 'anders'",
                "UPDATE events.event SET texts = NULL WHERE false",
                "UPDATE events.event SET texts = NULL, salt = NULL",
                "DELETE FROM events.event",
                "TRUNCATE events.event",
                "TRUNCATE events.event CASCADE",
                "UPDATE events.act SET last_number = 2",
                "DELETE FROM events.act",
                "TRUNCATE events.act",
                "UPDATE events.answer SET status = 200",
                "DELETE FROM events.answer",
                "TRUNCATE events.answer",
                "UPDATE events.checkpoint SET journal_number = 2",
                "DELETE FROM events.checkpoint",
                "TRUNCATE events.checkpoint",
                "UPDATE events.signing_key SET since = now()",
                "DELETE FROM events.signing_key",
                "TRUNCATE events.signing_key CASCADE",
                "UPDATE events.audit SET kind = 'ANDERS'",
                "DELETE FROM events.audit",
                "TRUNCATE events.audit",
                """
                MERGE INTO events.event e USING (SELECT 1) one ON true
                WHEN MATCHED THEN UPDATE SET name = 'anders'""",
                """
                INSERT INTO events.event SELECT * FROM events.event
                ON CONFLICT (global_index) DO UPDATE SET name = 'anders'""",
            })
    void even_the_owner_cannot_change_what_was_recorded(String change) {
        assertRefused(database.dataSource(), change, NEVER_CHANGES);
    }

    @Test
    void the_role_that_appends_can_append_and_read_and_answer() {
        PostgresEventStorageEngine engine = new PostgresEventStorageEngine(appender);

        assertThatCode(
                        () ->
                                engine.appendEvents(
                                        Recording.message(
                                                Recording.planned(
                                                        Recording.programme(1), "a", "tekst"),
                                                0)))
                .doesNotThrowAnyException();
        assertThat(engine.readEvents("programma-1/a").asStream()).hasSize(1);
        new Answers(appender).remember(new Keyed("s", "k", "r", 200, null), Recording.programme(1));
        assertThat(new Answers(appender).find("s", "k")).isPresent();
    }

    @Test
    void the_role_that_reads_can_read_and_settle_a_moment() {
        assertThat(new Journal(reader).numberAt(Recording.programme(1), Instant.now()))
                .isPositive();
        assertThat(new PostgresEventStorageEngine(reader).readEvents(null, false)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO events.event SELECT * FROM events.event",
                "UPDATE events.event SET name = 'anders'",
                "DELETE FROM events.event",
                "TRUNCATE events.event",
                "INSERT INTO events.act SELECT * FROM events.act",
                "DELETE FROM events.act",
                "INSERT INTO events.answer SELECT * FROM events.answer",
                "DELETE FROM events.answer",
                "UPDATE events.settled SET moment = 'infinity'",
                "DELETE FROM events.settled",
                "INSERT INTO events.checkpoint SELECT * FROM events.checkpoint",
                "INSERT INTO events.signing_key SELECT * FROM events.signing_key",
                "INSERT INTO events.audit SELECT * FROM events.audit",
                "DELETE FROM events.audit",
                "UPDATE events.person SET name = 'anders'",
                "SELECT nextval('events.global_index')",
                "SELECT setval('events.global_index', 1)",
                "ALTER TABLE events.event DISABLE TRIGGER ALL",
                "ALTER TABLE events.event DROP CONSTRAINT event_of_aggregate",
                "DROP FUNCTION events.settle(timestamptz)",
                "CREATE TABLE events.mine (x int)",
                "CREATE FUNCTION events.mine() RETURNS int LANGUAGE sql RETURN 1",
                "DO $$ BEGIN LOCK TABLE events.event IN ACCESS EXCLUSIVE MODE; END $$",
                "SET session_replication_role = replica",
                "SELECT * FROM events.flyway_schema_history",
                "CREATE ROLE mine",
            })
    void neither_role_can_do_anything_else(String statement) {
        assertRefused(appender, statement, FORBIDDEN);
        assertRefused(reader, statement, FORBIDDEN);
    }

    @Test
    void the_role_that_appends_cannot_settle_and_the_role_that_reads_cannot_append_or_answer() {
        assertRefused(appender, "SELECT events.settle(now())", FORBIDDEN);
        assertRefused(
                reader,
                "SELECT events.remember('s', 'k', 'r', 200, NULL, 'p', 1, gen_random_uuid(), now())",
                FORBIDDEN);
        assertThatThrownBy(
                        () ->
                                new PostgresEventStorageEngine(reader)
                                        .appendEvents(
                                                Recording.message(
                                                        Recording.adopted(Recording.programme(9)),
                                                        0)))
                .satisfies(refused -> assertThat(stateOf(refused)).isEqualTo(FORBIDDEN));
        assertRefused(reader, "SELECT * FROM events.answer", FORBIDDEN);
    }

    @Test
    void what_is_granted_is_exactly_this_and_nothing_to_everybody() {
        List<String> granted =
                owner.sql(
                                """
                                SELECT coalesce(nullif(g.grantee, 0)::regrole::text, 'PUBLIC') || ' '
                                    || g.privilege_type || ' ' || g.thing
                                FROM (
                                    SELECT (aclexplode(nspacl)).*, nspname::text AS thing
                                        FROM pg_namespace WHERE nspname = 'events'
                                    UNION ALL
                                    SELECT (aclexplode(coalesce(relacl, acldefault('r', relowner)))).*, relname
                                        FROM pg_class WHERE relnamespace = 'events'::regnamespace
                                            AND relkind IN ('r', 'v', 'm', 'S')
                                    UNION ALL
                                    SELECT (aclexplode(coalesce(proacl, acldefault('f', proowner)))).*, proname
                                        FROM pg_proc WHERE pronamespace = 'events'::regnamespace) g
                                WHERE g.grantee <> (SELECT nspowner FROM pg_namespace WHERE nspname = 'events')
                                ORDER BY 1""")
                        .query(String.class)
                        .list();

        assertThat(granted)
                .containsExactlyInAnyOrder(
                        "peildatum_append USAGE events",
                        "peildatum_append SELECT event",
                        "peildatum_append SELECT act",
                        "peildatum_append SELECT answer",
                        "peildatum_append SELECT settled",
                        "peildatum_append EXECUTE append",
                        "peildatum_append EXECUTE remember",
                        "peildatum_append EXECUTE hashed_text",
                        "peildatum_append SELECT signing_key",
                        "peildatum_append SELECT checkpoint",
                        "peildatum_append SELECT audit",
                        "peildatum_append EXECUTE append_audit",
                        "peildatum_append EXECUTE audited_text",
                        "peildatum_append EXECUTE add_key",
                        "peildatum_append EXECUTE add_checkpoint",
                        "peildatum_append EXECUTE erase_person",
                        "peildatum_append EXECUTE awaiting_rewriting",
                        "peildatum_read USAGE events",
                        "peildatum_read SELECT event",
                        "peildatum_read SELECT act",
                        "peildatum_read SELECT settled",
                        "peildatum_read EXECUTE settle",
                        "peildatum_read EXECUTE hashed_text",
                        "peildatum_read SELECT signing_key",
                        "peildatum_read SELECT checkpoint",
                        "peildatum_read SELECT audit",
                        "peildatum_read SELECT person",
                        "peildatum_read EXECUTE append_audit",
                        "peildatum_read EXECUTE audited_text",
                        "peildatum_read EXECUTE name_person");
    }

    private static void assertRefused(DataSource login, String statement, String state) {
        assertThatThrownBy(() -> JdbcClient.create(login).sql(statement).query().listOfRows())
                .as(statement)
                .satisfies(refused -> assertThat(stateOf(refused)).isEqualTo(state));
    }

    private static String stateOf(Throwable refused) {
        Throwable cause = refused;
        while (cause.getCause() != null && !(cause instanceof SQLException)) {
            cause = cause.getCause();
        }
        return cause instanceof SQLException sql ? sql.getSQLState() : cause.toString();
    }
}
