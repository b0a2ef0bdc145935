package nl.peildatum.query.versions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.peildatum.events.ActionEvent;
import nl.peildatum.events.Event;
import nl.peildatum.events.FreeText;
import nl.peildatum.events.LineContent;
import nl.peildatum.events.ProgrammeEvent;
import nl.peildatum.events.ProgrammeEvent.LineFact;
import nl.peildatum.events.ProgrammeEvent.OwnFact;
import nl.peildatum.events.ProgrammeEvent.SignalJudged;
import nl.peildatum.events.ProgrammeEvent.TextErased;
import nl.peildatum.events.ReportEvent;
import nl.peildatum.eventstore.JournalEntry;
import nl.peildatum.query.processing.KnownEntries;
import nl.peildatum.query.processing.KnownRows;
import nl.peildatum.query.processing.Projection;
import nl.peildatum.query.timeline.ActionState;
import nl.peildatum.query.timeline.Change;
import nl.peildatum.query.timeline.LineState;
import nl.peildatum.query.timeline.LineTimeline;
import nl.peildatum.query.timeline.ProgrammeState;
import nl.peildatum.query.timeline.ProgrammeTimeline;
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
    private final KnownEntries entries;
    private final KnownRows programmes;
    private final KnownRows lines;
    private final KnownRows actions;

    public Versions(JdbcClient jdbc, KnownEntries entries) {
        this.jdbc = jdbc;
        this.entries = entries;
        programmes =
                new KnownRows(jdbc, "programme_version", List.of("programme"), "effective_from");
        lines = new KnownRows(jdbc, "line_version", List.of("programme", "line"), "effective_from");
        actions =
                new KnownRows(
                        jdbc, "action_version", List.of("programme", "action"), "effective_from");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void on(List<JournalEntry<Event>> added) {
        Writing writing = new Writing();
        added.forEach(writing::add);
        writing.write();
    }

    /** What entries change. */
    private final class Writing {

        private final KnownRows.Changes ofProgrammes = programmes.changes();
        private final KnownRows.Changes ofLines = lines.changes();
        private final KnownRows.Changes ofActions = actions.changes();
        private final List<JournalEntry<ActionEvent>> touching = new ArrayList<>();

        void add(JournalEntry<Event> entry) {
            switch (entry.event()) {
                case ActionEvent _ -> action(entry.as(ActionEvent.class));
                case SignalJudged _, TextErased _, ReportEvent _ -> {}
                case ProgrammeEvent _ -> programme(entry);
            }
        }

        private void programme(JournalEntry<Event> entry) {
            String programme = entry.programme().value();
            List<JournalEntry<Event>> known = entries.of(entry.programme(), entry.number());
            switch (Subjects.of(known, entry.number())) {
                case LineFact fact ->
                        add(
                                ofLines,
                                entry,
                                List.of(programme, fact.number()),
                                LineTimeline.change(fact.number(), known),
                                fresh -> row(entry, fact.number(), fresh));
                case OwnFact _ ->
                        add(
                                ofProgrammes,
                                entry,
                                List.of(programme),
                                ProgrammeTimeline.change(known),
                                fresh -> row(entry, fresh));
            }
        }

        private void action(JournalEntry<ActionEvent> entry) {
            String action = entry.event().action().code();
            touching.add(entry);
            add(
                    ofActions,
                    entry,
                    List.of(entry.programme().value(), action),
                    entries.change(entry),
                    fresh -> row(entry, action, fresh));
        }

        private <S> void add(
                KnownRows.Changes changes,
                JournalEntry<?> entry,
                List<Object> about,
                Change<?, S> change,
                Function<Segment<S>, Map<String, @Nullable Object>> row) {
            changes.add(
                    entry.number(),
                    about,
                    change.ended().stream().map(Segment::from).toList(),
                    change.begun().stream().map(row).toList());
        }

        void write() {
            if (!touching.isEmpty()) {
                jdbc.sql(
                                """
                                INSERT INTO action_entry (programme, action, number)
                                SELECT * FROM unnest(?::text[], ?::text[], ?::bigint[])""")
                        .param(
                                touching.stream()
                                        .map(entry -> entry.programme().value())
                                        .toArray(String[]::new))
                        .param(
                                touching.stream()
                                        .map(entry -> entry.event().action().code())
                                        .toArray(String[]::new))
                        .param(touching.stream().map(JournalEntry::number).toArray(Long[]::new))
                        .update();
            }
            ofProgrammes.write();
            ofLines.write();
            ofActions.write();
        }
    }

    private static Map<String, @Nullable Object> row(
            JournalEntry<?> entry, Segment<ProgrammeState> segment) {
        ProgrammeState state = segment.state();
        Map<String, @Nullable Object> row = known(entry, segment);
        row.put("name", state.name());
        row.put("first_year", state.firstYear());
        row.put("last_year", state.lastYear());
        row.put("publishers", state.publishers());
        return row;
    }

    private static Map<String, @Nullable Object> row(
            JournalEntry<?> entry, int line, Segment<LineState> segment) {
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

    private static Map<String, @Nullable Object> row(
            JournalEntry<?> entry, String action, Segment<ActionState> segment) {
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

    private static Map<String, @Nullable Object> known(JournalEntry<?> entry, Segment<?> segment) {
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

    @Override
    public void reset() {
        for (String table :
                List.of("programme_version", "line_version", "action_version", "action_entry")) {
            jdbc.sql("DELETE FROM " + table).update();
        }
    }
}
