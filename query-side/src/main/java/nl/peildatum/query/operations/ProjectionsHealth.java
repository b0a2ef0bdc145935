package nl.peildatum.query.operations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.peildatum.query.processing.ProjectionState;
import nl.peildatum.query.processing.Projections;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * DOWN when a projection stands still; GEPARKEERD, which is no reason to take the node out of
 * service, when a programme is parked; else UP.
 */
@Component("projectionsHealthIndicator")
public final class ProjectionsHealth extends AbstractHealthIndicator {

    /** At least one programme waits for someone to mend the cause; everything else is served. */
    public static final Status PARKED =
            new Status(
                    "GEPARKEERD", "Van minstens één programma worden wijzigingen niet verwerkt.");

    private final Projections projections;

    public ProjectionsHealth(Projections projections) {
        super("De stand van de projecties is niet te bepalen");
        this.projections = projections;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        List<ProjectionState> states = projections.states();
        if (states.stream().anyMatch(state -> state.standsStill() != null)) {
            builder.down();
        } else if (states.stream().anyMatch(state -> !state.parked().isEmpty())) {
            builder.status(PARKED);
        } else {
            builder.up();
        }
        states.forEach(state -> builder.withDetail(state.name(), details(state)));
    }

    private static Map<String, Object> details(ProjectionState state) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("positie", state.position());
        details.put("bijgewerkt", state.caughtUp());
        details.put("achterstand", state.behind());
        details.put("wordtHerbouwd", state.replaying());
        if (state.standsStill() != null) {
            details.put("staatStil", state.standsStill());
        }
        details.put(
                "geparkeerd",
                state.parked().stream()
                        .map(
                                parked ->
                                        Map.of(
                                                "programma", parked.programme(),
                                                "journaalnummer", parked.entry(),
                                                "wachtend", parked.waiting(),
                                                "oorzaak", parked.because()))
                        .toList());
        return details;
    }
}
