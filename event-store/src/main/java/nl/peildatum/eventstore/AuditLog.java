package nl.peildatum.eventstore;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * What belongs to no programme: checks, refused access, people erased, keys. Only grows, in a chain
 * of its own.
 */
public final class AuditLog {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    public AuditLog(DataSource dataSource) {
        jdbc = JdbcClient.create(dataSource);
    }

    /** What a line is about; the name is stored, and its hash covers it. */
    public enum Kind {
        /** The journal of a programme, or this log, was checked. */
        CONTROLE,
        /** Somebody was refused. */
        TOEGANG_GEWEIGERD,
        /** A person's name was erased. */
        PERSOON_GEWIST,
        /** Texts of an entry were erased. */
        TEKST_GEWIST,
        /** A key began to sign checkpoints. */
        SLEUTEL
    }

    /**
     * A line of the log.
     *
     * @param number from 1, without gaps
     * @param recordedAt strictly increases with the number, in microseconds
     * @param subject who did it; null where the system did, or nobody known
     * @param content what happened, as JSON
     * @param hash the SHA-256 over its {@link #hashedText}, in lower-case hex
     */
    public record Line(
            long number,
            Instant recordedAt,
            String kind,
            @Nullable String subject,
            String content,
            String hash) {

        /** The seven lines that its hash covers, after a line with the given hash. */
        public String hashedText(String previousHash) {
            return HashedText.lines(
                    "peildatum-auditlog/1",
                    number,
                    HashedText.moment(recordedAt),
                    kind,
                    subject == null ? "" : subject,
                    HashedText.sha256(content),
                    previousHash);
        }

        /** The hash that its content gives, after a line with the given hash. */
        public String recomputedHash(String previousHash) {
            return HashedText.sha256(hashedText(previousHash));
        }
    }

    /** Adds a line about something that happened, in a commit of its own, and gives its number. */
    public long append(Kind kind, @Nullable String subject, Map<String, ?> content) {
        return jdbc.sql("SELECT number FROM events.append_audit(?, ?, ?)")
                .param(kind.name())
                .param(subject)
                .param(MAPPER.writeValueAsBytes(new TreeMap<>(content)))
                .query(Long.class)
                .single();
    }

    /** The lines from a number on, in order, at most so many. */
    public List<Line> from(long number, int most) {
        return jdbc.sql(
                        """
                        SELECT number, recorded_at, kind, subject, content, hash FROM events.audit
                        WHERE number >= ? ORDER BY number LIMIT ?""")
                .params(number, most)
                .query(AuditLog::line)
                .list();
    }

    /** The number of the last line; 0 where there is none. */
    public long head() {
        return jdbc.sql("SELECT coalesce(max(number), 0) FROM events.audit")
                .query(Long.class)
                .single();
    }

    private static Line line(ResultSet row, int place) throws SQLException {
        return new Line(
                row.getLong("number"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("kind"),
                row.getString("subject"),
                new String(row.getBytes("content"), StandardCharsets.UTF_8),
                HexFormat.of().formatHex(row.getBytes("hash")));
    }
}
