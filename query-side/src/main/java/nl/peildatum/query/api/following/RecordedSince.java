package nl.peildatum.query.api.following;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.Act;
import nl.peildatum.eventstore.Journal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What was recorded of a programme since a number, a part at a time, as a follower is told. */
@Component
class RecordedSince {
    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final Journal journal;
    private final JsonMapper json;

    RecordedSince(DataSource dataSource, Journal journal, JsonMapper json) {
        jdbc = JdbcClient.create(dataSource);
        this.journal = journal;
        this.json = json;
    }

    /** Something to tell, and the number after which to go on. */
    record Told(long id, String data) {}

    /** The last number of each act after a number; {@code upTo} is the last of one. */
    List<Told> acts(String programme, long after, long upTo) {
        long part = Math.min(upTo, after + AT_ONCE);
        return journal.acts(new ProgrammeId(programme), after + 1, part).stream()
                .map(Act::last)
                .map(number -> new Told(number, Long.toString(number)))
                .toList();
    }

    /** Each entry after a number. */
    List<Told> entries(String programme, long after, long upTo) {
        return jdbc.sql(
                        """
                        SELECT number, kind, action, effective_on, recorded_at FROM journal_entry
                        WHERE programme = ? AND number > ? AND number <= ?
                        ORDER BY number LIMIT ?""")
                .params(programme, after, upTo, AT_ONCE)
                .query(
                        (row, _) ->
                                new Told(
                                        row.getLong("number"),
                                        json.writeValueAsString(
                                                CloudEvent.of(
                                                        new CloudEvent.Data(
                                                                programme,
                                                                row.getLong("number"),
                                                                row.getString("kind"),
                                                                row.getString("action"),
                                                                row.getObject(
                                                                        "effective_on",
                                                                        LocalDate.class)),
                                                        row.getObject(
                                                                        "recorded_at",
                                                                        OffsetDateTime.class)
                                                                .toInstant()))))
                .list();
    }
}
