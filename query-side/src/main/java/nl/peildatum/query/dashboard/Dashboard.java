package nl.peildatum.query.dashboard;

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

/**
 * How many actions have which status today, with everything known.
 *
 * <p>No entry lies in the future, so the last state of every fold is that of today. The counts of a
 * programme are counted again from its actions whenever one of them changes: they cannot drift.
 */
@Component
public final class Dashboard implements Projection {

    /** The projection's name. */
    public static final String NAME = "dashboard";

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
        Map<ActionId, Long> actions = new LinkedHashMap<>();
        Map<Line, Long> lines = new LinkedHashMap<>();
        for (JournalEntry<Event> entry : entries) {
            switch (entry.event()) {
                case ActionEvent about -> actions.put(about.action(), entry.number());
                case SignalJudged _, TextErased _, ReportEvent _ -> {}
                case ProgrammeEvent about -> {
                    if (Subjects.of(known.of(about.programme(), entry.number()), entry.number())
                            instanceof LineFact fact) {
                        lines.put(new Line(about.programme(), fact.number()), entry.number());
                    }
                }
            }
        }
        Set<ProgrammeId> changed = new LinkedHashSet<>();
        actions.forEach(
                (action, last) -> {
                    if (action(action, last)) {
                        changed.add(action.programme());
                    }
                });
        lines.forEach(
                (line, last) -> {
                    if (line(line.programme(), line.number(), last)) {
                        changed.add(line.programme());
                    }
                });
        changed.forEach(programme -> count(programme.value()));
    }

    private record Line(ProgrammeId programme, int number) {}

    private boolean line(ProgrammeId programme, int line, long upTo) {
        LineState now = LineTimeline.of(line, known.of(programme, upTo)).latest();
        if (now == null) {
            return jdbc.sql("DELETE FROM dashboard_line WHERE programme = ? AND line = ?")
                            .params(programme.value(), line)
                            .update()
                    > 0;
        }
        return jdbc.sql(
                                """
                                INSERT INTO dashboard_line AS old (programme, line, title, position)
                                VALUES (?, ?, ?, ?)
                                ON CONFLICT (programme, line) DO UPDATE
                                    SET title = excluded.title, position = excluded.position
                                    WHERE (old.title, old.position) IS DISTINCT FROM
                                        (excluded.title, excluded.position)""")
                        .param(programme.value())
                        .param(line)
                        .param(now.content().title())
                        .param(now.content().position())
                        .update()
                > 0;
    }

    private boolean action(ActionId action, long upTo) {
        ActionState now = ActionTimeline.of(known.of(action, upTo)).latest();
        if (now == null) {
            return jdbc.sql("DELETE FROM dashboard_action WHERE programme = ? AND action = ?")
                            .params(action.programme().value(), action.code())
                            .update()
                    > 0;
        }
        return jdbc.sql(
                                """
                                INSERT INTO dashboard_action AS old (
                                    programme, action, status, line, included, reason)
                                VALUES (?, ?, ?, ?, ?, ?)
                                ON CONFLICT (programme, action) DO UPDATE
                                    SET status = excluded.status, line = excluded.line,
                                        included = excluded.included, reason = excluded.reason
                                    WHERE (old.status, old.line, old.included, old.reason) IS DISTINCT FROM
                                        (excluded.status, excluded.line, excluded.included, excluded.reason)""")
                        .param(action.programme().value())
                        .param(action.code())
                        .param(now.status().name())
                        .param(now.line())
                        .param(now.included())
                        .param(whyNotCounted(now))
                        .update()
                > 0;
    }

    @Override
    public void erase(JournalEntry<Event> erased, long processed) {
        if (erased.event() instanceof ActionEvent event) {
            action(event.action(), processed);
        }
    }

    private static @Nullable String whyNotCounted(ActionState state) {
        Text why =
                state.status() == ActionStatus.WITHDRAWN
                        ? state.statusReason()
                        : state.exclusionReason();
        return why == null ? null : why.words();
    }

    private void count(String programme) {
        jdbc.sql("DELETE FROM dashboard_count WHERE programme = ?").param(programme).update();
        jdbc.sql(
                        """
                        INSERT INTO dashboard_count (programme, line, status, actions)
                        SELECT a.programme, l.line, a.status, count(*)
                        FROM dashboard_action a
                        LEFT JOIN dashboard_line l ON l.programme = a.programme AND l.line = a.line
                        WHERE a.programme = ? AND a.included AND a.status <> 'WITHDRAWN'
                        GROUP BY a.programme, l.line, a.status""")
                .param(programme)
                .update();
    }

    @Override
    public void reset() {
        for (String table : List.of("dashboard_count", "dashboard_action", "dashboard_line")) {
            jdbc.sql("DELETE FROM " + table).update();
        }
    }
}
