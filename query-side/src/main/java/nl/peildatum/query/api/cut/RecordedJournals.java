package nl.peildatum.query.api.cut;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import nl.peildatum.eventstore.Act;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The journals there are, straight from the event table; what an event says is not read. */
@Component
class RecordedJournals {

    /** A programme and the last entry of its journal. */
    record Recorded(String programme, long head, Instant recordedAt) {}

    /** When an entry was recorded, and what with it. */
    record Entry(Instant recordedAt, Act act) {}

    private final JdbcClient jdbc;

    RecordedJournals(DataSource dataSource) {
        jdbc = JdbcClient.create(dataSource);
    }

    /** In the order in which they were adopted; one step of the index per programme. */
    List<Recorded> inOrderOfAdoption() {
        return jdbc.sql(
                        """
                        WITH RECURSIVE known AS (
                            (SELECT programme, global_index FROM events.event
                             ORDER BY programme, journal_number LIMIT 1)
                            UNION ALL
                            SELECT next.programme, next.global_index
                            FROM known CROSS JOIN LATERAL (
                                SELECT programme, global_index FROM events.event
                                WHERE programme > known.programme
                                ORDER BY programme, journal_number LIMIT 1) next)
                        SELECT known.programme, head.journal_number, head.recorded_at
                        FROM known CROSS JOIN LATERAL (
                            SELECT journal_number, recorded_at FROM events.event
                            WHERE programme = known.programme
                            ORDER BY journal_number DESC LIMIT 1) head
                        ORDER BY known.global_index""")
                .query(
                        (row, _) ->
                                new Recorded(
                                        row.getString("programme"),
                                        row.getLong("journal_number"),
                                        row.getObject("recorded_at", OffsetDateTime.class)
                                                .toInstant()))
                .list();
    }

    /** How many entries erased a text; empty unless these projections have processed them all. */
    Optional<Long> erasures(String programme, List<String> projections) {
        return jdbc.sql(
                        """
                        SELECT count(*) FROM events.event
                        WHERE programme = :programme AND name = 'text-erased'
                        HAVING coalesce(max(journal_number), 0) <= (
                            SELECT coalesce(min(processed), 0) FROM progress
                            WHERE programme = :programme AND projection IN (:projections))""")
                .param("programme", programme)
                .param("projections", projections)
                .query(Long.class)
                .optional();
    }

    /** An entry, by its number. */
    Optional<Entry> entry(String programme, long number) {
        return jdbc.sql(
                        """
                        SELECT recorded_at, first_number, last_number FROM events.event e
                        LEFT JOIN LATERAL (
                            SELECT first_number, last_number FROM events.act a
                            WHERE a.programme = e.programme AND a.last_number >= journal_number
                            ORDER BY last_number LIMIT 1) act ON first_number <= journal_number
                        WHERE programme = ? AND journal_number = ?""")
                .params(programme, number)
                .query(
                        (row, _) ->
                                new Entry(
                                        row.getObject("recorded_at", OffsetDateTime.class)
                                                .toInstant(),
                                        row.getObject("first_number") == null
                                                ? new Act(number, number)
                                                : new Act(
                                                        row.getLong("first_number"),
                                                        row.getLong("last_number"))))
                .optional();
    }
}
