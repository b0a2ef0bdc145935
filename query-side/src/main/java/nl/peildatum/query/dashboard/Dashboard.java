package nl.peildatum.query.dashboard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.peildatum.events.ActionEvent;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeEvent;
import nl.peildatum.events.ProgrammeEvent.LineFact;
import nl.peildatum.events.ProgrammeEvent.SignalJudged;
import nl.peildatum.events.ProgrammeEvent.TextErased;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.events.ReportEvent;
import nl.peildatum.eventstore.JournalEntry;
import nl.peildatum.query.processing.KnownEntries;
import nl.peildatum.query.processing.Projection;
import nl.peildatum.query.timeline.ActionState;
import nl.peildatum.query.timeline.ActionStatus;
import nl.peildatum.query.timeline.ActionTimeline;
import nl.peildatum.query.timeline.LineState;
import nl.peildatum.query.timeline.LineTimeline;
import nl.peildatum.query.timeline.Subjects;
import nl.peildatum.query.timeline.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * How many actions have which status today, with everything known.
 *
 * <p>No entry lies in the future, so the last state of every fold is that of today. The counts move
 * with the rows of the actions, in one statement; where a line comes or goes, they are counted
 * again.
 */
@Component
public final class Dashboard implements Projection {

    /** The projection's name. */
    public static final String NAME = "dashboard";

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;
    private final KnownEntries known;

    public Dashboard(JdbcClient jdbc, KnownEntries known) {
        this.jdbc = jdbc;
        this.known = known;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void on(List<JournalEntry<Event>> entries) {
        Map<ActionId, @Nullable ActionState> actions = new LinkedHashMap<>();
        Map<Line, @Nullable LineState> lines = new LinkedHashMap<>();
        for (JournalEntry<Event> entry : entries) {
            switch (entry.event()) {
                case ActionEvent about ->
                        actions.put(
                                about.action(), known.change(entry.as(ActionEvent.class)).latest());
                case SignalJudged _, TextErased _, ReportEvent _ -> {}
                case ProgrammeEvent about -> {
                    List<JournalEntry<Event>> told = known.of(about.programme(), entry.number());
                    if (Subjects.of(told, entry.number()) instanceof LineFact fact) {
                        lines.put(
                                new Line(about.programme(), fact.number()),
                                LineTimeline.of(fact.number(), told).latest());
                    }
                }
            }
        }
        Set<ProgrammeId> recounted = new LinkedHashSet<>();
        lines.forEach(
                (line, now) -> {
                    if (line(line, now)) {
                        recounted.add(line.programme());
                    }
                });
        recounted.forEach(this::count);
        if (!actions.isEmpty()) {
            write(actions);
        }
    }

    private record Line(ProgrammeId programme, int number) {}

    /** Whether the line is there since, or is no longer. */
    private boolean line(Line line, @Nullable LineState now) {
        if (now == null) {
            return jdbc.sql("DELETE FROM dashboard_line WHERE programme = ? AND line = ?")
                            .params(line.programme().value(), line.number())
                            .update()
                    > 0;
        }
        return jdbc.sql(
                        """
                        INSERT INTO dashboard_line (programme, line, title, position)
                        VALUES (?, ?, ?, ?)
                        ON CONFLICT (programme, line) DO UPDATE
                            SET title = excluded.title, position = excluded.position
                        RETURNING old IS NULL""")
                .param(line.programme().value())
                .param(line.number())
                .param(now.content().title())
                .param(now.content().position())
                .query(Boolean.class)
                .single();
    }

    /** Puts actions as they are now, and moves the counts by what that changes. */
    private void write(Map<ActionId, @Nullable ActionState> actions) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        actions.forEach((action, now) -> rows.add(row(action, now)));
        jdbc.sql(
                        """
                        WITH given AS (
                            SELECT * FROM json_populate_recordset(NULL::dashboard_action, ?::json)),
                        before AS (SELECT a.* FROM dashboard_action a JOIN given USING (programme, action)),
                        gone AS (
                            DELETE FROM dashboard_action a USING given g
                            WHERE (a.programme, a.action) = (g.programme, g.action) AND g.status IS NULL),
                        put AS (
                            INSERT INTO dashboard_action AS old
                            SELECT * FROM given WHERE status IS NOT NULL
                            ON CONFLICT (programme, action) DO UPDATE
                                SET status = excluded.status, line = excluded.line,
                                    included = excluded.included, reason = excluded.reason
                                WHERE (old.status, old.line, old.included, old.reason) IS DISTINCT FROM
                                    (excluded.status, excluded.line, excluded.included, excluded.reason)),
                        moved AS (
                            SELECT programme, l.line, status, sum(more) AS more FROM (
                                SELECT *, -1 AS more FROM before UNION ALL SELECT *, 1 FROM given) counted
                            LEFT JOIN dashboard_line l USING (programme, line)
                            WHERE included AND status <> 'WITHDRAWN'
                            GROUP BY programme, l.line, status HAVING sum(more) <> 0)
                        MERGE INTO dashboard_count c USING moved m
                            ON c.programme = m.programme AND c.line IS NOT DISTINCT FROM m.line
                                AND c.status = m.status
                        WHEN MATCHED AND c.actions + m.more = 0 THEN DELETE
                        WHEN MATCHED THEN UPDATE SET actions = c.actions + m.more
                        WHEN NOT MATCHED THEN INSERT VALUES (m.programme, m.line, m.status, m.more)""")
                .param(JSON.writeValueAsString(rows))
                .update();
    }

    private static Map<String, @Nullable Object> row(ActionId action, @Nullable ActionState now) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("programme", action.programme().value());
        row.put("action", action.code());
        if (now != null) {
            row.put("status", now.status().name());
            row.put("line", now.line());
            row.put("included", now.included());
            row.put("reason", whyNotCounted(now));
        }
        return row;
    }

    @Override
    public void erase(JournalEntry<Event> erased, long processed) {
        if (erased.event() instanceof ActionEvent event) {
            Map<ActionId, @Nullable ActionState> reads = new HashMap<>();
            reads.put(
                    event.action(),
                    ActionTimeline.of(known.of(event.action(), processed)).latest());
            write(reads);
        }
    }

    private static @Nullable String whyNotCounted(ActionState state) {
        Text why =
                state.status() == ActionStatus.WITHDRAWN
                        ? state.statusReason()
                        : state.exclusionReason();
        return why == null ? null : why.words();
    }

    /** Counts a programme again from its actions. */
    private void count(ProgrammeId programme) {
        jdbc.sql("DELETE FROM dashboard_count WHERE programme = ?")
                .param(programme.value())
                .update();
        jdbc.sql(
                        """
                        INSERT INTO dashboard_count (programme, line, status, actions)
                        SELECT a.programme, l.line, a.status, count(*)
                        FROM dashboard_action a
                        LEFT JOIN dashboard_line l ON l.programme = a.programme AND l.line = a.line
                        WHERE a.programme = ? AND a.included AND a.status <> 'WITHDRAWN'
                        GROUP BY a.programme, l.line, a.status""")
                .param(programme.value())
                .update();
    }

    @Override
    public void reset() {
        for (String table : List.of("dashboard_count", "dashboard_action", "dashboard_line")) {
            jdbc.sql("DELETE FROM " + table).update();
        }
    }
}
