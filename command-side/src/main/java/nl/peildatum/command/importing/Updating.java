package nl.peildatum.command.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.peildatum.api.FormulaGuard;
import nl.peildatum.api.Problem;
import nl.peildatum.command.action.ActionCommand.ExplainAction;
import nl.peildatum.command.action.ActionCommand.RescheduleDelay;
import nl.peildatum.command.action.ActionState;
import nl.peildatum.command.action.ActionTimeline;
import nl.peildatum.command.edition.Reconciliation;
import nl.peildatum.command.programme.ProgrammeState;
import nl.peildatum.command.rules.EntryChecks;
import nl.peildatum.command.rules.Refusal;
import nl.peildatum.command.rules.Refusal.Subject;
import nl.peildatum.command.sheet.Column;
import nl.peildatum.command.sheet.Sheet;
import nl.peildatum.command.sheet.SheetFault;
import nl.peildatum.command.sheet.UnreadableSheet;
import nl.peildatum.command.sheet.Update;
import nl.peildatum.command.status.Standing;
import nl.peildatum.command.words.Codes;
import nl.peildatum.command.words.RefusalSentences;
import nl.peildatum.command.words.Wordings;
import nl.peildatum.contract.DutchDates;
import nl.peildatum.contract.Fault;
import nl.peildatum.events.Basis;
import nl.peildatum.events.FreeText;
import nl.peildatum.events.ProgrammeId;
import org.jspecify.annotations.Nullable;

/**
 * A sheet of updates, each compared with what is held on its own date. What it does not say stays
 * as it is, and a reason is the secretariat's own or it is missing: none is made up.
 *
 * @param reason the reason given with the request, for the rows that give none
 * @param source the source given with the request
 */
record Updating(
        ProgrammeId programme,
        Sheet sheet,
        LocalDate reportDate,
        LocalDate today,
        String actor,
        Answers answers,
        @Nullable String reason,
        @Nullable String source)
        implements Takeover {

    /**
     * The row of what was typed and cannot be taken over: in a column that only shows what is held,
     * or a reason for nothing. It stands in the way, so that nobody takes it for done.
     */
    static final String NOT_TAKEN_OVER = "NIET_OVERGENOMEN";

    private static final Pattern WHITE = Pattern.compile("(?U)[\\s\\u00A0\\u200B\\uFEFF]+");

    /** Every way to write a standing: by its code and by its label. */
    static Map<String, Standing> statuses() {
        Map<String, Standing> statuses = new LinkedHashMap<>();
        for (Standing standing : Standing.values()) {
            statuses.put(Wordings.of("standing." + standing), standing);
        }
        for (Standing standing : Standing.values()) {
            statuses.putIfAbsent(Codes.of(standing), standing);
        }
        return statuses;
    }

    @Override
    public Set<String> actions() {
        return sheet.updates().stream().map(Update::action).collect(Collectors.toSet());
    }

    @Override
    public @Nullable Reconciliation sums() {
        return null;
    }

    @Override
    public String readAs() {
        return sheet.readAs();
    }

    @Override
    public Proposal propose(ProgrammeState held, Map<String, ActionTimeline> timelines) {
        Draft draft = new Draft(programme, today, held, timelines);
        Set<String> asked = new HashSet<>();
        List<SheetFault> tooLate = new ArrayList<>();
        for (Update update : sheet.updates()) {
            informative(draft, update);
            int before = draft.size();
            draft.on(update.action(), update.on())
                    .ifPresentOrElse(
                            state -> compare(draft, update, state, asked),
                            () -> refuseTooEarly(draft, update));
            if (update.tooLate() != null && draft.size() > before) {
                tooLate.add(update.tooLate());
            }
        }
        if (!tooLate.isEmpty()) {
            throw ImportController.unreadable(new UnreadableSheet(tooLate));
        }
        refuseUnasked(asked);
        return draft.proposal(Map.of());
    }

    private void refuseUnasked(Set<String> asked) {
        List<Fault> faults = new ArrayList<>();
        answers.recognised()
                .keySet()
                .forEach(code -> faults.add(unasked(Answers.RECOGNISED, code)));
        answers.fresh().forEach(code -> faults.add(unasked(Answers.FRESH, code)));
        answers.unprinted().keySet().forEach(code -> faults.add(unasked(Answers.UNPRINTED, code)));
        answers.whiteSpace().keySet().stream()
                .filter(code -> !asked.contains(code))
                .forEach(code -> faults.add(unasked(Answers.WHITE_SPACE, code)));
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }

    private static Fault unasked(String parameter, String code) {
        return new Fault(parameter, Wordings.of("import.notAsked", code));
    }

    private void compare(Draft draft, Update update, ActionState state, Set<String> asked) {
        String code = update.action();
        Grounds grounds =
                new Grounds(
                        new Basis(update.on(), actor, source),
                        update.reason() == null ? reason : update.reason());
        int before = draft.size();
        Standing standing = update.status() == null ? state.standing() : update.status();
        draft.move(code, state.standing(), standing, grounds, update.row());
        completion(draft, update, standing, state, grounds);
        if (whiteSpaceOnly(state.explanation(), update.explanation())) {
            asked.add(code);
        }
        if (isOnlyTold(state.explanation(), update.explanation())) {
            draft.refuse(
                    code,
                    NOT_TAKEN_OVER,
                    state.explanation(),
                    update.explanation(),
                    update.row(),
                    Wordings.of("import.erasedTyped"));
        } else if (explains(draft, update, asked)) {
            draft.differ(
                    "TOELICHTING",
                    state.explanation(),
                    update.explanation(),
                    new ExplainAction(
                            draft.action(code),
                            update.explanation(),
                            grounds.basis(),
                            grounds.reason()),
                    update.row());
        }
        if (draft.size() == before) {
            changesNothing(draft, update);
        }
    }

    /** That a text was erased is told where it stood; here it stands for another text. */
    private static boolean isOnlyTold(@Nullable String held, @Nullable String said) {
        return FreeText.ERASED.equals(said) && !Draft.same(held, said);
    }

    /** Whether the row says what the explanation is to be; that it is nothing, also. */
    private boolean explains(Draft draft, Update update, Set<String> asked) {
        String text = update.explanation();
        if (text == null || !asked.contains(update.action())) {
            return text != null || update.emptied().contains(Column.EXPLANATION);
        }
        Answers.WhiteSpace answer = answers.whiteSpace().get(update.action());
        if (answer == null) {
            draft.ask(Question.whichWhiteSpace(update.action(), text, update.row()));
        }
        return answer == Answers.WhiteSpace.TAKE_OVER;
    }

    /**
     * Spreadsheets lose line ends and tabs without anybody wanting that, and the apostrophe before
     * what looks like a formula is that of a text or of whoever wrote the file.
     */
    private static boolean whiteSpaceOnly(@Nullable String held, @Nullable String said) {
        return held != null
                && said != null
                && !Draft.same(held, said)
                && Draft.same(withoutWhite(held), withoutWhite(said));
    }

    private static String withoutWhite(String text) {
        return WHITE.matcher(FormulaGuard.unguarded(text)).replaceAll("");
    }

    /** What was typed is done, or it is told that it is not. */
    private void changesNothing(Draft draft, Update update) {
        if (update.reason() != null && !isRecorded(draft, update)) {
            draft.refuse(
                    update.action(),
                    NOT_TAKEN_OVER,
                    null,
                    update.reason(),
                    update.row(),
                    Wordings.of("import.reasonAlone"));
        }
        if (!update.on().equals(reportDate)) {
            draft.remark(
                    Wordings.of("import.row", String.valueOf(update.row())),
                    Wordings.of(
                            "import.holdsAlready",
                            update.action(),
                            DutchDates.format(update.on())));
        }
    }

    /** Whether the reason is that of what was recorded of the day, as when a sheet comes again. */
    private static boolean isRecorded(Draft draft, Update update) {
        return Objects.requireNonNull(draft.timelines().get(update.action())).entries().stream()
                .filter(entry -> entry.effectiveOn().equals(update.on()))
                .anyMatch(entry -> Draft.same(entry.event().reason(), update.reason()));
    }

    /** A completion that was held for a delay that is over is no wish of whoever left it there. */
    private void completion(
            Draft draft, Update update, Standing asked, ActionState before, Grounds grounds) {
        LocalDate completion = update.expectedCompletion();
        boolean emptied = update.emptied().contains(Column.EXPECTED_COMPLETION);
        if ((completion == null && !emptied)
                || (asked != Standing.DELAYED
                        && (emptied || Objects.equals(completion, before.expectedCompletion())))) {
            return;
        }
        LocalDate held =
                draft.on(update.action(), update.on())
                        .map(ActionState::expectedCompletion)
                        .orElse(null);
        draft.differ(
                "PLANNING",
                held,
                completion,
                new RescheduleDelay(
                        draft.action(update.action()),
                        completion,
                        grounds.basis(),
                        grounds.reason()),
                update.row());
    }

    private void refuseTooEarly(Draft draft, Update update) {
        if (Stream.of(
                        update.status(),
                        update.reason(),
                        update.explanation(),
                        update.expectedCompletion())
                .allMatch(Objects::isNull)) {
            draft.remark(
                    Wordings.of("import.row", String.valueOf(update.row())),
                    Wordings.of(
                            "import.nothingThere",
                            update.action(),
                            DutchDates.format(update.on())));
            return;
        }
        Refusal refusal =
                EntryChecks.outside(update.on(), draft.held().bounds(today))
                        .orElseGet(() -> notYetRecorded(draft, update));
        draft.refuse(
                update.action(),
                "STATUS",
                null,
                update.status() == null ? null : Codes.of(update.status()),
                update.row(),
                RefusalSentences.of(refusal));
    }

    private static Refusal notYetRecorded(Draft draft, Update update) {
        return new Refusal.NotYetRecorded(
                Subject.ACTION,
                update.action(),
                update.on(),
                Objects.requireNonNull(draft.timelines().get(update.action()))
                        .entries()
                        .getFirst()
                        .effectiveOn());
    }

    private void informative(Draft draft, Update update) {
        Optional<ActionState> state = draft.on(update.action(), reportDate);
        update.informative()
                .forEach(
                        (column, shown) -> {
                            Object held =
                                    state.map(now -> held(draft, update, column, now)).orElse(null);
                            if (!Draft.same(held == null ? "" : held.toString(), shown)) {
                                draft.refuse(
                                        update.action(),
                                        NOT_TAKEN_OVER,
                                        held,
                                        shown,
                                        update.row(),
                                        Wordings.of("import.informative", column.label()));
                            }
                        });
    }

    private @Nullable Object held(Draft draft, Update update, Column column, ActionState now) {
        return switch (column) {
            case TITLE -> now.title();
            case LINE -> now.line();
            case CURRENT_STATUS -> Wordings.of("standing." + now.standing());
            case CURRENT_SINCE -> since(draft, update.action(), now.standing()).toString();
            case ACTION, STATUS, EFFECTIVE_ON, REASON, EXPLANATION, EXPECTED_COMPLETION -> null;
        };
    }

    /** The first of the days on which the action stands as it does on the report date. */
    private LocalDate since(Draft draft, String code, Standing standing) {
        LocalDate since = reportDate;
        List<LocalDate> days =
                Objects.requireNonNull(draft.timelines().get(code)).entries().stream()
                        .map(entry -> entry.effectiveOn())
                        .filter(day -> !day.isAfter(reportDate))
                        .distinct()
                        .toList()
                        .reversed();
        for (LocalDate day : days) {
            if (draft.on(code, day).map(ActionState::standing).orElse(null) != standing) {
                break;
            }
            since = day;
        }
        return since;
    }
}
