package nl.peildatum.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeId;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class AppendTest {

    private static final ProgrammeId ONE = Recording.programme(1);
    private static final ProgrammeId TWO = Recording.programme(2);

    private static final TestDatabase database = TestDatabase.create();

    private final PostgresEventStorageEngine engine =
            new PostgresEventStorageEngine(database.dataSource());
    private final Journal journal = new Journal(database.dataSource());
    private final Answers answers = new Answers(database.dataSource());
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());

    @BeforeEach
    void empty() {
        database.clear();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static DomainEventMessage<Event> planned(String code) {
        return Recording.message(Recording.planned(ONE, code, null), 0);
    }

    private static DomainEventMessage<Event> explained(String code, long sequence) {
        return Recording.message(Recording.explained(ONE, code, "tekst"), sequence);
    }

    /** Appends in a unit of work, as a command does. */
    private static List<Receipt> inUnit(
            PostgresEventStorageEngine engine,
            @Nullable Keyed keyed,
            @Nullable Long head,
            List<DomainEventMessage<Event>> events) {
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("x"));
        try {
            AppendingUnit appending = AppendingUnit.current();
            appending.answers(keyed);
            appending.onlyAfter(head);
            engine.appendEvents(events);
            return appending.receipts();
        } finally {
            unit.rollback();
        }
    }

    private List<Receipt> keyed(String key, DomainEventMessage<Event> event) {
        return inUnit(engine, new Keyed("subject", key, "r", 201, "/plaats"), null, List.of(event));
    }

    @Test
    void what_was_appended_reads_back_in_the_order_of_the_aggregate() {
        engine.appendEvents(planned("22"), explained("22", 1));
        engine.appendEvents(planned("23"));
        engine.appendEvents(explained("22", 2));

        assertThat(engine.readEvents("programma-1/22").asStream())
                .extracting(DomainEventMessage::getSequenceNumber)
                .containsExactly(0L, 1L, 2L);
        assertThat(engine.lastSequenceNumberFor("programma-1/22")).contains(2L);
        assertThat(engine.lastSequenceNumberFor("programma-1/99")).isEmpty();
    }

    @Test
    void more_events_than_a_batch_holds_read_back_all() {
        engine.appendEvents(planned("22"));
        engine.appendEvents(
                IntStream.rangeClosed(1, 250).mapToObj(i -> explained("22", i)).toList());

        assertThat(engine.readEvents("programma-1/22").asStream()).hasSize(251);
        assertThat(engine.readEvents("programma-1/22", 200).asStream()).hasSize(51);
        assertThat(engine.readEvents(null, false)).hasSize(251);
    }

    @Test
    void the_journal_tells_an_action_the_programme_and_everything() {
        engine.appendEvents(Recording.message(Recording.adopted(ONE), 0), planned("22"));
        engine.appendEvents(planned("extra-1"), explained("22", 1));

        assertThat(journal.actionsOf(ONE)).containsExactly("22", "extra-1");
        assertThat(journal.of(new nl.peildatum.events.ActionId(ONE, "22"), 4))
                .extracting(JournalEntry::number)
                .containsExactly(2L, 4L);
        assertThat(journal.of(new nl.peildatum.events.ActionId(ONE, "22"), 3))
                .extracting(JournalEntry::number)
                .containsExactly(2L);
        assertThat(journal.of(ONE, 4)).extracting(JournalEntry::number).containsExactly(1L);
        assertThat(journal.between(ONE, 2, 3))
                .extracting(JournalEntry::number)
                .containsExactly(2L, 3L);
        assertThat(journal.head(ONE).number()).isEqualTo(4);
        assertThat(journal.head(TWO)).isEqualTo(Head.NONE);
    }

    @Test
    void an_entry_that_cannot_be_read_fails_for_who_asks_for_it_and_hides_no_other() {
        engine.appendEvents(planned("22"), planned("23"), planned("24"));
        Recording.tamper(
                database.dataSource(),
                "UPDATE events.event SET facts = convert_to('{', 'UTF8') WHERE journal_number = 2");

        List<? extends TrackedEventMessage<?>> read = engine.readEvents(null, false).toList();

        assertThat(JournalEntry.of(read.get(0)).number()).isEqualTo(1);
        assertThatThrownBy(() -> JournalEntry.of(read.get(1)))
                .isInstanceOf(SerializationException.class);
        assertThat(JournalEntry.of(read.get(2)).number()).isEqualTo(3);
    }

    @Test
    void an_aggregate_that_exists_cannot_be_begun_again() {
        engine.appendEvents(planned("22"));

        assertThatThrownBy(() -> engine.appendEvents(planned("22")))
                .isInstanceOf(AggregateStreamCreationException.class);
    }

    @Test
    void an_entry_of_an_aggregate_that_was_changed_meanwhile_is_refused() {
        engine.appendEvents(planned("22"), explained("22", 1));

        assertThatThrownBy(() -> engine.appendEvents(explained("22", 1)))
                .isInstanceOf(ConcurrencyException.class);
    }

    @Test
    void it_is_the_aggregate_in_conflict_that_says_which_refusal_it_is() {
        engine.appendEvents(planned("22"), explained("22", 1));

        assertThatThrownBy(() -> engine.appendEvents(planned("23"), explained("22", 1)))
                .isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> engine.appendEvents(explained("22", 2), planned("22")))
                .isInstanceOf(AggregateStreamCreationException.class);
    }

    @Test
    void of_many_events_all_are_stored_or_none() {
        engine.appendEvents(planned("22"));
        List<DomainEventMessage<Event>> many =
                Stream.concat(
                                IntStream.range(100, 140).mapToObj(i -> planned("a" + i)),
                                Stream.of(planned("22")))
                        .toList();

        assertThatThrownBy(() -> engine.appendEvents(many)).isNotNull();

        assertThat(journal.head(ONE).number()).isEqualTo(1);
        assertThat(jdbc.sql("SELECT count(*) FROM events.event").query(Long.class).single())
                .isEqualTo(1);
    }

    @Test
    void one_append_is_about_one_programme() {
        assertThatThrownBy(
                        () ->
                                engine.appendEvents(
                                        planned("22"),
                                        Recording.message(Recording.planned(TWO, "22", null), 0)))
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
        assertThat(journal.head(ONE)).isEqualTo(Head.NONE);
    }

    @Test
    void an_append_that_expects_another_head_is_refused() {
        engine.appendEvents(planned("22"));

        assertThatThrownBy(() -> inUnit(engine, null, 0L, List.of(planned("23"))))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(inUnit(engine, null, 1L, List.of(planned("23"))))
                .extracting(Receipt::journalNumber)
                .containsExactly(2L);
    }

    @Test
    void an_append_is_a_commit_of_its_own_whatever_transaction_its_caller_has_open() {
        TransactionTemplate transaction =
                new TransactionTemplate(new DataSourceTransactionManager(database.dataSource()));

        transaction.executeWithoutResult(
                open -> {
                    engine.appendEvents(planned("22"));
                    open.setRollbackOnly();
                });

        assertThat(journal.head(ONE).number()).isEqualTo(1);
    }

    @Test
    void a_pool_that_does_not_commit_by_itself_loses_nothing() {
        try (com.zaxxer.hikari.HikariDataSource manual = new com.zaxxer.hikari.HikariDataSource()) {
            manual.setJdbcUrl(database.jdbcUrl());
            manual.setMaximumPoolSize(1);
            manual.setAutoCommit(false);

            new PostgresEventStorageEngine(manual).appendEvents(planned("22"));
        }

        assertThat(journal.head(ONE).number()).isEqualTo(1);
    }

    @Test
    void a_transaction_with_one_snapshot_cannot_append_or_settle() throws SQLException {
        try (Connection held = database.dataSource().getConnection()) {
            held.setAutoCommit(false);
            held.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);

            assertThatThrownBy(() -> Recording.append(held, Recording.adopted(ONE), 0))
                    .hasMessageContaining("READ COMMITTED");
            held.rollback();
            assertThatThrownBy(() -> held.createStatement().execute("SELECT events.settle(now())"))
                    .hasMessageContaining("READ COMMITTED");
            held.rollback();
        }
    }

    @Test
    void a_line_feed_in_what_is_hashed_is_refused() {
        assertThatThrownBy(
                        () ->
                                engine.appendEvents(
                                        new org.axonframework.eventhandling
                                                .GenericDomainEventMessage<>(
                                                "Action",
                                                "programma-1/22\n1",
                                                0,
                                                Recording.planned(ONE, "22", null))))
                .isInstanceOf(EventStoreException.class);
    }

    @Test
    void a_key_keeps_one_answer_under_ten_repeats_at_once() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> repeats =
                    IntStream.range(0, 10)
                            .mapToObj(i -> threads.submit(() -> firstOfItsKey("22")))
                            .toList();

            int firsts = 0;
            for (Future<Boolean> repeat : repeats) {
                firsts += repeat.get() ? 1 : 0;
            }

            assertThat(firsts).isEqualTo(1);
        }
        assertThat(journal.head(ONE).number()).isEqualTo(1);
        assertThat(answers.find("subject", "key"))
                .hasValueSatisfying(
                        answer -> {
                            assertThat(answer.status()).isEqualTo(201);
                            assertThat(answer.request()).isEqualTo("r");
                            assertThat(answer.location()).isEqualTo("/plaats");
                            Receipt receipt = Objects.requireNonNull(answer.receipt());
                            assertThat(receipt.journalNumber()).isEqualTo(1);
                            assertThat(receipt.recordedAt())
                                    .isEqualTo(journal.head(ONE).recordedAt());
                        });
        assertThat(answers.find("another", "key")).isEmpty();
    }

    private boolean firstOfItsKey(String code) {
        try {
            return keyed("key", planned(code)).size() == 1;
        } catch (AlreadyAnswered again) {
            return false;
        }
    }

    @Test
    void an_answer_that_is_kept_without_recording_also_keeps_an_append_out() {
        answers.remember(new Keyed("subject", "key", "r", 200, null), ONE);
        assertThat(answers.find("subject", "key").orElseThrow().receipt()).isNull();

        assertThatThrownBy(() -> keyed("key", planned("22"))).isInstanceOf(AlreadyAnswered.class);
        assertThat(journal.head(ONE)).isEqualTo(Head.NONE);
    }

    @Test
    void an_answer_that_is_being_kept_at_the_same_moment_keeps_an_append_out() throws Exception {
        try (Connection held = database.dataSource().getConnection();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            held.setAutoCommit(false);
            held.createStatement()
                    .execute(
                            """
                            SELECT events.remember('subject', 'key', 'r', 200, NULL, 'programma-1', 1,
                                gen_random_uuid(), now())""");
            Future<Boolean> append = threads.submit(() -> firstOfItsKey("22"));
            Waiting.untilBlocked(jdbc);
            held.commit();

            assertThat(append.get()).isFalse();
        }
        assertThat(journal.head(ONE)).isEqualTo(Head.NONE);
    }

    @Test
    void a_key_answers_across_a_connection_that_dies_right_after_the_commit() {
        PostgresEventStorageEngine unlucky =
                new PostgresEventStorageEngine(new LostAfterwards(database.dataSource()));
        Keyed request = new Keyed("subject", "key", "r", 201, null);

        assertThatThrownBy(() -> inUnit(unlucky, request, null, List.of(planned("22"))))
                .isInstanceOf(EventStoreException.class);
        assertThatThrownBy(() -> keyed("key", planned("22"))).isInstanceOf(AlreadyAnswered.class);

        assertThat(journal.head(ONE).number()).isEqualTo(1);
        assertThat(answers.find("subject", "key"))
                .hasValueSatisfying(
                        answer ->
                                assertThat(Objects.requireNonNull(answer.receipt()).journalNumber())
                                        .isEqualTo(1));
    }

    @Test
    void a_key_is_free_again_where_the_connection_died_before_the_commit() throws Exception {
        try (Connection holder = database.dataSource().getConnection();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            holder.setAutoCommit(false);
            Recording.append(holder, Recording.adopted(TWO), 0);
            Future<Boolean> waiting = threads.submit(() -> firstOfItsKey("22"));
            Waiting.untilBlocked(jdbc);
            jdbc.sql(
                            """
                            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                            WHERE datname = current_database() AND wait_event_type = 'Lock'""")
                    .query()
                    .listOfRows();

            assertThatThrownBy(waiting::get).hasRootCauseInstanceOf(SQLException.class);
            holder.commit();
        }

        assertThat(journal.head(ONE)).isEqualTo(Head.NONE);
        assertThat(keyed("key", planned("22"))).hasSize(1);
    }

    @Test
    void a_refused_append_leaves_its_key_free() {
        engine.appendEvents(planned("22"));

        assertThatThrownBy(() -> keyed("key", planned("22"))).isNotNull();

        assertThat(answers.find("subject", "key")).isEmpty();
        assertThat(keyed("key", planned("23"))).hasSize(1);
    }
}
