package nl.peildatum.query.trail;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.peildatum.events.ActionEvent;
import nl.peildatum.events.ActionEvent.ActionBaselined;
import nl.peildatum.events.ActionEvent.ActionPlanned;
import nl.peildatum.events.ActionEvent.StatusChange;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeEvent.ActionLineDefined;
import nl.peildatum.events.ProgrammeEvent.ActionLineRevised;
import nl.peildatum.events.ProgrammeEvent.ProgrammeAdopted;
import nl.peildatum.eventstore.Journal;
import nl.peildatum.eventstore.JournalEntry;
import nl.peildatum.query.processing.Projection;
import nl.peildatum.query.timeline.ActionState;
import nl.peildatum.query.timeline.ActionTimeline;
import nl.peildatum.query.timeline.LineTimeline;
import nl.peildatum.query.timeline.Timeline.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How each entry reads, as known up to which entry. An entry that was recorded late changes how
 * later ones read: those get a new row from that knowledge on, and keep the old one before it.
 */
@Component
public final class AuditTrail implements Projection {

    /** The projection's name. */
    public static final String NAME = "audit_trail";

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Sentences sentences = new Sentences();

    public AuditTrail(JdbcClient jdbc, Journal journal) {
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
            case ProgrammeAdopted adopted ->
                    write(
                            entry,
                            null,
                            Map.of(),
                            Map.of(
                                    entry.number(),
                                    new TrailLine(null, null, sentences.of(entry, adopted))));
            case ActionLineDefined defined -> line(entry, defined.number());
            case ActionLineRevised revised -> line(entry, revised.number());
            case ActionEvent event -> {
                List<JournalEntry<ActionEvent>> known = journal.of(event.action(), entry.number());
                write(
                        entry,
                        event.action().code(),
                        ofAction(known.stream().filter(e -> e.number() < entry.number()).toList()),
                        ofAction(known));
            }
        }
    }

    private void line(JournalEntry<Event> entry, int line) {
        List<JournalEntry<Event>> known = journal.of(entry.programme(), entry.number());
        write(
                entry,
                null,
                ofLine(line, known.stream().filter(e -> e.number() < entry.number()).toList()),
                ofLine(line, known));
    }

    private Map<Long, TrailLine> ofLine(int line, List<JournalEntry<Event>> known) {
        Map<Long, TrailLine> lines = new TreeMap<>();
        LineTimeline.of(line, known)
                .steps()
                .forEach(
                        step ->
                                lines.put(
                                        step.entry().number(),
                                        new TrailLine(null, null, sentences.ofLine(step))));
        return lines;
    }

    private Map<Long, TrailLine> ofAction(List<JournalEntry<ActionEvent>> known) {
        Map<Long, TrailLine> lines = new TreeMap<>();
        for (Step<ActionEvent, ActionState> step : ActionTimeline.of(known).steps()) {
            lines.put(
                    step.entry().number(),
                    new TrailLine(from(step), to(step), sentences.ofAction(step)));
        }
        return lines;
    }

    /** A plan has nothing before it, and a baseline claims nothing about it. */
    private static @Nullable String from(Step<ActionEvent, ActionState> step) {
        ActionState before = step.before();
        return before != null && step.entry().event() instanceof StatusChange
                ? before.status().name()
                : null;
    }

    private static @Nullable String to(Step<ActionEvent, ActionState> step) {
        return switch (step.entry().event()) {
            case StatusChange _, ActionPlanned _, ActionBaselined _ -> step.after().status().name();
            default -> null;
        };
    }

    private void write(
            JournalEntry<Event> entry,
            @Nullable String action,
            Map<Long, TrailLine> before,
            Map<Long, TrailLine> after) {
        after.forEach(
                (number, line) -> {
                    TrailLine old = before.get(number);
                    if (!line.equals(old)) {
                        if (old != null) {
                            close(entry, number);
                        }
                        insert(entry, action, number, line);
                    }
                });
    }

    private void close(JournalEntry<Event> entry, long number) {
        int rows =
                jdbc.sql(
                                """
                                UPDATE audit_line SET known_to = ?
                                WHERE programme = ? AND number = ? AND known_to IS NULL""")
                        .params(entry.number(), entry.programme().value(), number)
                        .update();
        if (rows != 1) {
            throw new IllegalStateException(
                    "entry %d changes how entry %d reads, of which %d rows are open"
                            .formatted(entry.number(), number, rows));
        }
    }

    private void insert(
            JournalEntry<Event> entry, @Nullable String action, long number, TrailLine line) {
        jdbc.sql(
                        """
                        INSERT INTO audit_line (
                            programme, number, known_from, known_to, action, from_status, to_status,
                            sentence, refers_to, ended_by)
                        VALUES (?, ?, ?, NULL, ?, ?, ?, ?, NULL, NULL)""")
                .param(entry.programme().value())
                .param(number)
                .param(entry.number())
                .param(action)
                .param(line.from())
                .param(line.to())
                .param(line.sentence())
                .update();
    }

    @Override
    public void reset() {
        jdbc.sql("DELETE FROM audit_line").update();
    }
}
