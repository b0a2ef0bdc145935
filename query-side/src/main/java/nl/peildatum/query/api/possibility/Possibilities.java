package nl.peildatum.query.api.possibility;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.peildatum.contract.DutchDates;
import nl.peildatum.events.ActionEvent.ActionBaselined;
import nl.peildatum.events.ActionEvent.ActionFact;
import nl.peildatum.events.ActionEvent.DelayRescheduled;
import nl.peildatum.events.ActionEvent.StatusChange;
import nl.peildatum.query.api.StatusCode;
import nl.peildatum.query.api.Wording;
import nl.peildatum.query.timeline.ActionState;
import nl.peildatum.query.timeline.ActionStatus;
import nl.peildatum.query.timeline.StandingEntry;
import nl.peildatum.query.timeline.Timeline;
import nl.peildatum.query.timeline.Timeline.Step;
import nl.peildatum.reportform.EntryKind;
import org.jspecify.annotations.Nullable;

/**
 * What an action can do on a day, after all that is recorded of that day and with all that is
 * recorded of later ones.
 *
 * @param status the action's status at the end of that day; null before its first entry
 */
record Possibilities(
        String action,
        LocalDate day,
        @Nullable ActionStatus status,
        List<StandingEntry<ActionFact>> all) {

    static Possibilities of(
            String action, LocalDate day, Timeline<ActionFact, ActionState> timeline) {
        return new Possibilities(
                action,
                day,
                timeline.steps().stream()
                        .filter(step -> !step.entry().effectiveOn().isAfter(day))
                        .reduce((_, later) -> later)
                        .map(step -> step.after().status())
                        .orElse(null),
                timeline.steps().stream().map(Step::entry).toList());
    }

    /** Why a move cannot be made, and what can; null where it can. */
    @Nullable String whyNot(MoveCode move) {
        if (status == null) {
            return all.isEmpty()
                    ? Wording.UNKNOWN_ACTION.text(action)
                    : Wording.NOT_YET_RECORDED.text(action, date(all.getFirst()));
        }
        if (!move.isFrom(status)) {
            return Wording.MOVE_ILLEGAL.text(
                    action,
                    DutchDates.format(day),
                    StatusCode.of(status.name()).label(),
                    move.making(),
                    allowed());
        }
        return contradicted(move.to())
                .map(
                        later ->
                                Wording.MOVE_CONTRADICTS.text(
                                        action,
                                        Long.toString(later.number()),
                                        EntryKind.of(later.event()),
                                        date(later),
                                        allowed()))
                .orElse(null);
    }

    private static String date(StandingEntry<?> entry) {
        return DutchDates.format(entry.effectiveOn());
    }

    private String allowed() {
        List<String> moves =
                Stream.of(MoveCode.values()).filter(this::isAllowed).map(MoveCode::name).toList();
        return moves.isEmpty()
                ? Wording.NO_MOVES.text()
                : Wording.OTHER_MOVES.text(String.join(", ", moves));
    }

    private boolean isAllowed(MoveCode move) {
        return status != null && move.isFrom(status) && contradicted(move.to()).isEmpty();
    }

    /**
     * The first later entry that would not be legal, had the action this status at the end of the
     * day. The first later move gives it a status of its own: what comes after that stays as it is.
     */
    private Optional<StandingEntry<ActionFact>> contradicted(ActionStatus then) {
        for (StandingEntry<ActionFact> later : all) {
            if (!later.effectiveOn().isAfter(day)) {
                continue;
            }
            switch (later.event()) {
                case ActionBaselined _ -> {
                    return Optional.of(later);
                }
                case StatusChange change -> {
                    return MoveCode.of(change).isFrom(then) ? Optional.empty() : Optional.of(later);
                }
                case DelayRescheduled _ when then != ActionStatus.DELAYED -> {
                    return Optional.of(later);
                }
                default -> {}
            }
        }
        return Optional.empty();
    }
}
