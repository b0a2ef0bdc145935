package nl.peildatum.query.operations;

import java.util.concurrent.atomic.AtomicLong;
import nl.peildatum.query.processing.Projections;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * Out of service until every projection has processed what was recorded when this was first asked:
 * no caller gets stale answers from a node that still builds its schema. What is recorded meanwhile
 * keeps no node out of service, or one that starts under a steady stream would never be in it.
 */
@Component("caughtUpHealthIndicator")
public final class CaughtUp extends AbstractHealthIndicator {

    private static final long NEVER_ASKED = -1;

    private final Projections projections;
    private final AtomicLong toReach = new AtomicLong(NEVER_ASKED);
    private volatile boolean once;

    public CaughtUp(Projections projections) {
        super("De achterstand van de projecties is niet te bepalen");
        this.projections = projections;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        if (!once) {
            toReach.compareAndSet(NEVER_ASKED, projections.newest());
            long behind = projections.behind(toReach.get());
            if (behind > 0) {
                builder.outOfService().withDetail("achterstand", behind);
                return;
            }
            once = true;
        }
        builder.up();
    }
}
