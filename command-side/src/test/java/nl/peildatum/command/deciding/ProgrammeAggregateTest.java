package nl.peildatum.command.deciding;

import static nl.peildatum.command.deciding.Samples.on;
import static nl.peildatum.command.deciding.Samples.programme;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalDate;
import java.util.List;
import nl.peildatum.command.programme.ProgrammeCommand.AcceptSignal;
import nl.peildatum.command.programme.ProgrammeCommand.AdoptProgramme;
import nl.peildatum.command.programme.ProgrammeCommand.DefineLine;
import nl.peildatum.command.programme.ProgrammeCommand.DismissSignal;
import nl.peildatum.command.programme.ProgrammeCommand.ReviseLine;
import nl.peildatum.command.rules.Command;
import nl.peildatum.command.rules.Refusal;
import nl.peildatum.command.rules.Refusal.Subject;
import nl.peildatum.command.rules.Refused;
import nl.peildatum.events.Basis;
import nl.peildatum.events.LineContent;
import nl.peildatum.events.ProgrammeEvent;
import nl.peildatum.events.ProgrammeEvent.ActionLineDefined;
import nl.peildatum.events.ProgrammeEvent.ActionLineRevised;
import nl.peildatum.events.ProgrammeEvent.ProgrammeAdopted;
import nl.peildatum.events.ProgrammeEvent.SignalAccepted;
import nl.peildatum.events.ProgrammeEvent.SignalDismissed;
import nl.peildatum.events.ProgrammeId;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomMatcher;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;

class ProgrammeAggregateTest {

    private static final Basis BASIS = on(2024, 1, 1);
    private static final ProgrammeAdopted ADOPTED =
            new ProgrammeAdopted(
                    programme(), "Samen", 2024, 2027, List.of("Een ministerie"), BASIS, null);
    private static final ActionLineDefined DEFINED =
            new ActionLineDefined(programme(), 1, content("Bewustwording"), BASIS, null);

    private static LineContent content(String title) {
        return new LineContent(title, title + ", lang", null, null, List.of(), null, List.of(), 1);
    }

    private static ResultValidator<ProgrammeAggregate> outcome(
            List<ProgrammeEvent> before, Command command) {
        return Fixtures.programme(Samples.TODAY).given(before).when(Fixtures.instruction(command));
    }

    private static void isRefused(List<ProgrammeEvent> before, Command command, Refusal refusal) {
        outcome(before, command).expectNoEvents().expectException(is(refusal));
    }

    private static Matcher<Object> is(Refusal expected) {
        return new CustomMatcher<>(expected.toString()) {
            @Override
            public boolean matches(Object thrown) {
                return thrown instanceof Refused refused && refused.refusal().equals(expected);
            }
        };
    }

    private static AdoptProgramme adopt() {
        return new AdoptProgramme(
                programme(), "Samen", 2024, 2027, List.of("Een ministerie"), BASIS, null);
    }

    private static DefineLine define(Basis basis) {
        return new DefineLine(programme(), 1, content("Bewustwording"), basis, null);
    }

    private static ReviseLine revise(String title, Basis basis) {
        return new ReviseLine(programme(), 1, content(title), basis, null);
    }

    @Test
    void a_programme_is_adopted_once() {
        outcome(List.of(), adopt()).expectEvents(ADOPTED);
        isRefused(
                List.of(ADOPTED),
                adopt(),
                new Refusal.AlreadyExists(Subject.PROGRAMME, "samen-tegen-mensenhandel"));
    }

    @Test
    void a_line_is_defined_once_in_a_programme_that_exists() {
        isRefused(
                List.of(),
                define(BASIS),
                new Refusal.Unknown(Subject.PROGRAMME, "samen-tegen-mensenhandel"));
        outcome(List.of(ADOPTED), define(BASIS)).expectEvents(DEFINED);
        isRefused(
                List.of(ADOPTED, DEFINED),
                define(BASIS),
                new Refusal.AlreadyExists(Subject.LINE, "1"));
    }

    @Test
    void a_line_is_revised_from_the_date_on_which_it_is_defined() {
        isRefused(
                List.of(ADOPTED), revise("Anders", BASIS), new Refusal.Unknown(Subject.LINE, "1"));
        outcome(List.of(ADOPTED, DEFINED), revise("Anders", on(2025, 1, 1)))
                .expectEvents(
                        new ActionLineRevised(
                                programme(), 1, content("Anders"), on(2025, 1, 1), null));
        isRefused(
                List.of(ADOPTED, DEFINED),
                revise("Anders", on(2023, 12, 31)),
                new Refusal.NotYetRecorded(
                        Subject.LINE, "1", LocalDate.of(2023, 12, 31), LocalDate.of(2024, 1, 1)));
    }

    @Test
    void a_revision_that_says_what_the_line_says_on_that_day_records_nothing() {
        ActionLineRevised revised =
                new ActionLineRevised(programme(), 1, content("Anders"), on(2025, 1, 1), null);
        List<ProgrammeEvent> before = List.of(ADOPTED, DEFINED, revised);
        outcome(before, revise("Anders", on(2025, 6, 1))).expectNoEvents();
        outcome(before, revise("Bewustwording", on(2024, 6, 1))).expectNoEvents();
        outcome(before, revise("Bewustwording", on(2025, 6, 1)))
                .expectEvents(
                        new ActionLineRevised(
                                programme(), 1, content("Bewustwording"), on(2025, 6, 1), null));
    }

    @Test
    void a_later_revision_of_the_same_day_holds() {
        ActionLineRevised first =
                new ActionLineRevised(programme(), 1, content("Een"), on(2025, 1, 1), null);
        ActionLineRevised second =
                new ActionLineRevised(programme(), 1, content("Twee"), on(2025, 1, 1), null);
        List<ProgrammeEvent> before = List.of(ADOPTED, DEFINED, first, second);
        outcome(before, revise("Twee", on(2025, 1, 1))).expectNoEvents();
        outcome(before, revise("Een", on(2025, 1, 1))).expectEvents(first);
    }

    @Test
    void only_the_last_judgement_of_a_signal_is_not_recorded_again() {
        String signal = "vertraging-37-op-2";
        AcceptSignal accept = new AcceptSignal(programme(), signal, BASIS, "zo is het");
        SignalAccepted accepted = new SignalAccepted(programme(), signal, BASIS, "zo is het");
        SignalDismissed dismissed = new SignalDismissed(programme(), signal, BASIS, "zo is het");
        SignalAccepted other = new SignalAccepted(programme(), "nummer-3-op-2", BASIS, "anders");
        isRefused(
                List.of(),
                accept,
                new Refusal.Unknown(Subject.PROGRAMME, "samen-tegen-mensenhandel"));
        outcome(List.of(ADOPTED), accept).expectEvents(accepted);
        outcome(List.of(ADOPTED, accepted, other), accept).expectNoEvents();
        outcome(List.of(ADOPTED, accepted, dismissed), accept).expectEvents(accepted);
        outcome(
                        List.of(ADOPTED, accepted),
                        new DismissSignal(programme(), signal, BASIS, "zo is het"))
                .expectEvents(dismissed);
    }

    @Test
    void nothing_about_a_programme_lies_in_the_future() {
        Basis tomorrow = new Basis(Samples.TODAY.plusDays(1), "subject-1", null);
        isRefused(
                List.of(ADOPTED),
                define(tomorrow),
                new Refusal.InFuture(tomorrow.effectiveOn(), Samples.TODAY));
    }

    @Test
    void an_instruction_is_about_one_programme() {
        AdoptProgramme other =
                new AdoptProgramme(
                        new ProgrammeId("een-ander"), "Ander", 2024, 2027, List.of(), BASIS, null);
        assertThat(catchThrowable(() -> new Instruction(List.of(adopt(), other), null, null, null)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
