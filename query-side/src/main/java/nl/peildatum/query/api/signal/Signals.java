package nl.peildatum.query.api.signal;

import static nl.peildatum.query.timeline.ActionStatus.COMPLETED;
import static nl.peildatum.query.timeline.ActionStatus.DELAYED;
import static nl.peildatum.query.timeline.ActionStatus.NOT_STARTED;
import static nl.peildatum.query.timeline.ActionStatus.ONGOING;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.peildatum.contract.DutchDates;
import nl.peildatum.events.ActionEvent;
import nl.peildatum.events.Event;
import nl.peildatum.events.Link;
import nl.peildatum.events.ReportEvent.ReportFixed;
import nl.peildatum.eventstore.JournalEntry;
import nl.peildatum.query.api.Wording;
import nl.peildatum.query.api.action.NaturalOrder;
import nl.peildatum.query.api.action.ReportLabel;
import nl.peildatum.query.timeline.ActionState;

/**
 * Finds what does not fit together on a day, as the entries of a journal tell it. Only actions that
 * count are looked at, beside those that they are linked to or print with.
 */
final class Signals {
    private static final Phrases DELAY = new Phrases("delay", "delay.unless");
    private static final Phrases UNFINISHED =
            new Phrases("unfinished", "unfinished.unless", "delay.unless");
    private static final Map<Fact, Wording> OF_A_BLOCK =
            new EnumMap<>(
                    Map.of(
                            Fact.STATUS, Wording.FACT_STATUS,
                            Fact.TITLE, Wording.FACT_TITLE,
                            Fact.LINE, Wording.FACT_LINE,
                            Fact.YEARS, Wording.FACT_YEARS,
                            Fact.EXPLANATION, Wording.FACT_EXPLANATION,
                            Fact.COMPLETION, Wording.FACT_COMPLETION,
                            Fact.INCLUDED, Wording.FACT_INCLUDED));
    private static final int LONGEST_QUOTE = 300;

    private final LocalDate day;
    private final NavigableMap<String, Told> told;
    private final List<Signal> found = new ArrayList<>();

    private Signals(LocalDate day, NavigableMap<String, Told> told) {
        this.day = day;
        this.told = told;
    }

    /** The signals of a day, in the order of the actions' codes. */
    static List<Signal> on(LocalDate day, Collection<JournalEntry<Event>> entries) {
        Signals signals = new Signals(day, told(day, entries, Long.MAX_VALUE));
        signals.told.values().stream().filter(Told::counts).forEach(signals::ofOne);
        signals.ofLinks();
        signals.ofBlocks();
        lastReport(day, entries).ifPresent(report -> signals.sinceReport(report, entries));
        return List.copyOf(signals.found);
    }

    private static NavigableMap<String, Told> told(
            LocalDate day, Collection<JournalEntry<Event>> entries, long knownUpTo) {
        SortedMap<String, List<JournalEntry<ActionEvent>>> byAction = new TreeMap<>();
        for (JournalEntry<Event> entry : entries) {
            if (entry.number() <= knownUpTo && entry.event() instanceof ActionEvent event) {
                byAction.computeIfAbsent(event.action().code(), _ -> new ArrayList<>())
                        .add(entry.as(ActionEvent.class));
            }
        }
        NavigableMap<String, Told> told = new TreeMap<>(NaturalOrder.OF_CODES);
        byAction.forEach(
                (code, own) -> Told.on(day, own).ifPresent(action -> told.put(code, action)));
        return told;
    }

    private void ofOne(Told action) {
        ActionState state = action.state();
        String explanation = action.explanation();
        if (explanation != null && state.status() == COMPLETED) {
            UNFINISHED
                    .sentenceIn(explanation)
                    .ifPresent(
                            sentence ->
                                    say(
                                            SignalKind.AFRONDING_TEGENGESPROKEN,
                                            Wording.SIGNAL_UNFINISHED,
                                            action,
                                            Fact.EXPLANATION,
                                            quote(sentence)));
        } else if (explanation != null && state.status() != DELAYED) {
            DELAY.sentenceIn(explanation)
                    .ifPresent(
                            sentence ->
                                    say(
                                            SignalKind.VERTRAGING_NIET_IN_STATUS,
                                            Wording.SIGNAL_DELAY,
                                            action,
                                            Fact.EXPLANATION,
                                            quote(sentence)));
        }
        if (state.status() != COMPLETED
                && state.status() != ONGOING
                && !state.executionYears().isEmpty()
                && state.executionYears().last() < day.getYear()) {
            say(
                    SignalKind.UITVOERINGSJAREN_VOORBIJ,
                    Wording.SIGNAL_YEARS_OVER,
                    action,
                    Fact.YEARS,
                    state.executionYears().last().toString());
        }
        LocalDate completion = state.expectedCompletion();
        if (completion != null && completion.isBefore(day)) {
            say(
                    SignalKind.VERWACHTE_AFRONDING_VOORBIJ,
                    Wording.SIGNAL_COMPLETION_OVER,
                    action,
                    Fact.COMPLETION,
                    DutchDates.format(completion));
        }
    }

    private void say(SignalKind kind, Wording wording, Told action, Fact fact, String what) {
        found.add(
                new Signal(
                        kind,
                        List.of(action.code()),
                        wording.text(
                                named(action),
                                DutchDates.format(day),
                                action.status().label(),
                                what),
                        action.entriesOf(List.of(Fact.STATUS, fact))));
    }

    private void ofLinks() {
        Map<List<String>, Signal> byPair = new LinkedHashMap<>();
        for (Told action : told.values()) {
            for (Link link : action.state().links()) {
                Told other = told.get(link.action());
                if (other != null && other.state().included() && action.state().included()) {
                    between(action, link, other)
                            .ifPresent(
                                    signal ->
                                            byPair.merge(pair(signal), signal, Signals::together));
                }
            }
        }
        found.addAll(byPair.values());
    }

    /** A pair may be linked both ways, and in more ways than one; that is one signal of a kind. */
    private static List<String> pair(Signal signal) {
        return Stream.concat(Stream.of(signal.kind().word()), signal.actions().stream()).toList();
    }

    private static Signal together(Signal one, Signal other) {
        return new Signal(
                one.kind(), one.actions(), one.reason(), union(one.entries(), other.entries()));
    }

    private Optional<Signal> between(Told action, Link link, Told other) {
        return switch (link.kind()) {
            case COINCIDES_WITH -> ifTheyDiffer(action, other, Wording.SIGNAL_COINCIDES);
            case TOGETHER_WITH -> ifTheyDiffer(action, other, Wording.SIGNAL_TOGETHER);
            case FOLLOWS ->
                    action.counts()
                                    && other.counts()
                                    && action.state().status() != NOT_STARTED
                                    && other.state().status() != COMPLETED
                            ? Optional.of(
                                    between(
                                            SignalKind.TE_VROEG_GESTART,
                                            Wording.SIGNAL_EARLY,
                                            action,
                                            other))
                            : Optional.empty();
            case COUPLED_TO -> Optional.empty();
        };
    }

    private Optional<Signal> ifTheyDiffer(Told action, Told other, Wording wording) {
        return action.state().status() != other.state().status()
                ? Optional.of(between(SignalKind.VERBAND_VERSCHILT, wording, action, other))
                : Optional.empty();
    }

    private Signal between(SignalKind kind, Wording wording, Told action, Told other) {
        return new Signal(
                kind,
                Stream.of(action.code(), other.code()).sorted(NaturalOrder.OF_CODES).toList(),
                wording.text(
                        named(action),
                        named(other),
                        DutchDates.format(day),
                        action.code(),
                        action.status().label(),
                        other.code(),
                        other.status().label()),
                union(
                        action.entriesOf(List.of(Fact.STATUS, Fact.LINKS)),
                        other.entriesOf(List.of(Fact.STATUS))));
    }

    private void ofBlocks() {
        SortedMap<String, List<Told>> blocks = new TreeMap<>(NaturalOrder.OF_CODES);
        for (Told action : told.values()) {
            if (ReportLabel.isNumber(action.state().reportLabel())) {
                blocks.computeIfAbsent(action.state().reportLabel(), _ -> new ArrayList<>())
                        .add(action);
            }
        }
        blocks.forEach(
                (label, block) -> {
                    List<Fact> different =
                            OF_A_BLOCK.keySet().stream()
                                    .filter(fact -> differ(block, fact))
                                    .toList();
                    if (!different.isEmpty() && block.stream().anyMatch(Told::counts)) {
                        found.add(ofBlock(label, block, different));
                    }
                });
    }

    private static boolean differ(List<Told> block, Fact fact) {
        Object first = fact.of(block.getFirst().state());
        return block.stream().anyMatch(action -> !Objects.equals(fact.of(action.state()), first));
    }

    private Signal ofBlock(String label, List<Told> block, List<Fact> different) {
        List<Fact> restingOn = Stream.concat(Stream.of(Fact.LABEL), different.stream()).toList();
        return new Signal(
                SignalKind.ZELFDE_NUMMER_VERSCHILT,
                block.stream().map(Told::code).toList(),
                Wording.SIGNAL_BLOCK.text(
                        Wording.listed(block.stream().map(Signals::named).toList()),
                        label,
                        DutchDates.format(day),
                        Wording.listed(
                                different.stream()
                                        .map(
                                                fact ->
                                                        Objects.requireNonNull(OF_A_BLOCK.get(fact))
                                                                .text())
                                        .toList())),
                block.stream()
                        .map(action -> action.entriesOf(restingOn))
                        .reduce(new TreeSet<>(), Signals::union));
    }

    /** The report for the last date before this one, as it was fixed last. */
    private static Optional<JournalEntry<ReportFixed>> lastReport(
            LocalDate day, Collection<JournalEntry<Event>> entries) {
        return entries.stream()
                .filter(entry -> entry.event() instanceof ReportFixed)
                .map(entry -> entry.as(ReportFixed.class))
                .filter(entry -> entry.event().reportDate().isBefore(day))
                .max(
                        Comparator.<JournalEntry<ReportFixed>, LocalDate>comparing(
                                        entry -> entry.event().reportDate())
                                .thenComparing(JournalEntry::number));
    }

    private void sinceReport(
            JournalEntry<ReportFixed> report, Collection<JournalEntry<Event>> entries) {
        LocalDate reportDate = report.event().reportDate();
        Map<String, Told> reported = told(reportDate, entries, report.event().knownUpTo());
        for (Told action : told.values()) {
            Told before = reported.get(action.code());
            if (before != null
                    && action.counts()
                    && action.state().status() != COMPLETED
                    && before.state().equals(action.state())) {
                found.add(
                        new Signal(
                                SignalKind.ONGEWIJZIGD_SINDS_RAPPORTAGE,
                                List.of(action.code()),
                                Wording.SIGNAL_UNCHANGED.text(
                                        named(action),
                                        DutchDates.format(day),
                                        action.status().label(),
                                        DutchDates.format(reportDate)),
                                union(
                                        action.entriesOf(List.of(Fact.STATUS, Fact.EXPLANATION)),
                                        new TreeSet<>(List.of(report.number())))));
            }
        }
    }

    private static SortedSet<Long> union(SortedSet<Long> one, SortedSet<Long> other) {
        SortedSet<Long> both = new TreeSet<>(one);
        both.addAll(other);
        return both;
    }

    private static String named(Told action) {
        String title = action.state().title();
        return title == null ? action.code() : Wording.SIGNAL_NAMED.text(action.code(), title);
    }

    private static String quote(String sentence) {
        return sentence.codePointCount(0, sentence.length()) <= LONGEST_QUOTE
                ? sentence
                : sentence.substring(0, sentence.offsetByCodePoints(0, LONGEST_QUOTE)).strip()
                        + " …";
    }
}
