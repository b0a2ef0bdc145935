package nl.peildatum.command.deciding;

import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import nl.peildatum.api.Today;
import nl.peildatum.command.action.ActionCommand;
import nl.peildatum.command.action.ActionDecisions;
import nl.peildatum.command.programme.ProgrammeCommand;
import nl.peildatum.command.programme.ProgrammeDecisions;
import nl.peildatum.command.programme.ProgrammeState;
import nl.peildatum.command.report.ReportCommand;
import nl.peildatum.command.report.ReportDecisions;
import nl.peildatum.command.rules.Bounds;
import nl.peildatum.command.rules.Command;
import nl.peildatum.command.rules.Decision;
import nl.peildatum.command.rules.EntryChecks;
import nl.peildatum.command.rules.Refused;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.AppendingUnit;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/** Carries out instructions on the aggregates they are about. */
class Decisions {

    private final Repository<ProgrammeAggregate> programmes;
    private final Repository<ActionAggregate> actions;
    private final Repository<ReportAggregate> reports;
    private final Function<ProgrammeId, ProgrammeState> held;
    private final Today today;

    /**
     * @param held how a programme is that an action is about
     */
    Decisions(
            Repository<ProgrammeAggregate> programmes,
            Repository<ActionAggregate> actions,
            Repository<ReportAggregate> reports,
            Function<ProgrammeId, ProgrammeState> held,
            Today today) {
        this.programmes = programmes;
        this.actions = actions;
        this.reports = reports;
        this.held = held;
        this.today = today;
    }

    /** The unit whose append will hold the receipts once it is committed. */
    @CommandHandler
    AppendingUnit carryOut(Instruction instruction) {
        AppendingUnit unit = AppendingUnit.current();
        unit.answers(instruction.keyed());
        unit.onlyAfter(instruction.expectedHead());
        LocalDate date = today.today();
        @Nullable Set<Long> expected = instruction.expectedVersions();
        for (Command command : instruction.commands()) {
            switch (command) {
                case ProgrammeCommand c -> {
                    Aggregate<ProgrammeAggregate> programme =
                            load(programmes, c.programme().value(), ProgrammeAggregate::new);
                    Set<Long> seen = expected;
                    programme.execute(
                            aggregate -> {
                                refuseIfPassed(aggregate.state().version(c), seen);
                                record(ProgrammeDecisions.decide(aggregate.state(), c, date));
                            });
                }
                case ActionCommand c -> {
                    Bounds bounds = held.apply(c.programme()).bounds(date);
                    Aggregate<ActionAggregate> action =
                            load(actions, c.action().toString(), ActionAggregate::new);
                    Long last = action.version();
                    refuseIfPassed(last == null ? 0 : last + 1, expected);
                    action.execute(
                            aggregate ->
                                    record(
                                            ActionDecisions.decide(
                                                    aggregate.timeline(), c, bounds)));
                }
                case ReportCommand c ->
                        load(
                                        reports,
                                        ReportAggregate.id(c.programme(), c.reportDate()),
                                        ReportAggregate::new)
                                .execute(
                                        aggregate ->
                                                AggregateLifecycle.apply(
                                                        ReportDecisions.decide(
                                                                aggregate.state(), c, date)));
                default -> throw new IllegalArgumentException("no decision on " + command);
            }
            expected = null;
        }
        return unit;
    }

    private static void record(Decision<?> decision) {
        decision.orRefuse().ifPresent(AggregateLifecycle::apply);
    }

    private static <T> Aggregate<T> load(Repository<T> all, String id, Callable<T> fresh) {
        try {
            return all.loadOrCreate(id, fresh);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void refuseIfPassed(long entries, @Nullable Set<Long> expected) {
        EntryChecks.passed(entries, expected)
                .ifPresent(
                        refusal -> {
                            throw new Refused(refusal);
                        });
    }
}
