package nl.peildatum.query.operations;

import nl.peildatum.query.processing.ProjectionState;
import nl.peildatum.query.processing.Projections;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * Out of service until every projection has processed, for the first time since the start, all that
 * was recorded: no caller gets stale answers from a node that still builds its schema.
 */
@Component("caughtUpHealthIndicator")
public final class CaughtUp extends AbstractHealthIndicator {

    private final Projections projections;
    private volatile boolean once;

    public CaughtUp(Projections projections) {
        super("De achterstand van de projecties is niet te bepalen");
        this.projections = projections;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        long behind =
                once ? 0 : projections.states().stream().mapToLong(ProjectionState::behind).sum();
        if (behind == 0) {
            once = true;
            builder.up();
        } else {
            builder.outOfService().withDetail("achterstand", behind);
        }
    }
}
