package nl.peildatum.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The checkpoints and their public keys as they stand in the database. */
public final class Checkpoints {

    private static final String CHECKPOINT =
            "SELECT programme, journal_number, hash, signed_at, key, signature FROM events.checkpoint ";

    private final JdbcClient jdbc;

    public Checkpoints(DataSource dataSource) {
        jdbc = JdbcClient.create(dataSource);
    }

    /**
     * Those of a programme, in journal order; of one entry in the order in which they were made.
     */
    public List<Checkpoint> of(String programme) {
        return jdbc.sql(CHECKPOINT + "WHERE programme = ? ORDER BY journal_number, signed_at")
                .param(programme)
                .query((row, _) -> checkpoint(row))
                .list();
    }

    /** The newest of a programme. */
    public Optional<Checkpoint> newestOf(String programme) {
        return jdbc.sql(
                        CHECKPOINT
                                + """
                                WHERE programme = ?
                                ORDER BY journal_number DESC, signed_at DESC LIMIT 1""")
                .param(programme)
                .query((row, _) -> checkpoint(row))
                .optional();
    }

    /** Every key that ever signed, the first one first. */
    public List<CheckpointKey> keys() {
        return jdbc.sql(
                        """
                        WITH RECURSIVE chain AS (
                            SELECT *, 1 AS place FROM events.signing_key WHERE previous IS NULL
                            UNION ALL
                            SELECT k.*, place + 1 FROM events.signing_key k
                            JOIN chain ON k.previous = chain.fingerprint)
                        SELECT * FROM chain ORDER BY place""")
                .query((row, _) -> key(row))
                .list();
    }

    /**
     * Keeps a checkpoint.
     *
     * @return whether it is the first of its entry by its key; another is not kept
     * @throws org.springframework.dao.DataAccessException when no entry has that number and hash
     */
    public boolean add(Checkpoint checkpoint) {
        return jdbc.sql("SELECT events.add_checkpoint(?, ?, ?, ?, ?, ?)")
                .params(
                        checkpoint.programme(),
                        checkpoint.number(),
                        HexFormat.of().parseHex(checkpoint.hash()),
                        utc(checkpoint.signedAt()),
                        HexFormat.of().parseHex(checkpoint.key()),
                        Base64.getDecoder().decode(checkpoint.signature()))
                .query(Boolean.class)
                .single();
    }

    /**
     * Keeps a key.
     *
     * @throws org.springframework.dao.DuplicateKeyException when another key came after the same
     *     one
     */
    public void add(CheckpointKey key) {
        jdbc.sql("SELECT events.add_key(?, ?, ?, ?, ?)")
                .param(bytes(key.publicKey()))
                .param(utc(key.since()))
                .param(bytes(key.signature()))
                .param(key.previous() == null ? null : HexFormat.of().parseHex(key.previous()))
                .param(bytes(key.previousSignature()))
                .query()
                .singleRow();
    }

    private static Checkpoint checkpoint(ResultSet row) throws SQLException {
        return new Checkpoint(
                row.getString("programme"),
                row.getLong("journal_number"),
                HexFormat.of().formatHex(row.getBytes("hash")),
                moment(row, "signed_at"),
                HexFormat.of().formatHex(row.getBytes("key")),
                Base64.getEncoder().encodeToString(row.getBytes("signature")));
    }

    private static CheckpointKey key(ResultSet row) throws SQLException {
        byte @Nullable [] previous = row.getBytes("previous");
        byte @Nullable [] signature = row.getBytes("previous_signature");
        return new CheckpointKey(
                HexFormat.of().formatHex(row.getBytes("fingerprint")),
                Base64.getEncoder().encodeToString(row.getBytes("public_key")),
                moment(row, "since"),
                Base64.getEncoder().encodeToString(row.getBytes("signature")),
                previous == null ? null : HexFormat.of().formatHex(previous),
                signature == null ? null : Base64.getEncoder().encodeToString(signature));
    }

    private static byte @Nullable [] bytes(@Nullable String base64) {
        return base64 == null ? null : Base64.getDecoder().decode(base64);
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
