package nl.peildatum.command.sealing;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * AFWIJKING, which is no reason to take the node out of service, while checkpoints cannot be made
 * or handed on; UNKNOWN where none are made; else UP.
 */
@Component("checkpointsHealthIndicator")
class CheckpointsHealth extends AbstractHealthIndicator {

    private static final Status DEVIATION =
            new Status("AFWIJKING", "Controlepunten worden niet gemaakt of niet doorgegeven.");

    private final Checkpointing checkpointing;
    private final Pushing pushing;

    CheckpointsHealth(Checkpointing checkpointing, Pushing pushing) {
        super("De stand van de controlepunten is niet te bepalen");
        this.checkpointing = checkpointing;
        this.pushing = pushing;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        if (!checkpointing.isOn()) {
            builder.unknown().withDetail("ondertekening", "uit");
            return;
        }
        builder.up();
        if (checkpointing.lastAt() != null) {
            builder.withDetail("laatsteControlepunt", checkpointing.lastAt());
        }
        deviates(builder, "storing", checkpointing.trouble());
        deviates(builder, "doorgeven", pushing.trouble());
    }

    private static void deviates(Health.Builder builder, String what, @Nullable String trouble) {
        if (trouble != null) {
            builder.status(DEVIATION).withDetail(what, trouble);
        }
    }
}
