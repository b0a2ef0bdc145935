package nl.peildatum.query.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import nl.peildatum.eventstore.EventSchema;
import nl.peildatum.eventstore.TestDatabase;
import org.junit.jupiter.api.Test;
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
            assertThat(has(dataSource, "read_v1.progress")).isFalse();

            EventSchema.migrate(dataSource);

            ready.get(20, TimeUnit.SECONDS);
            assertThat(has(dataSource, "read_v1.progress")).isTrue();
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
            assertThat(has(database.dataSource(), "read_v1.action_version")).isTrue();
        }
    }
}
