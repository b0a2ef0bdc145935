package nl.peildatum.query.processing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * A table whose rows hold for whoever knows the journal from one number up to another: {@code
 * known_from}, and {@code known_to}, which is null while they still hold.
 */
public final class KnownRows {

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;
    private final String table;
    private final String change;

    /**
     * @param subject the condition for the rows about one thing, with a parameter for each of its
     *     parts
     * @param key the column that tells those rows apart, and its type
     */
    public KnownRows(JdbcClient jdbc, String table, String subject, String key, String type) {
        this.jdbc = jdbc;
        this.table = table;
        change =
                """
                WITH ended AS (
                    UPDATE %1$s SET known_to = ?
                    WHERE %2$s AND %3$s = ANY (?::%4$s[]) AND known_to IS NULL
                    RETURNING 1),
                told AS (SELECT count(*) AS number FROM ended),
                begun AS (
                    INSERT INTO %1$s
                    SELECT fresh.* FROM told, json_populate_recordset(NULL::%1$s, ?::json) fresh)
                SELECT number FROM told"""
                        .formatted(table, subject, key, type);
    }

    /**
     * From an entry on, some rows about a subject no longer hold and others do.
     *
     * @param gone the keys of those that no longer hold
     * @param fresh the others, by column as JSON writes their values
     * @throws IllegalStateException when one that no longer holds did not hold before either
     */
    public void change(
            long from, List<?> subject, List<?> gone, List<Map<String, @Nullable Object>> fresh) {
        if (gone.isEmpty() && fresh.isEmpty()) {
            return;
        }
        long ended =
                jdbc.sql(change)
                        .param(from)
                        .params(subject)
                        .param(gone.stream().map(Object::toString).toArray(String[]::new))
                        .param(JSON.writeValueAsString(fresh))
                        .query(Long.class)
                        .single();
        if (ended != gone.size()) {
            throw new IllegalStateException(
                    "entry %d ends rows %s of %s in %s, of which %d hold"
                            .formatted(from, gone, subject, table, ended));
        }
    }
}
