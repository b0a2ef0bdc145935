package nl.peildatum.command.deciding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.peildatum.command.action.ActionTimeline;
import nl.peildatum.command.deciding.Samples.Sample;
import nl.peildatum.command.status.Standing;
import nl.peildatum.events.ActionEvent;
import org.axonframework.eventhandling.EventMessage;
import org.hamcrest.BaseMatcher;
import org.hamcrest.Description;

/** Gives every move in every standing to the aggregate, and notes where each leads. */
final class Walk {

    private Walk() {}

    /** Where a move leads from a standing, or nowhere. */
    record Step(Standing from, Sample move, Optional<Standing> to) {}

    static List<Step> everywhere() {
        List<Step> steps = new ArrayList<>();
        for (Standing from : Standing.values()) {
            for (Sample move : Samples.moves().values()) {
                steps.add(new Step(from, move, to(from, move)));
            }
        }
        return steps;
    }

    /** By command, where it leads from each standing. */
    static Map<String, List<Step>> byCommand() {
        Map<String, List<Step>> steps = new LinkedHashMap<>();
        everywhere()
                .forEach(
                        step ->
                                steps.computeIfAbsent(step.move().name(), _ -> new ArrayList<>())
                                        .add(step));
        return steps;
    }

    private static Optional<Standing> to(Standing from, Sample move) {
        List<ActionEvent> before = Samples.leadingTo(from);
        List<ActionEvent> recorded = new ArrayList<>();
        Fixtures.action(Samples.TODAY)
                .given(before)
                .when(Fixtures.instruction(move.command()))
                .expectEventsMatching(
                        new BaseMatcher<List<? super EventMessage<?>>>() {
                            @Override
                            public boolean matches(Object all) {
                                for (Object message : (List<?>) all) {
                                    recorded.add(
                                            (ActionEvent) ((EventMessage<?>) message).getPayload());
                                }
                                return true;
                            }

                            @Override
                            public void describeTo(Description description) {
                                description.appendText("whatever was recorded");
                            }
                        });
        if (recorded.isEmpty()) {
            return Optional.empty();
        }
        ActionTimeline timeline = ActionTimeline.EMPTY;
        for (ActionEvent event : before) {
            timeline = timeline.with(event);
        }
        for (ActionEvent event : recorded) {
            timeline = timeline.with(event);
        }
        return timeline.on(Samples.TODAY).map(state -> state.standing());
    }
}
