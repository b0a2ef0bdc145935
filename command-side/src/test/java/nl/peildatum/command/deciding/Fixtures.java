package nl.peildatum.command.deciding;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nl.peildatum.api.Today;
import nl.peildatum.command.programme.ProgrammeState;
import nl.peildatum.command.rules.Command;
import org.axonframework.modelling.command.Repository;
import org.axonframework.test.aggregate.AggregateTestFixture;

/** Axon's fixtures around the aggregates, with the handler that decides. */
final class Fixtures {

    private Fixtures() {}

    static AggregateTestFixture<ActionAggregate> action(LocalDate today) {
        AggregateTestFixture<ActionAggregate> fixture =
                new AggregateTestFixture<>(ActionAggregate.class);
        fixture.registerAnnotatedCommandHandler(
                new Decisions(
                        new AggregateTestFixture<>(ProgrammeAggregate.class).getRepository(),
                        fixture.getRepository(),
                        reports(),
                        _ -> ProgrammeState.EMPTY,
                        today(today)));
        return fixture;
    }

    static AggregateTestFixture<ProgrammeAggregate> programme(LocalDate today) {
        AggregateTestFixture<ProgrammeAggregate> fixture =
                new AggregateTestFixture<>(ProgrammeAggregate.class);
        fixture.registerAnnotatedCommandHandler(
                new Decisions(
                        fixture.getRepository(),
                        new AggregateTestFixture<>(ActionAggregate.class).getRepository(),
                        reports(),
                        _ -> ProgrammeState.EMPTY,
                        today(today)));
        return fixture;
    }

    private static Repository<ReportAggregate> reports() {
        return new AggregateTestFixture<>(ReportAggregate.class).getRepository();
    }

    static Instruction instruction(Command command) {
        return new Instruction(List.of(command), null, null, null);
    }

    private static Today today(LocalDate date) {
        return new Today(
                Clock.fixed(
                        date.atTime(12, 0).atZone(Today.AMSTERDAM).toInstant(), Today.AMSTERDAM));
    }
}
