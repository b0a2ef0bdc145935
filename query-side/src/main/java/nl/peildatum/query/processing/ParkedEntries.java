package nl.peildatum.query.processing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import nl.peildatum.events.ProgrammeEvent.TextErased;
import nl.peildatum.events.ProgrammeId;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.serialization.Serializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The dead letters of one projection, one sequence per programme.
 *
 * <p>A letter names its entry and holds no copy of it: a text that is erased in the journal must
 * not live on here, and an event that cannot be read need not be read to be parked.
 */
final class ParkedEntries extends JdbcSequencedDeadLetterQueue<EventMessage<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(ParkedEntries.class);

    /** So many programmes may be parked before the projection stops. */
    static final int MOST_PROGRAMMES = 1_000;

    /** So many entries of one programme may wait before the projection stops. */
    static final int MOST_ENTRIES = 10_000;

    private static final DeadLetterSchema SCHEMA =
            DeadLetterSchema.builder()
                    .deadLetterTable("dead_letter")
                    .deadLetterIdentifierColumn("dead_letter_id")
                    .processingGroupColumn("processing_group")
                    .sequenceIdentifierColumn("sequence_identifier")
                    .sequenceIndexColumn("sequence_index")
                    .messageTypeColumn("message_type")
                    .eventIdentifierColumn("event_identifier")
                    .timestampColumn("time_stamp")
                    .payloadTypeColumn("payload_type")
                    .payloadRevisionColumn("payload_revision")
                    .payloadColumn("payload")
                    .metaDataColumn("meta_data")
                    .aggregateTypeColumn("type")
                    .aggregateIdentifierColumn("aggregate_identifier")
                    .sequenceNumberColumn("sequence_number")
                    .tokenTypeColumn("token_type")
                    .tokenColumn("token")
                    .enqueuedAtColumn("enqueued_at")
                    .lastTouchedColumn("last_touched")
                    .processingStartedColumn("processing_started")
                    .causeTypeColumn("cause_type")
                    .causeMessageColumn("cause_message")
                    .diagnosticsColumn("diagnostics")
                    .build();

    private final JdbcClient jdbc;
    private final Consumer<EventMessage<?>> ahead;
    private final String projection;

    ParkedEntries(
            String projection,
            JdbcClient jdbc,
            ConnectionProvider connections,
            TransactionManager transactions,
            Serializer serializer,
            int mostEntries,
            Consumer<EventMessage<?>> ahead) {
        super(
                JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
                        .processingGroup(projection)
                        .connectionProvider(connections)
                        .transactionManager(transactions)
                        .schema(SCHEMA)
                        .genericSerializer(serializer)
                        .eventSerializer(serializer)
                        .maxSequences(MOST_PROGRAMMES)
                        .maxSequenceSize(mostEntries));
        this.projection = projection;
        this.jdbc = jdbc;
        this.ahead = ahead;
    }

    @Override
    public void enqueue(Object sequenceIdentifier, DeadLetter<? extends EventMessage<?>> letter) {
        if (letter.message().getPayloadType() == TextErased.class) {
            eraseAhead(letter.message());
        }
        super.enqueue(
                sequenceIdentifier,
                new GenericDeadLetter<>(
                        sequenceIdentifier,
                        named(letter.message()),
                        letter.cause().orElse(null),
                        letter.enqueuedAt(),
                        letter.lastTouched(),
                        letter.diagnostics()));
    }

    /** Parks a programme with the first act that failed. */
    void park(ProgrammeId programme, List<EventMessage<?>> act, String because) {
        enqueue(
                programme.value(),
                new GenericDeadLetter<>(
                        programme.value(), act.getFirst(), new Parking.Because(because)));
        act.stream().skip(1).forEach(message -> letWait(programme, message));
    }

    /** Lets an entry wait behind the others of its programme. */
    void letWait(ProgrammeId programme, EventMessage<?> message) {
        enqueue(programme.value(), new GenericDeadLetter<>(programme.value(), message));
    }

    /** What fails here is done after all when the letter is processed. */
    private void eraseAhead(EventMessage<?> message) {
        try {
            ahead.accept(message);
        } catch (RuntimeException failure) {
            LOG.error(
                    "Projectie {}: een gewiste tekst kon niet vooruit worden weggehaald. {}",
                    projection,
                    Parking.inWords(failure));
        }
    }

    private static EventMessage<?> named(EventMessage<?> message) {
        DomainEventMessage<?> event = (DomainEventMessage<?>) message;
        return new GenericTrackedDomainEventMessage<>(
                ((TrackedEventMessage<?>) message).trackingToken(),
                event.getType(),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                new GenericMessage<>(
                        message.getIdentifier(),
                        Map.of("id", message.getIdentifier()),
                        message.getMetaData()),
                event::getTimestamp);
    }

    /** A programme of which nothing more is processed. */
    record Parked(String programme, long waiting, String because) {}

    List<Parked> parked() {
        return jdbc.sql(
                        """
                        SELECT sequence_identifier, count(*) AS waiting,
                            (array_agg(cause_message ORDER BY sequence_index))[1] AS because
                        FROM dead_letter WHERE processing_group = ?
                        GROUP BY sequence_identifier ORDER BY sequence_identifier""")
                .param(projection)
                .query(
                        (row, _) ->
                                new Parked(
                                        row.getString("sequence_identifier"),
                                        row.getLong("waiting"),
                                        Optional.ofNullable(row.getString("because")).orElse("")))
                .list();
    }

    /** The first letter of a programme, if there is one. */
    Optional<String> first(String programme) {
        return jdbc.sql(
                        """
                        SELECT dead_letter_id FROM dead_letter
                        WHERE processing_group = ? AND sequence_identifier = ?
                        ORDER BY sequence_index LIMIT 1""")
                .params(projection, programme)
                .query(String.class)
                .optional();
    }

    /** Lets go of the letters of a programme whose entries, up to one, were processed after all. */
    void remove(String programme, long upTo) {
        jdbc.sql(
                        """
                        DELETE FROM dead_letter USING events.event
                        WHERE processing_group = ? AND sequence_identifier = ?
                            AND event_id = event_identifier::uuid AND journal_number <= ?""")
                .params(projection, programme, upTo)
                .update();
    }

    void failedAgain(String letter, String because, Instant at) {
        jdbc.sql(
                        """
                        UPDATE dead_letter SET cause_message = ?, last_touched = ?
                        WHERE dead_letter_id = ?""")
                .params(because, at.toString(), letter)
                .update();
    }
}
