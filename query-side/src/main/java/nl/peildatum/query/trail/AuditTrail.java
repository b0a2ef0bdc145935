package nl.peildatum.query.trail;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.peildatum.events.ActionEvent;
import nl.peildatum.events.ActionEvent.ActionBaselined;
import nl.peildatum.events.ActionEvent.ActionFact;
import nl.peildatum.events.ActionEvent.ActionPlanned;
import nl.peildatum.events.ActionEvent.StatusChange;
import nl.peildatum.events.EntryCorrected;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeEvent;
import nl.peildatum.events.ProgrammeEvent.LineFact;
import nl.peildatum.events.ProgrammeEvent.OwnFact;
import nl.peildatum.events.ProgrammeEvent.SignalJudged;
import nl.peildatum.events.ProgrammeEvent.TextErased;
import nl.peildatum.events.ReportEvent;
import nl.peildatum.events.ReportEvent.ReportFixed;
import nl.peildatum.events.ReportEvent.ReportProposed;
import nl.peildatum.eventstore.Journal;
import nl.peildatum.eventstore.JournalEntry;
import nl.peildatum.query.processing.KnownEntries;
import nl.peildatum.query.processing.KnownRows;
import nl.peildatum.query.processing.Projection;
import nl.peildatum.query.timeline.ActionState;
import nl.peildatum.query.timeline.Change;
import nl.peildatum.query.timeline.LineTimeline;
import nl.peildatum.query.timeline.ProgrammeTimeline;
import nl.peildatum.query.timeline.Subjects;
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
        added.forEach(entry -> tell(changes, entry));
        changes.write();
    }

    /** Tells what reads differently from an entry on, that entry itself included. */
    private void tell(KnownRows.Changes changes, JournalEntry<Event> entry) {
        switch (entry.event()) {
            case ActionEvent about ->
                    new Retelling<>(
                                    entry,
                                    entries.change(entry.as(ActionEvent.class)),
                                    () -> entries.of(about.action(), entry.number()),
                                    ActionFact.class,
                                    this::ofAction)
                            .into(changes);
            case SignalJudged judged -> add(changes, entry, plain(sentences.of(entry, judged)));
            case TextErased erasure -> add(changes, entry, line(erasure));
            case ProgrammeEvent about -> {
                List<JournalEntry<Event>> known = entries.of(about.programme(), entry.number());
                switch (Subjects.of(known, entry.number())) {
                    case LineFact fact ->
                            new Retelling<>(
                                            entry,
                                            LineTimeline.change(fact.number(), known),
                                            () -> known,
                                            LineFact.class,
                                            step -> plain(sentences.ofLine(step)))
                                    .into(changes);
                    case OwnFact _ ->
                            new Retelling<>(
                                            entry,
                                            ProgrammeTimeline.change(known),
                                            () -> known,
                                            OwnFact.class,
                                            step -> plain(sentences.ofProgramme(step)))
                                    .into(changes);
                }
            }
            case ReportEvent report -> {
                List<JournalEntry<ReportEvent>> known = reports(report, entry.number());
                change(
                        changes,
                        entry,
                        toldOfReport(known.subList(0, known.size() - 1)),
                        toldOfReport(known));
            }
        }
    }

    private List<JournalEntry<ReportEvent>> reports(ReportEvent report, long upTo) {
        return journal.reportsOf(report.programme()).stream()
                .filter(known -> known.number() <= upTo)
                .filter(known -> known.event().reportDate().equals(report.reportDate()))
                .toList();
    }

    /**
     * How entries read depends on what texts say: one that says the same as before changes nothing.
     * So all that is about the same is told again, each entry after the other, as if its texts had
     * never been there.
     */
    @Override
    public void erase(JournalEntry<Event> erased, long processed) {
        List<? extends JournalEntry<? extends Event>> known =
                switch (erased.event()) {
                    case ActionEvent about -> entries.of(about.action(), processed);
                    case ProgrammeEvent about -> entries.of(about.programme(), processed);
                    case ReportEvent about -> reports(about, processed);
                };
        jdbc.sql("DELETE FROM audit_line WHERE programme = ? AND number = ANY (?)")
                .param(erased.programme().value())
                .param(known.stream().map(JournalEntry::number).toArray(Long[]::new))
                .update();
        KnownRows.Changes changes = rows.changes();
        known.forEach(entry -> tell(changes, entry.as(Event.class)));
        changes.write();
    }

    private static void add(KnownRows.Changes changes, JournalEntry<Event> entry, TrailLine line) {
        change(changes, entry, Map.of(), Map.of(entry.number(), line));
    }

    /** From an entry on, some entries read otherwise than before. */
    private static void change(
            KnownRows.Changes changes,
            JournalEntry<?> from,
            Map<Long, TrailLine> before,
            Map<Long, TrailLine> after) {
        Map<Long, TrailLine> fresh = new TreeMap<>(after);
        fresh.entrySet().removeAll(before.entrySet());
        changes.add(
                from.number(),
                List.of(from.programme().value()),
                fresh.keySet().stream().filter(before::containsKey).toList(),
                fresh.entrySet().stream()
                        .map(line -> row(from, line.getKey(), line.getValue()))
                        .toList());
    }

    private static Map<String, @Nullable Object> row(
            JournalEntry<?> from, long number, TrailLine line) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("programme", from.programme().value());
        row.put("number", number);
        row.put("known_from", from.number());
        row.put("action", line.action());
        row.put("from_status", line.from());
        row.put("to_status", line.to());
        row.put("sentence", line.sentence());
        row.put("effective_on", line.movedTo());
        row.put("refers_to", line.refersTo());
        row.put("ended_by", line.endedBy());
        return row;
    }

    /**
     * Tells again what an entry makes read differently: itself, what it changes the state before or
     * after of, and where it corrects or retracts another, all that was said about that one.
     */
    private final class Retelling<E extends Event, F extends Event, S> {

        private final JournalEntry<Event> entry;
        private final Change<F, S> change;
        private final List<Step<F, S>> gone;
        private final List<JournalEntry<E>> known;
        private final Class<F> facts;
        private final Function<Step<F, S>, TrailLine> telling;

        Retelling(
                JournalEntry<Event> entry,
                Change<F, S> change,
                Supplier<List<JournalEntry<E>>> known,
                Class<F> facts,
                Function<Step<F, S>, TrailLine> telling) {
            this.entry = entry;
            this.change = change;
            gone = change.gone();
            this.facts = facts;
            this.telling = telling;
            boolean alone = gone.isEmpty() && Chains.refersTo(entry.event()) == null;
            this.known = alone ? List.of() : known.get();
        }

        void into(KnownRows.Changes changes) {
            List<JournalEntry<E>> earlier =
                    known.stream().filter(one -> one.number() < entry.number()).toList();
            AuditTrail.change(changes, entry, told(gone, earlier), told(change.told(), known));
        }

        private Map<Long, TrailLine> told(List<Step<F, S>> steps, List<JournalEntry<E>> upTo) {
            Chains chains = Chains.of(upTo);
            Map<Long, TrailLine> lines = new HashMap<>();
            for (Step<F, S> step : steps) {
                long number = step.entry().number();
                lines.put(number, telling.apply(step).in(chains, number));
            }
            Long refersTo = Chains.refersTo(entry.event());
            if (refersTo != null) {
                ofChain(chains, chains.original(refersTo), upTo, lines);
            }
            return lines;
        }

        /** The corrections of an entry and its retraction, and then that entry itself. */
        private void ofChain(
                Chains chains,
                long original,
                List<JournalEntry<E>> upTo,
                Map<Long, TrailLine> lines) {
            F reads = null;
            for (JournalEntry<E> one : upTo) {
                Event event = one.event();
                Long refersTo = Chains.refersTo(event);
                if (one.number() == original) {
                    reads = facts.cast(event);
                } else if (refersTo != null && chains.original(refersTo) == original) {
                    F before = Objects.requireNonNull(reads);
                    String sentence;
                    if (event instanceof EntryCorrected correction) {
                        reads = facts.cast(correction.correct(before));
                        sentence = sentences.correction(one, refersTo, before, reads);
                    } else {
                        sentence = sentences.retraction(one, refersTo, before);
                        lines.put(
                                original,
                                new TrailLine(
                                        code(event),
                                        null,
                                        null,
                                        sentences.retracted(before, one.number()),
                                        chains.movedTo(original),
                                        null,
                                        one.number()));
                    }
                    lines.put(
                            one.number(),
                            new TrailLine(
                                    code(event),
                                    null,
                                    null,
                                    sentence,
                                    null,
                                    refersTo,
                                    chains.endedBy(one.number())));
                }
            }
        }
    }

    private TrailLine ofAction(Step<ActionFact, ActionState> step) {
        return new TrailLine(
                step.entry().event().action().code(),
                from(step),
                to(step),
                sentences.ofAction(step),
                null,
                null,
                null);
    }

    private static TrailLine plain(String sentence) {
        return new TrailLine(null, null, null, sentence, null, null, null);
    }

    private TrailLine line(TextErased erasure) {
        return new TrailLine(
                erasure.action() == null ? null : erasure.action().code(),
                null,
                null,
                sentences.of(erasure),
                null,
                erasure.entry(),
                null);
    }

    private static @Nullable String code(Event event) {
        return event instanceof ActionEvent about ? about.action().code() : null;
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
                    new TrailLine(null, null, null, sentences.of(entry), null, null, endedBy));
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
