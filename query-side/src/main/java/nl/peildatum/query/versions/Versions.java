package nl.peildatum.query.versions;

import java.util.List;
import java.util.Set;
import nl.peildatum.events.ActionEvent;
import nl.peildatum.events.Event;
import nl.peildatum.events.FreeText;
import nl.peildatum.events.LineContent;
import nl.peildatum.events.ProgrammeEvent;
import nl.peildatum.events.ProgrammeEvent.LineFact;
import nl.peildatum.events.ProgrammeEvent.ProgrammeAdopted;
import nl.peildatum.events.ProgrammeEvent.SignalJudged;
import nl.peildatum.events.ProgrammeEvent.TextErased;
import nl.peildatum.events.ReportEvent;
import nl.peildatum.eventstore.Journal;
import nl.peildatum.eventstore.JournalEntry;
import nl.peildatum.query.processing.Projection;
import nl.peildatum.query.timeline.ActionState;
import nl.peildatum.query.timeline.ActionTimeline;
import nl.peildatum.query.timeline.LineState;
import nl.peildatum.query.timeline.LineTimeline;
import nl.peildatum.query.timeline.StandingEntry;
import nl.peildatum.query.timeline.Subjects;
import nl.peildatum.query.timeline.Text;
import nl.peildatum.query.timeline.Timeline.Segment;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What held on which day, as known up to which entry: the bitemporal tables of programmes, lines
 * and actions.
 *
 * <p>An entry closes the rows that no longer hold and opens those that now do; since a fold depends
 * on nothing but the entries, the rows that were open are those of the fold without the new entry.
 */
@Component
public final class Versions implements Projection {

    /** The projection's name. */
    public static final String NAME = "versions";

    private final JdbcClient jdbc;
    private final Journal journal;
    private final JsonMapper json = new JsonMapper();

    public Versions(JdbcClient jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void on(JournalEntry<Event> entry) {
        switch (entry.event()) {
            case ProgrammeEvent event -> programme(entry, event);
            case ActionEvent event -> action(entry, event);
            case ReportEvent _ -> {}
        }
    }

    private void programme(JournalEntry<Event> entry, ProgrammeEvent event) {
        if (event instanceof SignalJudged || event instanceof TextErased) {
            return;
        }
        List<JournalEntry<Event>> known = journal.of(entry.programme(), entry.number());
        switch (Subjects.of(known, entry.number())) {
            case LineFact fact -> line(entry, known, fact.number());
            case ProgrammeAdopted _ -> adopted(entry, known);
        }
    }

    private void adopted(JournalEntry<Event> entry, List<JournalEntry<Event>> known) {
        jdbc.sql(
                        """
                        UPDATE programme_version SET known_to = ?
                        WHERE programme = ? AND known_to IS NULL""")
                .params(entry.number(), entry.programme().value())
                .update();
        ProgrammeAdopted adopted =
                StandingEntry.of(known, ProgrammeAdopted.class).getFirst().event();
        jdbc.sql(
                        """
                        INSERT INTO programme_version (
                            programme, known_from, known_to, name, first_year, last_year, publishers)
                        VALUES (?, ?, NULL, ?, ?, ?, ?)""")
                .param(entry.programme().value())
                .param(entry.number())
                .param(adopted.name())
                .param(adopted.firstYear())
                .param(adopted.lastYear())
                .param(adopted.publishers().toArray(String[]::new))
                .update();
    }

    private void line(JournalEntry<Event> entry, List<JournalEntry<Event>> known, int line) {
        List<Segment<LineState>> before = LineTimeline.of(line, without(known, entry)).segments();
        List<Segment<LineState>> after = LineTimeline.of(line, known).segments();
        for (Segment<LineState> gone : missing(before, after)) {
            close(
                    entry,
                    gone,
                    jdbc.sql(
                                    """
                                    UPDATE line_version SET known_to = ?
                                    WHERE programme = ? AND line = ? AND effective_from = ?
                                        AND known_to IS NULL""")
                            .param(entry.number())
                            .param(entry.programme().value())
                            .param(line)
                            .param(gone.from())
                            .update());
        }
        for (Segment<LineState> fresh : missing(after, before)) {
            insert(entry, line, fresh);
        }
    }

    private void insert(JournalEntry<Event> entry, int line, Segment<LineState> segment) {
        LineContent content = segment.state().content();
        jdbc.sql(
                        """
                        INSERT INTO line_version (
                            programme, line, effective_from, effective_to, known_from, known_to, entry,
                            title, long_title, introduction, goals_introduction, goals,
                            effects_introduction, effects, position)
                        VALUES (?, ?, ?, ?, ?, NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(entry.programme().value())
                .param(line)
                .param(segment.from())
                .param(segment.until())
                .param(entry.number())
                .param(segment.state().entry())
                .param(content.title())
                .param(content.longTitle())
                .param(content.introduction())
                .param(content.goalsIntroduction())
                .param(content.goals().toArray(String[]::new))
                .param(content.effectsIntroduction())
                .param(content.effects().toArray(String[]::new))
                .param(content.position())
                .update();
    }

    private void action(JournalEntry<Event> entry, ActionEvent event) {
        jdbc.sql("INSERT INTO action_entry (programme, action, number) VALUES (?, ?, ?)")
                .params(entry.programme().value(), event.action().code(), entry.number())
                .update();
        List<JournalEntry<ActionEvent>> known = journal.of(event.action(), entry.number());
        List<Segment<ActionState>> before = ActionTimeline.of(without(known, entry)).segments();
        List<Segment<ActionState>> after = ActionTimeline.of(known).segments();
        String action = event.action().code();
        for (Segment<ActionState> gone : missing(before, after)) {
            close(
                    entry,
                    gone,
                    jdbc.sql(
                                    """
                                    UPDATE action_version SET known_to = ?
                                    WHERE programme = ? AND action = ? AND effective_from = ?
                                        AND known_to IS NULL""")
                            .param(entry.number())
                            .param(entry.programme().value())
                            .param(action)
                            .param(gone.from())
                            .update());
        }
        for (Segment<ActionState> fresh : missing(after, before)) {
            insert(entry, action, fresh);
        }
    }

    private void insert(JournalEntry<Event> entry, String action, Segment<ActionState> segment) {
        ActionState state = segment.state();
        jdbc.sql(
                        """
                        INSERT INTO action_version (
                            programme, action, effective_from, effective_to, known_from, known_to, status,
                            status_entry, baseline, status_reason, status_reason_entry, report_label,
                            title, line, position, included, exclusion_reason, exclusion_reason_entry,
                            execution_years, explanation, explanation_entry, expected_completion, links)
                        VALUES (?, ?, ?, ?, ?, NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)""")
                .param(entry.programme().value())
                .param(action)
                .param(segment.from())
                .param(segment.until())
                .param(entry.number())
                .param(state.status().name())
                .param(state.statusEntry())
                .param(state.baseline())
                .param(words(state.statusReason()))
                .param(entry(state.statusReason()))
                .param(state.reportLabel())
                .param(state.title())
                .param(state.line())
                .param(state.position())
                .param(state.included())
                .param(words(state.exclusionReason()))
                .param(entry(state.exclusionReason()))
                .param(state.executionYears().toArray(Integer[]::new))
                .param(words(state.explanation()))
                .param(entry(state.explanation()))
                .param(state.expectedCompletion())
                .param(json.writeValueAsString(state.links()))
                .update();
    }

    /**
     * Which versions there are depends on where a text was recorded and not on what it says, so
     * that it is enough to take the words out.
     */
    @Override
    public void erase(JournalEntry<Event> erased, long processed) {
        for (String text : List.of("status_reason", "exclusion_reason", "explanation")) {
            jdbc.sql(
                            "UPDATE action_version SET %1$s = ? WHERE programme = ? AND %1$s_entry = ?"
                                    .formatted(text))
                    .params(FreeText.ERASED, erased.programme().value(), erased.number())
                    .update();
        }
    }

    private static @Nullable String words(@Nullable Text text) {
        return text == null ? null : text.words();
    }

    private static @Nullable Long entry(@Nullable Text text) {
        return text == null ? null : text.entry();
    }

    private static <E extends Event> List<JournalEntry<E>> without(
            List<JournalEntry<E>> known, JournalEntry<?> entry) {
        return known.stream().filter(other -> other.number() < entry.number()).toList();
    }

    private static <S> List<Segment<S>> missing(List<Segment<S>> these, List<Segment<S>> there) {
        Set<Segment<S>> found = Set.copyOf(there);
        return these.stream().filter(segment -> !found.contains(segment)).toList();
    }

    private static void close(JournalEntry<?> entry, Segment<?> gone, int rows) {
        if (rows != 1) {
            throw new IllegalStateException(
                    "entry %d ends a version from %s, of which %d rows are open"
                            .formatted(entry.number(), gone.from(), rows));
        }
    }

    @Override
    public void reset() {
        for (String table :
                List.of("programme_version", "line_version", "action_version", "action_entry")) {
            jdbc.sql("DELETE FROM " + table).update();
        }
    }
}
