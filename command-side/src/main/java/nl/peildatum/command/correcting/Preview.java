package nl.peildatum.command.correcting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import nl.peildatum.api.Problem;
import nl.peildatum.api.Today;
import nl.peildatum.command.action.ActionCommand;
import nl.peildatum.command.action.ActionDecisions;
import nl.peildatum.command.action.ActionTimeline;
import nl.peildatum.command.importing.LineFields;
import nl.peildatum.command.journal.Held;
import nl.peildatum.command.programme.ProgrammeCommand;
import nl.peildatum.command.programme.ProgrammeDecisions;
import nl.peildatum.command.programme.ProgrammeState;
import nl.peildatum.command.programme.ProgrammeState.Itself;
import nl.peildatum.command.rules.Entries.Entry;
import nl.peildatum.command.words.Codes;
import nl.peildatum.command.words.Wordings;
import nl.peildatum.events.ActionEvent;
import nl.peildatum.events.ActionEvent.ActionBaselined;
import nl.peildatum.events.ActionEvent.ActionFact;
import nl.peildatum.events.ActionEvent.ActionPlanned;
import nl.peildatum.events.ActionEvent.StatusChange;
import nl.peildatum.events.Event;
import nl.peildatum.events.LineContent;
import nl.peildatum.events.ProgrammeEvent;
import nl.peildatum.reportform.OverviewV1;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What would read differently once an entry is corrected or retracted: which answers on which days,
 * and which reports that were fixed. Nothing is recorded.
 */
@Component
class Preview {

    private final Held held;
    private final Today today;

    Preview(Held held, Today today) {
        this.held = held;
        this.today = today;
    }

    /**
     * The whole of it.
     *
     * @param regel the number of the entry
     * @param bekendTot the last journal number that was looked at
     */
    record Shown(long regel, long bekendTot, List<Answer> antwoorden, List<Report> rapportages) {}

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

    /** What a command about an action would change. */
    Shown of(ActionCommand command, long number) {
        long head = held.head(command.programme());
        ActionTimeline before = held.timeline(command.action());
        ActionEvent event =
                ActionDecisions.decide(
                                before,
                                command,
                                held.state(command.programme()).bounds(today.today()))
                        .orRefuse()
                        .orElseThrow(Preview::nothing);
        ActionTimeline after = before.with(event);
        TreeSet<LocalDate> days = new TreeSet<>();
        before.entries().stream().map(Entry::effectiveOn).forEach(days::add);
        after.entries().stream().map(Entry::effectiveOn).forEach(days::add);
        List<Answer> answers =
                differences(
                        command.action().code(),
                        null,
                        List.copyOf(days),
                        day -> said(before, day),
                        day -> said(after, day));
        return shown(event, number, head, answers);
    }

    /** What a command about a programme or a line would change. */
    Shown of(ProgrammeCommand command, long number) {
        long head = held.head(command.programme());
        ProgrammeState before = held.state(command.programme());
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
        return shown(event, number, head, answers);
    }

    private static Problem nothing() {
        return Problem.conflict(Wordings.of("refusal.NothingChanges"));
    }

    private Shown shown(Event event, long number, long head, List<Answer> answers) {
        List<Report> reports =
                held.reports(event.programme()).values().stream()
                        .filter(report -> readsOtherwise(report.reportDate(), event, head))
                        .map(
                                report ->
                                        new Report(
                                                report.reportDate(),
                                                report.title(),
                                                report.knownUpTo(),
                                                report.digest()))
                        .toList();
        return new Shown(number, head, answers, reports);
    }

    private boolean readsOtherwise(LocalDate day, Event event, long head) {
        OverviewV1 now = held.overview(event.programme(), day, head);
        OverviewV1 then = held.overviewAfter(event, day, head);
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
                                                            Map.of(
                                                                    "soort", Codes.of(link.kind()),
                                                                    "actie", link.action()))
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
