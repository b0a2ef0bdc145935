package nl.peildatum.command.action;

import static nl.peildatum.command.Corrections.as;
import static nl.peildatum.command.action.Told.ACTION;
import static nl.peildatum.command.action.Told.BOUNDS;
import static nl.peildatum.command.action.Told.TODAY;
import static nl.peildatum.command.action.Told.on;
import static nl.peildatum.command.action.Told.planned;
import static nl.peildatum.command.action.Told.timeline;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.peildatum.command.Corrections;
import nl.peildatum.command.action.ActionCommand.CompleteAction;
import nl.peildatum.command.action.ActionCommand.CorrectEntry;
import nl.peildatum.command.action.ActionCommand.LinkAction;
import nl.peildatum.command.action.ActionCommand.MarkDelayed;
import nl.peildatum.command.action.ActionCommand.PlanAction;
import nl.peildatum.command.action.ActionCommand.RescheduleAction;
import nl.peildatum.command.action.ActionCommand.RescheduleDelay;
import nl.peildatum.command.action.ActionCommand.ResumeSchedule;
import nl.peildatum.command.action.ActionCommand.RetractEntry;
import nl.peildatum.command.action.ActionCommand.StartAction;
import nl.peildatum.command.action.ActionDecisions.Rule;
import nl.peildatum.command.rules.Decision;
import nl.peildatum.command.rules.Entries.Entry;
import nl.peildatum.command.rules.Refusal;
import nl.peildatum.command.rules.Refusal.Ground;
import nl.peildatum.command.rules.Refusal.Subject;
import nl.peildatum.command.status.Move;
import nl.peildatum.command.status.Standing;
import nl.peildatum.events.ActionEvent.ActionBaselined;
import nl.peildatum.events.ActionEvent.ActionCompleted;
import nl.peildatum.events.ActionEvent.ActionDelayed;
import nl.peildatum.events.ActionEvent.ActionFact;
import nl.peildatum.events.ActionEvent.ActionLinked;
import nl.peildatum.events.ActionEvent.ActionPlanned;
import nl.peildatum.events.ActionEvent.ActionResumed;
import nl.peildatum.events.ActionEvent.ActionStarted;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.Basis;
import nl.peildatum.events.Correction;
import nl.peildatum.events.Link;
import nl.peildatum.events.LinkKind;
import nl.peildatum.events.Status;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, all of it at once; without any one of the rules something here goes red. */
class RulesTest {

    private static final ActionStarted STARTED = new ActionStarted(ACTION, on(2, 1), null, null);
    private static final ActionCompleted COMPLETED =
            new ActionCompleted(ACTION, on(6, 1), null, null);
    private static final ActionTimeline IN_PROGRESS = timeline(planned(on(1, 1)), STARTED);
    private static final ActionTimeline DONE = timeline(planned(on(1, 1)), STARTED, COMPLETED);
    private static final LocalDate LONG_AGO = LocalDate.of(205, 1, 1);
    private static final Basis TOMORROW = on(TODAY.plusDays(1));

    /** A command on what is recorded, and everything for which it is refused. */
    record Example(ActionTimeline timeline, ActionCommand command, List<Refusal> refusals) {

        static Example of(ActionTimeline timeline, ActionCommand command, Refusal... refusals) {
            return new Example(timeline, command, List.of(refusals));
        }

        boolean holdsUnder(Set<Rule> rules) {
            return ActionDecisions.decide(rules, timeline, command, BOUNDS)
                    .refusals()
                    .equals(refusals);
        }

        @Override
        public String toString() {
            return command.getClass().getSimpleName() + " " + refusals;
        }
    }

    private static MarkDelayed delay(Basis basis, @Nullable String reason) {
        return new MarkDelayed(ACTION, null, basis, reason, null);
    }

    private static PlanAction plan(boolean included, String exclusionReason) {
        return new PlanAction(
                ACTION,
                "24",
                "Titel",
                null,
                years(2024, 2027),
                included,
                exclusionReason,
                null,
                on(TODAY),
                null,
                null);
    }

    private static LinkAction link(Basis basis, Entry<ActionFact> other) {
        return new LinkAction(
                ACTION, List.of(new Link(LinkKind.FOLLOWS, "25")), List.of(other), basis, null);
    }

    private static Entry<ActionFact> other(String code, Basis basis) {
        return new Entry<>(
                20L,
                new ActionPlanned(
                        new ActionId(ACTION.programme(), code),
                        code,
                        "Titel",
                        null,
                        years(),
                        true,
                        null,
                        null,
                        basis,
                        null,
                        null));
    }

    /** Another action that follows this one. */
    private static Entry<ActionFact> linked(Basis basis) {
        return new Entry<>(
                30L,
                new ActionLinked(
                        new ActionId(ACTION.programme(), "25"),
                        List.of(new Link(LinkKind.FOLLOWS, ACTION.code())),
                        basis,
                        null));
    }

    private static CorrectEntry move(Basis to, Entry<ActionFact> other) {
        return new CorrectEntry(
                ACTION,
                10,
                as(to.effectiveOn(), null, null),
                List.of(other),
                on(TODAY),
                "vergissing",
                null,
                null,
                null);
    }

    private static SortedSet<Integer> years(Integer... years) {
        return new TreeSet<>(List.of(years));
    }

    private static CorrectEntry correct(Correction as) {
        return correct(12, as);
    }

    private static CorrectEntry correct(long entry, Correction as) {
        return new CorrectEntry(
                ACTION, entry, as, List.of(), on(TODAY), "vergissing", null, null, null);
    }

    static Stream<Example> examples() {
        Refusal future = new Refusal.InFuture(TOMORROW.effectiveOn(), TODAY);
        Refusal why = new Refusal.ReasonNeeded(Move.DELAY, null);
        return Stream.of(
                Example.of(IN_PROGRESS, delay(on(TODAY), "ziekte")),
                Example.of(IN_PROGRESS, delay(on(TODAY), null), why),
                Example.of(IN_PROGRESS, delay(TOMORROW, "ziekte"), future),
                Example.of(
                        DONE,
                        delay(TOMORROW, null),
                        future,
                        why,
                        new Refusal.IllegalMove(
                                "24",
                                Move.DELAY,
                                Standing.COMPLETED,
                                TOMORROW.effectiveOn(),
                                EnumSet.of(Move.REOPEN, Move.WITHDRAW))),
                Example.of(
                        ActionTimeline.EMPTY,
                        delay(TOMORROW, null),
                        future,
                        why,
                        new Refusal.Unknown(Subject.ACTION, "24")),
                Example.of(
                        DONE,
                        new CompleteAction(ACTION, on(4, 1), null, null),
                        new Refusal.Contradicts(
                                "24",
                                12L,
                                COMPLETED,
                                LocalDate.of(2025, 6, 1),
                                EnumSet.of(Move.DELAY, Move.MAKE_ONGOING))),
                Example.of(
                        IN_PROGRESS,
                        delay(on(LONG_AGO), "ziekte"),
                        new Refusal.TooEarly(LONG_AGO, LocalDate.of(2019, 1, 1)),
                        new Refusal.NotYetRecorded(
                                Subject.ACTION, "24", LONG_AGO, LocalDate.of(2025, 1, 1))),
                Example.of(
                        IN_PROGRESS,
                        new RescheduleAction(ACTION, years(1999, 2026, 2072), on(TODAY), null),
                        new Refusal.YearsOutside(years(1999, 2072), 2024, 2027)),
                Example.of(
                        IN_PROGRESS,
                        new MarkDelayed(ACTION, TODAY.minusDays(1), on(TODAY), "ziekte", null),
                        new Refusal.CompletedBefore(TODAY.minusDays(1), TODAY)),
                Example.of(
                        ActionTimeline.EMPTY,
                        plan(true, "later"),
                        new Refusal.ReasonForNothing("24")),
                Example.of(ActionTimeline.EMPTY, plan(false, "later")),
                Example.of(
                        IN_PROGRESS,
                        link(on(5, 1), other("25", on(6, 1))),
                        new Refusal.LinkedTooEarly(
                                "25", LocalDate.of(2025, 5, 1), LocalDate.of(2025, 6, 1))),
                Example.of(IN_PROGRESS, link(on(6, 1), other("25", on(6, 1)))),
                Example.of(
                        timeline(planned(on(1, 1))),
                        new RetractEntry(
                                ACTION, 10, List.of(linked(on(5, 1))), on(TODAY), "vergissing"),
                        new Refusal.RestsOn(10, 30L, linked(on(5, 1)).event())),
                Example.of(
                        timeline(planned(on(1, 1))),
                        move(on(5, 2), linked(on(5, 1))),
                        new Refusal.CorrectionUnfit(
                                10, 30L, linked(on(5, 1)).event(), LocalDate.of(2025, 5, 1))),
                Example.of(timeline(planned(on(1, 1))), move(on(5, 1), linked(on(5, 1)))),
                Example.of(
                        DONE,
                        correct(as(TOMORROW.effectiveOn(), "action-delayed", null)),
                        future,
                        new Refusal.ReasonNeeded(Move.DELAY, 12L)),
                Example.of(
                        DONE,
                        correct(as(null, null, Status.DELAYED)),
                        new Refusal.OtherKind(12, COMPLETED)),
                Example.of(
                        IN_PROGRESS,
                        new RetractEntry(ACTION, 10, List.of(), on(TODAY), "vergissing"),
                        new Refusal.RestsOn(10, 11L, STARTED)),
                Example.of(
                        timeline(
                                planned(on(1, 1)), new ActionResumed(ACTION, on(5, 1), null, null)),
                        new StartAction(ACTION, on(1, 1), null, null),
                        new Refusal.Contradicts(
                                "24",
                                11L,
                                new ActionResumed(ACTION, on(5, 1), null, null),
                                LocalDate.of(2025, 5, 1),
                                Set.of())));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everything_that_is_refused_is_told_at_once(Example example) {
        assertThat(ActionDecisions.decide(example.timeline(), example.command(), BOUNDS).refusals())
                .isEqualTo(example.refusals());
    }

    @ParameterizedTest
    @EnumSource
    void without_a_rule_something_here_goes_red(Rule rule) {
        assertThat(examples()).allMatch(example -> example.holdsUnder(EnumSet.allOf(Rule.class)));
        assertThat(examples())
                .anyMatch(example -> !example.holdsUnder(EnumSet.complementOf(EnumSet.of(rule))));
    }

    @Test
    void a_completed_action_cannot_be_delayed() {
        Decision<?> decision = ActionDecisions.decide(DONE, delay(on(7, 1), "ziekte"), BOUNDS);
        assertThat(decision.refusals())
                .containsExactly(
                        new Refusal.IllegalMove(
                                "24",
                                Move.DELAY,
                                Standing.COMPLETED,
                                LocalDate.of(2025, 7, 1),
                                EnumSet.of(Move.REOPEN, Move.WITHDRAW)));
        assertThat(decision.event()).isNull();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " \t "})
    void a_delay_without_a_reason_is_refused_whoever_asks(@Nullable String reason) {
        assertThat(ActionDecisions.decide(IN_PROGRESS, delay(on(TODAY), reason), BOUNDS).refusals())
                .containsExactly(new Refusal.ReasonNeeded(Move.DELAY, null));
    }

    @ParameterizedTest
    @EnumSource
    void only_a_move_that_needs_a_reason_is_refused_without_one(Move move) {
        ActionCommand command = StatusChanges.command(move, ACTION, on(TODAY), null, null, null);
        assertThat(ActionDecisions.ofInput(ActionTimeline.EMPTY, command, BOUNDS))
                .isEqualTo(
                        move.needsReason()
                                ? List.of(new Refusal.ReasonNeeded(move, null))
                                : List.of());
    }

    @Test
    void what_is_refused_of_the_input_is_told_first_and_whatever_is_recorded() {
        for (ActionTimeline recorded : List.of(ActionTimeline.EMPTY, IN_PROGRESS, DONE)) {
            List<Refusal> refusals =
                    ActionDecisions.decide(recorded, delay(TOMORROW, null), BOUNDS).refusals();
            List<Refusal> ofInput =
                    ActionDecisions.ofInput(recorded, delay(TOMORROW, null), BOUNDS);
            assertThat(ofInput).hasSize(2).allMatch(each -> each.ground() == Ground.INPUT);
            assertThat(refusals.subList(0, 2)).isEqualTo(ofInput);
            assertThat(refusals.stream().skip(2)).noneMatch(each -> each.ground() == Ground.INPUT);
        }
    }

    @Test
    void a_delay_goes_on_until_its_own_first_day_or_later() {
        ActionTimeline delayed =
                timeline(
                        planned(on(1, 1)),
                        STARTED,
                        new ActionDelayed(ACTION, null, on(3, 1), "ziekte", null));
        LocalDate first = LocalDate.of(2025, 3, 1);
        Refusal before = new Refusal.CompletedBefore(first.minusDays(1), first);
        assertThat(refusals(delayed, until(first))).isEmpty();
        assertThat(refusals(delayed, until(first.minusDays(1)))).containsExactly(before);
        assertThat(refusals(delayed, correct(Corrections.until(first.minusDays(1)))))
                .containsExactly(before);
        ActionTimeline baselined =
                timeline(
                        planned(on(1, 1)),
                        new ActionBaselined(ACTION, Status.DELAYED, on(3, 1), null, null));
        assertThat(refusals(baselined, until(first.minusDays(1)))).containsExactly(before);
        assertThat(refusals(baselined, until(first))).isEmpty();
    }

    @Test
    void what_stands_recorded_is_not_held_against_who_names_something_else() {
        LocalDate first = LocalDate.of(2025, 3, 1);
        ActionTimeline odd =
                timeline(
                        planned(on(LONG_AGO)),
                        STARTED,
                        new ActionDelayed(ACTION, LONG_AGO, on(3, 1), "ziekte", null));
        assertThat(refusals(odd, new ResumeSchedule(ACTION, on(TODAY), null, null))).isEmpty();
        assertThat(
                        refusals(
                                odd,
                                new CorrectEntry(
                                        ACTION,
                                        12,
                                        as(null, null, null),
                                        List.of(),
                                        on(TODAY),
                                        "r",
                                        "w",
                                        null,
                                        null)))
                .isEmpty();
        assertThat(refusals(odd, correct(10, as(LONG_AGO.plusDays(1), null, null))))
                .containsExactly(
                        new Refusal.TooEarly(LONG_AGO.plusDays(1), LocalDate.of(2019, 1, 1)));
        assertThat(refusals(odd, correct(as(first.plusDays(1), null, null))))
                .containsExactly(new Refusal.CompletedBefore(LONG_AGO, first.plusDays(1)));
    }

    private static List<Refusal> refusals(ActionTimeline timeline, ActionCommand command) {
        return ActionDecisions.decide(timeline, command, BOUNDS).refusals();
    }

    private static RescheduleDelay until(LocalDate completion) {
        return new RescheduleDelay(ACTION, completion, on(TODAY), null);
    }

    @Test
    void what_is_refused_is_not_recorded() {
        assertThat(
                        examples()
                                .filter(example -> !example.refusals().isEmpty())
                                .map(
                                        example ->
                                                ActionDecisions.decide(
                                                                example.timeline(),
                                                                example.command(),
                                                                BOUNDS)
                                                        .event())
                                .map(Optional::ofNullable))
                .allMatch(Optional::isEmpty);
    }
}
