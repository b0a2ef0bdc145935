package nl.peildatum.command.programme;

import static nl.peildatum.command.Corrections.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.peildatum.command.programme.ProgrammeCommand.AdoptProgramme;
import nl.peildatum.command.programme.ProgrammeCommand.CorrectProgrammeEntry;
import nl.peildatum.command.programme.ProgrammeCommand.DefineLine;
import nl.peildatum.command.programme.ProgrammeCommand.EraseText;
import nl.peildatum.command.programme.ProgrammeCommand.RetractProgrammeEntry;
import nl.peildatum.command.programme.ProgrammeCommand.ReviseProgramme;
import nl.peildatum.command.programme.ProgrammeDecisions.Rule;
import nl.peildatum.command.programme.ProgrammeState.Itself;
import nl.peildatum.command.rules.Bounds;
import nl.peildatum.command.rules.Decision;
import nl.peildatum.command.rules.Entries.Entry;
import nl.peildatum.command.rules.Refusal;
import nl.peildatum.command.rules.Refusal.Subject;
import nl.peildatum.events.ActionEvent.ActionFact;
import nl.peildatum.events.ActionEvent.ActionMoved;
import nl.peildatum.events.ActionEvent.ActionPlanned;
import nl.peildatum.events.ActionEvent.ActionRescheduled;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.Basis;
import nl.peildatum.events.Correction;
import nl.peildatum.events.LineContent;
import nl.peildatum.events.ProgrammeEvent;
import nl.peildatum.events.ProgrammeEvent.ActionLineDefined;
import nl.peildatum.events.ProgrammeEvent.ActionLineRevised;
import nl.peildatum.events.ProgrammeEvent.ProgrammeAdopted;
import nl.peildatum.events.ProgrammeEvent.ProgrammeRevised;
import nl.peildatum.events.ProgrammeEvent.TextErased;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.events.Status;
import nl.peildatum.eventstore.TestCorrections;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is refused, all of it at once; without any one of the rules something here goes red. Entries
 * of the programme are recorded as numbers 10, 11, 12 …
 */
class RulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate TOMORROW = TODAY.plusDays(1);
    private static final ProgrammeId PROGRAMME = new ProgrammeId("programma");
    private static final ActionId ACTION = new ActionId(PROGRAMME, "24");
    private static final LineContent CONTENT =
            new LineContent("Titel", "Lange titel", null, null, List.of(), null, List.of(), 1);
    private static final ProgrammeAdopted ADOPTED =
            new ProgrammeAdopted(PROGRAMME, "Samen", 2024, 2027, List.of(), on(2024, 1), null);
    private static final ActionLineDefined DEFINED =
            new ActionLineDefined(PROGRAMME, 1, CONTENT, on(2024, 1), null);
    private static final ActionLineRevised REVISED =
            new ActionLineRevised(PROGRAMME, 1, CONTENT, on(2025, 1), null);
    private static final Entry<ActionFact> PLANNED_IN_IT = new Entry<>(20L, planned(1));
    private static final Entry<ActionFact> MOVED_TO_IT =
            new Entry<>(22L, new ActionMoved(ACTION, 1, on(2025, 6), null));

    private static final ProgrammeRevised EXTENDED =
            new ProgrammeRevised(
                    PROGRAMME, "Samen verder", 2030, List.of("Gemeenten"), on(2026, 1), null);

    private static Basis on(int year, int month) {
        return new Basis(LocalDate.of(year, month, 1), "subject-1", null);
    }

    private static Basis on(LocalDate day) {
        return new Basis(day, "subject-1", null);
    }

    private static ActionPlanned planned(@Nullable Integer line) {
        return planned(line, 2024, on(2024, 1));
    }

    private static ActionPlanned planned(@Nullable Integer line, int year, Basis basis) {
        return new ActionPlanned(
                ACTION, "24", "Titel", line, years(year), true, null, null, basis, null, null);
    }

    private static ProgrammeState state(ProgrammeEvent... recorded) {
        ProgrammeState state = ProgrammeState.EMPTY;
        for (int i = 0; i < recorded.length; i++) {
            state = state.with(10L + i, recorded[i]);
        }
        return state;
    }

    private static RetractProgrammeEntry retract(long entry) {
        return retract(entry, List.of());
    }

    private static RetractProgrammeEntry retract(long entry, List<Entry<ActionFact>> ofActions) {
        return new RetractProgrammeEntry(PROGRAMME, entry, ofActions, on(TODAY), "vergissing");
    }

    private static CorrectProgrammeEntry correct(Correction as) {
        return new CorrectProgrammeEntry(
                PROGRAMME, 11, as, List.of(), on(TODAY), "vergissing", null);
    }

    /** A command on what is recorded, and everything for which it is refused. */
    record Example(ProgrammeState state, ProgrammeCommand command, List<Refusal> refusals) {

        static Example of(ProgrammeState state, ProgrammeCommand command, Refusal... refusals) {
            return new Example(state, command, List.of(refusals));
        }

        boolean holdsUnder(Set<Rule> rules) {
            return ProgrammeDecisions.decide(rules, state, command, TODAY)
                    .refusals()
                    .equals(refusals);
        }

        @Override
        public String toString() {
            return command.getClass().getSimpleName() + " " + refusals;
        }
    }

    static Stream<Example> examples() {
        ProgrammeState defined = state(ADOPTED, DEFINED);
        Refusal future = new Refusal.InFuture(TOMORROW, TODAY);
        return Stream.of(
                Example.of(defined, retract(11)),
                Example.of(
                        defined,
                        new DefineLine(PROGRAMME, 1, CONTENT, on(TOMORROW), null),
                        future,
                        new Refusal.AlreadyExists(Subject.LINE, "1")),
                Example.of(
                        state(),
                        new DefineLine(PROGRAMME, 1, CONTENT, on(TOMORROW), null),
                        future,
                        new Refusal.Unknown(Subject.PROGRAMME, "programma")),
                Example.of(
                        defined,
                        new AdoptProgramme(
                                PROGRAMME, "Samen", 2024, 2027, List.of(), on(TODAY), null),
                        new Refusal.AlreadyExists(Subject.PROGRAMME, "programma")),
                Example.of(defined, correct(as(TOMORROW, null, null)), future),
                Example.of(
                        defined,
                        correct(as(null, null, Status.DELAYED)),
                        new Refusal.OtherKind(11, DEFINED)),
                Example.of(defined, retract(10), new Refusal.Stays(10)),
                Example.of(
                        defined,
                        retract(11, List.of(PLANNED_IN_IT, MOVED_TO_IT)),
                        new Refusal.RestsOn(11, 20L, planned(1))),
                Example.of(
                        state(ADOPTED, DEFINED, REVISED),
                        retract(11, List.of(MOVED_TO_IT)),
                        new Refusal.RestsOn(11, 22L, MOVED_TO_IT.event()),
                        new Refusal.RestsOn(11, 12L, REVISED)),
                Example.of(
                        state(ADOPTED, DEFINED, REVISED),
                        correct(as(LocalDate.of(2025, 6, 1), null, null)),
                        new Refusal.CorrectionUnfit(11, 12L, REVISED, LocalDate.of(2025, 1, 1))),
                Example.of(state(ADOPTED), revise(2027, 2025, List.of(carriedOut(2027)))),
                Example.of(
                        state(ADOPTED),
                        revise(2026, 2025, List.of(carriedOut(2027))),
                        new Refusal.YearInUse(2027, "24", 20L)),
                Example.of(
                        state(ADOPTED, EXTENDED),
                        new RetractProgrammeEntry(
                                PROGRAMME, 11, List.of(carriedOut(2029)), on(TODAY), "vergissing"),
                        new Refusal.YearInUse(2029, "24", 20L)),
                Example.of(
                        state(
                                ADOPTED,
                                DEFINED,
                                new TextErased(PROGRAMME, 11, null, on(TODAY), "naam")),
                        new EraseText(PROGRAMME, 11, null, on(TODAY), "naam"),
                        new Refusal.AlreadyErased(11, 12)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everything_that_is_refused_is_told_at_once(Example example) {
        assertThat(ProgrammeDecisions.decide(example.state(), example.command(), TODAY).refusals())
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
    void only_the_years_that_still_hold_keep_a_programme_from_being_shorter() {
        Entry<ActionFact> planned = new Entry<>(20L, planned(1, 2027, on(2024, 1)));
        Entry<ActionFact> earlier =
                new Entry<>(21L, new ActionRescheduled(ACTION, years(2025), on(2025, 3), null));
        assertThat(decided(revise(2025, 2024, List.of(planned, earlier))).refusals())
                .containsExactly(new Refusal.YearInUse(2027, "24", 20L));
        assertThat(decided(revise(2025, 2025, List.of(planned, earlier))).refusals()).isEmpty();
        assertThat(decided(revise(2024, 2025, List.of(planned, earlier))).refusals())
                .containsExactly(new Refusal.YearInUse(2025, "24", 21L));
    }

    @Test
    void a_revision_that_shortens_nothing_is_held_against_no_year() {
        ProgrammeState shortened = state(ADOPTED, shortened(2025));
        ReviseProgramme again = revise("Samen", 2025, 2025, List.of(carriedOut(2027)));
        assertThat(ProgrammeDecisions.decide(shortened, again, TODAY).refusals()).isEmpty();
        ReviseProgramme renamed = revise("Samen verder", 2025, 2025, List.of(carriedOut(2027)));
        assertThat(ProgrammeDecisions.decide(shortened, renamed, TODAY).event()).isNotNull();
    }

    private static ProgrammeRevised shortened(int lastYear) {
        return new ProgrammeRevised(PROGRAMME, "Samen", lastYear, List.of(), on(2025, 1), null);
    }

    @Test
    void a_corrected_first_year_leaves_its_actions_their_years_and_the_programme_its_days() {
        assertThat(decided(begin(2026, List.of(carriedOut(2025)))).refusals())
                .containsExactly(new Refusal.YearInUse(2025, "24", 20L));
        assertThat(decided(begin(2020, List.of(carriedOut(2025)))).refusals()).isEmpty();
        assertThat(decided(begin(2042, List.of())).refusals())
                .containsExactly(
                        new Refusal.TooEarly(
                                ADOPTED.basis().effectiveOn(), LocalDate.of(2037, 1, 1)));
    }

    private static CorrectProgrammeEntry begin(int firstYear, List<Entry<ActionFact>> ofActions) {
        Correction as = TestCorrections.of("firstYear", firstYear, "lastYear", 2047);
        return new CorrectProgrammeEntry(
                PROGRAMME, 10, as, ofActions, on(TODAY), "vergissing", null);
    }

    @Test
    void a_programme_that_began_too_late_can_be_mended() {
        ProgrammeState odd =
                state(
                        new ProgrammeAdopted(
                                PROGRAMME, "Samen", 2042, 2047, List.of(), on(2024, 1), null));
        assertThat(ProgrammeDecisions.decide(odd, begin(2024, List.of()), TODAY).event())
                .isNotNull();
    }

    @Test
    void a_revision_that_says_what_holds_already_records_nothing() {
        assertThat(decided(revise("Samen", 2027, 2025, List.of())).event()).isNull();
        assertThat(decided(revise("Samen verder", 2027, 2025, List.of())).event()).isNotNull();
    }

    @Test
    void a_programme_is_what_it_was_adopted_as_until_it_is_revised_and_its_bounds_are_the_widest() {
        ProgrammeState state = state(ADOPTED, EXTENDED);
        assertThat(state.on(LocalDate.of(1, 1, 1)).orElseThrow().lastYear()).isEqualTo(2027);
        assertThat(state.on(EXTENDED.basis().effectiveOn()).orElseThrow())
                .isEqualTo(new Itself("Samen verder", 2024, 2030, List.of("Gemeenten")));
        assertThat(state.bounds(TODAY)).isEqualTo(new Bounds(TODAY, 2024, 2030));
    }

    private static Decision<ProgrammeEvent> decided(ProgrammeCommand command) {
        return ProgrammeDecisions.decide(state(ADOPTED), command, TODAY);
    }

    private static ReviseProgramme revise(
            int lastYear, int fromYear, List<Entry<ActionFact>> ofActions) {
        return revise("Samen", lastYear, fromYear, ofActions);
    }

    private static ReviseProgramme revise(
            String name, int lastYear, int fromYear, List<Entry<ActionFact>> ofActions) {
        return new ReviseProgramme(
                PROGRAMME, name, lastYear, List.of(), ofActions, on(fromYear, 6), null);
    }

    private static Entry<ActionFact> carriedOut(int year) {
        return new Entry<>(20L, planned(1, year, on(2024, 1)));
    }

    private static SortedSet<Integer> years(Integer... years) {
        return new TreeSet<>(List.of(years));
    }

    @Test
    void a_line_on_which_actions_rest_stays_and_an_action_of_another_line_is_no_matter() {
        ProgrammeState defined = state(ADOPTED, DEFINED);
        Entry<ActionFact> elsewhere = new Entry<>(20L, planned(2));
        Entry<ActionFact> nowhere = new Entry<>(21L, planned(null));
        assertThat(
                        ProgrammeDecisions.decide(
                                        defined, retract(11, List.of(nowhere, elsewhere)), TODAY)
                                .event())
                .isEqualTo(retract(11).event());
        assertThat(
                        ProgrammeDecisions.decide(
                                        defined,
                                        retract(11, List.of(elsewhere, MOVED_TO_IT)),
                                        TODAY)
                                .refusals())
                .containsExactly(new Refusal.RestsOn(11, 22L, MOVED_TO_IT.event()));
    }

    @Test
    void a_revision_can_be_taken_back_while_actions_rest_on_its_line() {
        assertThat(
                        ProgrammeDecisions.decide(
                                        state(ADOPTED, DEFINED, REVISED),
                                        retract(12, List.of(PLANNED_IN_IT)),
                                        TODAY)
                                .refusals())
                .isEmpty();
    }
}
