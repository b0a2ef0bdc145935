package nl.peildatum.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.peildatum.events.ProgrammeId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The answers of success that are kept for ever under subject and idempotency key. */
public final class Answers {

    private final JdbcClient jdbc;

    public Answers(DataSource dataSource) {
        jdbc = JdbcClient.create(dataSource);
    }

    /** The first answer to a key of a subject, if there was one. */
    public Optional<RememberedAnswer> find(String subject, String key) {
        return jdbc.sql(
                        """
                        SELECT request, status, location, journal_number, event_id, recorded_at
                        FROM events.answer WHERE subject = ? AND key = ?""")
                .params(subject, key)
                .query(
                        (row, _) ->
                                new RememberedAnswer(
                                        row.getString("request"),
                                        row.getInt("status"),
                                        row.getString("location"),
                                        receipt(row)))
                .optional();
    }

    private static @Nullable Receipt receipt(ResultSet row) throws SQLException {
        UUID id = row.getObject("event_id", UUID.class);
        return id == null
                ? null
                : new Receipt(
                        row.getLong("journal_number"),
                        id,
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    /** Keeps the answer to a request that changed nothing; the first one stays. */
    public void remember(Keyed keyed, ProgrammeId programme) {
        jdbc.sql("SELECT events.remember(?, ?, ?, ?, ?, ?, NULL, NULL, NULL)")
                .param(keyed.subject())
                .param(keyed.key())
                .param(keyed.request())
                .param(keyed.status())
                .param(keyed.location())
                .param(programme.value())
                .query()
                .singleRow();
    }
}
