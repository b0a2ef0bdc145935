package nl.peildatum.command.action;

import static nl.peildatum.command.action.Told.ACTION;
import static nl.peildatum.command.action.Told.BOUNDS;
import static nl.peildatum.command.action.Told.TODAY;
import static nl.peildatum.command.action.Told.on;
import static nl.peildatum.command.action.Told.planned;
import static nl.peildatum.command.action.Told.timeline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.peildatum.command.action.ActionCommand.BaselineAction;
import nl.peildatum.command.action.ActionCommand.CompleteAction;
import nl.peildatum.command.action.ActionCommand.ExcludeAction;
import nl.peildatum.command.action.ActionCommand.ExplainAction;
import nl.peildatum.command.action.ActionCommand.IncludeAction;
import nl.peildatum.command.action.ActionCommand.LinkAction;
import nl.peildatum.command.action.ActionCommand.MakeOngoing;
import nl.peildatum.command.action.ActionCommand.MarkDelayed;
import nl.peildatum.command.action.ActionCommand.MoveAction;
import nl.peildatum.command.action.ActionCommand.OrderAction;
import nl.peildatum.command.action.ActionCommand.RescheduleAction;
import nl.peildatum.command.action.ActionCommand.RescheduleDelay;
import nl.peildatum.command.action.ActionCommand.ResumeSchedule;
import nl.peildatum.command.action.ActionCommand.RetitleAction;
import nl.peildatum.command.action.ActionCommand.StartAction;
import nl.peildatum.command.action.ActionCommand.WithdrawAction;
import nl.peildatum.command.rules.Refusal;
import nl.peildatum.command.rules.Refusal.Subject;
import nl.peildatum.command.rules.Refused;
import nl.peildatum.command.status.Move;
import nl.peildatum.command.status.Standing;
import nl.peildatum.events.ActionEvent;
import nl.peildatum.events.ActionEvent.ActionBaselined;
import nl.peildatum.events.ActionEvent.ActionCompleted;
import nl.peildatum.events.ActionEvent.ActionDelayed;
import nl.peildatum.events.ActionEvent.ActionExcluded;
import nl.peildatum.events.ActionEvent.ActionExplained;
import nl.peildatum.events.ActionEvent.ActionMadeOngoing;
import nl.peildatum.events.ActionEvent.ActionResumed;
import nl.peildatum.events.ActionEvent.ActionStarted;
import nl.peildatum.events.ActionEvent.ActionWithdrawn;
import nl.peildatum.events.ActionEvent.DelayRescheduled;
import nl.peildatum.events.Basis;
import nl.peildatum.events.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActionDecisionsTest {

    private static final ActionEvent STARTED = new ActionStarted(ACTION, on(2, 1), null, null);
    private static final ActionEvent DELAYED =
            new ActionDelayed(ACTION, null, on(6, 1), "ziekte", null);

    private static Refusal refusal(ActionTimeline timeline, ActionCommand command) {
        return catchThrowableOfType(
                        Refused.class,
                        () -> ActionDecisions.decide(timeline, command, BOUNDS).orRefuse())
                .refusal();
    }

    private static ActionEvent decided(ActionTimeline timeline, ActionCommand command) {
        return ActionDecisions.decide(timeline, command, BOUNDS).orRefuse().orElseThrow();
    }

    private static Standing standing(ActionTimeline timeline, Basis day) {
        return timeline.on(day.effectiveOn()).orElseThrow().standing();
    }

    // --- backdating

    @Test
    void a_change_reported_late_goes_to_its_own_place() {
        ActionTimeline history = timeline(planned(on(1, 1)), madeOngoing());
        ActionTimeline after =
                history.with(decided(history, new StartAction(ACTION, on(2, 1), null, null)));
        assertThat(standing(after, on(1, 31))).isEqualTo(Standing.NOT_STARTED);
        assertThat(standing(after, on(2, 1))).isEqualTo(Standing.IN_PROGRESS);
        assertThat(standing(after, on(3, 1))).isEqualTo(Standing.ONGOING);
    }

    /** Ongoing from March, whether or not it was started before. */
    private static ActionEvent madeOngoing() {
        return new ActionMadeOngoing(ACTION, on(3, 1), null, null);
    }

    @Test
    void a_backdated_move_that_an_entry_after_it_cannot_follow_is_refused_and_names_that_entry() {
        ActionTimeline history = timeline(planned(on(1, 1)), STARTED, DELAYED);
        assertThat(refusal(history, new CompleteAction(ACTION, on(4, 1), null, null)))
                .isEqualTo(
                        new Refusal.Contradicts(
                                "24", 12L, DELAYED, LocalDate.of(2025, 6, 1), Set.of()));
    }

    @Test
    void a_contradiction_says_which_moves_would_be_possible_there() {
        ActionTimeline history =
                timeline(
                        planned(on(1, 1)),
                        STARTED,
                        new ActionCompleted(ACTION, on(6, 1), null, null));
        assertThat(refusal(history, new CompleteAction(ACTION, on(4, 1), null, null)))
                .isEqualTo(
                        new Refusal.Contradicts(
                                "24",
                                12L,
                                new ActionCompleted(ACTION, on(6, 1), null, null),
                                LocalDate.of(2025, 6, 1),
                                EnumSet.of(Move.DELAY, Move.MAKE_ONGOING)));
    }

    @Test
    void
            a_backdated_move_that_the_table_does_not_know_says_what_is_possible_with_all_that_follows() {
        ActionTimeline history = timeline(planned(on(1, 1)), STARTED, DELAYED);
        assertThat(refusal(history, new StartAction(ACTION, on(4, 1), null, null)))
                .isEqualTo(
                        new Refusal.IllegalMove(
                                "24",
                                Move.START,
                                Standing.IN_PROGRESS,
                                LocalDate.of(2025, 4, 1),
                                Set.of()));
        assertThat(refusal(history, new StartAction(ACTION, on(7, 1), null, null)))
                .isEqualTo(
                        new Refusal.IllegalMove(
                                "24",
                                Move.START,
                                Standing.DELAYED,
                                LocalDate.of(2025, 7, 1),
                                EnumSet.of(
                                        Move.RESUME,
                                        Move.MAKE_ONGOING,
                                        Move.COMPLETE,
                                        Move.WITHDRAW)));
    }

    @Test
    void a_withdrawal_cannot_be_put_before_what_happened_after_it() {
        ActionTimeline history = timeline(planned(on(1, 1)), STARTED);
        assertThat(refusal(history, new WithdrawAction(ACTION, on(1, 15), "vervalt", null)))
                .isInstanceOfSatisfying(
                        Refusal.Contradicts.class,
                        refusal -> assertThat(refusal.number()).isEqualTo(11L));
    }

    @Test
    void an_entry_that_is_part_of_the_same_request_has_no_number_to_name() {
        ActionTimeline history = timeline(planned(on(1, 1))).with(STARTED);
        assertThat(refusal(history, new WithdrawAction(ACTION, on(1, 15), "vervalt", null)))
                .isInstanceOfSatisfying(
                        Refusal.Contradicts.class,
                        refusal -> assertThat(refusal.number()).isNull());
    }

    @Test
    void two_entries_of_one_date_hold_in_the_order_of_recording() {
        ActionTimeline history = timeline(planned(on(1, 1)), STARTED);
        ActionTimeline completed =
                history.with(decided(history, new CompleteAction(ACTION, on(2, 1), null, null)));
        assertThat(standing(completed, on(2, 1))).isEqualTo(Standing.COMPLETED);
        assertThat(refusal(completed, new CompleteAction(ACTION, on(2, 1), null, null)))
                .isInstanceOf(Refusal.IllegalMove.class);
    }

    @Test
    void on_the_day_of_the_plan_an_action_can_be_started() {
        ActionTimeline history = timeline(planned(on(1, 1)));
        assertThat(decided(history, new StartAction(ACTION, on(1, 1), null, null)))
                .isEqualTo(new ActionStarted(ACTION, on(1, 1), null, null));
    }

    @Test
    void before_the_plan_nothing_can_be_recorded() {
        ActionTimeline history = timeline(planned(on(2, 1)));
        assertThat(
                        List.of(
                                refusal(history, new StartAction(ACTION, on(1, 31), null, null)),
                                refusal(
                                        history,
                                        new ExplainAction(ACTION, "tekst", on(1, 31), null)),
                                refusal(
                                        history,
                                        new BaselineAction(
                                                ACTION, Status.ONGOING, on(1, 31), null, null))))
                .containsOnly(
                        new Refusal.NotYetRecorded(
                                Subject.ACTION,
                                "24",
                                LocalDate.of(2025, 1, 31),
                                LocalDate.of(2025, 2, 1)));
    }

    @Test
    void today_is_not_the_future_and_tomorrow_is() {
        ActionTimeline history = timeline(planned(on(2, 1)));
        assertThat(decided(history, new StartAction(ACTION, on(TODAY), null, null))).isNotNull();
        assertThat(refusal(history, new StartAction(ACTION, on(TODAY.plusDays(1)), null, null)))
                .isEqualTo(new Refusal.InFuture(TODAY.plusDays(1), TODAY));
    }

    // --- baselines

    @ParameterizedTest
    @EnumSource(Status.class)
    void an_action_that_was_only_planned_can_take_over_every_status(Status status) {
        ActionTimeline history =
                timeline(planned(on(1, 1)), new ActionExplained(ACTION, on(2, 1), null, "tekst"));
        ActionTimeline after =
                history.with(
                        decided(history, new BaselineAction(ACTION, status, on(3, 1), null, null)));
        assertThat(standing(after, on(2, 28))).isEqualTo(Standing.NOT_STARTED);
        assertThat(standing(after, on(3, 1))).isEqualTo(Standing.of(status));
    }

    @Test
    void a_baseline_is_recorded_even_where_it_says_what_the_plan_says() {
        assertThat(
                        decided(
                                timeline(planned(on(1, 1))),
                                new BaselineAction(
                                        ACTION, Status.NOT_STARTED, on(1, 1), null, null)))
                .isInstanceOf(ActionBaselined.class);
    }

    @Test
    void a_second_baseline_is_refused_and_names_the_first() {
        ActionTimeline history =
                timeline(
                        planned(on(1, 1)),
                        new ActionBaselined(ACTION, Status.ONGOING, on(3, 1), null, null));
        assertThat(
                        refusal(
                                history,
                                new BaselineAction(ACTION, Status.COMPLETED, on(2, 1), null, null)))
                .isEqualTo(new Refusal.AlreadyHasStatus("24", 11L, LocalDate.of(2025, 3, 1)));
    }

    @Test
    void a_baseline_after_a_move_is_refused_wherever_it_is_dated() {
        ActionTimeline history = timeline(planned(on(1, 1)), STARTED);
        for (Basis day : List.of(on(1, 2), on(2, 1), on(5, 1))) {
            assertThat(
                            refusal(
                                    history,
                                    new BaselineAction(ACTION, Status.COMPLETED, day, null, null)))
                    .isEqualTo(new Refusal.AlreadyHasStatus("24", 11L, LocalDate.of(2025, 2, 1)));
        }
    }

    @Test
    void a_move_between_the_plan_and_the_baseline_is_refused_and_names_the_baseline() {
        ActionEvent baseline =
                new ActionBaselined(ACTION, Status.IN_PROGRESS, on(6, 1), null, null);
        ActionTimeline history = timeline(planned(on(1, 1)), baseline);
        assertThat(refusal(history, new StartAction(ACTION, on(3, 1), null, null)))
                .isEqualTo(
                        new Refusal.Contradicts(
                                "24", 11L, baseline, LocalDate.of(2025, 6, 1), Set.of()));
    }

    // --- the expected completion of a delay

    @Test
    void an_expected_completion_belongs_to_a_delay() {
        ActionTimeline history = timeline(planned(on(1, 1)), STARTED, DELAYED);
        LocalDate completion = LocalDate.of(2027, 1, 1);
        assertThat(decided(history, new RescheduleDelay(ACTION, completion, on(6, 1), null)))
                .isInstanceOf(DelayRescheduled.class);
        assertThat(refusal(history, new RescheduleDelay(ACTION, completion, on(5, 31), null)))
                .isEqualTo(new Refusal.NotDelayed("24", LocalDate.of(2025, 5, 31)));
    }

    @Test
    void a_backdated_resumption_cannot_leave_an_expected_completion_without_its_delay() {
        ActionEvent rescheduled =
                new DelayRescheduled(ACTION, LocalDate.of(2027, 1, 1), on(9, 1), null);
        ActionTimeline history = timeline(planned(on(1, 1)), STARTED, DELAYED, rescheduled);
        assertThat(refusal(history, new ResumeSchedule(ACTION, on(8, 1), null, null)))
                .isEqualTo(
                        new Refusal.Contradicts(
                                "24", 13L, rescheduled, LocalDate.of(2025, 9, 1), Set.of()));
        assertThat(decided(history, new ResumeSchedule(ACTION, on(9, 1), null, null)))
                .isInstanceOf(ActionResumed.class);
    }

    @Test
    void the_end_of_a_delay_ends_its_expected_completion() {
        LocalDate completion = LocalDate.of(2027, 1, 1);
        ActionTimeline history =
                timeline(
                        planned(on(1, 1)),
                        STARTED,
                        new ActionDelayed(ACTION, completion, on(6, 1), "ziekte", null),
                        new ActionResumed(ACTION, on(7, 1), null, null));
        assertThat(history.on(LocalDate.of(2025, 6, 30)).orElseThrow().expectedCompletion())
                .isEqualTo(completion);
        assertThat(history.on(LocalDate.of(2025, 7, 1)).orElseThrow().expectedCompletion())
                .isNull();
    }

    // --- nothing changes

    @Test
    void what_holds_already_is_not_recorded_again() {
        ActionTimeline history = timeline(planned(on(1, 1), "tekst"), STARTED, DELAYED);
        List<ActionCommand> same =
                List.of(
                        new ExplainAction(ACTION, "tekst", on(7, 1), null),
                        new RetitleAction(ACTION, "Titel", on(7, 1), "zomaar"),
                        new RescheduleAction(ACTION, new TreeSet<>(), on(7, 1), null),
                        new RescheduleDelay(ACTION, null, on(7, 1), null),
                        new MoveAction(ACTION, null, on(7, 1), null),
                        new IncludeAction(ACTION, on(7, 1), null),
                        new LinkAction(ACTION, List.of(), List.of(), on(7, 1), null),
                        new OrderAction(ACTION, null, on(7, 1), null));
        for (ActionCommand command : same) {
            assertThat(ActionDecisions.decide(history, command, BOUNDS).orRefuse())
                    .as("%s", command)
                    .isEmpty();
        }
    }

    @Test
    void what_holds_on_another_day_only_is_recorded() {
        ActionTimeline history =
                timeline(
                        planned(on(1, 1), "eerst"),
                        new ActionExplained(ACTION, on(6, 1), null, "later"));
        assertThat(
                        ActionDecisions.decide(
                                        history,
                                        new ExplainAction(ACTION, "later", on(7, 1), null),
                                        BOUNDS)
                                .orRefuse())
                .isEmpty();
        assertThat(decided(history, new ExplainAction(ACTION, "later", on(5, 1), null)))
                .isNotNull();
        assertThat(
                        ActionDecisions.decide(
                                        history,
                                        new ExplainAction(ACTION, "eerst", on(5, 1), null),
                                        BOUNDS)
                                .orRefuse())
                .isEmpty();
    }

    @Test
    void an_exclusion_for_another_reason_is_a_change() {
        ActionTimeline history =
                timeline(planned(on(1, 1)), new ActionExcluded(ACTION, on(2, 1), "start later"));
        assertThat(
                        ActionDecisions.decide(
                                        history,
                                        new ExcludeAction(ACTION, on(3, 1), "start later"),
                                        BOUNDS)
                                .orRefuse())
                .isEmpty();
        assertThat(decided(history, new ExcludeAction(ACTION, on(3, 1), "geen geld"))).isNotNull();
    }

    @Test
    void an_exclusion_said_again_without_a_reason_takes_no_reason_away() {
        ActionTimeline history =
                timeline(planned(on(1, 1)), new ActionExcluded(ACTION, on(2, 1), "start later"));
        assertThat(
                        ActionDecisions.decide(
                                        history, new ExcludeAction(ACTION, on(3, 1), null), BOUNDS)
                                .orRefuse())
                .isEmpty();
        assertThat(decided(history, new ExcludeAction(ACTION, on(1, 15), null))).isNotNull();
    }

    @Test
    void an_explanation_that_comes_with_a_move_is_the_explanation_from_then_on() {
        ActionTimeline history =
                timeline(
                        planned(on(1, 1), "eerst"),
                        new ActionStarted(ACTION, on(2, 1), null, "begonnen"),
                        new ActionCompleted(ACTION, on(3, 1), null, null));
        assertThat(history.on(LocalDate.of(2025, 3, 1)).orElseThrow().explanation())
                .isEqualTo("begonnen");
    }

    @Test
    void texts_can_change_after_a_withdrawal_and_the_status_cannot() {
        ActionTimeline history =
                timeline(planned(on(1, 1)), new ActionWithdrawn(ACTION, on(2, 1), "vervalt", null));
        assertThat(decided(history, new ExplainAction(ACTION, "opgegaan in 22", on(3, 1), null)))
                .isNotNull();
        assertThat(refusal(history, new MakeOngoing(ACTION, on(3, 1), null, null)))
                .isEqualTo(
                        new Refusal.IllegalMove(
                                "24",
                                Move.MAKE_ONGOING,
                                Standing.WITHDRAWN,
                                LocalDate.of(2025, 3, 1),
                                Set.of()));
    }

    @Test
    void a_second_delay_needs_an_end_of_the_first() {
        ActionTimeline history = timeline(planned(on(1, 1)), STARTED, DELAYED);
        assertThat(refusal(history, new MarkDelayed(ACTION, null, on(7, 1), "weer ziek", null)))
                .isInstanceOf(Refusal.IllegalMove.class);
    }
}
