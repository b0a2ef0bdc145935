package nl.peildatum.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.peildatum.events.ProgrammeId;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventData;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The reason for an engine of our own: Axon's JDBC engine, with its settings untouched, skips a
 * late commit for ever once the event after it is older than its gap timeout. Should this test fail
 * one day, then the reason is gone.
 */
class WhyNotAxonsOwnEngineTest {

    private static final TestDatabase database = TestDatabase.create();

    private static JdbcEventStorageEngine engine(ConnectionProvider connections) {
        return JdbcEventStorageEngine.builder()
                .connectionProvider(connections)
                .transactionManager(NoTransactionManager.instance())
                .eventSerializer(new EventSerializer())
                .snapshotSerializer(new EventSerializer())
                .build();
    }

    private static DomainEventMessage<?> message(String code, Instant moment) {
        ProgrammeId programme = Recording.programme(1);
        GenericEventMessage<Object> message =
                new GenericEventMessage<>(Recording.planned(programme, code, null));
        return new GenericDomainEventMessage<>(
                "Action",
                programme.value() + "/" + code,
                0,
                new org.axonframework.messaging.GenericMessage<>(
                        message.getIdentifier(), message.getPayload(), message.getMetaData()),
                () -> moment);
    }

    @BeforeAll
    static void createItsTables() {
        engine(database.dataSource()::getConnection)
                .createSchema(PostgresEventTableFactory.INSTANCE);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void it_skips_a_late_commit_that_our_engine_would_show() throws Exception {
        List<String> seen = new ArrayList<>();
        JdbcEventStorageEngine reader = engine(database.dataSource()::getConnection);
        Instant twoMinutesAgo = Instant.now().minus(Duration.ofMinutes(2));
        try (Connection slow = database.dataSource().getConnection()) {
            slow.setAutoCommit(false);
            engine(() -> unclosed(slow)).appendEvents(message("late", twoMinutesAgo));
            engine(database.dataSource()::getConnection)
                    .appendEvents(message("quick", twoMinutesAgo));

            @Nullable TrackingToken last = read(reader, null, seen);
            slow.commit();
            read(reader, last, seen);
        }

        assertThat(seen).containsExactly("programma-1/quick");
        List<String> all = new ArrayList<>();
        read(reader, null, all);
        assertThat(all).containsExactly("programma-1/late", "programma-1/quick");
    }

    private static @Nullable TrackingToken read(
            JdbcEventStorageEngine reader, @Nullable TrackingToken from, List<String> seen) {
        List<TrackedEventMessage<?>> events = new ArrayList<>();
        reader.readEvents(from, false).forEach(events::add);
        events.forEach(event -> seen.add(((DomainEventMessage<?>) event).getAggregateIdentifier()));
        return events.isEmpty() ? from : events.getLast().trackingToken();
    }

    /** The engine closes what it is given; the transaction has to stay open. */
    private static Connection unclosed(Connection connection) {
        return (Connection)
                java.lang.reflect.Proxy.newProxyInstance(
                        EventData.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (_, method, arguments) ->
                                List.of("close", "commit").contains(method.getName())
                                        ? null
                                        : method.invoke(connection, arguments));
    }
}
