package nl.peildatum.command.importing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.peildatum.api.Problem;
import nl.peildatum.command.action.ActionCommand;
import nl.peildatum.command.action.ActionCommand.BaselineAction;
import nl.peildatum.command.action.ActionCommand.ExcludeAction;
import nl.peildatum.command.action.ActionCommand.ExplainAction;
import nl.peildatum.command.action.ActionCommand.IncludeAction;
import nl.peildatum.command.action.ActionCommand.MoveAction;
import nl.peildatum.command.action.ActionCommand.OrderAction;
import nl.peildatum.command.action.ActionCommand.PlanAction;
import nl.peildatum.command.action.ActionCommand.RelabelAction;
import nl.peildatum.command.action.ActionCommand.RescheduleAction;
import nl.peildatum.command.action.ActionCommand.RetitleAction;
import nl.peildatum.command.action.ActionState;
import nl.peildatum.command.action.StatusChanges;
import nl.peildatum.command.edition.Edition;
import nl.peildatum.command.edition.PrintedAction;
import nl.peildatum.command.edition.PrintedExclusion;
import nl.peildatum.command.edition.PrintedLine;
import nl.peildatum.command.edition.PrintedWithdrawal;
import nl.peildatum.command.importing.Proposal.Row;
import nl.peildatum.command.programme.ProgrammeCommand.DefineLine;
import nl.peildatum.command.programme.ProgrammeCommand.ReviseLine;
import nl.peildatum.command.programme.ProgrammeState;
import nl.peildatum.command.status.Move;
import nl.peildatum.command.status.Standing;
import nl.peildatum.command.trying.Place;
import nl.peildatum.command.words.Codes;
import nl.peildatum.command.words.LineFields;
import nl.peildatum.command.words.Wordings;
import nl.peildatum.contract.Fault;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.Basis;
import nl.peildatum.events.FreeText;
import nl.peildatum.events.LineContent;
import nl.peildatum.events.ProgrammeId;
import org.jspecify.annotations.Nullable;

/** Compares an edition with what is held on its report date. */
final class Proposing {

    /**
     * The row of something held that the edition does not print; it is told and changes nothing.
     */
    static final String NOT_PRINTED = "NIET_VERMELD";

    private final Edition edition;
    private final Taking taking;
    private final Answers answers;
    private final Draft draft;
    private final List<Fault> faults = new ArrayList<>();

    private Proposing(Edition edition, Taking taking, Answers answers, Draft draft) {
        this.edition = edition;
        this.taking = taking;
        this.answers = answers;
        this.draft = draft;
    }

    /**
     * The proposal that an edition leads to.
     *
     * @throws Problem when an answer is about what is not asked
     */
    static Proposal propose(Edition edition, Taking taking, Answers answers, Draft draft) {
        return new Proposing(edition, taking, answers, draft).propose();
    }

    private Proposal propose() {
        answers.whiteSpace()
                .keySet()
                .forEach(code -> fault(Answers.WHITE_SPACE, "import.notAsked", code));
        lines();
        Map<PrintedAction, String> codes = codes();
        Set<String> named = named(codes.values());
        Set<String> unprinted = unprinted(named);
        answers.unprinted().keySet().stream()
                .filter(code -> !unprinted.contains(code))
                .forEach(code -> fault(Answers.UNPRINTED, "import.notUnprinted", code));
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        Map<String, Integer> positions =
                new Positions(draft.timelines(), taking.reportDate()).of(codes);
        edition.actions().forEach(printed -> action(codes.get(printed), printed, positions));
        edition.exclusions().forEach(this::exclusion);
        edition.withdrawals().forEach(this::withdrawal);
        unprinted.forEach(this::notPrinted);
        Map<String, Place> places = new LinkedHashMap<>();
        codes.forEach(
                (printed, code) ->
                        places.put(
                                code,
                                new Place(printed.actionLine(), Standing.of(printed.status()))));
        return draft.proposal(places);
    }

    private void fault(String parameter, String message, String code) {
        faults.add(new Fault(parameter, Wordings.of(message, code)));
    }

    private void lines() {
        int position = 0;
        Set<Integer> printed = new HashSet<>();
        ProgrammeState held = draft.held();
        for (PrintedLine line : edition.lines()) {
            position++;
            printed.add(line.number());
            LineContent now = held.lineOn(line.number(), taking.reportDate()).orElse(null);
            LineContent content = content(line, now == null ? position : now.position());
            if (now == null
                    || !Draft.differing(LineFields.of(content), LineFields.of(now)).isEmpty()) {
                line(line, held.lines().containsKey(line.number()), now, content);
            }
        }
        held.lines().keySet().stream()
                .filter(number -> !printed.contains(number))
                .filter(number -> held.lineOn(number, taking.reportDate()).isPresent())
                .forEach(this::lineNotPrinted);
    }

    private void line(
            PrintedLine line, boolean known, @Nullable LineContent now, LineContent content) {
        ProgrammeId programme = draft.programme();
        int number = line.number();
        Map<String, Object> before = now == null ? Map.of() : LineFields.of(now);
        Map<String, Object> after = LineFields.of(content);
        draft.changeLine(
                number,
                known ? "ACTIELIJN_HERZIEN" : "ACTIELIJN_VASTGESTELD",
                now == null ? null : Draft.differing(before, after),
                Draft.differing(after, before),
                known
                        ? new ReviseLine(
                                programme, number, content, taking.basis(), taking.reason())
                        : new DefineLine(
                                programme, number, content, taking.basis(), taking.reason()),
                line.lineNumber());
    }

    private void lineNotPrinted(int number) {
        draft.tell(
                new Row(
                        null,
                        number,
                        NOT_PRINTED,
                        null,
                        null,
                        null,
                        true,
                        Wordings.of("import.lineNotPrinted", String.valueOf(number)),
                        List.of()));
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

    /**
     * The code of every printed action. One without a number is known by its title, else by what is
     * answered; else it has a provisional code, which no answer about another changes.
     */
    private Map<PrintedAction, String> codes() {
        Map<PrintedAction, String> codes = new LinkedHashMap<>();
        Map<String, PrintedAction> provisional = new LinkedHashMap<>();
        Map<String, Deque<String>> known = extrasByTitle();
        Set<String> taken = new HashSet<>(draft.timelines().keySet());
        edition.actions().stream()
                .filter(printed -> !printed.extra())
                .forEach(printed -> taken.add(printed.code()));
        for (PrintedAction printed : edition.actions()) {
            String code = printed.extra() ? byTitle(printed, known) : printed.code();
            if (code == null || (printed.extra() && codes.containsValue(code))) {
                code = fresh(taken);
                provisional.put(code, printed);
            }
            codes.put(printed, code);
        }
        recognise(codes, provisional);
        ask(codes, provisional);
        return codes;
    }

    private Map<String, Deque<String>> extrasByTitle() {
        Map<String, Deque<String>> extras = new HashMap<>();
        draft.timelines()
                .forEach(
                        (code, timeline) ->
                                timeline.on(taking.reportDate())
                                        .or(
                                                () ->
                                                        timeline.on(
                                                                timeline.entries()
                                                                        .getFirst()
                                                                        .effectiveOn()))
                                        .filter(_ -> isExtra(code))
                                        .map(ActionState::title)
                                        .ifPresent(
                                                title ->
                                                        extras.computeIfAbsent(
                                                                        comparable(title),
                                                                        _ -> new ArrayDeque<>())
                                                                .add(code)));
        return extras;
    }

    private static boolean isExtra(String code) {
        return code.startsWith("extra-");
    }

    private static @Nullable String byTitle(
            PrintedAction printed, Map<String, Deque<String>> known) {
        Deque<String> codes =
                printed.title() == null ? null : known.get(comparable(printed.title()));
        return codes == null ? null : codes.poll();
    }

    /** What was answered before, and is recorded by now, is no question any more. */
    private void recognise(
            Map<PrintedAction, String> codes, Map<String, PrintedAction> provisional) {
        Set<String> known = Set.copyOf(codes.values());
        answers.fresh().stream()
                .filter(code -> !provisional.containsKey(code) && !isSettled(code, known))
                .forEach(code -> fault(Answers.FRESH, "import.notProvisional", code));
        answers.recognised()
                .forEach(
                        (code, action) -> {
                            PrintedAction printed = provisional.get(code);
                            if (printed == null && isSettled(action, known)) {
                                return;
                            }
                            if (printed == null) {
                                fault(Answers.RECOGNISED, "import.notProvisional", code);
                            } else if (answers.fresh().contains(code)) {
                                fault(Answers.RECOGNISED, "import.answeredTwice", code);
                            } else if (!draft.knows(action)) {
                                fault(Answers.RECOGNISED, "input.unknownAction", action);
                            } else if (named(codes.values()).contains(action)) {
                                fault(Answers.RECOGNISED, "import.printedToo", action);
                            } else {
                                codes.put(printed, action);
                            }
                        });
    }

    private boolean isSettled(String code, Set<String> printed) {
        return isExtra(code) && printed.contains(code) && draft.knows(code);
    }

    /** One that was withdrawn is not expected to be printed. */
    private void ask(Map<PrintedAction, String> codes, Map<String, PrintedAction> provisional) {
        Set<String> named = named(codes.values());
        List<String> candidates =
                draft.timelines().keySet().stream()
                        .filter(Proposing::isExtra)
                        .filter(code -> !named.contains(code))
                        .filter(
                                code ->
                                        draft.on(code, taking.reportDate())
                                                .filter(
                                                        state ->
                                                                state.standing()
                                                                        == Standing.WITHDRAWN)
                                                .isEmpty())
                        .toList();
        provisional.forEach(
                (code, printed) -> {
                    if (!candidates.isEmpty()
                            && !answers.fresh().contains(code)
                            && !answers.recognised().containsKey(code)) {
                        draft.ask(Question.whichAction(code, printed.title(), candidates));
                    }
                });
    }

    /** The codes of everything that the document names. */
    private Set<String> named(Collection<String> printed) {
        Set<String> named = new HashSet<>(printed);
        edition.exclusions().forEach(exclusion -> named.addAll(exclusion.codes()));
        edition.withdrawals().forEach(withdrawal -> named.addAll(withdrawal.codes()));
        return named;
    }

    /** Those that have a state on the day, were not withdrawn, and are not named. */
    private Set<String> unprinted(Set<String> named) {
        Set<String> unprinted = new LinkedHashSet<>();
        draft.timelines()
                .forEach(
                        (code, timeline) ->
                                timeline.on(taking.reportDate())
                                        .filter(state -> state.standing() != Standing.WITHDRAWN)
                                        .filter(_ -> !named.contains(code))
                                        .ifPresent(_ -> unprinted.add(code)));
        return unprinted;
    }

    private static String fresh(Set<String> taken) {
        int number = 1;
        while (!taken.add("extra-" + number)) {
            number++;
        }
        return "extra-" + number;
    }

    /** White space, final punctuation and capitals make no other title. */
    private static String comparable(String title) {
        String plain =
                Draft.visible(title)
                        .replaceAll("(?U)\\s+", " ")
                        .strip()
                        .toLowerCase(Locale.of("nl"));
        int end = plain.length();
        while (end > 0 && " .,;:!?…".indexOf(plain.charAt(end - 1)) >= 0) {
            end--;
        }
        return plain.substring(0, end);
    }

    private void action(
            @Nullable String given, PrintedAction printed, Map<String, Integer> positions) {
        String code = Objects.requireNonNull(given);
        if (!draft.knows(code)) {
            plan(code, printed, positions.get(code));
            baseline(code, printed);
            return;
        }
        draft.on(code, taking.reportDate())
                .ifPresentOrElse(
                        state -> compare(code, printed, state, positions.get(code)),
                        () -> baseline(code, printed));
    }

    private void plan(String code, PrintedAction printed, @Nullable Integer position) {
        Map<String, Object> plan = new LinkedHashMap<>();
        plan.put("gerapporteerdAls", printed.reportLabel());
        plan.put("titel", printed.title());
        plan.put("actielijn", printed.actionLine());
        plan.put("uitvoeringsjaren", List.copyOf(printed.executionYears()));
        plan.put("opgenomen", true);
        plan.put("volgorde", position);
        draft.change(
                "ACTIE_GEPLAND",
                null,
                plan,
                new PlanAction(
                        draft.action(code),
                        printed.reportLabel(),
                        printed.title(),
                        printed.actionLine(),
                        printed.executionYears(),
                        true,
                        null,
                        position,
                        taking.basis(),
                        taking.reason(),
                        null),
                printed.lineNumber());
    }

    private void baseline(String code, PrintedAction printed) {
        draft.change(
                "OPENINGSSTAND",
                null,
                Codes.of(Standing.of(printed.status())),
                new BaselineAction(
                        draft.action(code),
                        printed.status(),
                        taking.basis(),
                        taking.reason(),
                        unlessErased(printed.explanation())),
                printed.lineNumber());
    }

    private void compare(
            String code, PrintedAction printed, ActionState state, @Nullable Integer position) {
        ActionId id = draft.action(code);
        int at = printed.lineNumber();
        Basis basis = taking.basis();
        String reason = taking.reason();
        draft.differ("OPNAME", state.included(), true, new IncludeAction(id, basis, reason), at);
        if (printed.title() != null) {
            draft.differ(
                    "TITEL",
                    state.title(),
                    printed.title(),
                    new RetitleAction(id, printed.title(), basis, reason),
                    at);
        }
        draft.differ(
                "BENAMING",
                state.reportLabel(),
                printed.reportLabel(),
                new RelabelAction(id, printed.reportLabel(), basis, reason),
                at);
        if (printed.actionLine() != null || hasChapter(state.line())) {
            draft.differ(
                    "ACTIELIJN",
                    state.line(),
                    printed.actionLine(),
                    new MoveAction(id, printed.actionLine(), basis, reason),
                    at);
        }
        draft.differ(
                "PLANNING",
                List.copyOf(state.executionYears()),
                List.copyOf(printed.executionYears()),
                new RescheduleAction(id, printed.executionYears(), basis, reason),
                at);
        draft.differ(
                "VOLGORDE",
                state.position(),
                position,
                new OrderAction(id, position, basis, reason),
                at);
        draft.move(code, state.standing(), Standing.of(printed.status()), taking.grounds(), at);
        draft.differ(
                "TOELICHTING",
                state.explanation(),
                printed.explanation(),
                new ExplainAction(id, printed.explanation(), basis, reason),
                at);
    }

    /** An action of a line that is not defined on the day has no chapter to be printed in. */
    private boolean hasChapter(@Nullable Integer line) {
        return line != null && draft.held().lineOn(line, taking.reportDate()).isPresent();
    }

    private void exclusion(PrintedExclusion printed) {
        printed.codes().forEach(code -> exclusion(code, printed));
    }

    private void exclusion(String code, PrintedExclusion printed) {
        if (!draft.knows(code)) {
            planExcluded(code, printed);
            return;
        }
        ActionCommand exclude =
                new ExcludeAction(
                        draft.action(code), taking.basis(), unlessErased(printed.reason()));
        Optional<ActionState> leftOut =
                draft.on(code, taking.reportDate()).filter(state -> !state.included());
        if (leftOut.isEmpty()) {
            draft.change("UITSLUITING", null, printed.reason(), exclude, printed.lineNumber());
        } else {
            draft.differ(
                    "UITSLUITING",
                    leftOut.get().exclusionReason(),
                    printed.reason(),
                    exclude,
                    printed.lineNumber());
        }
    }

    /** That a text was erased is told by whoever prints it, and is no text to be recorded. */
    private static @Nullable String unlessErased(@Nullable String printed) {
        return FreeText.ERASED.equals(printed) ? null : printed;
    }

    private void planExcluded(String code, PrintedExclusion printed) {
        Map<String, Object> plan = new LinkedHashMap<>();
        plan.put("opgenomen", false);
        plan.put("redenNietOpgenomen", printed.reason());
        draft.change(
                "ACTIE_GEPLAND",
                null,
                plan,
                new PlanAction(
                        draft.action(code),
                        code,
                        null,
                        null,
                        new TreeSet<>(),
                        false,
                        unlessErased(printed.reason()),
                        null,
                        taking.basis(),
                        taking.reason(),
                        null),
                printed.lineNumber());
    }

    private void withdrawal(PrintedWithdrawal printed) {
        Grounds grounds =
                unlessErased(printed.reason()) == null
                        ? taking.grounds()
                        : new Grounds(taking.basis(), printed.reason());
        for (String code : printed.codes()) {
            draft.on(code, taking.reportDate())
                    .ifPresentOrElse(
                            state ->
                                    draft.move(
                                            code,
                                            state.standing(),
                                            Standing.WITHDRAWN,
                                            grounds,
                                            printed.lineNumber()),
                            () ->
                                    draft.refuse(
                                            code,
                                            StatusChanges.code(Move.WITHDRAW),
                                            null,
                                            Codes.of(Standing.WITHDRAWN),
                                            printed.lineNumber(),
                                            Wordings.of("refusal.Unknown.ACTION", code)));
        }
    }

    private void notPrinted(String code) {
        ActionState state = draft.on(code, taking.reportDate()).orElseThrow();
        Grounds grounds = taking.grounds();
        switch (answers.unprinted().getOrDefault(code, Answers.Unprinted.KEEP)) {
            case KEEP ->
                    draft.tell(
                            new Row(
                                    code,
                                    null,
                                    NOT_PRINTED,
                                    Codes.of(state.standing()),
                                    null,
                                    null,
                                    true,
                                    Wordings.of("import.notPrinted", code),
                                    List.of()));
            case EXCLUDE -> {
                if (state.included()) {
                    draft.change(
                            "UITSLUITING",
                            null,
                            grounds.neededReason(),
                            new ExcludeAction(
                                    draft.action(code), grounds.basis(), grounds.neededReason()),
                            null);
                }
            }
            case WITHDRAW -> draft.move(code, state.standing(), Standing.WITHDRAWN, grounds, null);
        }
    }
}
