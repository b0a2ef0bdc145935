package nl.peildatum.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The rows of the event table as Axon's event data, facts and texts joined. */
final class StoredEvents {

    private static final String SELECT =
            """
            SELECT global_index, journal_number, recorded_at, event_id, aggregate_type, aggregate_id,
                sequence_number, name, revision, facts, texts, commitment, hash
            FROM events.event
            """;

    private final JdbcClient jdbc;
    private final JsonMapper mapper;

    StoredEvents(JdbcClient jdbc, JsonMapper mapper) {
        this.jdbc = jdbc;
        this.mapper = mapper;
    }

    List<TrackedDomainEventData<byte[]>> where(String condition, Object... parameters) {
        return jdbc.sql(SELECT + condition)
                .params(List.of(parameters))
                .query((row, _) -> read(row))
                .list();
    }

    private TrackedDomainEventData<byte[]> read(ResultSet row) throws SQLException {
        Instant recordedAt = row.getObject("recorded_at", OffsetDateTime.class).toInstant();
        Map<String, Object> place = new HashMap<>();
        place.put(JournalEntry.NUMBER, row.getLong("journal_number"));
        place.put(JournalEntry.RECORDED_AT, recordedAt.toString());
        place.put(JournalEntry.HASH, hex(row.getBytes("hash")));
        byte @Nullable [] commitment = row.getBytes("commitment");
        if (commitment != null) {
            place.put(JournalEntry.COMMITMENT, hex(commitment));
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
                        StoredForm.join(row.getBytes("facts"), row.getBytes("texts"), mapper),
                        mapper.writeValueAsBytes(place)));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
