package nl.peildatum.command.trying;

import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;
import static java.util.stream.Collectors.toUnmodifiableSet;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import nl.peildatum.api.Problem;
import nl.peildatum.api.Today;
import nl.peildatum.command.action.ActionCommand;
import nl.peildatum.command.action.ActionDecisions;
import nl.peildatum.command.action.ActionTimeline;
import nl.peildatum.command.journal.Held;
import nl.peildatum.command.programme.ProgrammeCommand;
import nl.peildatum.command.programme.ProgrammeDecisions;
import nl.peildatum.command.programme.ProgrammeState;
import nl.peildatum.command.programme.ProgrammeState.Itself;
import nl.peildatum.command.rules.Bounds;
import nl.peildatum.command.rules.Entries.Entry;
import nl.peildatum.command.rules.EntryChecks;
import nl.peildatum.command.rules.Refused;
import nl.peildatum.command.words.Codes;
import nl.peildatum.command.words.LineFields;
import nl.peildatum.command.words.Wordings;
import nl.peildatum.events.ActionEvent;
import nl.peildatum.events.ActionEvent.ActionBaselined;
import nl.peildatum.events.ActionEvent.ActionFact;
import nl.peildatum.events.ActionEvent.ActionPlanned;
import nl.peildatum.events.ActionEvent.StatusChange;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.EntryCorrected;
import nl.peildatum.events.EntryRetracted;
import nl.peildatum.events.Event;
import nl.peildatum.events.LineContent;
import nl.peildatum.events.ProgrammeEvent;
import nl.peildatum.events.ProgrammeEvent.LineFact;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.JournalEntry;
import nl.peildatum.reportform.EntryKind;
import nl.peildatum.reportform.OverviewV1;
import nl.peildatum.reportform.PlainFold;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a command would do: what it would record, which answers and counts would read differently on
 * which days, and which reports that were fixed. Nothing is recorded.
 */
@Component
public class Preview {

    private final Held held;
    private final Today today;

    Preview(Held held, Today today) {
        this.held = held;
        this.today = today;
    }

    /**
     * The whole of it.
     *
     * @param regel the number of the entry that would be corrected or retracted; absent for others
     * @param bekendTot the last journal number that was looked at
     * @param regels what would be recorded
     * @param tellingen the counts before and after, on the days from which something would hold and
     *     today
     * @param latere what is recorded already and would come after it
     * @param rapportages the fixed reports that would read differently
     */
    public record Shown(
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long regel,
            long bekendTot,
            List<Recording> regels,
            List<Answer> antwoorden,
            List<Count> tellingen,
            List<Later> latere,
            List<Report> rapportages) {}

    /**
     * An entry that would be recorded.
     *
     * @param verwijstNaar the entry that it would correct or retract
     */
    record Recording(
            String soort,
            @Nullable String actie,
            @Nullable String van,
            @Nullable String naar,
            LocalDate ingangsdatum,
            @Nullable String reden,
            @Nullable String toelichting,
            @Nullable String bron,
            @Nullable Long verwijstNaar) {

        static Recording of(Event event, @Nullable String from, @Nullable String to) {
            return new Recording(
                    EntryKind.of(event),
                    event instanceof ActionEvent about ? about.action().code() : null,
                    from,
                    to,
                    event.basis().effectiveOn(),
                    event.reason(),
                    switch (event) {
                        case EntryCorrected correction -> correction.entryExplanation();
                        case ActionEvent about -> about.explanation();
                        default -> null;
                    },
                    event.basis().source(),
                    switch (event) {
                        case EntryCorrected correction -> (Long) correction.entry();
                        case EntryRetracted retraction -> (Long) retraction.entry();
                        default -> null;
                    });
        }
    }

    /**
     * The counts of a day, of all lines together ({@code TOTAAL}) or of one; a line without a
     * number is what belongs to none.
     */
    record Count(
            LocalDate peildatum,
            String onderdeel,
            @Nullable Integer actielijn,
            CountsShown voor,
            CountsShown na) {}

    /** An entry that is recorded already. */
    record Later(@Nullable Long journaalnummer, String soort, LocalDate ingangsdatum) {

        static Later of(Entry<?> entry) {
            return new Later(entry.number(), EntryKind.of(entry.event()), entry.effectiveOn());
        }
    }

    /**
     * An answer that would read differently.
     *
     * @param totEnMet the last day, or null where it lasts
     */
    record Answer(
            @Nullable String actie,
            @Nullable Integer actielijn,
            String wat,
            LocalDate vanaf,
            @Nullable LocalDate totEnMet,
            @Nullable Object huidig,
            @Nullable Object voorgesteld) {

        private boolean goesOn(Answer next) {
            return Objects.equals(wat, next.wat)
                    && Objects.equals(huidig, next.huidig)
                    && Objects.equals(voorgesteld, next.voorgesteld)
                    && totEnMet != null
                    && totEnMet.plusDays(1).equals(next.vanaf);
        }

        private Answer until(@Nullable LocalDate last) {
            return new Answer(actie, actielijn, wat, vanaf, last, huidig, voorgesteld);
        }
    }

    /** A fixed report whose date would be known otherwise. */
    record Report(LocalDate peildatum, @Nullable String titel, long bekendTot, String digest) {}

    /** What is held of a programme, and would be. */
    private record World(ProgrammeState programme, Map<String, ActionTimeline> actions) {

        Set<Integer> linesOn(LocalDate day) {
            Set<Integer> lines = new TreeSet<>(programme.lines().keySet());
            lines.removeIf(line -> programme.lineOn(line, day).isEmpty());
            return lines;
        }

        Map<String, Place> placesOn(LocalDate day) {
            return Place.on(day, actions, linesOn(day));
        }
    }

    /**
     * What commands about one action would do, one after the other.
     *
     * @param seen the versions of the action that the caller would have; null where any will do
     */
    public Shown of(List<? extends ActionCommand> commands, @Nullable Set<Long> seen) {
        ActionId action = commands.getFirst().action();
        ProgrammeId programme = action.programme();
        List<JournalEntry<Event>> entries = held.entries(programme, held.head(programme));
        ProgrammeState state = held.state(programme);
        Bounds bounds = state.bounds(today.today());
        ActionTimeline before = held.timeline(action);
        refuseIfPassed(before.recorded().originals().size(), seen);
        ActionTimeline after = before;
        List<Event> events = new ArrayList<>();
        List<Recording> recordings = new ArrayList<>();
        for (ActionCommand command : commands) {
            ActionEvent event =
                    ActionDecisions.decide(after, command, bounds).orRefuse().orElse(null);
            if (event != null) {
                ActionTimeline last = after;
                after = after.with(event);
                events.add(event);
                recordings.add(recording(event, last, after));
            }
        }
        Map<String, ActionTimeline> now = Held.timelines(entries);
        Map<String, ActionTimeline> then = new LinkedHashMap<>(now);
        then.put(action.code(), after);
        return shown(
                entries,
                events,
                recordings,
                new World(state, now),
                new World(state, then),
                before.entries(),
                after.entries(),
                answers(action, before, after));
    }

    private static Recording recording(
            ActionEvent event, ActionTimeline before, ActionTimeline after) {
        LocalDate day = event.basis().effectiveOn();
        boolean moves = event instanceof StatusChange;
        boolean gives = moves || event instanceof ActionPlanned || event instanceof ActionBaselined;
        return Recording.of(
                event, moves ? standing(before, day) : null, gives ? standing(after, day) : null);
    }

    private static @Nullable String standing(ActionTimeline timeline, LocalDate day) {
        return timeline.on(day).map(state -> Codes.of(state.standing())).orElse(null);
    }

    private static List<Answer> answers(
            ActionId action, ActionTimeline before, ActionTimeline after) {
        TreeSet<LocalDate> days = new TreeSet<>();
        before.entries().stream().map(Entry::effectiveOn).forEach(days::add);
        after.entries().stream().map(Entry::effectiveOn).forEach(days::add);
        return differences(
                action.code(),
                null,
                List.copyOf(days),
                day -> said(before, day),
                day -> said(after, day));
    }

    /**
     * What a command about a programme or a line would do.
     *
     * @param seen the versions of it that the caller would have; null where any will do
     */
    public Shown of(ProgrammeCommand command, @Nullable Set<Long> seen) {
        ProgrammeId programme = command.programme();
        List<JournalEntry<Event>> entries = held.entries(programme, held.head(programme));
        ProgrammeState before = held.state(programme);
        refuseIfPassed(before.version(command), seen);
        ProgrammeEvent event =
                ProgrammeDecisions.decide(before, command, today.today())
                        .orRefuse()
                        .orElseThrow(Preview::nothing);
        ProgrammeState after = before.with(null, event);
        List<Answer> answers = new ArrayList<>();
        TreeSet<LocalDate> revised = new TreeSet<>(before.revisedOn());
        revised.addAll(after.revisedOn());
        before.firstDay().ifPresent(revised::add);
        answers.addAll(
                differences(
                        null,
                        null,
                        List.copyOf(revised),
                        day -> saidOfItself(before.on(day)),
                        day -> saidOfItself(after.on(day))));
        TreeSet<Integer> lines = new TreeSet<>(before.lines().keySet());
        lines.addAll(after.lines().keySet());
        for (int line : lines) {
            TreeSet<LocalDate> days = new TreeSet<>();
            for (ProgrammeState state : List.of(before, after)) {
                state.lines()
                        .getOrDefault(line, List.of())
                        .forEach(reading -> days.add(reading.from()));
            }
            answers.addAll(
                    differences(
                            null,
                            line,
                            List.copyOf(days),
                            day -> saidOf(before.lineOn(line, day)),
                            day -> saidOf(after.lineOn(line, day))));
        }
        Map<String, ActionTimeline> actions = Held.timelines(entries);
        return shown(
                entries,
                List.of(event),
                List.of(Recording.of(event, null, null)),
                new World(before, actions),
                new World(after, actions),
                before.recorded().standing(),
                after.recorded().standing(),
                answers);
    }

    private static void refuseIfPassed(long entries, @Nullable Set<Long> seen) {
        EntryChecks.passed(entries, seen)
                .ifPresent(
                        refusal -> {
                            throw new Refused(refusal);
                        });
    }

    private static Problem nothing() {
        return Problem.conflict(Wordings.of("refusal.NothingChanges"));
    }

    private Shown shown(
            List<JournalEntry<Event>> entries,
            List<Event> events,
            List<Recording> recordings,
            World now,
            World then,
            List<? extends Entry<?>> before,
            List<? extends Entry<?>> after,
            List<Answer> answers) {
        if (events.isEmpty()) {
            throw nothing();
        }
        Set<LocalDate> days = new TreeSet<>(Set.of(today.today()));
        missing(before, after).forEach(entry -> days.add(entry.effectiveOn()));
        List<? extends Entry<?>> fresh = missing(after, before);
        fresh.forEach(entry -> days.add(entry.effectiveOn()));
        Set<String> actions = actions(events);
        return new Shown(
                recordings.getFirst().verwijstNaar(),
                entries.size(),
                recordings,
                answers,
                days.stream().flatMap(day -> counts(day, now, then, actions).stream()).toList(),
                fresh.isEmpty() ? List.of() : later(fresh.getFirst(), after, fresh),
                reports(entries, events));
    }

    /** What stands here and not there. */
    private static List<? extends Entry<?>> missing(
            List<? extends Entry<?>> here, List<? extends Entry<?>> there) {
        return here.stream().filter(entry -> !there.contains(entry)).toList();
    }

    private static Set<String> actions(List<Event> events) {
        return events.stream()
                .filter(ActionEvent.class::isInstance)
                .map(event -> ((ActionEvent) event).action().code())
                .collect(toUnmodifiableSet());
    }

    /** What stands behind the first fresh entry, of what that is about. */
    private static List<Later> later(
            Entry<?> first, List<? extends Entry<?>> after, List<? extends Entry<?>> fresh) {
        return after.subList(after.indexOf(first), after.size()).stream()
                .filter(entry -> !fresh.contains(entry))
                .filter(entry -> subject(entry.event()).equals(subject(first.event())))
                .map(Later::of)
                .toList();
    }

    private static Object subject(Event event) {
        return switch (event) {
            case ActionEvent about -> about.action();
            case LineFact line -> line.number();
            default -> event.programme();
        };
    }

    /** The total, the lines that these actions are in, and those that would count otherwise. */
    private static List<Count> counts(LocalDate day, World now, World then, Set<String> actions) {
        List<Count> counts = new ArrayList<>();
        Map<String, Place> before = now.placesOn(day);
        Map<String, Place> after = then.placesOn(day);
        counts.add(
                new Count(
                        day,
                        "TOTAAL",
                        null,
                        CountsShown.of(before.values()),
                        CountsShown.of(after.values())));
        Set<@Nullable Integer> lines = new TreeSet<>(nullsLast(naturalOrder()));
        lines.addAll(now.linesOn(day));
        lines.addAll(then.linesOn(day));
        lines.add(null);
        Set<@Nullable Integer> concerned = new HashSet<>();
        for (Map<String, Place> places : List.of(before, after)) {
            actions.stream()
                    .map(places::get)
                    .filter(Objects::nonNull)
                    .forEach(place -> concerned.add(place.line()));
        }
        for (Integer line : lines) {
            Count count =
                    new Count(
                            day,
                            line == null ? "NIET_INGEDEELD" : "ACTIELIJN",
                            line,
                            countsOf(before, line),
                            countsOf(after, line));
            if (concerned.contains(line) || !count.voor().equals(count.na())) {
                counts.add(count);
            }
        }
        return counts;
    }

    private static CountsShown countsOf(Map<String, Place> places, @Nullable Integer line) {
        return CountsShown.of(
                places.values().stream()
                        .filter(place -> Objects.equals(place.line(), line))
                        .toList());
    }

    private List<Report> reports(List<JournalEntry<Event>> entries, List<Event> events) {
        ProgrammeId programme = events.getFirst().programme();
        List<JournalEntry<Event>> then = new ArrayList<>(entries);
        for (Event event : events) {
            then.add(
                    new JournalEntry<>(
                            then.size() + 1L, 0, new UUID(0, 0), Instant.MAX, "", null, event));
        }
        return held.reports(programme).values().stream()
                .filter(report -> readsOtherwise(programme, report.reportDate(), entries, then))
                .map(
                        report ->
                                new Report(
                                        report.reportDate(),
                                        report.title(),
                                        report.knownUpTo(),
                                        report.digest()))
                .toList();
    }

    /** The commitments of texts that are yet to be recorded are not known, and leave no trace. */
    private static boolean readsOtherwise(
            ProgrammeId programme,
            LocalDate day,
            List<JournalEntry<Event>> before,
            List<JournalEntry<Event>> after) {
        OverviewV1 now = PlainFold.overview(programme, before, day, before.size());
        OverviewV1 then = PlainFold.overview(programme, after, day, after.size());
        return !now.acties().equals(then.acties())
                || !now.actielijnen().equals(then.actielijnen())
                || !now.nietVastgelegd().equals(then.nietVastgelegd())
                || !Objects.equals(now.naam(), then.naam())
                || !Objects.equals(now.startjaar(), then.startjaar())
                || !Objects.equals(now.eindjaar(), then.eindjaar())
                || !now.uitgevers().equals(then.uitgevers());
    }

    /** What is said of something on a day, by the names of the interface. */
    @FunctionalInterface
    private interface Saying {
        Map<String, @Nullable Object> on(LocalDate day);
    }

    private static List<Answer> differences(
            @Nullable String action,
            @Nullable Integer line,
            List<LocalDate> days,
            Saying before,
            Saying after) {
        Map<String, List<Answer>> byField = new LinkedHashMap<>();
        for (int i = 0; i < days.size(); i++) {
            LocalDate from = days.get(i);
            LocalDate last = i + 1 < days.size() ? days.get(i + 1).minusDays(1) : null;
            Map<String, @Nullable Object> old = before.on(from);
            Map<String, @Nullable Object> fresh = after.on(from);
            TreeSet<String> fields = new TreeSet<>(old.keySet());
            fields.addAll(fresh.keySet());
            for (String field : fields) {
                if (!Objects.equals(old.get(field), fresh.get(field))) {
                    add(
                            byField.computeIfAbsent(field, _ -> new ArrayList<>()),
                            new Answer(
                                    action,
                                    line,
                                    field,
                                    from,
                                    last,
                                    old.get(field),
                                    fresh.get(field)));
                }
            }
        }
        return byField.values().stream().flatMap(List::stream).toList();
    }

    private static void add(List<Answer> answers, Answer next) {
        if (!answers.isEmpty() && answers.getLast().goesOn(next)) {
            answers.add(answers.removeLast().until(next.totEnMet()));
        } else {
            answers.add(next);
        }
    }

    private static Map<String, @Nullable Object> said(ActionTimeline timeline, LocalDate day) {
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        timeline.on(day)
                .ifPresent(
                        now -> {
                            said.put("status", Codes.of(now.standing()));
                            said.put("reden", statusReason(timeline, day));
                            said.put("gerapporteerdAls", now.reportLabel());
                            said.put("titel", now.title());
                            said.put("actielijn", now.line());
                            said.put("uitvoeringsjaren", List.copyOf(now.executionYears()));
                            said.put("opgenomen", now.included());
                            said.put("redenNietOpgenomen", now.exclusionReason());
                            said.put("volgorde", now.position());
                            said.put("toelichting", now.explanation());
                            said.put("verwachteAfronding", now.expectedCompletion());
                            said.put(
                                    "verbanden",
                                    now.links().stream()
                                            .map(
                                                    link ->
                                                            new TreeMap<>(
                                                                    Map.of(
                                                                            "soort",
                                                                                    Codes.of(
                                                                                            link
                                                                                                    .kind()),
                                                                            "actie",
                                                                                    link.action())))
                                            .toList());
                        });
        return said;
    }

    /** The reason of the entry that gave the action its status on a day. */
    private static @Nullable String statusReason(ActionTimeline timeline, LocalDate day) {
        @Nullable String reason = null;
        for (Entry<ActionFact> entry : timeline.entries()) {
            if (!entry.effectiveOn().isAfter(day)
                    && (entry.event() instanceof ActionPlanned
                            || entry.event() instanceof ActionBaselined
                            || entry.event() instanceof StatusChange)) {
                reason = entry.event().reason();
            }
        }
        return reason;
    }

    private static Map<String, @Nullable Object> saidOfItself(Optional<Itself> programme) {
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        programme.ifPresent(
                itself -> {
                    said.put("naam", itself.name());
                    said.put("startjaar", itself.firstYear());
                    said.put("eindjaar", itself.lastYear());
                    said.put("uitgevers", itself.publishers());
                });
        return said;
    }

    private static Map<String, @Nullable Object> saidOf(Optional<LineContent> content) {
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        content.ifPresent(line -> said.putAll(LineFields.of(line)));
        return said;
    }
}
