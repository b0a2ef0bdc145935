package nl.peildatum.command.action;

import static nl.peildatum.command.Corrections.as;
import static nl.peildatum.command.action.Told.ACTION;
import static nl.peildatum.command.action.Told.BOUNDS;
import static nl.peildatum.command.action.Told.TODAY;
import static nl.peildatum.command.action.Told.on;
import static nl.peildatum.command.action.Told.planned;
import static nl.peildatum.command.action.Told.timeline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import nl.peildatum.command.action.ActionCommand.CorrectEntry;
import nl.peildatum.command.action.ActionCommand.RetractEntry;
import nl.peildatum.command.rules.Refusal;
import nl.peildatum.command.rules.Refused;
import nl.peildatum.command.status.Move;
import nl.peildatum.command.status.Standing;
import nl.peildatum.events.ActionEvent;
import nl.peildatum.events.ActionEvent.ActionBaselined;
import nl.peildatum.events.ActionEvent.ActionCompleted;
import nl.peildatum.events.ActionEvent.ActionDelayed;
import nl.peildatum.events.ActionEvent.ActionExplained;
import nl.peildatum.events.ActionEvent.ActionFact;
import nl.peildatum.events.ActionEvent.ActionReopened;
import nl.peildatum.events.ActionEvent.ActionResumed;
import nl.peildatum.events.ActionEvent.ActionStarted;
import nl.peildatum.events.ActionEvent.DelayRescheduled;
import nl.peildatum.events.ActionEvent.StatusChange;
import nl.peildatum.events.Correction;
import nl.peildatum.events.Status;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Entries are recorded as numbers 10, 11, 12 … */
class CorrectionsTest {

    private static final ActionStarted STARTED = new ActionStarted(ACTION, on(3, 1), null, null);
    private static final ActionDelayed DELAYED =
            new ActionDelayed(ACTION, null, on(6, 1), "ziekte", null);
    private static final ActionResumed RESUMED = new ActionResumed(ACTION, on(8, 1), null, null);

    private static CorrectEntry correct(long entry, Correction as) {
        return new CorrectEntry(
                ACTION, entry, as, List.of(), on(TODAY), "vergissing", null, null, null);
    }

    private static RetractEntry retract(long entry) {
        return new RetractEntry(ACTION, entry, List.of(), on(TODAY), "vergissing");
    }

    private static ActionTimeline after(ActionTimeline timeline, long number, ActionCommand next) {
        return timeline.with(
                number, ActionDecisions.decide(timeline, next, BOUNDS).orRefuse().orElseThrow());
    }

    private static Refusal refusal(ActionTimeline timeline, ActionCommand command) {
        Refused refused =
                catchThrowableOfType(
                        Refused.class,
                        () -> ActionDecisions.decide(timeline, command, BOUNDS).orRefuse());
        assertThat(refused).isNotNull();
        return refused.refusal();
    }

    private static Standing standing(ActionTimeline timeline, LocalDate day) {
        return timeline.on(day).orElseThrow().standing();
    }

    @Test
    void a_delay_turns_out_to_be_older() {
        ActionTimeline history = timeline(planned(on(1, 1)), STARTED, DELAYED);

        ActionTimeline corrected =
                after(history, 20, correct(12, as(LocalDate.of(2025, 4, 1), null, null)));

        assertThat(standing(corrected, LocalDate.of(2025, 3, 31))).isEqualTo(Standing.IN_PROGRESS);
        assertThat(standing(corrected, LocalDate.of(2025, 4, 1))).isEqualTo(Standing.DELAYED);
        assertThat(standing(history, LocalDate.of(2025, 4, 1))).isEqualTo(Standing.IN_PROGRESS);
    }

    @Test
    void on_its_new_date_an_entry_holds_in_the_order_of_its_original() {
        ActionTimeline history =
                timeline(
                        planned(on(1, 1)),
                        STARTED,
                        new ActionExplained(ACTION, on(5, 1), null, "eerst"),
                        new ActionExplained(ACTION, on(6, 1), null, "daarna"));

        ActionTimeline corrected =
                after(history, 20, correct(12, as(LocalDate.of(2025, 6, 1), null, null)));

        assertThat(corrected.on(LocalDate.of(2025, 6, 1)).orElseThrow().explanation())
                .isEqualTo("daarna");
    }

    @Test
    void a_correction_that_contradicts_another_entry_is_refused_and_names_it() {
        ActionTimeline history = timeline(planned(on(1, 1)), STARTED, DELAYED, RESUMED);

        assertThat(refusal(history, correct(12, as(LocalDate.of(2025, 9, 1), null, null))))
                .isEqualTo(new Refusal.CorrectionUnfit(12, 13L, RESUMED, LocalDate.of(2025, 8, 1)));
        assertThat(refusal(history, correct(10, as(LocalDate.of(2025, 4, 1), null, null))))
                .isEqualTo(new Refusal.CorrectionUnfit(10, 11L, STARTED, LocalDate.of(2025, 3, 1)));
        assertThat(refusal(history, retract(12)))
                .isEqualTo(new Refusal.CorrectionUnfit(12, 13L, RESUMED, LocalDate.of(2025, 8, 1)));
        assertThat(refusal(history, correct(12, as(null, "action-reopened", null))))
                .isInstanceOfSatisfying(
                        Refusal.CorrectionUnfit.class,
                        unfit -> assertThat(unfit.number()).isEqualTo(12));
    }

    @Test
    void a_delay_cannot_be_moved_past_an_expected_completion_that_is_kept() {
        DelayRescheduled sooner =
                new DelayRescheduled(ACTION, LocalDate.of(2025, 6, 20), on(7, 1), null);
        ActionTimeline history = timeline(planned(on(1, 1)), STARTED, DELAYED, sooner);

        assertThat(refusal(history, correct(12, as(LocalDate.of(2025, 6, 21), null, null))))
                .isEqualTo(new Refusal.CorrectionUnfit(12, 13L, sooner, LocalDate.of(2025, 7, 1)));
        after(history, 20, correct(12, as(LocalDate.of(2025, 6, 20), null, null)));
        // what does not fit already keeps nobody from correcting something else
        ActionTimeline unfit =
                timeline(
                        planned(on(1, 1)),
                        STARTED,
                        DELAYED,
                        new DelayRescheduled(ACTION, LocalDate.of(2025, 5, 1), on(7, 1), null));
        after(unfit, 20, correct(11, as(LocalDate.of(2025, 4, 1), null, null)));
    }

    @Test
    void a_plan_and_a_baseline_can_be_moved_and_the_baseline_can_have_another_status() {
        ActionTimeline history =
                timeline(
                        planned(on(2, 1)),
                        new ActionBaselined(ACTION, Status.DELAYED, on(2, 1), null, null),
                        RESUMED);

        ActionTimeline earlier =
                after(history, 20, correct(10, as(LocalDate.of(2025, 1, 1), null, null)));
        assertThat(standing(earlier, LocalDate.of(2025, 1, 15))).isEqualTo(Standing.NOT_STARTED);
        assertThat(refusal(earlier, correct(11, as(null, null, Status.COMPLETED))))
                .isInstanceOf(Refusal.CorrectionUnfit.class);
        assertThat(
                        standing(
                                after(
                                        after(earlier, 21, retract(12)),
                                        22,
                                        correct(11, as(null, null, Status.COMPLETED))),
                                TODAY))
                .isEqualTo(Standing.COMPLETED);
    }

    @Test
    void any_number_of_a_chain_names_the_entry_as_it_now_stands() {
        ActionTimeline history = timeline(planned(on(1, 1)), STARTED, DELAYED);
        ActionTimeline once =
                after(history, 20, correct(12, as(LocalDate.of(2025, 4, 1), null, null)));
        ActionTimeline twice = after(once, 21, correct(20, as(null, "action-completed", null)));
        ActionTimeline thrice =
                after(twice, 22, correct(12, as(LocalDate.of(2025, 5, 1), null, null)));

        assertThat(standing(thrice, LocalDate.of(2025, 4, 30))).isEqualTo(Standing.IN_PROGRESS);
        assertThat(standing(thrice, LocalDate.of(2025, 5, 1))).isEqualTo(Standing.COMPLETED);
        assertThat(after(thrice, 23, retract(21)).on(TODAY).orElseThrow().standing())
                .isEqualTo(Standing.IN_PROGRESS);
    }

    @Test
    void what_was_retracted_is_neither_corrected_nor_retracted_again() {
        ActionTimeline history =
                after(timeline(planned(on(1, 1)), STARTED, DELAYED), 20, retract(12));

        assertThat(refusal(history, correct(12, as(LocalDate.of(2025, 4, 1), null, null))))
                .isEqualTo(new Refusal.Retracted(12, 20));
        assertThat(refusal(history, retract(20))).isEqualTo(new Refusal.Retracted(20, 20));
    }

    @Test
    void a_plan_or_a_baseline_stays_while_anything_rests_on_it() {
        ActionBaselined baseline =
                new ActionBaselined(ACTION, Status.NOT_STARTED, on(1, 1), null, null);
        ActionTimeline history = timeline(planned(on(1, 1)), baseline, STARTED);

        assertThat(refusal(history, retract(10))).isEqualTo(new Refusal.RestsOn(10, 11L, baseline));
        assertThat(refusal(history, retract(11))).isEqualTo(new Refusal.RestsOn(11, 12L, STARTED));

        ActionTimeline alone =
                after(after(after(history, 20, retract(12)), 21, retract(11)), 22, retract(10));
        assertThat(alone.on(TODAY)).isEmpty();
    }

    @Test
    void an_entry_that_becomes_a_delay_needs_a_reason_of_its_own() {
        ActionTimeline history =
                timeline(
                        planned(on(1, 1)),
                        STARTED,
                        new ActionCompleted(ACTION, on(6, 1), null, null));

        assertThat(refusal(history, correct(12, as(null, "action-delayed", null))))
                .isEqualTo(new Refusal.ReasonNeeded(Move.DELAY, 12L));
        CorrectEntry withReason =
                new CorrectEntry(
                        ACTION,
                        12,
                        as(null, "action-delayed", null),
                        List.of(),
                        on(TODAY),
                        "vergissing",
                        "ziekte",
                        null,
                        null);
        assertThat(standing(after(history, 20, withReason), TODAY)).isEqualTo(Standing.DELAYED);
    }

    @Test
    void a_correction_to_the_future_is_refused_and_one_that_changes_nothing_records_nothing() {
        ActionTimeline history = timeline(planned(on(1, 1)), STARTED);

        assertThat(refusal(history, correct(11, as(TODAY.plusDays(1), null, null))))
                .isEqualTo(new Refusal.InFuture(TODAY.plusDays(1), TODAY));
        assertThat(
                        ActionDecisions.decide(
                                        history,
                                        correct(11, as(LocalDate.of(2025, 3, 1), null, null)),
                                        BOUNDS)
                                .orRefuse())
                .isEmpty();
        assertThat(refusal(history, correct(99, as(TODAY, null, null))))
                .isEqualTo(new Refusal.UnknownEntry("99"));
    }

    @Test
    void a_part_that_the_entry_lost_meanwhile_is_refused_and_not_an_error() {
        ActionTimeline history = timeline(planned(on(1, 1)), STARTED, DELAYED);
        ActionTimeline completed =
                after(history, 20, correct(12, as(null, "action-completed", null)));

        assertThat(refusal(completed, correct(12, as(null, null, Status.DELAYED))))
                .isInstanceOf(Refusal.OtherKind.class);
    }

    /** An entry that was recorded, as it reads now; null once it was retracted. */
    private static final class Original {
        @Nullable ActionFact reads;

        Original(ActionFact reads) {
            this.reads = reads;
        }
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void what_is_accepted_is_legal_and_what_is_refused_is_not(
            @ForAll @Size(min = 5, max = 30) List<@IntRange(max = 99_999) Integer> codes) {
        List<ActionEvent> facts =
                List.of(
                        planned(on(1, 1)),
                        STARTED,
                        DELAYED,
                        RESUMED,
                        new ActionCompleted(ACTION, on(9, 1), null, null),
                        new ActionReopened(ACTION, on(10, 1), "toch", null));
        ActionTimeline timeline = timeline(facts);
        List<Original> originals = new ArrayList<>();
        List<Integer> named = new ArrayList<>();
        for (ActionEvent fact : facts) {
            named.add(originals.size());
            originals.add(new Original((ActionFact) fact));
        }
        for (int code : codes) {
            int place = code % named.size();
            long number = 10L + place;
            Original original = originals.get(named.get(place));
            boolean retracts = code / 100 % 4 == 0;
            LocalDate day = LocalDate.of(2025, 1 + code / 1_000 % 12, 1);
            ActionCommand command =
                    retracts ? retract(number) : correct(number, as(day, null, null));
            List<ActionEvent> then = new ArrayList<>();
            for (Original other : originals) {
                ActionFact reads = other.reads;
                if (reads != null && other != original) {
                    then.add(reads);
                } else if (reads != null && !retracts) {
                    then.add((ActionFact) moved(reads, day));
                }
            }
            boolean possible =
                    original.reads != null
                            && NaiveFold.isLegal(then)
                            && !(retracts
                                    && original.reads instanceof ActionEvent.ActionPlanned
                                    && !then.isEmpty());
            Optional<ActionEvent> decided;
            try {
                decided = ActionDecisions.decide(timeline, command, BOUNDS).orRefuse();
            } catch (Refused refused) {
                assertThat(possible).as("%s was refused: %s", command, refused).isFalse();
                continue;
            }
            assertThat(possible).as("%s was accepted", command).isTrue();
            if (decided.isPresent()) {
                timeline = timeline.with(10L + named.size(), decided.get());
                named.add(named.get(place));
                ActionFact reads = original.reads;
                original.reads = retracts || reads == null ? null : (ActionFact) moved(reads, day);
            }
            for (int month = 1; month <= 12; month++) {
                LocalDate on = LocalDate.of(2025, month, 1);
                List<ActionEvent> standing = new ArrayList<>();
                originals.forEach(
                        each -> {
                            if (each.reads != null) {
                                standing.add(each.reads);
                            }
                        });
                assertThat(timeline.on(on).map(state -> state.standing().name()).orElse("niets"))
                        .isEqualTo(NaiveFold.statusOn(standing, on));
            }
        }
    }

    private static ActionEvent moved(ActionFact fact, LocalDate day) {
        return switch (fact) {
            case ActionEvent.ActionPlanned _ -> planned(on(day));
            case StatusChange change ->
                    switch (change) {
                        case ActionStarted _ -> new ActionStarted(ACTION, on(day), null, null);
                        case ActionDelayed _ ->
                                new ActionDelayed(ACTION, null, on(day), "ziekte", null);
                        case ActionResumed _ -> new ActionResumed(ACTION, on(day), null, null);
                        case ActionCompleted _ -> new ActionCompleted(ACTION, on(day), null, null);
                        case ActionReopened _ -> new ActionReopened(ACTION, on(day), "toch", null);
                        default -> throw new AssertionError(change);
                    };
            default -> throw new AssertionError(fact);
        };
    }
}
