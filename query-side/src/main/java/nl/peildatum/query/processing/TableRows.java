package nl.peildatum.query.processing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Rows of a table, written in one statement however many there are. */
public final class TableRows {

    private static final JsonMapper JSON = new JsonMapper();

    private TableRows() {}

    /**
     * Inserts rows of which each names the same columns.
     *
     * @param rows the values by column, as JSON writes them
     */
    public static void insert(
            JdbcClient jdbc, String table, List<Map<String, @Nullable Object>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        String columns = String.join(", ", rows.getFirst().keySet());
        jdbc.sql(
                        """
                        INSERT INTO %1$s (%2$s)
                        SELECT %2$s FROM json_populate_recordset(NULL::%1$s, ?::json)"""
                                .formatted(table, columns))
                .param(JSON.writeValueAsString(rows))
                .update();
    }
}
