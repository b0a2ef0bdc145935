package nl.peildatum.command.importing;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.peildatum.command.action.ActionCommand.ExplainAction;
import nl.peildatum.command.action.ActionCommand.RescheduleDelay;
import nl.peildatum.command.action.ActionState;
import nl.peildatum.command.action.ActionTimeline;
import nl.peildatum.command.edition.Reconciliation;
import nl.peildatum.command.importing.Proposal.Row;
import nl.peildatum.command.programme.ProgrammeState;
import nl.peildatum.command.rules.Refusal;
import nl.peildatum.command.rules.Refusal.Subject;
import nl.peildatum.command.sheet.Column;
import nl.peildatum.command.sheet.Sheet;
import nl.peildatum.command.sheet.Update;
import nl.peildatum.command.status.Standing;
import nl.peildatum.command.words.Codes;
import nl.peildatum.command.words.RefusalSentences;
import nl.peildatum.command.words.Wordings;
import nl.peildatum.events.Basis;
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
        @Nullable String reason,
        @Nullable String source)
        implements Takeover {

    /**
     * The row of a column that only shows what is held, and shows something else; it is told and
     * changes nothing.
     */
    static final String NOT_TAKEN_OVER = "NIET_OVERGENOMEN";

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
    public Map<String, Object> told() {
        return Map.of("gelezenAls", sheet.readAs());
    }

    @Override
    public Proposal propose(ProgrammeState held, Map<String, ActionTimeline> timelines) {
        Draft draft = new Draft(programme, today, held, timelines);
        for (Update update : sheet.updates()) {
            informative(draft, update);
            draft.on(update.action(), update.on())
                    .ifPresentOrElse(
                            state -> compare(draft, update, state),
                            () -> refuseTooEarly(draft, update));
        }
        return draft.proposal(Map.of());
    }

    private void compare(Draft draft, Update update, ActionState state) {
        String code = update.action();
        Grounds grounds =
                new Grounds(
                        new Basis(update.on(), actor, source),
                        update.reason() == null ? reason : update.reason());
        Standing asked = update.status() == null ? state.standing() : update.status();
        draft.move(code, state.standing(), asked, grounds, update.row());
        completion(draft, update, asked, state, grounds);
        if (update.explanation() != null) {
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
    }

    /** A completion that was held for a delay that is over is no wish of whoever left it there. */
    private void completion(
            Draft draft, Update update, Standing asked, ActionState before, Grounds grounds) {
        LocalDate completion = update.expectedCompletion();
        if (completion == null
                || (asked != Standing.DELAYED && completion.equals(before.expectedCompletion()))) {
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
        if (Stream.of(update.status(), update.explanation(), update.expectedCompletion())
                .allMatch(Objects::isNull)) {
            return;
        }
        draft.refuse(
                update.action(),
                "STATUS",
                null,
                update.status() == null ? null : Codes.of(update.status()),
                update.row(),
                RefusalSentences.of(
                        new Refusal.NotYetRecorded(
                                Subject.ACTION,
                                update.action(),
                                update.on(),
                                Objects.requireNonNull(draft.timelines().get(update.action()))
                                        .entries()
                                        .getFirst()
                                        .effectiveOn())));
    }

    private void informative(Draft draft, Update update) {
        draft.on(update.action(), reportDate)
                .ifPresent(
                        state ->
                                update.informative()
                                        .forEach(
                                                (column, shown) ->
                                                        tellDifference(
                                                                draft, update, column, shown,
                                                                state)));
    }

    private static void tellDifference(
            Draft draft, Update update, Column column, String shown, ActionState state) {
        Object held =
                switch (column) {
                    case TITLE -> state.title();
                    case LINE -> state.line();
                    case CURRENT_STATUS -> Wordings.of("standing." + state.standing());
                    default -> shown;
                };
        String text = held == null ? "" : held.toString();
        if (!Draft.same(text, shown)) {
            draft.tell(
                    new Row(
                            update.action(),
                            null,
                            NOT_TAKEN_OVER,
                            held,
                            shown,
                            update.row(),
                            true,
                            Wordings.of("import.informative", column.label()),
                            List.of()));
        }
    }
}
