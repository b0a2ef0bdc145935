package nl.peildatum.query.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import nl.peildatum.eventstore.EventSchema;
import nl.peildatum.eventstore.TestDatabase;
import nl.peildatum.query.ReadDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class ReadSchemaTest {

    private static boolean has(DataSource dataSource, String table) {
        return JdbcClient.create(dataSource)
                .sql("SELECT to_regclass(?) IS NOT NULL")
                .param(table)
                .query(Boolean.class)
                .single();
    }

    @Test
    void it_waits_for_the_event_store() throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            DataSource dataSource = database.dataSource();
            JdbcClient.create(dataSource).sql("DROP SCHEMA events CASCADE").update();
            CompletableFuture<Void> ready =
                    CompletableFuture.runAsync(() -> ReadSchema.prepare(dataSource));
            Thread.sleep(1_500);
            assertThat(ready).isNotDone();
            assertThat(has(dataSource, "read_v2.progress")).isFalse();

            EventSchema.migrate(dataSource);

            ready.get(20, TimeUnit.SECONDS);
            assertThat(has(dataSource, "read_v2.progress")).isTrue();
        }
    }

    @Test
    void several_nodes_may_prepare_it_at_once() {
        try (TestDatabase database = TestDatabase.create()) {
            CompletableFuture<?>[] nodes = new CompletableFuture<?>[4];
            for (int i = 0; i < nodes.length; i++) {
                nodes[i] =
                        CompletableFuture.runAsync(() -> ReadSchema.prepare(database.dataSource()));
            }
            CompletableFuture.allOf(nodes).join();
            assertThat(has(database.dataSource(), "read_v2.action_version")).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                """
                action_version | "action": "24", "status": "COMPLETED", "status_entry": 1, \
                    "baseline": false, "report_label": "24", "included": true, \
                    "execution_years": [], "links": []""",
                """
                line_version | "line": 1, "entry": 1, "title": "a", "long_title": "b", "goals": [], \
                    "effects": [], "position": 1""",
                """
                audit_line | "number": 1, "sentence": "c\""""
            })
    void no_two_rows_about_the_same_hold_for_the_same_day_and_the_same_knowledge(
            String table, String content) {
        try (ReadDatabase database = new ReadDatabase()) {
            Consumer<String> insert =
                    place ->
                            database.jdbc()
                                    .sql(
                                            """
                                            INSERT INTO %1$s SELECT row.*
                                            FROM json_populate_record(NULL::%1$s, ?::json) row"""
                                                    .formatted(table))
                                    .param("{%s, %s}".formatted(place, content))
                                    .update();
            insert.accept(
                    """
                    "programme": "een", "effective_from": "2025-01-01", "effective_to": "2025-06-01",
                        "known_from": 1, "known_to": 9""");
            insert.accept(
                    """
                    "programme": "een", "effective_from": "2025-01-01", "known_from": 9""");
            String again =
                    """
                    "programme": "%s", "effective_from": "2025-05-31", "known_from": 8, "known_to": 10""";

            insert.accept(again.formatted("ander"));
            assertThatThrownBy(() -> insert.accept(again.formatted("een")))
                    .hasMessageContaining(table + "_one_at_a_time");
        }
    }
}
