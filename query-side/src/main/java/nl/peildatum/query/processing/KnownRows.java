package nl.peildatum.query.processing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private final List<String> subject;
    private final String key;
    private final String write;

    /**
     * @param subject the columns that say what a row is about
     * @param key the column that tells the rows about one subject apart
     */
    public KnownRows(JdbcClient jdbc, String table, List<String> subject, String key) {
        this.jdbc = jdbc;
        this.table = table;
        this.subject = subject;
        this.key = key;
        // OFFSET 0: each row that ends is looked up by the index, however little is known of the
        // table.
        write =
                """
                WITH gone AS (
                    SELECT held.ctid AS place, given.known_to
                    FROM json_populate_recordset(NULL::%1$s, ?::json) given
                    CROSS JOIN LATERAL (
                        SELECT ctid FROM %1$s one WHERE %2$s AND one.known_to IS NULL OFFSET 0) held),
                ended AS (
                    UPDATE %1$s SET known_to = gone.known_to FROM gone WHERE %1$s.ctid = gone.place
                    RETURNING 1),
                told AS (SELECT count(*) AS number FROM ended),
                begun AS (
                    INSERT INTO %1$s
                    SELECT fresh.* FROM told, json_populate_recordset(NULL::%1$s, ?::json) fresh)
                SELECT number FROM told"""
                        .formatted(
                                table,
                                Stream.concat(subject.stream(), Stream.of(key))
                                        .map(column -> "one.%1$s = given.%1$s".formatted(column))
                                        .collect(Collectors.joining(" AND ")));
    }

    /** Changes, none of them written yet. */
    public Changes changes() {
        return new Changes();
    }

    /** Changes, in journal order, that are written together. */
    public final class Changes {

        private final List<Map<String, @Nullable Object>> ended = new ArrayList<>();
        private final List<Map<String, @Nullable Object>> begun = new ArrayList<>();
        private final Map<List<Object>, Map<String, @Nullable Object>> holding =
                new LinkedHashMap<>();

        private Changes() {}

        /**
         * From an entry on, some rows about a subject no longer hold and others do.
         *
         * @param about the values of the columns that say what the rows are about
         * @param gone the keys of those that no longer hold
         * @param fresh the others, by column as JSON writes their values
         */
        public void add(
                long from, List<?> about, List<?> gone, List<Map<String, @Nullable Object>> fresh) {
            for (Object each : gone) {
                Map<String, @Nullable Object> row = holding.remove(identity(about, each));
                if (row == null) {
                    row = new LinkedHashMap<>();
                    for (int i = 0; i < subject.size(); i++) {
                        row.put(subject.get(i), about.get(i));
                    }
                    row.put(key, each);
                    ended.add(row);
                }
                row.put("known_to", from);
            }
            for (Map<String, @Nullable Object> row : fresh) {
                begun.add(row);
                holding.put(identity(about, Objects.requireNonNull(row.get(key))), row);
            }
        }

        private List<Object> identity(List<?> about, Object each) {
            return List.of(about, each);
        }

        /**
         * Writes them, in one statement.
         *
         * @throws IllegalStateException when one that no longer holds did not hold before either
         */
        public void write() {
            if (ended.isEmpty() && begun.isEmpty()) {
                return;
            }
            long number =
                    jdbc.sql(write)
                            .param(JSON.writeValueAsString(ended))
                            .param(JSON.writeValueAsString(begun))
                            .query(Long.class)
                            .single();
            if (number != ended.size()) {
                throw new IllegalStateException(
                        "of the rows %s of %s that end, %d hold".formatted(ended, table, number));
            }
        }
    }
}
