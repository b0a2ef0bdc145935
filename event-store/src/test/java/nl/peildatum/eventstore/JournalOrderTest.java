package nl.peildatum.eventstore;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeId;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class JournalOrderTest {

    private static final int PROGRAMMES = 5;
    private static final int WRITERS = 16;
    private static final int APPENDS = 25;

    private static final TestDatabase database = TestDatabase.create();

    private final PostgresEventStorageEngine engine =
            new PostgresEventStorageEngine(database.dataSource());
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());

    @BeforeEach
    void empty() {
        database.clear();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void many_writers_in_many_programmes_make_one_order_that_every_reader_sees_the_same()
            throws Exception {
        List<Long> seen = new ArrayList<>();
        Map<String, Long> numbers = new HashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writers =
                    IntStream.range(0, WRITERS)
                            .<Future<?>>mapToObj(writer -> threads.submit(() -> write(writer)))
                            .toList();
            @Nullable TrackingToken last = null;
            while (writers.stream().anyMatch(writer -> !writer.isDone())) {
                last = readOn(last, seen, numbers);
            }
            readOn(last, seen, numbers);
            for (Future<?> writer : writers) {
                writer.get();
            }
        }

        List<StoredRow> rows = StoredRow.all(database.dataSource());
        assertThat(rows).hasSize(WRITERS * APPENDS * 2);
        assertThat(seen).isEqualTo(rows.stream().map(StoredRow::globalIndex).toList());
        Map<String, List<StoredRow>> journals =
                rows.stream().collect(groupingBy(StoredRow::programme));
        assertThat(journals).hasSize(PROGRAMMES);
        assertThat(journals.values())
                .allSatisfy(
                        journal -> {
                            assertThat(journal)
                                    .extracting(StoredRow::number)
                                    .containsExactlyElementsOf(
                                            LongStream.rangeClosed(1, journal.size())
                                                    .boxed()
                                                    .toList());
                            assertStrictlyIncreasing(
                                    journal.stream().map(StoredRow::recordedAt).toList());
                        });
    }

    private @Nullable TrackingToken readOn(
            @Nullable TrackingToken last, List<Long> seen, Map<String, Long> numbers) {
        @Nullable TrackingToken reached = last;
        for (TrackedEventMessage<?> message : engine.readEvents(last, false).toList()) {
            reached = message.trackingToken();
            seen.add(reached.position().orElseThrow());
            follow(numbers, message);
        }
        return reached;
    }

    private void write(int writer) {
        ProgrammeId programme = Recording.programme(writer % PROGRAMMES);
        for (int i = 0; i < APPENDS; i++) {
            String code = "w" + writer + "-" + i;
            engine.appendEvents(
                    Recording.message(Recording.planned(programme, code, null), 0),
                    Recording.message(Recording.explained(programme, code, "zin"), 1));
        }
    }

    private static void follow(Map<String, Long> numbers, TrackedEventMessage<?> message) {
        JournalEntry<Event> entry = JournalEntry.of(message);
        assertThat(entry.number())
                .isEqualTo(numbers.merge(entry.programme().value(), 1L, Long::sum));
    }

    @Test
    void the_receipt_of_an_append_says_what_the_journal_says() {
        ProgrammeId programme = Recording.programme(1);
        engine.appendEvents(Recording.message(Recording.adopted(programme), 0));
        Journal journal = new Journal(database.dataSource());

        JournalEntry<Event> entry = journal.between(programme, 1, 1).getFirst();

        assertThat(journal.head(programme)).isEqualTo(new Head(1, entry.recordedAt()));
        assertThat(entry.recordedAt())
                .isEqualTo(StoredRow.all(database.dataSource()).getFirst().recordedAt());
    }

    @Test
    void entries_of_one_append_lie_microseconds_apart() {
        ProgrammeId programme = Recording.programme(1);
        List<DomainEventMessage<Event>> many =
                IntStream.range(0, 500)
                        .mapToObj(
                                i ->
                                        Recording.message(
                                                Recording.planned(programme, "a" + i, null), 0))
                        .toList();

        engine.appendEvents(many);

        List<Instant> moments =
                StoredRow.all(database.dataSource()).stream().map(StoredRow::recordedAt).toList();
        assertStrictlyIncreasing(moments);
        assertThat(moments)
                .anyMatch(moment -> !moment.equals(moment.truncatedTo(ChronoUnit.MILLIS)));
    }

    @Test
    void a_clock_that_was_set_back_does_not_turn_the_order_around() {
        ProgrammeId ahead = Recording.programme(1);
        ProgrammeId other = Recording.programme(2);
        String future =
                jdbc.sql("SELECT (now() + interval '1 day')::text").query(String.class).single();
        Recording.insert(database.dataSource(), Recording.adopted(ahead), 1, 0, future);

        engine.appendEvents(
                Recording.message(Recording.planned(ahead, "a", null), 0),
                Recording.message(Recording.planned(ahead, "b", null), 0));
        engine.appendEvents(Recording.message(Recording.adopted(other), 0));

        List<StoredRow> rows = StoredRow.all(database.dataSource());
        Instant first = rows.getFirst().recordedAt();
        assertThat(rows)
                .filteredOn(row -> row.programme().equals(ahead.value()))
                .extracting(StoredRow::recordedAt)
                .containsExactly(first, first.plusNanos(1000), first.plusNanos(2000));
        assertThat(rows.getLast().recordedAt()).isBefore(first);
    }

    @Test
    void a_position_at_a_moment_skips_nothing_that_was_recorded_later_by_another_clock() {
        ProgrammeId ahead = Recording.programme(1);
        ProgrammeId other = Recording.programme(2);
        Recording.insert(
                database.dataSource(), Recording.adopted(ahead), 1, 0, "2030-01-01T00:00:00Z");
        Recording.insert(
                database.dataSource(), Recording.adopted(other), 1, 0, "2020-01-01T00:00:00Z");

        TrackingToken at = engine.createTokenAt(Instant.parse("2025-01-01T00:00:00Z"));

        assertThat(
                        engine.readEvents(at, false)
                                .map(message -> JournalEntry.of(message).programme()))
                .contains(ahead);
        assertThat(
                        engine.readEvents(
                                engine.createTokenAt(Instant.parse("2031-01-01T00:00:00Z")), false))
                .isEmpty();
    }

    @Test
    void a_number_that_was_rolled_back_leaves_no_hole_in_the_journal() throws Exception {
        ProgrammeId programme = Recording.programme(1);
        engine.appendEvents(Recording.message(Recording.adopted(programme), 0));
        try (var held = database.dataSource().getConnection()) {
            held.setAutoCommit(false);
            Recording.append(held, Recording.planned(programme, "a", null), 0);
            held.rollback();
        }

        engine.appendEvents(Recording.message(Recording.planned(programme, "b", null), 0));

        List<StoredRow> rows = StoredRow.all(database.dataSource());
        assertThat(rows).extracting(StoredRow::number).containsExactly(1L, 2L);
        assertThat(rows).extracting(StoredRow::globalIndex).containsExactly(1L, 3L);
    }

    private static void assertStrictlyIncreasing(List<Instant> moments) {
        assertThat(moments).isSorted().doesNotHaveDuplicates();
    }
}
