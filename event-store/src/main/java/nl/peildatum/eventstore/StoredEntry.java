package nl.peildatum.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a journal byte for byte as it is stored, whether or not it can be read as an event.
 *
 * @param globalIndex its place among the entries of all programmes
 * @param facts its facts, JSON in UTF-8
 * @param texts its free texts, JSON in UTF-8; null where it has none, or where they were erased
 * @param salt 32 random bytes that go with the texts; there exactly where they are
 * @param commitment the SHA-256 over salt and texts, in lower-case hex; null where it never had any
 * @param hash the SHA-256 over its {@link #hashedText}, in lower-case hex
 */
@SuppressWarnings("ArrayRecordComponent") // the very bytes are what a hash is over
public record StoredEntry(
        long globalIndex,
        String programme,
        long number,
        Instant recordedAt,
        UUID id,
        String aggregateType,
        String aggregateId,
        long sequenceNumber,
        String name,
        int revision,
        byte[] facts,
        byte @Nullable [] texts,
        byte @Nullable [] salt,
        @Nullable String commitment,
        String hash) {

    /** The hash that stands before the first entry of every journal. */
    public static final String BEFORE_THE_FIRST = HashedText.BEFORE_THE_FIRST;

    static final String COLUMNS =
            """
            global_index, programme, journal_number, recorded_at, event_id, aggregate_type,
            aggregate_id, sequence_number, name, revision, facts, texts, salt, commitment, hash""";

    static StoredEntry of(ResultSet row) throws SQLException {
        byte @Nullable [] commitment = row.getBytes("commitment");
        return new StoredEntry(
                row.getLong("global_index"),
                row.getString("programme"),
                row.getLong("journal_number"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                UUID.fromString(row.getString("event_id")),
                row.getString("aggregate_type"),
                row.getString("aggregate_id"),
                row.getLong("sequence_number"),
                row.getString("name"),
                row.getInt("revision"),
                row.getBytes("facts"),
                row.getBytes("texts"),
                row.getBytes("salt"),
                commitment == null ? null : HexFormat.of().formatHex(commitment),
                HexFormat.of().formatHex(row.getBytes("hash")));
    }

    /** When it was recorded: RFC 3339 in UTC with microseconds, as in the hashed text. */
    public String recordedAtText() {
        return HashedText.moment(recordedAt);
    }

    /** The thirteen lines that its hash covers, after an entry with the given hash. */
    public String hashedText(String previousHash) {
        return HashedText.lines(
                "peildatum-journaal/1",
                programme,
                number,
                recordedAtText(),
                id,
                aggregateType,
                aggregateId,
                sequenceNumber,
                name,
                revision,
                factsDigest(),
                commitment == null ? "-" : commitment,
                previousHash);
    }

    /** The hash that its content gives, after an entry with the given hash. */
    public String recomputedHash(String previousHash) {
        return HashedText.sha256(hashedText(previousHash));
    }

    /** The SHA-256 over its facts, in lower-case hex. */
    public String factsDigest() {
        return HashedText.sha256(facts);
    }

    /** Whether the texts that are there are those it was committed to. */
    public boolean keepsItsTexts() {
        if (texts == null || salt == null) {
            return texts == null && salt == null;
        }
        return HashedText.sha256(salt, texts).equals(commitment);
    }
}
