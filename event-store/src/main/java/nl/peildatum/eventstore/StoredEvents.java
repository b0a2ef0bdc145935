package nl.peildatum.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.peildatum.events.Event;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of the event table as they are read, facts and texts joined. */
final class StoredEvents {

    private static final String SELECT =
            """
            SELECT global_index, journal_number, recorded_at, event_id, aggregate_type, aggregate_id,
                sequence_number, name, revision, facts, texts, commitment, hash
            FROM events.event
            """;

    private final JdbcClient jdbc;
    private final EventSerializer serializer;

    StoredEvents(JdbcClient jdbc, EventSerializer serializer) {
        this.jdbc = jdbc;
        this.serializer = serializer;
    }

    /** As entries of a journal. */
    List<JournalEntry<Event>> entries(String condition, Object... parameters) {
        return where(condition, parameters, (row, _) -> entry(row));
    }

    /** As Axon's event data. */
    List<TrackedDomainEventData<byte[]>> data(String condition, Object... parameters) {
        return where(condition, parameters, (row, _) -> data(row, null));
    }

    /**
     * As Axon's event data, with where the act of each ends: those after a global index. No plan
     * may look at what is asked for, or each time another one would seem to be worth making.
     */
    List<TrackedDomainEventData<byte[]>> after(long index, int most) {
        return jdbc.sql(
                        """
                        SELECT e.*, coalesce((
                                SELECT CASE WHEN first_number <= e.journal_number THEN last_number END
                                FROM events.act a
                                WHERE a.programme = e.programme AND a.last_number >= e.journal_number
                                ORDER BY a.last_number LIMIT 1), e.journal_number) AS end_of_act
                        FROM events.event e WHERE global_index > (SELECT ?::bigint)
                        ORDER BY global_index LIMIT %d"""
                                .formatted(most))
                .param(index)
                .query((row, _) -> data(row, row.getLong("end_of_act")))
                .list();
    }

    private <T> List<T> where(String condition, Object[] parameters, RowMapper<T> mapper) {
        return jdbc.sql(SELECT + condition).params(List.of(parameters)).query(mapper).list();
    }

    private JournalEntry<Event> entry(ResultSet row) throws SQLException {
        byte @Nullable [] commitment = row.getBytes("commitment");
        return new JournalEntry<>(
                row.getLong("journal_number"),
                row.getLong("sequence_number"),
                row.getObject("event_id", UUID.class),
                recordedAt(row),
                hex(row.getBytes("hash")),
                commitment == null ? null : hex(commitment),
                serializer.deserialize(
                        new SimpleSerializedObject<>(
                                payload(row),
                                byte[].class,
                                row.getString("name"),
                                row.getString("revision"))));
    }

    private TrackedDomainEventData<byte[]> data(ResultSet row, @Nullable Long endOfAct)
            throws SQLException {
        Instant recordedAt = recordedAt(row);
        Map<String, Object> place = new HashMap<>();
        place.put(JournalEntry.NUMBER, row.getLong("journal_number"));
        place.put(JournalEntry.RECORDED_AT, recordedAt.toString());
        place.put(JournalEntry.HASH, hex(row.getBytes("hash")));
        byte @Nullable [] commitment = row.getBytes("commitment");
        if (commitment != null) {
            place.put(JournalEntry.COMMITMENT, hex(commitment));
        }
        if (endOfAct != null) {
            place.put(JournalEntry.END_OF_ACT, endOfAct);
        }
        return new TrackedDomainEventData<>(
                new GlobalSequenceTrackingToken(row.getLong("global_index")),
                new GenericDomainEventEntry<>(
                        row.getString("aggregate_type"),
                        row.getString("aggregate_id"),
                        row.getLong("sequence_number"),
                        row.getString("event_id"),
                        recordedAt,
                        row.getString("name"),
                        row.getString("revision"),
                        payload(row),
                        serializer.mapper().writeValueAsBytes(place)));
    }

    private byte[] payload(ResultSet row) throws SQLException {
        return StoredForm.join(row.getBytes("facts"), row.getBytes("texts"), serializer.mapper());
    }

    private static Instant recordedAt(ResultSet row) throws SQLException {
        return row.getObject("recorded_at", OffsetDateTime.class).toInstant();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
