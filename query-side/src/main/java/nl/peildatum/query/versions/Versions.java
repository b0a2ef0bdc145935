package nl.peildatum.query.versions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import nl.peildatum.query.processing.TableRows;
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
        List<Segment<LineState>> gone = missing(before, after);
        if (!gone.isEmpty()) {
            close(
                    entry,
                    gone,
                    jdbc.sql(
                                    """
                                    UPDATE line_version SET known_to = ?
                                    WHERE programme = ? AND line = ?
                                        AND effective_from = ANY (?::date[]) AND known_to IS NULL""")
                            .params(entry.number(), entry.programme().value(), line, days(gone))
                            .update());
        }
        TableRows.insert(
                jdbc,
                "line_version",
                missing(after, before).stream().map(fresh -> row(entry, line, fresh)).toList());
    }

    private static Map<String, @Nullable Object> row(
            JournalEntry<Event> entry, int line, Segment<LineState> segment) {
        LineContent content = segment.state().content();
        Map<String, @Nullable Object> row = known(entry, segment);
        row.put("line", line);
        row.put("entry", segment.state().entry());
        row.put("title", content.title());
        row.put("long_title", content.longTitle());
        row.put("introduction", content.introduction());
        row.put("goals_introduction", content.goalsIntroduction());
        row.put("goals", content.goals());
        row.put("effects_introduction", content.effectsIntroduction());
        row.put("effects", content.effects());
        row.put("position", content.position());
        return row;
    }

    private void action(JournalEntry<Event> entry, ActionEvent event) {
        jdbc.sql("INSERT INTO action_entry (programme, action, number) VALUES (?, ?, ?)")
                .params(entry.programme().value(), event.action().code(), entry.number())
                .update();
        List<JournalEntry<ActionEvent>> known = journal.of(event.action(), entry.number());
        List<Segment<ActionState>> before = ActionTimeline.of(without(known, entry)).segments();
        List<Segment<ActionState>> after = ActionTimeline.of(known).segments();
        String action = event.action().code();
        List<Segment<ActionState>> gone = missing(before, after);
        if (!gone.isEmpty()) {
            close(
                    entry,
                    gone,
                    jdbc.sql(
                                    """
                                    UPDATE action_version SET known_to = ?
                                    WHERE programme = ? AND action = ?
                                        AND effective_from = ANY (?::date[]) AND known_to IS NULL""")
                            .params(entry.number(), entry.programme().value(), action, days(gone))
                            .update());
        }
        TableRows.insert(
                jdbc,
                "action_version",
                missing(after, before).stream().map(fresh -> row(entry, action, fresh)).toList());
    }

    private static Map<String, @Nullable Object> row(
            JournalEntry<Event> entry, String action, Segment<ActionState> segment) {
        ActionState state = segment.state();
        Map<String, @Nullable Object> row = known(entry, segment);
        row.put("action", action);
        row.put("status", state.status().name());
        row.put("status_entry", state.statusEntry());
        row.put("baseline", state.baseline());
        row.put("status_reason", words(state.statusReason()));
        row.put("status_reason_entry", entry(state.statusReason()));
        row.put("report_label", state.reportLabel());
        row.put("title", state.title());
        row.put("line", state.line());
        row.put("position", state.position());
        row.put("included", state.included());
        row.put("exclusion_reason", words(state.exclusionReason()));
        row.put("exclusion_reason_entry", entry(state.exclusionReason()));
        row.put("execution_years", state.executionYears());
        row.put("explanation", words(state.explanation()));
        row.put("explanation_entry", entry(state.explanation()));
        row.put("expected_completion", state.expectedCompletion());
        row.put("links", state.links());
        return row;
    }

    private static Map<String, @Nullable Object> known(
            JournalEntry<Event> entry, Segment<?> segment) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("programme", entry.programme().value());
        row.put("effective_from", segment.from());
        row.put("effective_to", segment.until());
        row.put("known_from", entry.number());
        return row;
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

    private static <S> String[] days(List<Segment<S>> segments) {
        return segments.stream().map(segment -> segment.from().toString()).toArray(String[]::new);
    }

    private static void close(JournalEntry<?> entry, List<? extends Segment<?>> gone, int rows) {
        if (rows != gone.size()) {
            throw new IllegalStateException(
                    "entry %d ends versions from %s, of which %d rows are open"
                            .formatted(
                                    entry.number(),
                                    gone.stream().map(Segment::from).toList(),
                                    rows));
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
