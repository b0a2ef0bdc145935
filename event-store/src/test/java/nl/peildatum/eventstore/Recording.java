package nl.peildatum.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import nl.peildatum.events.ActionEvent;
import nl.peildatum.events.ActionEvent.ActionExplained;
import nl.peildatum.events.ActionEvent.ActionPlanned;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.Basis;
import nl.peildatum.events.Event;
import nl.peildatum.events.EventKinds;
import nl.peildatum.events.ProgrammeEvent.ProgrammeAdopted;
import nl.peildatum.events.ProgrammeId;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Small events to append, and the ways to get them into the table that an application lacks. */
final class Recording {

    static final Basis BASIS = new Basis(LocalDate.of(2025, 11, 30), "subject-1", null);

    private Recording() {}

    static ProgrammeId programme(int number) {
        return new ProgrammeId("programma-" + number);
    }

    static Event adopted(ProgrammeId programme) {
        return new ProgrammeAdopted(
                programme, "Samen", 2024, 2027, List.of("Een ministerie"), BASIS, null);
    }

    static Event planned(ProgrammeId programme, String code, @Nullable String explanation) {
        return new ActionPlanned(
                new ActionId(programme, code),
                code,
                "Een actie",
                null,
                new TreeSet<>(List.of(2025)),
                true,
                null,
                null,
                BASIS,
                null,
                explanation);
    }

    static Event explained(ProgrammeId programme, String code, @Nullable String explanation) {
        return new ActionExplained(new ActionId(programme, code), BASIS, null, explanation);
    }

    static DomainEventMessage<Event> message(Event event, long sequence) {
        return event instanceof ActionEvent action
                ? new GenericDomainEventMessage<>(
                        "Action", action.action().toString(), sequence, event)
                : new GenericDomainEventMessage<>(
                        "Programme", event.programme().value(), sequence, event);
    }

    /** Calls the append function on a connection whose transaction the caller holds. */
    static void append(Connection held, Event event, long sequence) throws SQLException {
        EventSerializer serializer = new EventSerializer();
        StoredForm.Columns columns =
                StoredForm.split(
                        event.getClass(),
                        serializer.serialize(event, byte[].class).getData(),
                        serializer.mapper());
        DomainEventMessage<Event> message = message(event, sequence);
        try (PreparedStatement append =
                held.prepareStatement(
                        """
                        SELECT events.append(?, ARRAY[?::uuid], ARRAY[?], ARRAY[?], ARRAY[?], ARRAY[?],
                            ARRAY[?], ARRAY[?], ARRAY[?], ARRAY[?], NULL, NULL, NULL, NULL, NULL, NULL)""")) {
            append.setString(1, event.programme().value());
            append.setString(2, message.getIdentifier());
            append.setString(3, message.getType());
            append.setString(4, message.getAggregateIdentifier());
            append.setLong(5, sequence);
            append.setString(6, EventKinds.nameOf(event.getClass()));
            append.setInt(7, 1);
            append.setBytes(8, ApprovedSample.utf8(columns.facts()));
            byte[] texts = ApprovedSample.utf8OrNull(columns.texts());
            if (texts == null) {
                append.setNull(9, Types.BINARY);
                append.setNull(10, Types.BINARY);
            } else {
                append.setBytes(9, texts);
                append.setBytes(10, new byte[32]);
            }
            append.execute();
        }
    }

    /**
     * Puts an entry into the table past the function, as one that was recorded at any moment, with
     * no announcement and no place in the chain.
     */
    static void insert(DataSource owner, Event event, long number, long sequence, String moment) {
        EventSerializer serializer = new EventSerializer();
        DomainEventMessage<Event> message = message(event, sequence);
        JdbcClient.create(owner)
                .sql(
                        """
                        INSERT INTO events.event (global_index, programme, journal_number, recorded_at,
                            event_id, aggregate_type, aggregate_id, sequence_number, name, revision, facts, hash)
                        VALUES (nextval('events.global_index'), ?, ?, ?::timestamptz, ?, ?, ?, ?, ?, 1, ?,
                            decode(repeat('00', 32), 'hex'))""")
                .params(
                        Arrays.asList(
                                event.programme().value(),
                                number,
                                moment,
                                UUID.fromString(message.getIdentifier()),
                                message.getType(),
                                message.getAggregateIdentifier(),
                                sequence,
                                EventKinds.nameOf(event.getClass()),
                                serializer.serialize(event, byte[].class).getData()))
                .update();
    }

    /** Changes the table as only an owner who switches the trigger off can. */
    static void tamper(DataSource owner, String statement) {
        JdbcClient jdbc = JdbcClient.create(owner);
        jdbc.sql("ALTER TABLE events.event DISABLE TRIGGER event_never_changes").update();
        try {
            jdbc.sql(statement).update();
        } finally {
            jdbc.sql("ALTER TABLE events.event ENABLE TRIGGER event_never_changes").update();
        }
    }
}
