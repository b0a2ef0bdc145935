package nl.peildatum.query.processing;

import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Holds up the start until the projections know what was recorded before it, and then lets go of
 * the schema of the version before. Where no progress is made the start goes on, and health says
 * how it stands.
 */
final class Building implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Building.class);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration SAID = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Projections projections;
    private final DataSource owner;
    private volatile boolean running;

    Building(Projections projections, DataSource owner) {
        this.projections = projections;
        this.owner = owner;
    }

    @Override
    public void start() {
        running = true;
        if (build()) {
            ReadSchema.dropEarlier(owner);
        }
    }

    /** Whether everything is there that can be. */
    private boolean build() {
        long toReach = projections.newest();
        long all = projections.furthestBehind(toReach);
        long left = all;
        Instant said = Instant.MIN;
        Instant moved = Instant.now();
        while (left > 0 && running) {
            if (Duration.between(said, Instant.now()).compareTo(SAID) >= 0) {
                LOG.info("De antwoorden worden opgebouwd: {} van {} regels.", all - left, all);
                said = Instant.now();
            }
            if (Duration.between(moved, Instant.now()).compareTo(PATIENCE) >= 0
                    || projections.standStill()) {
                LOG.warn("De antwoorden lopen nog {} van {} regels achter.", left, all);
                return false;
            }
            pause();
            long now = projections.furthestBehind(toReach);
            if (now < left) {
                moved = Instant.now();
            }
            left = now;
        }
        if (all > 0) {
            LOG.info("De antwoorden zijn opgebouwd: {} van {} regels.", all, all);
        }
        return running;
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
