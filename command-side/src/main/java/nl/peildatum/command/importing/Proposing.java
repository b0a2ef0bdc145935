package nl.peildatum.command.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.peildatum.command.Command;
import nl.peildatum.command.Refused;
import nl.peildatum.command.action.ActionCommand;
import nl.peildatum.command.action.ActionCommand.BaselineAction;
import nl.peildatum.command.action.ActionCommand.ExcludeAction;
import nl.peildatum.command.action.ActionCommand.ExplainAction;
import nl.peildatum.command.action.ActionCommand.IncludeAction;
import nl.peildatum.command.action.ActionCommand.MoveAction;
import nl.peildatum.command.action.ActionCommand.OrderAction;
import nl.peildatum.command.action.ActionCommand.PlanAction;
import nl.peildatum.command.action.ActionCommand.RescheduleAction;
import nl.peildatum.command.action.ActionCommand.RetitleAction;
import nl.peildatum.command.action.ActionDecisions;
import nl.peildatum.command.action.ActionState;
import nl.peildatum.command.action.ActionTimeline;
import nl.peildatum.command.action.StatusChanges;
import nl.peildatum.command.edition.Edition;
import nl.peildatum.command.edition.PrintedAction;
import nl.peildatum.command.edition.PrintedExclusion;
import nl.peildatum.command.edition.PrintedLine;
import nl.peildatum.command.edition.PrintedWithdrawal;
import nl.peildatum.command.http.Codes;
import nl.peildatum.command.http.Refusals;
import nl.peildatum.command.http.Wordings;
import nl.peildatum.command.importing.Proposal.Row;
import nl.peildatum.command.programme.ProgrammeCommand;
import nl.peildatum.command.programme.ProgrammeCommand.DefineLine;
import nl.peildatum.command.programme.ProgrammeCommand.ReviseLine;
import nl.peildatum.command.programme.ProgrammeDecisions;
import nl.peildatum.command.programme.ProgrammeState;
import nl.peildatum.command.status.Move;
import nl.peildatum.command.status.Standing;
import nl.peildatum.events.ActionEvent;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.LineContent;
import nl.peildatum.events.ProgrammeId;
import org.jspecify.annotations.Nullable;

/**
 * Compares an edition with what is held on its report date. Every row is tried on what is held,
 * with the rows before it, so that the proposal says which ones can be carried out.
 */
final class Proposing {

    /**
     * The row of something held that the edition does not print; it is told and changes nothing.
     */
    static final String NOT_PRINTED = "NIET_VERMELD";

    private final ProgrammeId programme;
    private final Edition edition;
    private final Taking taking;
    private final ProgrammeState held;
    private final Map<String, ActionTimeline> timelines;
    private final List<Row> rows = new ArrayList<>();

    private Proposing(
            ProgrammeId programme,
            Edition edition,
            Taking taking,
            ProgrammeState held,
            Map<String, ActionTimeline> timelines) {
        this.programme = programme;
        this.edition = edition;
        this.taking = taking;
        this.held = held;
        this.timelines = new LinkedHashMap<>(timelines);
    }

    /** The proposal that an edition leads to. */
    static Proposal propose(
            ProgrammeId programme,
            Edition edition,
            Taking taking,
            ProgrammeState held,
            Map<String, ActionTimeline> timelines) {
        return new Proposing(programme, edition, taking, held, timelines).propose();
    }

    private Proposal propose() {
        lines();
        Map<PrintedAction, String> codes = codes();
        Map<String, Integer> positions = new Positions(timelines, taking.reportDate()).of(codes);
        edition.actions().forEach(printed -> action(codes.get(printed), printed, positions));
        edition.exclusions().forEach(this::exclusion);
        edition.withdrawals().forEach(this::withdrawal);
        notPrinted(codes);
        return new Proposal(rows);
    }

    private void lines() {
        int position = 0;
        Set<Integer> printed = new HashSet<>();
        for (PrintedLine line : edition.lines()) {
            position++;
            printed.add(line.number());
            List<LineContent> now =
                    held.lineOn(line.number(), taking.reportDate()).stream().toList();
            boolean known = held.lines().containsKey(line.number());
            LineContent content =
                    content(line, now.isEmpty() ? position : now.getFirst().position());
            ProgrammeCommand command =
                    known
                            ? new ReviseLine(
                                    programme,
                                    line.number(),
                                    content,
                                    taking.basis(),
                                    taking.reason())
                            : new DefineLine(
                                    programme,
                                    line.number(),
                                    content,
                                    taking.basis(),
                                    taking.reason());
            if (!now.contains(content)) {
                rows.add(lineRow(line, known, now, content, command));
            }
        }
        held.lines().keySet().stream()
                .filter(number -> !printed.contains(number))
                .filter(number -> held.lineOn(number, taking.reportDate()).isPresent())
                .forEach(
                        number ->
                                rows.add(
                                        new Row(
                                                null,
                                                number,
                                                NOT_PRINTED,
                                                null,
                                                null,
                                                null,
                                                true,
                                                Wordings.of(
                                                        "import.lineNotPrinted",
                                                        String.valueOf(number)),
                                                List.of())));
    }

    private Row lineRow(
            PrintedLine line,
            boolean known,
            List<LineContent> now,
            LineContent content,
            ProgrammeCommand command) {
        String refusal = null;
        try {
            ProgrammeDecisions.decide(held, command, taking.today());
        } catch (Refused refused) {
            refusal = Refusals.sentence(refused.refusal());
        }
        Map<String, Object> before = now.isEmpty() ? Map.of() : LineFields.of(now.getFirst());
        Map<String, Object> after = LineFields.of(content);
        return new Row(
                null,
                line.number(),
                known ? "ACTIELIJN_HERZIEN" : "ACTIELIJN_VASTGESTELD",
                now.isEmpty() ? null : LineFields.differing(before, after),
                LineFields.differing(after, before),
                line.lineNumber(),
                refusal == null,
                refusal,
                List.of(command));
    }

    private static LineContent content(PrintedLine line, int position) {
        return new LineContent(
                line.title(),
                line.longTitle(),
                line.introduction(),
                line.goalsIntroduction(),
                line.goals(),
                line.effectsIntroduction(),
                line.effects(),
                position);
    }

    /** The code of every printed action; extra actions are known by their title alone. */
    private Map<PrintedAction, String> codes() {
        Map<PrintedAction, String> codes = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>(timelines.keySet());
        edition.actions().stream()
                .filter(printed -> !printed.extra())
                .forEach(printed -> taken.add(printed.code()));
        Map<String, String> extras = new HashMap<>();
        timelines.forEach(
                (code, timeline) ->
                        timeline.on(taking.reportDate())
                                .or(() -> timeline.on(timeline.entries().getFirst().effectiveOn()))
                                .filter(_ -> code.startsWith("extra-"))
                                .map(ActionState::title)
                                .ifPresent(title -> extras.putIfAbsent(comparable(title), code)));
        for (PrintedAction printed : edition.actions()) {
            if (!printed.extra()) {
                codes.put(printed, printed.code());
                continue;
            }
            String code = printed.title() == null ? null : extras.get(comparable(printed.title()));
            codes.put(printed, code == null || codes.containsValue(code) ? fresh(taken) : code);
        }
        return codes;
    }

    private static String fresh(Set<String> taken) {
        int number = 1;
        while (!taken.add("extra-" + number)) {
            number++;
        }
        return "extra-" + number;
    }

    private static String comparable(String title) {
        return title.strip().replaceAll("\\s+", " ").toLowerCase(Locale.of("nl"));
    }

    private void action(
            @Nullable String given, PrintedAction printed, Map<String, Integer> positions) {
        String code = Objects.requireNonNull(given);
        ActionId id = new ActionId(programme, code);
        ActionTimeline timeline = timelines.get(code);
        if (timeline == null) {
            plan(id, printed, positions.get(code));
            return;
        }
        Optional<ActionState> state = timeline.on(taking.reportDate());
        if (state.isEmpty()) {
            row(
                    id,
                    "OPENINGSSTAND",
                    null,
                    Codes.of(Standing.of(printed.status())),
                    printed.lineNumber(),
                    baseline(id, printed));
            return;
        }
        compare(id, printed, state.get(), positions.get(code));
    }

    private void plan(ActionId id, PrintedAction printed, @Nullable Integer position) {
        Map<String, Object> plan = new LinkedHashMap<>();
        plan.put("gerapporteerdAls", printed.reportLabel());
        plan.put("titel", printed.title());
        plan.put("actielijn", printed.actionLine());
        plan.put("uitvoeringsjaren", List.copyOf(printed.executionYears()));
        plan.put("opgenomen", true);
        plan.put("volgorde", position);
        row(
                id,
                "ACTIE_GEPLAND",
                null,
                plan,
                printed.lineNumber(),
                new PlanAction(
                        id,
                        printed.reportLabel(),
                        printed.title(),
                        printed.actionLine(),
                        printed.executionYears(),
                        true,
                        null,
                        position,
                        taking.basis(),
                        taking.reason(),
                        null));
        row(
                id,
                "OPENINGSSTAND",
                null,
                Codes.of(Standing.of(printed.status())),
                printed.lineNumber(),
                baseline(id, printed));
    }

    private BaselineAction baseline(ActionId id, PrintedAction printed) {
        return new BaselineAction(
                id, printed.status(), taking.basis(), taking.reason(), printed.explanation());
    }

    private void compare(
            ActionId id, PrintedAction printed, ActionState state, @Nullable Integer position) {
        int at = printed.lineNumber();
        var basis = taking.basis();
        var reason = taking.reason();
        if (!state.included()) {
            row(id, "OPNAME", false, true, at, new IncludeAction(id, basis, reason));
        }
        if (printed.title() != null && !printed.title().equals(state.title())) {
            row(
                    id,
                    "TITEL",
                    state.title(),
                    printed.title(),
                    at,
                    new RetitleAction(id, printed.title(), basis, reason));
        }
        if (!Objects.equals(printed.actionLine(), state.line())
                && !(printed.actionLine() == null && isUndefined(state.line()))) {
            row(
                    id,
                    "ACTIELIJN",
                    state.line(),
                    printed.actionLine(),
                    at,
                    new MoveAction(id, printed.actionLine(), basis, reason));
        }
        if (!printed.executionYears().equals(state.executionYears())) {
            row(
                    id,
                    "PLANNING",
                    List.copyOf(state.executionYears()),
                    List.copyOf(printed.executionYears()),
                    at,
                    new RescheduleAction(id, printed.executionYears(), basis, reason));
        }
        if (!Objects.equals(position, state.position())) {
            row(
                    id,
                    "VOLGORDE",
                    state.position(),
                    position,
                    at,
                    new OrderAction(id, position, basis, reason));
        }
        moves(id, state.standing(), Standing.of(printed.status()), at, null);
        if (!Objects.equals(printed.explanation(), state.explanation())) {
            row(
                    id,
                    "TOELICHTING",
                    state.explanation(),
                    printed.explanation(),
                    at,
                    new ExplainAction(id, printed.explanation(), basis, reason));
        }
    }

    /** An action of such a line has no chapter to be printed in. */
    private boolean isUndefined(@Nullable Integer line) {
        return line != null && held.lineOn(line, taking.reportDate()).isEmpty();
    }

    private void moves(
            ActionId id, Standing from, Standing to, int at, @Nullable String printedReason) {
        Optional<List<Move>> route = Route.between(from, to);
        if (route.isEmpty()) {
            rows.add(
                    new Row(
                            id.code(),
                            null,
                            "STATUS",
                            Codes.of(from),
                            Codes.of(to),
                            at,
                            false,
                            Wordings.of(
                                    "import.noRoute",
                                    Wordings.of("standing." + from),
                                    Wordings.of("standing." + to)),
                            List.of()));
            return;
        }
        Standing standing = from;
        for (Move move : route.get()) {
            Standing next = move.from(standing).orElseThrow();
            String reason =
                    printedReason != null
                            ? printedReason
                            : move.needsReason() ? taking.neededReason() : taking.reason();
            row(
                    id,
                    Codes.of(move),
                    Codes.of(standing),
                    Codes.of(next),
                    at,
                    StatusChanges.command(move, id, taking.basis(), reason, null, null));
            standing = next;
        }
    }

    private void exclusion(PrintedExclusion printed) {
        for (String code : printed.codes()) {
            ActionId id = new ActionId(programme, code);
            ActionTimeline timeline = timelines.get(code);
            if (timeline == null) {
                Map<String, Object> plan = new LinkedHashMap<>();
                plan.put("opgenomen", false);
                plan.put("redenNietOpgenomen", printed.reason());
                row(
                        id,
                        "ACTIE_GEPLAND",
                        null,
                        plan,
                        printed.lineNumber(),
                        new PlanAction(
                                id,
                                code,
                                null,
                                null,
                                new TreeSet<>(),
                                false,
                                printed.reason(),
                                null,
                                taking.basis(),
                                taking.reason(),
                                null));
                continue;
            }
            ActionState state = timeline.on(taking.reportDate()).orElse(null);
            if (state == null
                    || state.included()
                    || !Objects.equals(printed.reason(), state.exclusionReason())) {
                row(
                        id,
                        "UITSLUITING",
                        state == null || state.included() ? null : state.exclusionReason(),
                        printed.reason(),
                        printed.lineNumber(),
                        new ExcludeAction(id, taking.basis(), printed.reason()));
            }
        }
    }

    private void withdrawal(PrintedWithdrawal printed) {
        for (String code : printed.codes()) {
            ActionId id = new ActionId(programme, code);
            ActionState state =
                    Optional.ofNullable(timelines.get(code))
                            .flatMap(timeline -> timeline.on(taking.reportDate()))
                            .orElse(null);
            if (state == null) {
                rows.add(
                        new Row(
                                code,
                                null,
                                Codes.of(Move.WITHDRAW),
                                null,
                                Codes.of(Standing.WITHDRAWN),
                                printed.lineNumber(),
                                false,
                                Wordings.of("refusal.Unknown.ACTION", code),
                                List.of()));
            } else if (state.standing() != Standing.WITHDRAWN) {
                moves(
                        id,
                        state.standing(),
                        Standing.WITHDRAWN,
                        printed.lineNumber(),
                        printed.reason());
            }
        }
    }

    private void notPrinted(Map<PrintedAction, String> codes) {
        Set<String> printed = new HashSet<>(codes.values());
        edition.exclusions().forEach(exclusion -> printed.addAll(exclusion.codes()));
        edition.withdrawals().forEach(withdrawal -> printed.addAll(withdrawal.codes()));
        timelines.forEach(
                (code, timeline) ->
                        timeline.on(taking.reportDate())
                                .filter(state -> state.standing() != Standing.WITHDRAWN)
                                .filter(_ -> !printed.contains(code))
                                .ifPresent(
                                        state ->
                                                rows.add(
                                                        new Row(
                                                                code,
                                                                null,
                                                                NOT_PRINTED,
                                                                Codes.of(state.standing()),
                                                                null,
                                                                null,
                                                                true,
                                                                Wordings.of(
                                                                        "import.notPrinted", code),
                                                                List.of()))));
    }

    /** Adds a change, tried on the action's timeline with the rows before it. */
    private void row(
            ActionId id,
            String kind,
            @Nullable Object current,
            @Nullable Object proposed,
            int lineNumber,
            ActionCommand command) {
        String refusal = null;
        ActionTimeline timeline = timelines.getOrDefault(id.code(), ActionTimeline.EMPTY);
        try {
            Optional<ActionEvent> event = ActionDecisions.decide(timeline, command, taking.today());
            event.ifPresent(added -> timelines.put(id.code(), timeline.with(added)));
        } catch (Refused refused) {
            refusal = Refusals.sentence(refused.refusal());
        }
        rows.add(
                new Row(
                        id.code(),
                        null,
                        kind,
                        current,
                        proposed,
                        lineNumber,
                        refusal == null,
                        refusal,
                        List.<Command>of(command)));
    }
}
