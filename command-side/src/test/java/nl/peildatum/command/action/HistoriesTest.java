package nl.peildatum.command.action;

import static nl.peildatum.command.action.Told.ACTION;
import static nl.peildatum.command.action.Told.on;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;
import nl.peildatum.command.action.ActionCommand.BaselineAction;
import nl.peildatum.command.action.ActionCommand.ExplainAction;
import nl.peildatum.command.action.ActionCommand.PlanAction;
import nl.peildatum.command.action.ActionCommand.RescheduleDelay;
import nl.peildatum.command.rules.Bounds;
import nl.peildatum.command.rules.Refused;
import nl.peildatum.command.status.Move;
import nl.peildatum.events.ActionEvent;
import nl.peildatum.events.ActionEvent.ActionBaselined;
import nl.peildatum.events.ActionEvent.ActionCompleted;
import nl.peildatum.events.ActionEvent.ActionDelayed;
import nl.peildatum.events.ActionEvent.ActionExplained;
import nl.peildatum.events.ActionEvent.ActionMadeFinite;
import nl.peildatum.events.ActionEvent.ActionMadeOngoing;
import nl.peildatum.events.ActionEvent.ActionReopened;
import nl.peildatum.events.ActionEvent.ActionResumed;
import nl.peildatum.events.ActionEvent.ActionStarted;
import nl.peildatum.events.ActionEvent.ActionWithdrawn;
import nl.peildatum.events.ActionEvent.DelayRescheduled;
import nl.peildatum.events.ActionEvent.StatusChange;
import nl.peildatum.events.Basis;
import nl.peildatum.events.Status;

/** Random commands in random order of dates: what is accepted is legal, what is refused is not. */
class HistoriesTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 10, 20);
    private static final int DAYS = 14;
    private static final List<Status> STATUSES = List.of(Status.values());
    private static final List<Move> MOVES = List.of(Move.values());
    private static final LocalDate TODAY = FIRST.plusDays(DAYS - 2);
    private static final Bounds BOUNDS = new Bounds(TODAY, TODAY.getYear(), TODAY.getYear());

    /** A command, and the event it would record, each made on its own. */
    record Attempt(ActionCommand command, ActionEvent event) {

        LocalDate day() {
            return event.basis().effectiveOn();
        }

        @Override
        public String toString() {
            return event.getClass().getSimpleName() + " " + day();
        }
    }

    /** A number as a command, mostly of about that time, at times of some days before. */
    private static Attempt attempt(int index, int code) {
        int back = Math.max(0, code / 40 % 10 - 5) * 2;
        Basis date = on(FIRST.plusDays(index / 3 - back));
        int other = code / 400;
        return switch (code % 40) {
            case 28 -> move(Move.WITHDRAW, date);
            case 29 -> {
                Status status = STATUSES.get(other % 5);
                yield new Attempt(
                        new BaselineAction(ACTION, status, date, null, null),
                        new ActionBaselined(ACTION, status, date, null, null));
            }
            case 30, 31 -> {
                String text = other % 2 == 0 ? "a" : "b";
                yield new Attempt(
                        new ExplainAction(ACTION, text, date, null),
                        new ActionExplained(ACTION, date, null, text));
            }
            case 32, 33 -> {
                LocalDate completion = LocalDate.of(2027, 1 + other % 3, 1);
                yield new Attempt(
                        new RescheduleDelay(ACTION, completion, date, null),
                        new DelayRescheduled(ACTION, completion, date, null));
            }
            case 34 -> plan(date);
            default -> move(MOVES.get(code % 7), date);
        };
    }

    private static Attempt plan(Basis date) {
        return new Attempt(
                new PlanAction(
                        ACTION,
                        "24",
                        "Titel",
                        null,
                        new TreeSet<>(),
                        true,
                        null,
                        null,
                        date,
                        null,
                        null),
                Told.planned(date));
    }

    private static Attempt move(Move move, Basis date) {
        ActionEvent event =
                switch (move) {
                    case START -> new ActionStarted(ACTION, date, "reden", null);
                    case DELAY -> new ActionDelayed(ACTION, null, date, "reden", null);
                    case RESUME -> new ActionResumed(ACTION, date, "reden", null);
                    case MAKE_ONGOING -> new ActionMadeOngoing(ACTION, date, "reden", null);
                    case MAKE_FINITE -> new ActionMadeFinite(ACTION, date, "reden", null);
                    case COMPLETE -> new ActionCompleted(ACTION, date, "reden", null);
                    case REOPEN -> new ActionReopened(ACTION, date, "reden", null);
                    case WITHDRAW -> new ActionWithdrawn(ACTION, date, "reden", null);
                };
        return new Attempt(StatusChanges.command(move, ACTION, date, "reden", null, null), event);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void what_is_accepted_is_legal_and_what_is_refused_is_not(
            @ForAll @IntRange(max = 3) int planned,
            @ForAll @Size(min = 10, max = 42) List<@IntRange(max = 9_999) Integer> codes) {
        List<Attempt> attempts = new ArrayList<>();
        if (planned > 0) {
            attempts.add(plan(on(FIRST.minusDays(planned))));
        }
        codes.forEach(code -> attempts.add(attempt(attempts.size(), code)));
        List<ActionEvent> recorded = new ArrayList<>();
        ActionTimeline timeline = ActionTimeline.EMPTY;
        int refusals = 0;
        for (Attempt attempt : attempts) {
            List<ActionEvent> with = new ArrayList<>(recorded);
            with.add(attempt.event());
            boolean possible =
                    !attempt.day().isAfter(TODAY)
                            && NaiveFold.isLegal(with)
                            && mayComeNow(attempt.command(), recorded);
            Optional<ActionEvent> decided;
            try {
                decided = ActionDecisions.decide(timeline, attempt.command(), BOUNDS).orRefuse();
            } catch (Refused refused) {
                assertThat(possible).as("%s was refused: %s", attempt, refused).isFalse();
                refusals++;
                continue;
            }
            assertThat(possible).as("%s was accepted after %s", attempt, recorded).isTrue();
            if (decided.isPresent()) {
                assertThat(decided).hasValue(attempt.event());
                timeline = timeline.with((long) recorded.size() + 1, attempt.event());
                recorded = with;
                sameOnEveryDay(timeline, recorded);
            }
        }
        Statistics.label("recorded").collect(Math.min(recorded.size() / 5, 4) * 5);
        Statistics.label("refused").collect(Math.min(refusals / 5, 4) * 5);
    }

    /** A plan comes first of all, and a baseline only while nothing else gave a status. */
    private static boolean mayComeNow(ActionCommand command, List<ActionEvent> recorded) {
        return switch (command) {
            case PlanAction _ -> recorded.isEmpty();
            case BaselineAction _ ->
                    recorded.stream()
                            .noneMatch(
                                    event ->
                                            event instanceof ActionBaselined
                                                    || event instanceof StatusChange);
            default -> true;
        };
    }

    private static void sameOnEveryDay(ActionTimeline timeline, List<ActionEvent> recorded) {
        for (int day = -5; day < DAYS; day++) {
            LocalDate date = FIRST.plusDays(day);
            assertThat(timeline.on(date).map(state -> state.standing().name()).orElse("niets"))
                    .as("%s on %s", recorded, date)
                    .isEqualTo(NaiveFold.statusOn(recorded, date));
        }
    }
}
