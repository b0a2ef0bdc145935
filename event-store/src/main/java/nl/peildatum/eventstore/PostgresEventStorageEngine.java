package nl.peildatum.eventstore;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.peildatum.events.Event;
import nl.peildatum.events.EventKinds;
import nl.peildatum.events.ProgrammeId;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Axon's storage engine over the append function: an append is one call in its own commit, and
 * since commit order is the order of the global index, a reader needs no more than the last index
 * it saw.
 *
 * <p>Keeps no snapshots. Every event of an append belongs to one programme.
 */
public final class PostgresEventStorageEngine extends BatchingEventStorageEngine {

    private static final int SALT_BYTES = 32;
    private static final String DUPLICATE_KEY = "23505";
    private static final String ALREADY_ANSWERED = "PD001";
    private static final String JOURNAL_MOVED = "PD004";
    private static final String NO_TEXTS = "PD007";
    private static final String APPEND =
            "SELECT number, at FROM events.append(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final DataSource dataSource;
    private final JdbcClient client;
    private final StoredEvents stored;
    private final EventSerializer serializer;
    private final SecureRandom random = new SecureRandom();

    public PostgresEventStorageEngine(DataSource dataSource) {
        this(dataSource, new EventSerializer());
    }

    private PostgresEventStorageEngine(DataSource dataSource, EventSerializer serializer) {
        super(new Settings(serializer));
        this.serializer = serializer;
        this.dataSource = dataSource;
        client = JdbcClient.create(dataSource);
        stored = new StoredEvents(client, serializer);
    }

    private static final class Settings extends BatchingEventStorageEngine.Builder {
        Settings(Serializer serializer) {
            eventSerializer(serializer);
            snapshotSerializer(serializer);
            PersistenceExceptionResolver resolver = PostgresEventStorageEngine::isDuplicateKey;
            persistenceExceptionResolver(resolver);
        }
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer ignored) {
        if (events.isEmpty()) {
            return;
        }
        // Not a transaction's connection: the append is a commit of its own, and the lock it takes
        // ends with it, whatever its caller has open.
        try (Connection own = dataSource.getConnection()) {
            own.setAutoCommit(true);
            List<Receipt> receipts = call(own, events);
            if (CurrentUnitOfWork.isStarted()) {
                AppendingUnit.current().appended(receipts);
            }
        } catch (SQLException | RuntimeException failure) {
            throw refusal(failure, events);
        }
    }

    private List<Receipt> call(Connection connection, List<? extends EventMessage<?>> messages)
            throws SQLException {
        List<DomainEventMessage<?>> events = new ArrayList<>();
        messages.forEach(message -> events.add((DomainEventMessage<?>) message));
        String programme = programmeOf(events);
        List<StoredForm.Columns> columns =
                events.stream()
                        .map(
                                event ->
                                        StoredForm.split(
                                                event.getPayloadType(),
                                                event.serializePayload(serializer, byte[].class)
                                                        .getData(),
                                                serializer.mapper()))
                        .toList();
        AppendingUnit unit = CurrentUnitOfWork.isStarted() ? AppendingUnit.current() : null;
        Keyed keyed = unit == null ? null : unit.keyed();
        ArrayMaker<DomainEventMessage<?>> of = new ArrayMaker<>(connection, events);
        ArrayMaker<StoredForm.Columns> ofColumns = new ArrayMaker<>(connection, columns);
        try (PreparedStatement append = connection.prepareStatement(APPEND)) {
            append.setString(1, programme);
            append.setArray(2, of.array("uuid", event -> UUID.fromString(event.getIdentifier())));
            append.setArray(3, of.array("text", DomainEventMessage::getType));
            append.setArray(4, of.array("text", DomainEventMessage::getAggregateIdentifier));
            append.setArray(5, of.array("bigint", DomainEventMessage::getSequenceNumber));
            append.setArray(
                    6, of.array("text", event -> EventKinds.nameOf(event.getPayloadType())));
            append.setArray(
                    7, of.array("int4", event -> EventKinds.revisionOf(event.getPayloadType())));
            append.setArray(8, ofColumns.bytes(column -> utf8(column.facts())));
            append.setArray(9, ofColumns.bytes(column -> utf8(column.texts())));
            append.setArray(10, ofColumns.bytes(column -> column.texts() == null ? null : salt()));
            append.setString(11, keyed == null ? null : keyed.subject());
            append.setString(12, keyed == null ? null : keyed.key());
            append.setString(13, keyed == null ? null : keyed.request());
            append.setObject(14, keyed == null ? null : keyed.status(), Types.INTEGER);
            append.setString(15, keyed == null ? null : keyed.location());
            append.setObject(16, unit == null ? null : unit.expectedHead(), Types.BIGINT);
            try (ResultSet appended = append.executeQuery()) {
                List<Receipt> receipts = new ArrayList<>();
                while (appended.next()) {
                    receipts.add(
                            new Receipt(
                                    appended.getLong("number"),
                                    UUID.fromString(events.get(receipts.size()).getIdentifier()),
                                    appended.getObject("at", OffsetDateTime.class).toInstant()));
                }
                return receipts;
            }
        }
    }

    private static String programmeOf(List<DomainEventMessage<?>> events) {
        List<ProgrammeId> programmes =
                events.stream()
                        .map(event -> ((Event) event.getPayload()).programme())
                        .distinct()
                        .toList();
        if (programmes.size() != 1) {
            throw new IllegalArgumentException(
                    "one append is about one programme, not about " + programmes);
        }
        return programmes.getFirst().value();
    }

    private record ArrayMaker<T>(Connection connection, List<T> items) {

        Array array(String type, Function<T, Object> value) throws SQLException {
            return connection.createArrayOf(type, items.stream().map(value).toArray());
        }

        Array bytes(Function<T, byte @Nullable []> value) throws SQLException {
            return connection.createArrayOf(
                    "bytea", items.stream().map(value).toArray(byte[][]::new));
        }
    }

    private static byte @Nullable [] utf8(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] salt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }

    private RuntimeException refusal(Exception failure, List<? extends EventMessage<?>> events) {
        String state = sqlState(failure);
        if (ALREADY_ANSWERED.equals(state)) {
            return new AlreadyAnswered(failure);
        }
        if (NO_TEXTS.equals(state)) {
            return new NoTexts(failure);
        }
        if (JOURNAL_MOVED.equals(state)) {
            return new ConcurrencyException("the journal was added to meanwhile", failure);
        }
        if (DUPLICATE_KEY.equals(state)) {
            return events.stream().anyMatch(this::beginsWhatExists)
                    ? new AggregateStreamCreationException("the aggregate already exists", failure)
                    : new ConcurrencyException("the aggregate was changed meanwhile", failure);
        }
        return new EventStoreException("the append failed", failure);
    }

    private boolean beginsWhatExists(EventMessage<?> message) {
        return message instanceof DomainEventMessage<?> event
                && event.getSequenceNumber() == 0
                && lastSequenceNumberFor(event.getAggregateIdentifier()).isPresent();
    }

    private static boolean isDuplicateKey(Exception failure) {
        return DUPLICATE_KEY.equals(sqlState(failure));
    }

    private static @Nullable String sqlState(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return null;
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(
            @Nullable TrackingToken last, int batchSize) {
        return stored.after(indexOf(last), batchSize);
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(
            String aggregateIdentifier, long firstSequenceNumber, int batchSize) {
        return stored.data(
                "WHERE aggregate_id = ? AND sequence_number >= ? ORDER BY sequence_number LIMIT ?",
                aggregateIdentifier,
                firstSequenceNumber,
                batchSize);
    }

    /** The first events after a position, at most as many as {@link #batchSize()} says. */
    List<TrackedEventMessage<?>> after(@Nullable TrackingToken position) {
        return EventUtils.upcastAndDeserializeTrackedEvents(
                        fetchTrackedEvents(position, batchSize()).stream(),
                        serializer,
                        upcasterChain)
                .<TrackedEventMessage<?>>map(event -> event)
                .toList();
    }

    private static long indexOf(@Nullable TrackingToken token) {
        return switch (WrappedToken.unwrapLowerBound(token)) {
            case null -> 0;
            case GlobalSequenceTrackingToken at -> at.getGlobalIndex();
            case TrackingToken other ->
                    throw new IllegalArgumentException("not a position in this stream: " + other);
        };
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        return client.sql(
                        """
                        SELECT sequence_number FROM events.event WHERE aggregate_id = ?
                        ORDER BY sequence_number DESC LIMIT 1""")
                .param(aggregateIdentifier)
                .query(Long.class)
                .optional();
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return null;
    }

    @Override
    public TrackingToken createHeadToken() {
        return token("SELECT coalesce(max(global_index), 0) FROM events.event");
    }

    /**
     * A position from which everything recorded at or after the moment follows. Moments increase
     * inside a programme, not over all of them, so something older may follow too.
     */
    @Override
    public TrackingToken createTokenAt(Instant moment) {
        return token(
                """
                SELECT coalesce(
                    (SELECT min(global_index) - 1 FROM events.event WHERE recorded_at >= ?),
                    (SELECT max(global_index) FROM events.event),
                    0)""",
                OffsetDateTime.ofInstant(moment.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC));
    }

    private TrackingToken token(String query, Object... parameters) {
        return new GlobalSequenceTrackingToken(
                client.sql(query).params(List.of(parameters)).query(Long.class).single());
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer ignored) {
        throw new IllegalStateException("answers about a report date never come from snapshots");
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return Stream.empty();
    }
}
