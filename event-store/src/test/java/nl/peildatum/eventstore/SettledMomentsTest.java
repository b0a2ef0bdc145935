package nl.peildatum.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.peildatum.events.ProgrammeId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What was known at an instant never changes once it has been answered. */
class SettledMomentsTest {

    private static final ProgrammeId ONE = Recording.programme(1);

    private static final TestDatabase database = TestDatabase.create();

    private final PostgresEventStorageEngine engine =
            new PostgresEventStorageEngine(database.dataSource());
    private final Journal journal = new Journal(database.dataSource());
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @BeforeEach
    void empty() {
        database.clear();
    }

    @AfterEach
    void finish() {
        threads.close();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private Instant databaseClock() {
        return jdbc.sql("SELECT clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private void append(String code) {
        engine.appendEvents(Recording.message(Recording.planned(ONE, code, null), 0));
    }

    private Instant recordedAt(long number) {
        return journal.between(ONE, number, number).getFirst().recordedAt();
    }

    @Test
    void a_moment_counts_what_was_recorded_up_to_and_at_it() {
        append("a");
        append("b");
        Instant first = recordedAt(1);
        Instant second = recordedAt(2);

        assertThat(journal.numberAt(ONE, first.minusNanos(1000))).isZero();
        assertThat(journal.numberAt(ONE, first)).isEqualTo(1);
        assertThat(journal.numberAt(ONE, second.minusNanos(1000))).isEqualTo(1);
        assertThat(journal.numberAt(ONE, second)).isEqualTo(2);
        assertThat(journal.numberAt(ONE, databaseClock())).isEqualTo(2);
        assertThat(journal.numberAt(Recording.programme(9), databaseClock())).isZero();
    }

    @Test
    void parts_of_a_microsecond_do_not_reach_the_next_entry() {
        append("a");

        assertThat(journal.numberAt(ONE, recordedAt(1).minusNanos(1))).isZero();
        assertThat(journal.numberAt(ONE, recordedAt(1).plusNanos(999))).isEqualTo(1);
    }

    @Test
    void a_moment_waits_for_an_append_that_was_stamped_before_it() throws Exception {
        try (Connection held = database.dataSource().getConnection()) {
            held.setAutoCommit(false);
            Recording.append(held, Recording.planned(ONE, "a", null), 0);
            Instant asked = databaseClock();
            Future<Long> answer = threads.submit(() -> journal.numberAt(ONE, asked));
            Waiting.untilBlocked(jdbc);
            Thread.sleep(200);
            assertThat(answer.isDone()).isFalse();

            held.commit();

            assertThat(answer.get()).isEqualTo(1);
            assertThat(recordedAt(1)).isBefore(asked);
            append("b");
            assertThat(journal.numberAt(ONE, asked)).isEqualTo(1);
        }
    }

    @Test
    void a_moment_does_not_count_an_append_that_was_stamped_after_it() throws Exception {
        try (Connection held = database.dataSource().getConnection()) {
            held.setAutoCommit(false);
            held.createStatement().execute("SELECT pg_advisory_xact_lock(8270925311)");
            Instant asked = databaseClock();
            Future<Long> answer = threads.submit(() -> journal.numberAt(ONE, asked));
            Waiting.untilBlocked(jdbc);
            Recording.append(held, Recording.planned(ONE, "a", null), 0);

            held.commit();

            assertThat(answer.get()).isZero();
            assertThat(recordedAt(1)).isAfter(asked);
            assertThat(journal.numberAt(ONE, asked)).isZero();
        }
    }

    @Test
    void a_moment_does_not_count_what_was_rolled_back() throws Exception {
        try (Connection held = database.dataSource().getConnection()) {
            held.setAutoCommit(false);
            Recording.append(held, Recording.planned(ONE, "a", null), 0);
            Instant asked = databaseClock();
            Future<Long> answer = threads.submit(() -> journal.numberAt(ONE, asked));
            Waiting.untilBlocked(jdbc);

            held.rollback();

            assertThat(answer.get()).isZero();
            append("b");
            assertThat(recordedAt(1)).isAfter(asked);
        }
    }

    @Test
    void
            a_moment_that_was_answered_stays_behind_every_later_entry_also_when_the_clock_is_set_back() {
        jdbc.sql("UPDATE events.settled SET moment = now() + interval '1 day'").update();
        Instant settled =
                jdbc.sql("SELECT moment FROM events.settled")
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant();

        append("a");

        assertThat(recordedAt(1)).isEqualTo(settled.plusNanos(1000));
        assertThat(journal.numberAt(ONE, settled)).isZero();
        assertThat(journal.numberAt(ONE, settled.minus(Duration.ofHours(1)))).isZero();
    }

    @Test
    void a_moment_ahead_of_the_clock_cannot_be_settled() {
        Instant ahead = databaseClock().plus(Duration.ofMinutes(1));

        assertThatThrownBy(() -> journal.numberAt(ONE, ahead))
                .isInstanceOf(DataAccessException.class);

        append("a");
        assertThat(recordedAt(1)).isBefore(ahead);
    }

    @Test
    void a_moment_that_was_answered_once_is_answered_again_without_waiting() throws Exception {
        append("a");
        Instant asked = databaseClock();
        assertThat(journal.numberAt(ONE, asked)).isEqualTo(1);
        try (Connection held = database.dataSource().getConnection()) {
            held.setAutoCommit(false);
            Recording.append(held, Recording.planned(ONE, "b", null), 0);

            assertThat(journal.numberAt(ONE, asked)).isEqualTo(1);
            held.commit();
        }
        assertThat(journal.numberAt(ONE, asked)).isEqualTo(1);
    }

    @Test
    void
            a_question_inside_a_transaction_neither_holds_up_the_appends_nor_answers_from_its_snapshot() {
        TransactionTemplate transaction =
                new TransactionTemplate(new DataSourceTransactionManager(database.dataSource()));
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);

        transaction.executeWithoutResult(
                _ -> {
                    assertThat(journal.head(ONE)).isEqualTo(Head.NONE);
                    assertThat(journal.numberAt(ONE, databaseClock())).isZero();
                    append("a");
                    assertThat(journal.numberAt(ONE, databaseClock())).isEqualTo(1);
                });
    }
}
