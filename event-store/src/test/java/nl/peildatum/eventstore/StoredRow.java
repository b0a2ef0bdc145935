package nl.peildatum.eventstore;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A row of the event table as it stands there, its bytes in hex, and its hash made with Java's own
 * means.
 */
record StoredRow(
        long globalIndex,
        String programme,
        long number,
        Instant recordedAt,
        String eventId,
        String aggregateType,
        String aggregateId,
        long sequence,
        String name,
        int revision,
        String facts,
        @Nullable String texts,
        @Nullable String salt,
        @Nullable String commitment,
        String hash) {

    static final String BEFORE_THE_FIRST = "0".repeat(64);

    private static final HexFormat HEX = HexFormat.of();
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    /** Everything, in the order of the global index. */
    static List<StoredRow> all(DataSource dataSource) {
        return JdbcClient.create(dataSource)
                .sql("SELECT * FROM events.event ORDER BY global_index")
                .query(
                        (row, _) ->
                                new StoredRow(
                                        row.getLong("global_index"),
                                        row.getString("programme"),
                                        row.getLong("journal_number"),
                                        row.getObject("recorded_at", OffsetDateTime.class)
                                                .toInstant(),
                                        row.getString("event_id"),
                                        row.getString("aggregate_type"),
                                        row.getString("aggregate_id"),
                                        row.getLong("sequence_number"),
                                        row.getString("name"),
                                        row.getInt("revision"),
                                        hex(row.getBytes("facts")),
                                        hexOrNull(row.getBytes("texts")),
                                        hexOrNull(row.getBytes("salt")),
                                        hexOrNull(row.getBytes("commitment")),
                                        hex(row.getBytes("hash"))))
                .list();
    }

    String recomputed(String previous) {
        return sha256(
                """
                        peildatum-journaal/1
                        %s
                        %d
                        %s
                        %s
                        %s
                        %s
                        %d
                        %s
                        %d
                        %s
                        %s
                        %s
                        """
                        .formatted(
                                programme,
                                number,
                                MICROSECONDS.format(recordedAt),
                                eventId,
                                aggregateType,
                                aggregateId,
                                sequence,
                                name,
                                revision,
                                sha256(HEX.parseHex(facts)),
                                commitment == null ? "-" : commitment,
                                previous)
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static String hex(byte[] bytes) {
        return HEX.formatHex(bytes);
    }

    private static @Nullable String hexOrNull(byte @Nullable [] bytes) {
        return bytes == null ? null : HEX.formatHex(bytes);
    }

    String factsAsText() {
        return new String(HEX.parseHex(facts), StandardCharsets.UTF_8);
    }

    static String sha256(byte[] bytes) {
        try {
            return HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new LinkageError(impossible.getMessage(), impossible);
        }
    }
}
