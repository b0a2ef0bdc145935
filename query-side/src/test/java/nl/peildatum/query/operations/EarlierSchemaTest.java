package nl.peildatum.query.operations;

import static nl.peildatum.query.RecordedEvents.adopted;
import static nl.peildatum.query.RecordedEvents.on;
import static nl.peildatum.query.RecordedEvents.planned;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import nl.peildatum.events.ActionEvent.ActionDelayed;
import nl.peildatum.events.ActionEvent.ActionStarted;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.TestDatabase;
import nl.peildatum.query.QuerySide;
import nl.peildatum.query.RecordedEvents;
import nl.peildatum.query.api.Issuer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database that the version before left behind. */
@ExtendWith(OutputCaptureExtension.class)
class EarlierSchemaTest {
    private static final ProgrammeId PROGRAMME = new ProgrammeId("proef");
    private static final ActionId ACTION = new ActionId(PROGRAMME, "24");

    private final Issuer issuer = new Issuer();
    private final TestDatabase database = TestDatabase.create();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());

    /** Three entries, projected by the version before, in its words. */
    private void before(String owner, String since) {
        new RecordedEvents(database.dataSource())
                .recordEach(
                        adopted(PROGRAMME),
                        planned(ACTION, null, "2025-01-01"),
                        new ActionStarted(ACTION, on("2025-02-01"), null, null),
                        new ActionDelayed(ACTION, null, on("2025-03-01"), "te laat", null));
        jdbc.sql("CREATE EXTENSION IF NOT EXISTS btree_gist SCHEMA public").update();
        Flyway.configure()
                .dataSource(database.dataSource())
                .schemas("read_v1")
                .locations("classpath:db/read_v1")
                .load()
                .migrate();
        jdbc.sql(
                        """
                        INSERT INTO read_v1.journal_entry (
                            programme, number, id, kind, effective_on, recorded_at, actor, hash,
                            hashed_text)
                        SELECT programme, journal_number, event_id, 'START', '2025-01-01',
                            recorded_at, 'iemand', encode(hash, 'hex'), 'zoals gezien'
                        FROM events.event WHERE journal_number = 3""")
                .update();
        jdbc.sql(
                        """
                        INSERT INTO read_v1.audit_line (programme, number, known_from, sentence)
                        VALUES ('proef', 4, 4, 'Actie 24 is vertraagd, omdat te laat.')""")
                .update();
        jdbc.sql(
                        "INSERT INTO read_v1.token_entry VALUES ('journal', 0, NULL, NULL, ?, nullif(?, ''))")
                .params(since, owner)
                .update();
    }

    private ConfigurableApplicationContext start() {
        return QuerySide.application()
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--spring.datasource.url=" + database.jdbcUrl(),
                        "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + issuer.keys());
    }

    private boolean has(String schema) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM pg_namespace WHERE nspname = ?)")
                .param(schema)
                .query(Boolean.class)
                .single();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void what_was_projected_before_is_there_anew_once_the_application_has_started(
            CapturedOutput log) {
        before("", Instant.now().toString());
        try (ConfigurableApplicationContext side = start()) {
            assertThat(side.isRunning()).isTrue();
            assertThat(
                            jdbc.sql("SELECT sentence FROM read_v2.audit_line WHERE number = 4")
                                    .query(String.class)
                                    .single())
                    .endsWith("‘In uitvoering, vertraging’. Reden: ‘te laat’");
            assertThat(
                            jdbc.sql("SELECT count(*) FROM read_v2.journal_entry")
                                    .query(Long.class)
                                    .single())
                    .isEqualTo(4);
        }
        assertThat(log)
                .contains("De antwoorden worden opgebouwd: 0 van 4 regels.")
                .contains("De antwoorden zijn opgebouwd: 4 van 4 regels.")
                .contains("Het schema ‘read_v1’ van de vorige versie is verwijderd.");
        assertThat(has("read_v1")).isFalse();
        assertThat(log.getOut()).doesNotContain("ERROR");
    }

    @Test
    void what_was_kept_of_an_entry_when_it_was_processed_first_is_kept_on() {
        before("", Instant.now().toString());
        try (ConfigurableApplicationContext _ = start()) {
            assertThat(
                            jdbc.sql(
                                            """
                                            SELECT hashed_text FROM read_v2.journal_entry
                                            ORDER BY number""")
                                    .query(String.class)
                                    .list())
                    .hasSize(4)
                    .satisfies(
                            texts -> {
                                assertThat(texts.get(2)).isEqualTo("zoals gezien");
                                assertThat(texts.get(3)).isNotEqualTo("zoals gezien").isNotNull();
                            });
        }
    }

    @Test
    void the_earlier_schema_stays_while_a_node_of_that_version_is_at_work(CapturedOutput log) {
        before("een ander", Instant.now().toString());
        start().close();
        assertThat(has("read_v1")).isTrue();
        assertThat(log).contains("Het schema ‘read_v1’ is nog in gebruik en blijft staan.");

        jdbc.sql("UPDATE read_v1.token_entry SET timestamp = ?")
                .param(Instant.now().minusSeconds(60).toString())
                .update();
        start().close();
        assertThat(has("read_v1")).isFalse();
    }

    @Test
    void the_login_of_the_query_side_fills_its_tables_and_no_others() {
        start().close();
        assertThat(
                        jdbc.sql(
                                        """
                                        SELECT relname FROM pg_class
                                        WHERE relnamespace = 'read_v2'::regnamespace
                                            AND relkind = 'r'
                                            AND has_table_privilege('peildatum_read', oid, 'INSERT')
                                        ORDER BY 1""")
                                .query(String.class)
                                .list())
                .containsExactly(
                        "action_entry",
                        "action_version",
                        "audit_line",
                        "dashboard_action",
                        "dashboard_count",
                        "dashboard_line",
                        "dead_letter",
                        "journal_entry",
                        "line_version",
                        "programme_version",
                        "progress",
                        "report_entry",
                        "token_entry");
        assertThat(
                        jdbc.sql(
                                        """
                                        SELECT count(*) FROM pg_class
                                        WHERE relnamespace = 'read_v2'::regnamespace
                                            AND relkind = 'r'
                                            AND has_table_privilege(
                                                'peildatum_append', oid, 'SELECT')""")
                                .query(Long.class)
                                .single())
                .isZero();
    }
}
