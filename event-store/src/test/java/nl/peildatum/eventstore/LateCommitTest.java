package nl.peildatum.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.peildatum.events.ProgrammeId;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * However late a commit comes, every reader sees it, in the one order there is: readers that were
 * there before, that began while it was under way and that came afterwards.
 */
class LateCommitTest {

    private static final TestDatabase database = TestDatabase.create();

    private static final ProgrammeId ONE = Recording.programme(1);
    private static final ProgrammeId TWO = Recording.programme(2);

    private final PostgresEventStorageEngine engine =
            new PostgresEventStorageEngine(database.dataSource());
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Announcements announcements = new Announcements(database.dataSource());
    private final EventStream stream = new EventStream(engine, announcements);
    private final List<Reader> readers = new ArrayList<>();

    @BeforeEach
    void empty() {
        database.clear();
    }

    @AfterEach
    void finish() {
        readers.forEach(Reader::stop);
        announcements.close();
        threads.close();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    /** What one reader has seen so far, by global index. */
    private interface Reader {
        List<Long> seen();

        void stop();
    }

    private void newReaders() {
        readers.add(processor("processor-" + readers.size()));
        readers.add(cursor());
        readers.add(poller());
    }

    /** A projection's own kind of reader. */
    private Reader processor(String name) {
        List<Long> seen = new CopyOnWriteArrayList<>();
        ScheduledExecutorService executor = Executors.newScheduledThreadPool(2);
        EventMessageHandler noting =
                message ->
                        seen.add(
                                ((TrackedEventMessage<?>) message)
                                        .trackingToken()
                                        .position()
                                        .orElseThrow());
        PooledStreamingEventProcessor processor =
                PooledStreamingEventProcessor.builder()
                        .name(name)
                        .messageSource(stream)
                        .tokenStore(new InMemoryTokenStore())
                        .transactionManager(NoTransactionManager.instance())
                        .coordinatorExecutor(executor)
                        .workerExecutor(executor)
                        .initialSegmentCount(1)
                        .initialToken(_ -> null)
                        .errorHandler(PropagatingErrorHandler.instance())
                        .eventHandlerInvoker(
                                SimpleEventHandlerInvoker.builder().eventHandlers(noting).build())
                        .build();
        processor.start();
        return new Reader() {
            @Override
            public List<Long> seen() {
                return List.copyOf(seen);
            }

            @Override
            public void stop() {
                processor.shutDown();
                executor.shutdownNow();
            }
        };
    }

    /** The stream as it is, with a buffer. */
    private Reader cursor() {
        List<Long> seen = new CopyOnWriteArrayList<>();
        AtomicBoolean going = new AtomicBoolean(true);
        Future<?> done =
                threads.submit(
                        () -> {
                            try (BlockingStream<TrackedEventMessage<?>> events =
                                    stream.openStream(null)) {
                                while (going.get()) {
                                    if (events.hasNextAvailable(
                                            50, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                                        seen.add(
                                                events.nextAvailable()
                                                        .trackingToken()
                                                        .position()
                                                        .orElseThrow());
                                    }
                                }
                            }
                            return null;
                        });
        return reader(seen, going, done);
    }

    /** No buffer and no announcements: reads on from the last index, again and again. */
    private Reader poller() {
        List<Long> seen = new CopyOnWriteArrayList<>();
        AtomicBoolean going = new AtomicBoolean(true);
        Future<?> done =
                threads.submit(
                        () -> {
                            while (going.get()) {
                                @Nullable TrackingToken last =
                                        seen.isEmpty()
                                                ? null
                                                : new GlobalSequenceTrackingToken(seen.getLast());
                                engine.readEvents(last, false)
                                        .forEach(
                                                message ->
                                                        seen.add(
                                                                message.trackingToken()
                                                                        .position()
                                                                        .orElseThrow()));
                                Thread.sleep(20);
                            }
                            return null;
                        });
        return reader(seen, going, done);
    }

    private static Reader reader(List<Long> seen, AtomicBoolean going, Future<?> done) {
        return new Reader() {
            @Override
            public List<Long> seen() {
                return List.copyOf(seen);
            }

            @Override
            public void stop() {
                going.set(false);
                try {
                    done.get();
                } catch (InterruptedException | java.util.concurrent.ExecutionException failure) {
                    throw new AssertionError(failure);
                }
            }
        };
    }

    private void everybodySeesTheOneOrder() throws InterruptedException {
        List<Long> order =
                jdbc.sql("SELECT global_index FROM events.event ORDER BY global_index")
                        .query(Long.class)
                        .list();
        Waiting.until(
                "every reader has seen everything",
                () -> readers.stream().allMatch(reader -> reader.seen().size() >= order.size()));
        assertThat(readers).extracting(Reader::seen).allMatch(order::equals);
    }

    private void append(ProgrammeId programme, String code) {
        engine.appendEvents(Recording.message(Recording.planned(programme, code, null), 0));
    }

    private Connection slowly(ProgrammeId programme, String code) throws Exception {
        Connection held = database.dataSource().getConnection();
        held.setAutoCommit(false);
        Recording.append(held, Recording.planned(programme, code, null), 0);
        return held;
    }

    @Test
    void a_writer_that_commits_seconds_later_is_seen_by_all_in_its_place() throws Exception {
        newReaders();
        append(ONE, "a");
        try (Connection held = slowly(ONE, "late")) {
            List<Future<?>> faster =
                    List.of(
                            threads.submit(() -> append(ONE, "b")),
                            threads.submit(() -> append(TWO, "c")));
            newReaders();
            Thread.sleep(Duration.ofMillis(1500));
            assertThat(readers).allSatisfy(reader -> assertThat(reader.seen()).hasSize(1));
            held.commit();
            for (Future<?> writer : faster) {
                writer.get();
            }
        }
        newReaders();
        append(TWO, "d");

        everybodySeesTheOneOrder();
        assertThat(readers.getFirst().seen()).hasSize(5);
    }

    @Test
    void a_rollback_leaves_a_hole_that_nobody_waits_for() throws Exception {
        newReaders();
        append(ONE, "a");
        try (Connection held = slowly(ONE, "never")) {
            Future<?> next = threads.submit(() -> append(ONE, "b"));
            held.rollback();
            next.get();
        }
        newReaders();
        append(ONE, "c");

        everybodySeesTheOneOrder();
        assertThat(readers.getFirst().seen()).hasSize(3).doesNotContain(2L);
    }

    @Test
    void old_and_future_clocks_move_nothing() throws Exception {
        newReaders();
        Recording.insert(
                database.dataSource(),
                Recording.planned(ONE, "future", null),
                1,
                0,
                "2099-01-01T00:00:00Z");
        append(ONE, "after-the-future");
        Recording.insert(
                database.dataSource(),
                Recording.planned(TWO, "past", null),
                1,
                0,
                "1999-01-01T00:00:00Z");
        try (Connection held = slowly(TWO, "late-past")) {
            newReaders();
            held.commit();
        }
        append(ONE, "d");
        newReaders();

        everybodySeesTheOneOrder();
    }

    /** Axon's gap timeout compares the clock with the moment of the visible event. */
    @Test
    void a_commit_after_a_pause_longer_than_any_gap_timeout_is_seen() throws Exception {
        Recording.insert(
                database.dataSource(),
                Recording.planned(ONE, "long-ago", null),
                1,
                0,
                "2020-01-01T00:00:00Z");
        newReaders();
        Waiting.until(
                "the old entry is seen",
                () -> readers.stream().allMatch(reader -> reader.seen().size() == 1));
        try (Connection held = slowly(ONE, "late")) {
            newReaders();
            Thread.sleep(Duration.ofMillis(500));
            held.commit();
        }
        newReaders();

        everybodySeesTheOneOrder();
    }

    @Test
    void many_slow_and_fast_writers_make_one_order_for_all() throws Exception {
        newReaders();
        List<Future<?>> writers = new ArrayList<>();
        for (int writer = 0; writer < 8; writer++) {
            int me = writer;
            writers.add(
                    threads.submit(
                            () -> {
                                for (int i = 0; i < 20; i++) {
                                    String code = "w" + me + "-" + i;
                                    if ((me + i) % 5 > 0) {
                                        append(Recording.programme(me % 3), code);
                                        continue;
                                    }
                                    try (Connection held =
                                            slowly(Recording.programme(me % 3), code)) {
                                        Thread.sleep(10);
                                        if (i % 2 == 0) {
                                            held.commit();
                                        } else {
                                            held.rollback();
                                        }
                                    }
                                }
                                return null;
                            }));
        }
        Thread.sleep(100);
        newReaders();
        for (Future<?> writer : writers) {
            writer.get();
        }
        newReaders();

        everybodySeesTheOneOrder();
    }

    @Test
    void a_position_is_one_number_and_keeps_no_gaps() {
        append(ONE, "a");

        assertThat(engine.readEvents(null, false))
                .extracting(TrackedEventMessage::trackingToken)
                .containsExactly(new GlobalSequenceTrackingToken(1));
        assertThat(engine.createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(1));
    }
}
