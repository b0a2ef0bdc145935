package nl.peildatum.command.sealing;

import java.time.ZonedDateTime;
import java.util.List;
import javax.sql.DataSource;
import nl.peildatum.events.ProgrammeId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whose journals are to be signed without anybody asking. */
final class Due {

    /** Hops from programme to programme through the index: there may be millions of entries. */
    private static final String UNSIGNED =
            """
            WITH RECURSIVE programmes AS (
                (SELECT programme FROM events.event ORDER BY programme LIMIT 1)
                UNION ALL
                SELECT (SELECT e.programme FROM events.event e WHERE e.programme > p.programme
                        ORDER BY e.programme LIMIT 1)
                FROM programmes p WHERE p.programme IS NOT NULL)
            SELECT p.programme FROM programmes p
            CROSS JOIN LATERAL (
                SELECT journal_number FROM events.event e WHERE e.programme = p.programme
                ORDER BY journal_number DESC LIMIT 1) head
            LEFT JOIN LATERAL (
                SELECT journal_number, signed_at, key FROM events.checkpoint c
                WHERE c.programme = p.programme
                ORDER BY journal_number DESC, signed_at DESC LIMIT 1) newest ON true
            WHERE newest.journal_number IS NULL
                OR EXISTS (SELECT FROM events.signing_key k WHERE k.previous = newest.key)
                OR head.journal_number <> newest.journal_number
                    AND (newest.signed_at < :hour OR EXISTS (
                        SELECT FROM events.event e WHERE e.programme = p.programme
                            AND e.journal_number > newest.journal_number AND e.name = 'report-fixed'))
            ORDER BY p.programme""";

    private final JdbcClient jdbc;

    Due(DataSource dataSource) {
        jdbc = JdbcClient.create(dataSource);
    }

    /**
     * The programmes with entries after their newest checkpoint, where that was signed before this
     * hour began or does not cover the newest fixed report; and those without a checkpoint, or
     * whose newest one is of a key that was replaced.
     */
    List<ProgrammeId> since(ZonedDateTime hour) {
        return jdbc.sql(UNSIGNED)
                .param("hour", hour.toOffsetDateTime())
                .query((row, _) -> new ProgrammeId(row.getString(1)))
                .list();
    }
}
