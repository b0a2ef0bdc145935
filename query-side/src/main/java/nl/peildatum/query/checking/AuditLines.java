package nl.peildatum.query.checking;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import nl.peildatum.eventstore.AuditLog;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/** Lines of the audit log as they are shown, in their order. */
@Component
class AuditLines {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String CHOSEN =
            """
             FROM events.audit
            WHERE (:kind::text IS NULL OR kind = :kind)
                AND recorded_at >= :from AND recorded_at < :upTo
            """;

    private final JdbcClient jdbc;

    AuditLines(DataSource dataSource) {
        jdbc = JdbcClient.create(dataSource);
    }

    /** Which lines: of a kind, or of every kind where it is null, from a moment up to another. */
    record Chosen(AuditLog.@Nullable Kind kind, Instant from, Instant upTo) {}

    /** A line; {@code zin} says in plain Dutch what happened. */
    record Shown(
            long nummer,
            Instant geregistreerdOp,
            String soort,
            @Nullable String door,
            JsonNode inhoud,
            String hash,
            String zin) {}

    long count(Chosen chosen) {
        return choose("SELECT count(*)" + CHOSEN, chosen).query(Long.class).single();
    }

    List<Shown> lines(Chosen chosen, long offset, int most) {
        return choose(
                        "SELECT number, recorded_at, kind, subject, content, hash"
                                + CHOSEN
                                + "ORDER BY number OFFSET :offset LIMIT :most",
                        chosen)
                .param("offset", offset)
                .param("most", most)
                .query(
                        (row, _) -> {
                            String kind = row.getString("kind");
                            JsonNode content = content(row.getBytes("content"));
                            return new Shown(
                                    row.getLong("number"),
                                    row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                                    kind,
                                    row.getString("subject"),
                                    content,
                                    HexFormat.of().formatHex(row.getBytes("hash")),
                                    sentence(kind, content));
                        })
                .list();
    }

    private JdbcClient.StatementSpec choose(String sql, Chosen chosen) {
        return jdbc.sql(sql)
                .param("kind", chosen.kind() == null ? null : chosen.kind().name())
                .param("from", chosen.from().atOffset(ZoneOffset.UTC))
                .param("upTo", chosen.upTo().atOffset(ZoneOffset.UTC));
    }

    /** The content as it stands; as a text where somebody made it something else than JSON. */
    private static JsonNode content(byte[] stored) {
        try {
            return JSON.readTree(stored);
        } catch (JacksonException tampered) {
            return StringNode.valueOf(new String(stored, java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    private static String sentence(String kind, JsonNode content) {
        return switch (kind) {
            case "CONTROLE" ->
                    Sentence.line(
                            content.has("programma") ? "CONTROLE_JOURNAL" : "CONTROLE_LOG",
                            text(content, "programma"),
                            text(content, "hoofd"),
                            result(content.path("afwijkingen").asLong(0)));
            case "TOEGANG_GEWEIGERD" -> refused(content);
            case "TEKST_GEWIST" ->
                    Sentence.line(
                            kind, text(content, "programma"), text(content, "journaalnummer"));
            case "PERSOON_GEWIST", "SLEUTEL" -> Sentence.line(kind);
            default -> Sentence.line("ANDERS", kind);
        };
    }

    private static String refused(JsonNode content) {
        if (content.has("gemist")) {
            return Sentence.line("GEMIST", text(content, "gemist"));
        }
        long times = content.path("keer").asLong(1);
        return Sentence.line(
                "TOEGANG_GEWEIGERD",
                text(content, "status"),
                text(content, "methode"),
                text(content, "pad"),
                times > 1 ? Sentence.line("TIMES", times) : "");
    }

    private static String result(long deviations) {
        if (deviations == 0) {
            return Sentence.line("IN_ORDER");
        }
        return deviations == 1
                ? Sentence.line("ONE_DEVIATION")
                : Sentence.line("DEVIATIONS", deviations);
    }

    private static String text(JsonNode content, String name) {
        return content.path(name).asString("?");
    }
}
