package nl.peildatum.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.peildatum.events.ActionEvent;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.events.ReportEvent;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Reads journals straight from the event table. */
public final class Journal {

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final StoredEvents stored;

    public Journal(DataSource dataSource) {
        this.dataSource = dataSource;
        jdbc = JdbcClient.create(dataSource);
        stored = new StoredEvents(jdbc, new EventSerializer());
    }

    /** The entries about one action up to and including a journal number, in journal order. */
    public List<JournalEntry<ActionEvent>> of(ActionId action, long upTo) {
        return stored
                .entries(
                        "WHERE aggregate_id = ? AND journal_number <= ? ORDER BY sequence_number",
                        action.toString(),
                        upTo)
                .stream()
                .map(entry -> entry.as(ActionEvent.class))
                .toList();
    }

    /**
     * The entries about the programme itself and its lines up to and including a journal number, in
     * journal order.
     */
    public List<JournalEntry<Event>> of(ProgrammeId programme, long upTo) {
        return stored.entries(
                "WHERE aggregate_id = ? AND journal_number <= ? ORDER BY sequence_number",
                programme.value(),
                upTo);
    }

    /**
     * The entries about some actions of a programme, about the programme itself and about its
     * lines, up to and including a journal number, in journal order.
     */
    public List<JournalEntry<Event>> of(
            ProgrammeId programme, Collection<String> actions, long upTo) {
        String[] subjects =
                Stream.concat(
                                Stream.of(programme.value()),
                                actions.stream()
                                        .map(code -> new ActionId(programme, code).toString()))
                        .toArray(String[]::new);
        return stored.entries(
                "WHERE aggregate_id = ANY (?) AND journal_number <= ? ORDER BY journal_number",
                subjects,
                upTo);
    }

    /** All entries of a programme's journal from a number up to another, both included. */
    public List<JournalEntry<Event>> between(ProgrammeId programme, long from, long upTo) {
        return stored.entries(
                """
                        WHERE programme = ? AND journal_number BETWEEN ? AND ?
                        ORDER BY journal_number""",
                programme.value(),
                from,
                upTo);
    }

    /** The entries about reports of the programme, in journal order. */
    public List<JournalEntry<ReportEvent>> reportsOf(ProgrammeId programme) {
        return stored
                .entries(
                        """
                        WHERE programme = ? AND aggregate_type = 'Report'
                        ORDER BY journal_number""",
                        programme.value())
                .stream()
                .map(entry -> entry.as(ReportEvent.class))
                .toList();
    }

    /** The codes of all actions that were ever recorded in the programme, in journal order. */
    public List<String> actionsOf(ProgrammeId programme) {
        return jdbc.sql(
                        """
                        SELECT substr(aggregate_id, length(programme) + 2) FROM events.event
                        WHERE programme = ? AND aggregate_type = 'Action' AND sequence_number = 0
                        ORDER BY journal_number""")
                .param(programme.value())
                .query(String.class)
                .list();
    }

    /** The act of which whoever knows the journal up to a number knows a part only, if any. */
    public Optional<Act> cutAct(ProgrammeId programme, long number) {
        return Optional.ofNullable(acts(programme, List.of(number)).get(number))
                .filter(act -> act.isCutAt(number));
    }

    /** By number the act of each of these entries, where it is there. */
    public Map<Long, Act> acts(ProgrammeId programme, Collection<Long> numbers) {
        Map<Long, Act> acts = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT number, act.* FROM unnest(?::bigint[]) number
                        CROSS JOIN LATERAL (
                            SELECT first_number, last_number FROM events.act
                            WHERE programme = ? AND last_number >= number
                            ORDER BY last_number LIMIT 1) act
                        WHERE first_number <= number""")
                .param(numbers.toArray(Long[]::new))
                .param(programme.value())
                .query(
                        row -> {
                            acts.put(row.getLong(1), new Act(row.getLong(2), row.getLong(3)));
                        });
        return acts;
    }

    /** The acts that have entries from a number up to another, both included, in journal order. */
    public List<Act> acts(ProgrammeId programme, long from, long upTo) {
        return jdbc.sql(
                        """
                        SELECT first_number, last_number FROM events.act
                        WHERE programme = :programme AND last_number BETWEEN :from AND coalesce((
                            SELECT min(last_number) FROM events.act
                            WHERE programme = :programme AND last_number >= :upTo), :upTo)
                        ORDER BY last_number""")
                .param("programme", programme.value())
                .param("from", from)
                .param("upTo", upTo)
                .query((row, _) -> new Act(row.getLong(1), row.getLong(2)))
                .list();
    }

    /** The last entry of the programme's journal. */
    public Head head(ProgrammeId programme) {
        return head(jdbc, programme);
    }

    private static Head head(JdbcClient jdbc, ProgrammeId programme) {
        return jdbc.sql(
                        """
                        SELECT journal_number, recorded_at FROM events.event
                        WHERE programme = ? ORDER BY journal_number DESC LIMIT 1""")
                .param(programme.value())
                .query(
                        (row, _) ->
                                new Head(
                                        row.getLong("journal_number"),
                                        row.getObject("recorded_at", OffsetDateTime.class)
                                                .toInstant()))
                .optional()
                .orElse(Head.NONE);
    }

    /**
     * The journal number up to which the programme's entries were recorded at a moment, both
     * included, and never inside an act; 0 before the first. No append still on its way, and no
     * later one, changes the answer. Asks on a connection of its own, so that a caller's
     * transaction neither holds up the appends nor answers from an older snapshot.
     *
     * @throws org.springframework.dao.DataAccessException when the moment lies ahead of the
     *     database's clock and of the programme's last entry
     */
    public long numberAt(ProgrammeId programme, Instant knownAt) {
        Instant moment = knownAt.truncatedTo(ChronoUnit.MICROS);
        try (Connection own = dataSource.getConnection()) {
            own.setAutoCommit(true);
            JdbcClient outside = JdbcClient.create(new SingleConnectionDataSource(own, true));
            Instant head = head(outside, programme).recordedAt();
            if (head == null || head.isBefore(moment)) {
                outside.sql("SELECT events.settle(?)").param(utc(moment)).query().singleRow();
            }
            return outside.sql(
                            """
                            SELECT coalesce(act.first_number - 1, reached.number) FROM (
                                SELECT coalesce(max(journal_number), 0) AS number FROM events.event
                                WHERE programme = :programme AND recorded_at <= :moment) reached
                            LEFT JOIN LATERAL (
                                SELECT first_number, last_number FROM events.act
                                WHERE programme = :programme AND last_number >= number
                                ORDER BY last_number LIMIT 1) act
                                ON first_number <= number AND last_number > number""")
                    .param("programme", programme.value())
                    .param("moment", utc(moment))
                    .query(Long.class)
                    .single();
        } catch (SQLException lost) {
            throw new DataAccessResourceFailureException("the journal cannot be reached", lost);
        }
    }

    private static OffsetDateTime utc(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
