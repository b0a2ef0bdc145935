package nl.peildatum.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class EventSchemaTest {

    @Test
    void several_callers_may_bring_an_empty_database_up_to_date_at_once() throws Exception {
        try (TestDatabase server = TestDatabase.create()) {
            String empty = "empty_" + UUID.randomUUID().toString().replace("-", "");
            JdbcClient.create(server.dataSource())
                    .sql("CREATE DATABASE %s TEMPLATE template0".formatted(empty))
                    .update();
            PGSimpleDataSource database = new PGSimpleDataSource();
            database.setUrl(server.jdbcUrl());
            database.setDatabaseName(empty);

            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<?>> callers =
                        IntStream.range(0, 4)
                                .<Future<?>>mapToObj(
                                        _ -> threads.submit(() -> EventSchema.migrate(database)))
                                .toList();
                for (Future<?> caller : callers) {
                    assertThatCode(caller::get).doesNotThrowAnyException();
                }
            }

            assertThat(
                            JdbcClient.create(database)
                                    .sql("SELECT count(*) FROM events.event")
                                    .query(Long.class)
                                    .single())
                    .isZero();
        }
    }
}
