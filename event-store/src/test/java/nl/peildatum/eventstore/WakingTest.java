package nl.peildatum.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import nl.peildatum.events.ProgrammeId;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.MultiSourceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class WakingTest {

    private static final TestDatabase database = TestDatabase.create();
    private static final ProgrammeId ONE = Recording.programme(1);
    private static final String LISTENERS =
            "SELECT pid FROM pg_stat_activity WHERE application_name = 'listener-under-test'";

    private final PostgresEventStorageEngine engine =
            new PostgresEventStorageEngine(database.dataSource());
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final Announcements announcements = new Announcements(listening());
    private final EventStream stream = new EventStream(engine, announcements);

    private static PGSimpleDataSource listening() {
        PGSimpleDataSource dataSource = (PGSimpleDataSource) database.as("postgres");
        dataSource.setApplicationName("listener-under-test");
        return dataSource;
    }

    @BeforeEach
    void empty() throws InterruptedException {
        database.clear();
        untilItListens();
    }

    @AfterEach
    void finish() {
        announcements.close();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private void untilItListens() throws InterruptedException {
        Waiting.until("somebody listens", () -> pids().size() == 1);
    }

    private List<Integer> pids() {
        return jdbc.sql(LISTENERS).query(Integer.class).list();
    }

    private void append(String code) {
        engine.appendEvents(Recording.message(Recording.planned(ONE, code, null), 0));
    }

    private static long numberOf(TrackedEventMessage<?> message) {
        return JournalEntry.of(message).number();
    }

    private Duration medianOfWakingUp(String prefix) throws InterruptedException {
        List<Duration> latencies = new ArrayList<>();
        try (BlockingStream<TrackedEventMessage<?>> events =
                stream.openStream(engine.createHeadToken())) {
            for (int i = 0; i < 31; i++) {
                assertThat(events.hasNextAvailable(20, TimeUnit.MILLISECONDS)).isFalse();
                append(prefix + i);
                long appended = System.nanoTime();
                events.nextAvailable();
                latencies.add(Duration.ofNanos(System.nanoTime() - appended));
            }
        }
        return latencies.stream().sorted().toList().get(latencies.size() / 2);
    }

    @Test
    void a_reader_is_woken_well_within_a_second() throws InterruptedException {
        medianOfWakingUp("warm");

        Duration median = medianOfWakingUp("a");

        System.out.printf("from the append's commit to the reader: %s (median)%n", median);
        assertThat(median).isLessThan(Duration.ofMillis(300));
    }

    @Test
    void a_listener_whose_connection_is_killed_comes_back_and_nothing_is_missed()
            throws InterruptedException {
        try (BlockingStream<TrackedEventMessage<?>> events = stream.openStream(null)) {
            append("a");
            assertThat(numberOf(events.nextAvailable())).isEqualTo(1);
            List<Integer> before = pids();

            jdbc.sql("SELECT pg_terminate_backend(pid) FROM (" + LISTENERS + ")")
                    .query()
                    .listOfRows();
            append("b");
            assertThat(events.hasNextAvailable(5, TimeUnit.SECONDS)).isTrue();
            assertThat(numberOf(events.nextAvailable())).isEqualTo(2);
            Waiting.until(
                    "another connection listens",
                    () -> pids().size() == 1 && !pids().equals(before));
            append("c");
            assertThat(numberOf(events.nextAvailable())).isEqualTo(3);
        }
        assertThat(medianOfWakingUp("d")).isLessThan(Duration.ofMillis(300));
    }

    @Test
    void what_nobody_announced_is_found_all_the_same() throws InterruptedException {
        try (BlockingStream<TrackedEventMessage<?>> events = stream.openStream(null)) {
            assertThat(events.hasNextAvailable(10, TimeUnit.MILLISECONDS)).isFalse();
            Recording.insert(
                    database.dataSource(),
                    Recording.planned(ONE, "silent", null),
                    1,
                    0,
                    "2025-01-01T00:00:00Z");

            assertThat(events.hasNextAvailable(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void a_stream_calls_back_when_something_is_available_and_not_after_it_was_closed()
            throws InterruptedException {
        AtomicInteger called = new AtomicInteger();
        BlockingStream<TrackedEventMessage<?>> events = stream.openStream(null);
        assertThat(events.setOnAvailableCallback(called::incrementAndGet)).isTrue();
        append("a");
        Waiting.until("the call", () -> called.get() > 0);

        events.close();
        Thread.sleep(100);
        int until = called.get();
        append("b");
        Thread.sleep(1500);

        assertThat(called.get()).isEqualTo(until);
        assertThat(announcements.listeners()).isZero();
    }

    @Test
    void a_listener_that_fails_does_not_keep_the_others_from_being_woken()
            throws InterruptedException {
        AtomicInteger called = new AtomicInteger();
        announcements.subscribe(
                () -> {
                    throw new IllegalStateException("on purpose");
                });
        announcements.subscribe(called::incrementAndGet);

        append("a");

        Waiting.until("the call", () -> called.get() > 0);
    }

    @Test
    void what_is_closed_leaves_no_thread_and_no_connection_behind() throws InterruptedException {
        announcements.close();

        Waiting.until("no connection listens", () -> pids().isEmpty());
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("announcements"));
    }

    @Test
    void a_pooled_connection_goes_back_without_listening_any_more() {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(database.jdbcUrl());
            pool.setMaximumPoolSize(1);
            try (Announcements pooled = new Announcements(pool)) {
                pooled.subscribe(() -> {});
                append("a");
            }

            assertThat(
                            JdbcClient.create(pool)
                                    .sql("SELECT count(*) FROM pg_listening_channels()")
                                    .query(Long.class)
                                    .single())
                    .isZero();
        }
    }

    @Test
    void a_pool_keeps_no_connection_that_closing_ends_late() throws InterruptedException {
        AtomicInteger called = new AtomicInteger();
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setDataSource(endedLate(pool));
            pool.setMaximumPoolSize(1);
            try (Announcements pooled = new Announcements(pool)) {
                pooled.subscribe(called::incrementAndGet);
                append("a");
                Waiting.until("it listens", () -> called.get() > 0);
            }

            assertThat(JdbcClient.create(pool).sql("SELECT 1").query(Long.class).single())
                    .isEqualTo(1);
        }
    }

    /** Connections that another thread than the listening one ends once the pool has them back. */
    private DataSource endedLate(HikariDataSource pool) {
        return new DelegatingDataSource(database.dataSource()) {
            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = super.getConnection();
                return (Connection)
                        Proxy.newProxyInstance(
                                getClass().getClassLoader(),
                                new Class<?>[] {Connection.class},
                                (_, method, arguments) -> {
                                    if (method.getName().equals("abort") && !isListening()) {
                                        append("wakes");
                                        Waiting.until(
                                                "it is given back",
                                                () ->
                                                        pool.getHikariPoolMXBean()
                                                                        .getActiveConnections()
                                                                == 0);
                                    }
                                    return LostAfterwards.invoke(connection, method, arguments);
                                });
            }
        };
    }

    private static boolean isListening() {
        return Thread.currentThread().getName().equals("announcements");
    }

    @Test
    void a_stream_that_is_behind_reads_on_without_waiting_to_be_told() throws InterruptedException {
        engine.appendEvents(
                IntStream.range(0, 5 * engine.batchSize())
                        .mapToObj(i -> Recording.message(Recording.planned(ONE, "a" + i, null), 0))
                        .toList());

        try (BlockingStream<TrackedEventMessage<?>> events = stream.openStream(null)) {
            for (int number = 1; number <= 5 * engine.batchSize(); number++) {
                assertThat(events.hasNextAvailable(0, TimeUnit.MILLISECONDS)).isTrue();
                assertThat(numberOf(events.nextAvailable())).isEqualTo(number);
            }
        }
    }

    @Test
    void a_stream_begins_after_its_position_also_while_replaying() throws InterruptedException {
        append("a");
        append("b");
        append("c");

        TrackingToken second = new GlobalSequenceTrackingToken(2);
        TrackingToken replaying =
                ReplayToken.createReplayToken(new GlobalSequenceTrackingToken(9), second);
        for (TrackingToken position : List.of(second, replaying)) {
            try (BlockingStream<TrackedEventMessage<?>> events = stream.openStream(position)) {
                assertThat(events.peek()).map(WakingTest::numberOf).contains(3L);
                assertThat(numberOf(events.nextAvailable())).isEqualTo(3);
                assertThat(events.peek()).isEmpty();
            }
        }
    }

    @Test
    void a_position_of_another_stream_is_refused_instead_of_beginning_anew() {
        TrackingToken other =
                new MultiSourceTrackingToken(
                        java.util.Map.of("x", new GlobalSequenceTrackingToken(1)));

        assertThatThrownBy(() -> stream.openStream(other).peek())
                .isInstanceOf(IllegalArgumentException.class);
    }
}
