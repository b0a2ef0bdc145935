package nl.peildatum.command.sealing;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import javax.sql.DataSource;
import nl.peildatum.command.journal.Migrated;
import nl.peildatum.command.sealing.CannotSeal.Cause;
import nl.peildatum.command.sealing.Sealing.Sealed;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.CheckpointKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * When checkpoints are made: once a report is fixed, for every hour in which something was
 * recorded, when another key takes over, and on request. What stands in their way stands in no
 * command's way: it is an alarm in the log and in health, and they are made as soon as they can be.
 */
@Component
@EnableScheduling
public class Checkpointing {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpointing.class);

    private final @Nullable Sealing sealing;
    private volatile @Nullable String trouble;
    private volatile @Nullable Instant lastAt;

    Checkpointing(
            DataSource dataSource,
            Clock clock,
            Migrated migrated,
            @Value("${peildatum.controlepunten.map:}") String directory) {
        Objects.requireNonNull(migrated);
        if (directory.isBlank()) {
            sealing = null;
            LOG.warn(Cause.OFF.now().sentence());
            return;
        }
        Path path = Path.of(directory);
        sealing = new Sealing(dataSource, clock, new KeyFile(path), new Handed(path));
        attempt(sealing::begin);
    }

    /** Makes a checkpoint that covers a report that was just fixed; never fails. */
    public void reportFixed(ProgrammeId programme) {
        if (sealing != null) {
            attempt(() -> made(sealing.seal(programme)));
        }
    }

    /** Makes the checkpoints that are due. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT10S")
    void makeWhatIsDue() {
        if (sealing != null) {
            attempt(() -> makeWhatIsDue(sealing));
        }
    }

    /** A journal that was altered keeps no other from being signed. */
    private void makeWhatIsDue(Sealing sealing) {
        CannotSeal altered = null;
        for (ProgrammeId programme : sealing.due()) {
            try {
                made(sealing.seal(programme));
            } catch (CannotSeal failure) {
                if (failure.why() != Cause.ALTERED) {
                    throw failure;
                }
                altered = failure;
            }
        }
        if (altered != null) {
            throw altered;
        }
    }

    /** The checkpoint of a programme's last entry, made now unless it was before. */
    Sealed make(ProgrammeId programme) {
        return made(on().seal(programme));
    }

    /** Puts a new key in the place of the one that signs, and has it sign what that one did. */
    CheckpointKey rotate(String subject, String reason) {
        Sealing sealing = on();
        CheckpointKey key = sealing.rotate(subject, reason);
        LOG.info("Vanaf nu ondertekent de sleutel met vingerafdruk {}.", key.fingerprint());
        attempt(() -> makeWhatIsDue(sealing));
        return key;
    }

    /** Whether checkpoints are made at all. */
    boolean isOn() {
        return sealing != null;
    }

    /** What stands in the way, as a Dutch sentence; null where nothing does. */
    @Nullable String trouble() {
        return trouble;
    }

    /** When the last checkpoint was made since the start; null where none was. */
    @Nullable Instant lastAt() {
        return lastAt;
    }

    private Sealing on() {
        if (sealing == null) {
            throw Cause.OFF.now();
        }
        return sealing;
    }

    private Sealed made(Sealed sealed) {
        lastAt = sealed.checkpoint().signedAt();
        return sealed;
    }

    private void attempt(Runnable work) {
        try {
            work.run();
            trouble = null;
        } catch (CannotSeal failure) {
            tell(failure.sentence(), failure.getCause());
        } catch (RuntimeException failure) {
            tell("Controlepunten kunnen nu niet worden gemaakt.", failure);
        }
    }

    /** Once, not every minute again. */
    private void tell(String sentence, @Nullable Throwable cause) {
        if (!sentence.equals(trouble)) {
            LOG.error("ALARM: {}", sentence, cause);
        }
        trouble = sentence;
    }
}
