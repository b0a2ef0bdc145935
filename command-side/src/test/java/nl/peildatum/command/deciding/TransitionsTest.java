package nl.peildatum.command.deciding;

import static nl.peildatum.command.status.Standing.COMPLETED;
import static nl.peildatum.command.status.Standing.DELAYED;
import static nl.peildatum.command.status.Standing.IN_PROGRESS;
import static nl.peildatum.command.status.Standing.NOT_STARTED;
import static nl.peildatum.command.status.Standing.ONGOING;
import static nl.peildatum.command.status.Standing.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.peildatum.command.action.ActionCommand;
import nl.peildatum.command.action.ActionCommand.ChangeStatus;
import nl.peildatum.command.action.StatusChanges;
import nl.peildatum.command.deciding.Samples.Sample;
import nl.peildatum.command.rules.Refusal;
import nl.peildatum.command.rules.Refusal.Subject;
import nl.peildatum.command.rules.Refused;
import nl.peildatum.command.status.Move;
import nl.peildatum.command.status.Standing;
import nl.peildatum.events.ActionEvent;
import nl.peildatum.events.ActionEvent.StatusChange;
import nl.peildatum.events.Status;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomMatcher;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command in every standing, against the table as people read it. */
class TransitionsTest {

    private static final String TABLE =
            """
            StartAction    | ActionStarted     | not started                       | in progress | START
            MarkDelayed    | ActionDelayed     | in progress                       | delayed     | VERTRAGING
            ResumeSchedule | ActionResumed     | delayed                           | in progress | HERVATTING
            MakeOngoing    | ActionMadeOngoing | not started, in progress, delayed | ongoing     | DOORLOPEND
            MakeFinite     | ActionMadeFinite  | ongoing                           | in progress | AFBAKENING
            CompleteAction | ActionCompleted   | in progress, delayed, ongoing     | completed   | AFRONDING
            ReopenAction   | ActionReopened    | completed                         | in progress | HEROPENING
            WithdrawAction | ActionWithdrawn   | any of the five                   | withdrawn   | INTREKKING
            """;

    private static final Map<String, Standing> WORDS =
            Map.of(
                    "not started", NOT_STARTED,
                    "in progress", IN_PROGRESS,
                    "delayed", DELAYED,
                    "ongoing", ONGOING,
                    "completed", COMPLETED,
                    "withdrawn", WITHDRAWN);

    private record Rule(
            String command, String event, Set<Standing> from, Standing to, String kind) {

        static Rule read(String line) {
            String[] cells = line.split("\\|", -1);
            return new Rule(
                    cells[0].strip(),
                    cells[1].strip(),
                    standings(cells[2].strip()),
                    standing(cells[3].strip()),
                    cells[4].strip());
        }

        private static Set<Standing> standings(String words) {
            if (words.equals("any of the five")) {
                return EnumSet.of(NOT_STARTED, IN_PROGRESS, DELAYED, ONGOING, COMPLETED);
            }
            return Stream.of(words.split(", "))
                    .map(Rule::standing)
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Standing.class)));
        }

        private static Standing standing(String word) {
            return Objects.requireNonNull(WORDS.get(word), word);
        }
    }

    private static Map<String, Rule> rules() {
        Map<String, Rule> rules = new LinkedHashMap<>();
        TABLE.lines().map(Rule::read).forEach(rule -> rules.put(rule.command(), rule));
        return rules;
    }

    private static Rule rule(String command) {
        return Objects.requireNonNull(rules().get(command), command);
    }

    /** The codes of the moves that the table allows from a standing. */
    private static List<String> allowedFrom(Standing standing) {
        return rules().values().stream()
                .filter(rule -> rule.from().contains(standing))
                .map(Rule::kind)
                .toList();
    }

    static Stream<Arguments> everyMoveInEveryStanding() {
        return Samples.standings().stream()
                .flatMap(
                        standing ->
                                Samples.moves().values().stream()
                                        .map(move -> Arguments.of(move, standing)));
    }

    static Stream<Arguments> everyMoveAfterEveryBaseline() {
        return Stream.of(Status.values())
                .flatMap(
                        status ->
                                Samples.moves().values().stream()
                                        .map(move -> Arguments.of(move, status)));
    }

    @ParameterizedTest
    @MethodSource("everyMoveInEveryStanding")
    void a_move_is_recorded_or_refused_as_the_table_says(Sample move, Standing standing) {
        expect(move, standing, Samples.leadingTo(standing));
    }

    @ParameterizedTest
    @MethodSource("everyMoveAfterEveryBaseline")
    void a_baseline_is_as_good_as_the_moves_that_lead_there(Sample move, Status status) {
        expect(move, Standing.of(status), Samples.baselined(status));
    }

    private static void expect(Sample move, Standing standing, List<ActionEvent> before) {
        Rule rule = rule(move.name());
        ResultValidator<ActionAggregate> outcome =
                Fixtures.action(Samples.TODAY)
                        .given(before)
                        .when(Fixtures.instruction(move.command()));
        if (rule.from().contains(standing)) {
            outcome.expectSuccessfulHandlerExecution().expectEvents(move.event());
            assertThat(move.event().getClass().getSimpleName()).isEqualTo(rule.event());
        } else {
            Set<Move> allowed = EnumSet.noneOf(Move.class);
            for (Move candidate : Move.values()) {
                if (allowedFrom(standing).contains(StatusChanges.code(candidate))) {
                    allowed.add(candidate);
                }
            }
            outcome.expectNoEvents()
                    .expectException(Refused.class)
                    .expectException(
                            refusal(
                                    new Refusal.IllegalMove(
                                            "24",
                                            StatusChanges.of((StatusChange) move.event()),
                                            standing,
                                            Samples.TODAY,
                                            allowed)));
        }
    }

    private static Matcher<Object> refusal(Refusal expected) {
        return new CustomMatcher<>(expected.toString()) {
            @Override
            public boolean matches(Object thrown) {
                return thrown instanceof Refused refused && refused.refusal().equals(expected);
            }
        };
    }

    static Stream<Arguments> everyOtherCommandInEveryStanding() {
        return Samples.standings().stream()
                .flatMap(
                        standing ->
                                Samples.others().values().stream()
                                        .map(other -> Arguments.of(other, standing)));
    }

    @ParameterizedTest
    @MethodSource("everyOtherCommandInEveryStanding")
    void every_other_command_is_allowed_in_every_standing_but_for_three(
            Sample other, Standing standing) {
        List<ActionEvent> before = Samples.leadingTo(standing);
        ResultValidator<ActionAggregate> outcome =
                Fixtures.action(Samples.TODAY)
                        .given(before)
                        .when(Fixtures.instruction(other.command()));
        switch (other.name()) {
            case "PlanAction" ->
                    outcome.expectNoEvents()
                            .expectException(
                                    refusal(new Refusal.AlreadyExists(Subject.ACTION, "24")));
            case "BaselineAction" -> {
                if (standing == NOT_STARTED) {
                    outcome.expectEvents(other.event());
                } else {
                    outcome.expectNoEvents()
                            .expectException(
                                    refusal(
                                            new Refusal.AlreadyHasStatus(
                                                    "24",
                                                    null,
                                                    before.get(1).basis().effectiveOn())));
                }
            }
            case "RescheduleDelay" -> {
                if (standing == DELAYED) {
                    outcome.expectEvents(other.event());
                } else {
                    outcome.expectNoEvents()
                            .expectException(refusal(new Refusal.NotDelayed("24", Samples.TODAY)));
                }
            }
            default -> outcome.expectSuccessfulHandlerExecution().expectEvents(other.event());
        }
    }

    static Stream<Sample> everyCommand() {
        return Stream.concat(Samples.moves().values().stream(), Samples.others().values().stream());
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void without_a_plan_an_action_can_only_be_planned(Sample sample) {
        ResultValidator<ActionAggregate> outcome =
                Fixtures.action(Samples.TODAY)
                        .givenNoPriorActivity()
                        .when(Fixtures.instruction(sample.command()));
        if (sample.name().equals("PlanAction")) {
            outcome.expectEvents(sample.event());
        } else {
            outcome.expectNoEvents()
                    .expectException(refusal(new Refusal.Unknown(Subject.ACTION, "24")));
        }
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void what_lies_in_the_future_is_refused(Sample sample) {
        Fixtures.action(Samples.TODAY.minusDays(1))
                .given(Samples.leadingTo(IN_PROGRESS))
                .when(Fixtures.instruction(sample.command()))
                .expectNoEvents()
                .expectException(
                        refusal(new Refusal.InFuture(Samples.TODAY, Samples.TODAY.minusDays(1))));
    }

    @Test
    void no_kind_of_command_is_forgotten_here() {
        assertThat(everyCommand().map(Sample::name).toList())
                .containsExactlyInAnyOrderElementsOf(
                        Samples.kinds(ActionCommand.class).stream()
                                .filter(kind -> !kind.endsWith("Entry")) // see CorrectionsTest
                                .toList());
        assertThat(Samples.moves().keySet())
                .containsExactlyInAnyOrderElementsOf(rules().keySet())
                .containsExactlyInAnyOrderElementsOf(Samples.kinds(ChangeStatus.class));
        assertThat(Stream.of(Move.values()).map(StatusChanges::code))
                .containsExactlyElementsOf(rules().values().stream().map(Rule::kind).toList());
    }

    @Test
    void a_refusal_names_the_version_that_has_passed() {
        Fixtures.action(Samples.TODAY)
                .given(Samples.leadingTo(IN_PROGRESS))
                .when(
                        new Instruction(
                                List.of(sample("CompleteAction").command()),
                                Set.of(1L),
                                null,
                                null))
                .expectNoEvents()
                .expectException(refusal(new Refusal.VersionPassed(1, 2)));
    }

    @Test
    void several_commands_are_all_recorded_or_none() {
        List<ActionEvent> before = Samples.leadingTo(NOT_STARTED);
        Sample start = sample("StartAction");
        Sample complete = sample("CompleteAction");
        Fixtures.action(Samples.TODAY)
                .given(before)
                .when(
                        new Instruction(
                                List.of(start.command(), complete.command()),
                                Set.of(1L),
                                null,
                                null))
                .expectEvents(start.event(), complete.event());
        Fixtures.action(Samples.TODAY)
                .given(before)
                .when(new Instruction(List.of(start.command(), start.command()), null, null, null))
                .expectNoEvents()
                .expectException(Refused.class);
    }

    private static Sample sample(String name) {
        return Objects.requireNonNull(Samples.moves().get(name), name);
    }

    // --- the document

    private static final Path DOCUMENT = Path.of("..", "docs", "transitions.md");

    @Test
    void the_document_of_the_transitions_is_current() throws IOException {
        String current = new TransitionsDocument(Walk.byCommand()).text();
        if (Boolean.getBoolean("approve")) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, current);
        }
        assertThat(Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "")
                .as("docs/transitions.md; -Dapprove=true writes it anew")
                .isEqualTo(current);
    }

    @Test
    void the_walk_leads_where_the_table_says() {
        List<String> walked = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (Walk.Step step : Walk.everywhere()) {
            Rule rule = rule(step.move().name());
            walked.add(step.from() + " " + step.move() + " " + step.to().orElse(null));
            expected.add(
                    step.from()
                            + " "
                            + rule.command()
                            + " "
                            + (rule.from().contains(step.from()) ? rule.to() : null));
        }
        assertThat(walked).hasSize(48).isEqualTo(expected);
    }
}
