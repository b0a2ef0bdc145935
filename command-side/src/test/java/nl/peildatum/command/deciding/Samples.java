package nl.peildatum.command.deciding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.peildatum.command.action.ActionCommand;
import nl.peildatum.command.action.ActionCommand.BaselineAction;
import nl.peildatum.command.action.ActionCommand.CompleteAction;
import nl.peildatum.command.action.ActionCommand.ExcludeAction;
import nl.peildatum.command.action.ActionCommand.ExplainAction;
import nl.peildatum.command.action.ActionCommand.IncludeAction;
import nl.peildatum.command.action.ActionCommand.LinkAction;
import nl.peildatum.command.action.ActionCommand.MakeFinite;
import nl.peildatum.command.action.ActionCommand.MakeOngoing;
import nl.peildatum.command.action.ActionCommand.MarkDelayed;
import nl.peildatum.command.action.ActionCommand.MoveAction;
import nl.peildatum.command.action.ActionCommand.OrderAction;
import nl.peildatum.command.action.ActionCommand.PlanAction;
import nl.peildatum.command.action.ActionCommand.RelabelAction;
import nl.peildatum.command.action.ActionCommand.ReopenAction;
import nl.peildatum.command.action.ActionCommand.RescheduleAction;
import nl.peildatum.command.action.ActionCommand.RescheduleDelay;
import nl.peildatum.command.action.ActionCommand.ResumeSchedule;
import nl.peildatum.command.action.ActionCommand.RetitleAction;
import nl.peildatum.command.action.ActionCommand.StartAction;
import nl.peildatum.command.action.ActionCommand.WithdrawAction;
import nl.peildatum.command.status.Standing;
import nl.peildatum.events.ActionEvent;
import nl.peildatum.events.ActionEvent.ActionBaselined;
import nl.peildatum.events.ActionEvent.ActionCompleted;
import nl.peildatum.events.ActionEvent.ActionDelayed;
import nl.peildatum.events.ActionEvent.ActionExcluded;
import nl.peildatum.events.ActionEvent.ActionExplained;
import nl.peildatum.events.ActionEvent.ActionIncluded;
import nl.peildatum.events.ActionEvent.ActionLinked;
import nl.peildatum.events.ActionEvent.ActionMadeFinite;
import nl.peildatum.events.ActionEvent.ActionMadeOngoing;
import nl.peildatum.events.ActionEvent.ActionMoved;
import nl.peildatum.events.ActionEvent.ActionPlanned;
import nl.peildatum.events.ActionEvent.ActionRelabelled;
import nl.peildatum.events.ActionEvent.ActionReopened;
import nl.peildatum.events.ActionEvent.ActionReordered;
import nl.peildatum.events.ActionEvent.ActionRescheduled;
import nl.peildatum.events.ActionEvent.ActionResumed;
import nl.peildatum.events.ActionEvent.ActionRetitled;
import nl.peildatum.events.ActionEvent.ActionStarted;
import nl.peildatum.events.ActionEvent.ActionWithdrawn;
import nl.peildatum.events.ActionEvent.DelayRescheduled;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.Basis;
import nl.peildatum.events.Link;
import nl.peildatum.events.LinkKind;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.events.Status;

/** One command of every kind with the event it records, and histories that lead somewhere. */
final class Samples {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    static final ActionId ACTION = ActionId.of("samen-tegen-mensenhandel/24");
    private static final LocalDate COMPLETION = LocalDate.of(2027, 1, 1);
    private static final List<Link> LINKS = List.of(new Link(LinkKind.FOLLOWS, "23"));

    private Samples() {}

    static Basis on(int year, int month, int day) {
        return new Basis(LocalDate.of(year, month, day), "subject-1", "een brief");
    }

    /** A command and the event that it records where it is allowed. */
    record Sample(ActionCommand command, ActionEvent event) {

        String name() {
            return command.getClass().getSimpleName();
        }

        @Override
        public String toString() {
            return name();
        }
    }

    /** The eight moves, by the name of their command, dated today. */
    static Map<String, Sample> moves() {
        Basis today = new Basis(TODAY, "subject-1", "een brief");
        return byName(
                new Sample(
                        new StartAction(ACTION, today, null, "begonnen"),
                        new ActionStarted(ACTION, today, null, "begonnen")),
                new Sample(
                        new MarkDelayed(ACTION, COMPLETION, today, "ziekte", null),
                        new ActionDelayed(ACTION, COMPLETION, today, "ziekte", null)),
                new Sample(
                        new ResumeSchedule(ACTION, today, "weer op schema", null),
                        new ActionResumed(ACTION, today, "weer op schema", null)),
                new Sample(
                        new MakeOngoing(ACTION, today, null, null),
                        new ActionMadeOngoing(ACTION, today, null, null)),
                new Sample(
                        new MakeFinite(ACTION, today, null, "toch een einde"),
                        new ActionMadeFinite(ACTION, today, null, "toch een einde")),
                new Sample(
                        new CompleteAction(ACTION, today, null, null),
                        new ActionCompleted(ACTION, today, null, null)),
                new Sample(
                        new ReopenAction(ACTION, today, "nog niet af", null),
                        new ActionReopened(ACTION, today, "nog niet af", null)),
                new Sample(
                        new WithdrawAction(ACTION, today, "opgegaan in 22", "zie 22"),
                        new ActionWithdrawn(ACTION, today, "opgegaan in 22", "zie 22")));
    }

    /** Every other command, by name, dated today. */
    static Map<String, Sample> others() {
        Basis today = new Basis(TODAY, "subject-1", null);
        return byName(
                new Sample(
                        new PlanAction(
                                ACTION,
                                "24",
                                "Titel",
                                2,
                                new TreeSet<>(List.of(2024, 2025)),
                                true,
                                null,
                                24,
                                today,
                                null,
                                "tekst"),
                        new ActionPlanned(
                                ACTION,
                                "24",
                                "Titel",
                                2,
                                new TreeSet<>(List.of(2024, 2025)),
                                true,
                                null,
                                24,
                                today,
                                null,
                                "tekst")),
                new Sample(
                        new BaselineAction(ACTION, Status.ONGOING, today, null, "tekst"),
                        new ActionBaselined(ACTION, Status.ONGOING, today, null, "tekst")),
                new Sample(
                        new ExplainAction(ACTION, "nieuwe tekst", today, null),
                        new ActionExplained(ACTION, today, null, "nieuwe tekst")),
                new Sample(
                        new RetitleAction(ACTION, "Andere titel", today, null),
                        new ActionRetitled(ACTION, "Andere titel", today, null)),
                new Sample(
                        new RescheduleAction(ACTION, new TreeSet<>(List.of(2027)), today, null),
                        new ActionRescheduled(ACTION, new TreeSet<>(List.of(2027)), today, null)),
                new Sample(
                        new RescheduleDelay(ACTION, COMPLETION.plusMonths(1), today, null),
                        new DelayRescheduled(ACTION, COMPLETION.plusMonths(1), today, null)),
                new Sample(
                        new MoveAction(ACTION, 3, today, null),
                        new ActionMoved(ACTION, 3, today, null)),
                new Sample(
                        new IncludeAction(ACTION, today, null),
                        new ActionIncluded(ACTION, today, null)),
                new Sample(
                        new ExcludeAction(ACTION, today, "start later"),
                        new ActionExcluded(ACTION, today, "start later")),
                new Sample(
                        new LinkAction(ACTION, LINKS, List.of(), today, null),
                        new ActionLinked(ACTION, LINKS, today, null)),
                new Sample(
                        new RelabelAction(ACTION, "24a", today, null),
                        new ActionRelabelled(ACTION, "24a", today, null)),
                new Sample(
                        new OrderAction(ACTION, 7, today, null),
                        new ActionReordered(ACTION, 7, today, null)));
    }

    private static Map<String, Sample> byName(Sample... samples) {
        Map<String, Sample> all = new LinkedHashMap<>();
        for (Sample sample : samples) {
            all.put(sample.name(), sample);
        }
        return all;
    }

    static ActionPlanned planned(Basis basis) {
        return new ActionPlanned(
                ACTION, "24", "Titel", 2, new TreeSet<>(), false, "later", null, basis, null, null);
    }

    /** The moves that lead to a standing from a plan. */
    static List<ActionEvent> leadingTo(Standing standing) {
        ActionEvent plan = planned(on(2025, 1, 1));
        ActionEvent start = new ActionStarted(ACTION, on(2025, 2, 1), null, null);
        return switch (standing) {
            case NOT_STARTED -> List.of(plan);
            case IN_PROGRESS -> List.of(plan, start);
            case DELAYED ->
                    List.of(
                            plan,
                            start,
                            new ActionDelayed(ACTION, null, on(2025, 3, 1), "ziekte", null));
            case ONGOING ->
                    List.of(plan, new ActionMadeOngoing(ACTION, on(2025, 2, 1), null, null));
            case COMPLETED ->
                    List.of(plan, start, new ActionCompleted(ACTION, on(2025, 3, 1), null, null));
            case WITHDRAWN ->
                    List.of(plan, new ActionWithdrawn(ACTION, on(2025, 2, 1), "vervalt", null));
        };
    }

    /** A plan and a status taken over from a publication. */
    static List<ActionEvent> baselined(Status status) {
        return List.of(
                planned(on(2025, 1, 1)),
                new ActionBaselined(ACTION, status, on(2025, 1, 1), null, null));
    }

    /** All kinds of commands that exist, by name. */
    static List<String> kinds(Class<?> type) {
        if (!type.isSealed()) {
            return List.of(type.getSimpleName());
        }
        List<String> kinds = new ArrayList<>();
        Stream.of(type.getPermittedSubclasses()).map(Samples::kinds).forEach(kinds::addAll);
        return kinds;
    }

    static ProgrammeId programme() {
        return ACTION.programme();
    }

    static List<Standing> standings() {
        return Arrays.asList(Standing.values());
    }
}
