package nl.peildatum.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Measures the append beside inserts of the same row with no order, no chain and no lock, by turns
 * in one run. Runs only when asked for: {@code mvn -pl event-store test -Dtest=AppendThroughput}.
 */
class AppendThroughput {

    private static final int WRITERS = 8;
    private static final int ROUNDS = 5;
    private static final Duration ROUND = Duration.ofSeconds(3);

    private final AtomicLong ids = new AtomicLong();

    private interface Writer {
        /** Writes once, and says how many rows. */
        int write() throws Exception;

        /** Gives back what it held. */
        default void finish() throws Exception {}
    }

    private interface Writers {
        Writer open(int writer) throws Exception;
    }

    @Test
    void appends_beside_raw_inserts() throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            JdbcClient.create(database.dataSource())
                    .sql("CREATE TABLE raw (LIKE events.event, id bigserial PRIMARY KEY)")
                    .update();
            JdbcClient.create(database.dataSource())
                    .sql("ALTER TABLE raw ALTER global_index DROP NOT NULL")
                    .update();
            PostgresEventStorageEngine engine =
                    new PostgresEventStorageEngine(database.dataSource());
            List<Double> ratios = new ArrayList<>();
            for (int round = 0; round <= ROUNDS; round++) {
                double raw = perSecond(_ -> rawInserts(database.dataSource().getConnection()));
                double one = perSecond(writer -> () -> append(engine, writer, 1));
                double ten = perSecond(writer -> () -> append(engine, writer, 10));
                System.out.printf(
                        Locale.ROOT,
                        "%s raw inserts %.0f/s, appends %.0f/s (ratio %.2f), events in tens %.0f/s (ratio %.2f)%n",
                        round == 0 ? "warm-up" : "round " + round,
                        raw,
                        one,
                        one / raw,
                        ten,
                        ten / raw);
                if (round > 0) {
                    ratios.add(one / raw);
                }
            }
            assertThat(ratios).hasSize(ROUNDS);
        }
    }

    private int append(PostgresEventStorageEngine engine, int writer, int many) {
        engine.appendEvents(
                IntStream.range(0, many)
                        .mapToObj(
                                _ ->
                                        Recording.message(
                                                Recording.planned(
                                                        Recording.programme(writer),
                                                        "a" + ids.incrementAndGet(),
                                                        "Een toelichting van een gewone zin."),
                                                0))
                        .toList());
        return many;
    }

    private Writer rawInserts(Connection connection) throws Exception {
        PreparedStatement insert =
                connection.prepareStatement(
                        """
                        INSERT INTO raw (programme, journal_number, recorded_at, event_id, aggregate_type,
                            aggregate_id, sequence_number, name, revision, facts, texts, salt, commitment, hash)
                        VALUES (?, 1, clock_timestamp(), gen_random_uuid(), 'Action', ?, 0, 'action-planned', 1,
                            ?, ?, ?, ?, ?)""");
        return new Writer() {
            @Override
            public int write() throws Exception {
                insert.setString(1, "programma-1");
                insert.setString(2, "programma-1/a" + ids.incrementAndGet());
                insert.setBytes(3, new byte[230]);
                insert.setBytes(4, new byte[60]);
                insert.setBytes(5, new byte[32]);
                insert.setBytes(6, new byte[32]);
                insert.setBytes(7, new byte[32]);
                return insert.executeUpdate();
            }

            @Override
            public void finish() throws Exception {
                connection.close();
            }
        };
    }

    private static double perSecond(Writers writers) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            List<Writer> open = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                open.add(writers.open(writer));
            }
            long begin = System.nanoTime();
            List<Future<Long>> counts =
                    open.stream()
                            .map(writer -> threads.submit(() -> count(writer, begin)))
                            .toList();
            long rows = 0;
            for (Future<Long> count : counts) {
                rows += count.get();
            }
            double perSecond = rows / ((System.nanoTime() - begin) / 1e9);
            for (Writer writer : open) {
                writer.finish();
            }
            return perSecond;
        }
    }

    private static long count(Writer writer, long begin) throws Exception {
        long rows = 0;
        while (System.nanoTime() - begin < ROUND.toNanos()) {
            rows += writer.write();
        }
        return rows;
    }
}
