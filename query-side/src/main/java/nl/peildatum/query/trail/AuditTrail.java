package nl.peildatum.query.trail;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import nl.peildatum.events.ActionEvent;
import nl.peildatum.events.ActionEvent.ActionBaselined;
import nl.peildatum.events.ActionEvent.ActionFact;
import nl.peildatum.events.ActionEvent.ActionPlanned;
import nl.peildatum.events.ActionEvent.StatusChange;
import nl.peildatum.events.EntryCorrected;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeEvent;
import nl.peildatum.events.ProgrammeEvent.LineFact;
import nl.peildatum.events.ProgrammeEvent.ProgrammeAdopted;
import nl.peildatum.events.ProgrammeEvent.ProgrammeFact;
import nl.peildatum.events.ProgrammeEvent.ProgrammeRevised;
import nl.peildatum.events.ProgrammeEvent.SignalJudged;
import nl.peildatum.events.ProgrammeEvent.TextErased;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.events.ReportEvent;
import nl.peildatum.events.ReportEvent.ReportFixed;
import nl.peildatum.events.ReportEvent.ReportProposed;
import nl.peildatum.eventstore.Journal;
import nl.peildatum.eventstore.JournalEntry;
import nl.peildatum.query.processing.KnownEntries;
import nl.peildatum.query.processing.KnownRows;
import nl.peildatum.query.processing.Projection;
import nl.peildatum.query.timeline.ActionState;
import nl.peildatum.query.timeline.ActionTimeline;
import nl.peildatum.query.timeline.LineTimeline;
import nl.peildatum.query.timeline.ProgrammeTimeline;
import nl.peildatum.query.timeline.StandingEntry;
import nl.peildatum.query.timeline.Timeline.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How each entry reads, as known up to which entry. An entry that was recorded late, a correction
 * and a retraction change how others read: those get a new row from that knowledge on, and keep the
 * old one before it.
 */
@Component
public final class AuditTrail implements Projection {

    /** The projection's name. */
    public static final String NAME = "audit_trail";

    private final JdbcClient jdbc;
    private final Journal journal;
    private final KnownEntries entries;
    private final KnownRows rows;
    private final Sentences sentences = new Sentences();

    public AuditTrail(JdbcClient jdbc, Journal journal, KnownEntries entries) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.entries = entries;
        rows = new KnownRows(jdbc, "audit_line", List.of("programme"), "number");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void on(List<JournalEntry<Event>> added) {
        KnownRows.Changes changes = rows.changes();
        Map<Object, Map<Long, TrailLine>> last = new HashMap<>();
        for (JournalEntry<Event> entry : added) {
            Telling<?> telling = about(entry, entry.number());
            Map<Long, TrailLine> after = telling.told(entry.number());
            Map<Long, TrailLine> before = last.put(subject(entry.event()), after);
            telling.change(
                    changes,
                    entry.number(),
                    before == null ? telling.told(entry.number() - 1) : before,
                    after);
        }
        changes.write();
    }

    private static Object subject(Event event) {
        return switch (event) {
            case ProgrammeEvent about -> about.programme();
            case ActionEvent about -> about.action();
            case ReportEvent about -> List.of(about.programme(), about.reportDate());
        };
    }

    /**
     * How entries read depends on what texts say: one that says the same as before changes nothing.
     * So all that is about the same is told again, each entry after the other, as if its texts had
     * never been there.
     */
    @Override
    public void erase(JournalEntry<Event> erased, long processed) {
        about(erased, processed).writeAnew();
    }

    private Telling<?> about(JournalEntry<Event> entry, long upTo) {
        return switch (entry.event()) {
            case ProgrammeEvent _ ->
                    new Telling<>(
                            entry.programme(), entries.of(entry.programme(), upTo), this::told);
            case ActionEvent event ->
                    new Telling<>(
                            entry.programme(),
                            entries.of(event.action(), upTo),
                            this::toldOfAction);
            case ReportEvent event ->
                    new Telling<>(
                            entry.programme(),
                            journal.reportsOf(entry.programme()).stream()
                                    .filter(known -> known.number() <= upTo)
                                    .filter(
                                            known ->
                                                    known.event()
                                                            .reportDate()
                                                            .equals(event.reportDate()))
                                    .toList(),
                            this::toldOfReport);
        };
    }

    /** What is known of one subject, and how it is told. */
    private final class Telling<E extends Event> {

        private final String programme;
        private final List<JournalEntry<E>> known;
        private final Function<List<JournalEntry<E>>, Map<Long, TrailLine>> telling;

        Telling(
                ProgrammeId programme,
                List<JournalEntry<E>> known,
                Function<List<JournalEntry<E>>, Map<Long, TrailLine>> telling) {
            this.programme = programme.value();
            this.known = known;
            this.telling = telling;
        }

        void writeAnew() {
            jdbc.sql("DELETE FROM audit_line WHERE programme = ? AND number = ANY (?)")
                    .param(programme)
                    .param(known.stream().map(JournalEntry::number).toArray(Long[]::new))
                    .update();
            KnownRows.Changes changes = rows.changes();
            Map<Long, TrailLine> before = Map.of();
            for (JournalEntry<E> entry : known) {
                Map<Long, TrailLine> after = told(entry.number());
                change(changes, entry.number(), before, after);
                before = after;
            }
            changes.write();
        }

        Map<Long, TrailLine> told(long upTo) {
            return telling.apply(known.stream().filter(e -> e.number() <= upTo).toList());
        }

        /** What reads differently from an entry on. */
        void change(
                KnownRows.Changes changes,
                long from,
                Map<Long, TrailLine> before,
                Map<Long, TrailLine> after) {
            Map<Long, TrailLine> fresh = new TreeMap<>(after);
            fresh.entrySet().removeAll(before.entrySet());
            changes.add(
                    from,
                    List.of(programme),
                    fresh.keySet().stream().filter(before::containsKey).toList(),
                    fresh.entrySet().stream()
                            .map(line -> row(from, line.getKey(), line.getValue()))
                            .toList());
        }

        private Map<String, @Nullable Object> row(long from, long number, TrailLine line) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("programme", programme);
            row.put("number", number);
            row.put("known_from", from);
            row.put("action", line.action());
            row.put("from_status", line.from());
            row.put("to_status", line.to());
            row.put("sentence", line.sentence());
            row.put("refers_to", line.refersTo());
            row.put("ended_by", line.endedBy());
            return row;
        }
    }

    private Map<Long, TrailLine> toldOfAction(List<JournalEntry<ActionEvent>> known) {
        Chains chains = Chains.of(known);
        Map<Long, TrailLine> lines = new TreeMap<>();
        for (Step<ActionFact, ActionState> step : ActionTimeline.of(known).steps()) {
            long number = step.entry().number();
            lines.put(
                    number,
                    new TrailLine(
                            step.entry().event().action().code(),
                            from(step),
                            to(step),
                            sentences.ofAction(step),
                            null,
                            chains.endedBy(number)));
        }
        aboutEntries(lines, chains, known, ActionFact.class);
        return lines;
    }

    private Map<Long, TrailLine> told(List<JournalEntry<Event>> known) {
        Chains chains = Chains.of(known);
        Map<Long, TrailLine> lines = new TreeMap<>();
        StandingEntry.of(known, ProgrammeAdopted.class)
                .forEach(adopted -> plain(lines, chains, adopted.number(), sentences.of(adopted)));
        ProgrammeTimeline.of(known).steps().stream()
                .filter(step -> step.entry().event() instanceof ProgrammeRevised)
                .forEach(
                        step ->
                                plain(
                                        lines,
                                        chains,
                                        step.entry().number(),
                                        sentences.ofRevision(step)));
        StandingEntry.of(known, LineFact.class).stream()
                .map(entry -> entry.event().number())
                .distinct()
                .flatMap(line -> LineTimeline.of(line, known).steps().stream())
                .forEach(
                        step ->
                                plain(
                                        lines,
                                        chains,
                                        step.entry().number(),
                                        sentences.ofLine(step)));
        for (JournalEntry<Event> entry : known) {
            switch (entry.event()) {
                case SignalJudged judged ->
                        plain(lines, chains, entry.number(), sentences.of(entry, judged));
                case TextErased erasure ->
                        lines.put(
                                entry.number(),
                                new TrailLine(
                                        erasure.action() == null ? null : erasure.action().code(),
                                        null,
                                        null,
                                        sentences.of(erasure),
                                        erasure.entry(),
                                        null));
                default -> {}
            }
        }
        aboutEntries(lines, chains, known, ProgrammeFact.class);
        return lines;
    }

    private static void plain(
            Map<Long, TrailLine> lines, Chains chains, long number, String sentence) {
        lines.put(number, new TrailLine(null, null, null, sentence, null, chains.endedBy(number)));
    }

    /** A report ends what was fixed for its date before; a proposal ends with its confirmation. */
    private Map<Long, TrailLine> toldOfReport(List<JournalEntry<ReportEvent>> known) {
        Map<Long, TrailLine> lines = new TreeMap<>();
        for (JournalEntry<ReportEvent> entry : known) {
            Long endedBy =
                    known.stream()
                            .filter(later -> later.number() > entry.number())
                            .filter(later -> ends(later.event(), entry))
                            .map(JournalEntry::number)
                            .findFirst()
                            .orElse(null);
            lines.put(
                    entry.number(),
                    new TrailLine(null, null, null, sentences.of(entry), null, endedBy));
        }
        return lines;
    }

    private static boolean ends(ReportEvent later, JournalEntry<ReportEvent> earlier) {
        return switch (earlier.event()) {
            case ReportFixed _ -> later instanceof ReportFixed;
            case ReportProposed _ ->
                    later instanceof ReportProposed
                            || (later instanceof ReportFixed fixed
                                    && Objects.equals(fixed.proposal(), earlier.number()));
        };
    }

    /** Corrections, retractions, and what was retracted. */
    private <E extends Event, F extends Event> void aboutEntries(
            Map<Long, TrailLine> lines,
            Chains chains,
            List<JournalEntry<E>> known,
            Class<F> facts) {
        for (JournalEntry<E> entry : known) {
            Event event = entry.event();
            Long refersTo = Chains.refersTo(event);
            Long endedBy = chains.endedBy(entry.number());
            String sentence = null;
            if (refersTo != null) {
                F before = before(known, entry.number(), chains.original(refersTo), facts);
                sentence =
                        event instanceof EntryCorrected correction
                                ? sentences.correction(
                                        entry, refersTo, before, correction.correct(before))
                                : sentences.retraction(entry, refersTo, before);
            } else if (facts.isInstance(event) && !lines.containsKey(entry.number())) {
                long by = Objects.requireNonNull(endedBy);
                sentence = sentences.retracted(before(known, by, entry.number(), facts), by);
            }
            if (sentence != null) {
                lines.put(
                        entry.number(),
                        new TrailLine(code(event), null, null, sentence, refersTo, endedBy));
            }
        }
    }

    private static @Nullable String code(Event event) {
        return event instanceof ActionEvent about ? about.action().code() : null;
    }

    /** How an entry read just before another was recorded. */
    private static <E extends Event, F extends Event> F before(
            List<JournalEntry<E>> known, long number, long original, Class<F> facts) {
        List<JournalEntry<E>> earlier =
                known.stream().filter(entry -> entry.number() < number).toList();
        return StandingEntry.of(earlier, facts).stream()
                .filter(standing -> standing.number() == original)
                .findFirst()
                .orElseThrow()
                .event();
    }

    /** A plan has nothing before it, and a baseline claims nothing about it. */
    private static @Nullable String from(Step<ActionFact, ActionState> step) {
        ActionState before = step.before();
        return before != null && step.entry().event() instanceof StatusChange
                ? before.status().name()
                : null;
    }

    private static @Nullable String to(Step<ActionFact, ActionState> step) {
        return switch (step.entry().event()) {
            case StatusChange _, ActionPlanned _, ActionBaselined _ -> step.after().status().name();
            default -> null;
        };
    }

    @Override
    public void reset() {
        jdbc.sql("DELETE FROM audit_line").update();
    }
}
