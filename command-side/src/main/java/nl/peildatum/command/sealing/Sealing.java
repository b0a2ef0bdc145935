package nl.peildatum.command.sealing;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import nl.peildatum.api.Today;
import nl.peildatum.command.sealing.CannotSeal.Cause;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.AdvisoryLock;
import nl.peildatum.eventstore.AuditLog;
import nl.peildatum.eventstore.Checkpoint;
import nl.peildatum.eventstore.CheckpointKey;
import nl.peildatum.eventstore.Checkpoints;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Signs the heads of journals. What it signs it has computed again, from the checkpoint before on,
 * so that it vouches for nothing that was altered since.
 */
final class Sealing {

    private final DataSource dataSource;
    private final Checkpoints checkpoints;
    private final Due due;
    private final AuditLog auditLog;
    private final Clock clock;
    private final KeyFile keyFile;
    private final Handed handed;

    // one connection per process waits for the others, whatever is asked at once
    private final ReentrantLock here = new ReentrantLock();

    Sealing(DataSource dataSource, Clock clock, KeyFile keyFile, Handed handed) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.keyFile = keyFile;
        this.handed = handed;
        checkpoints = new Checkpoints(dataSource);
        due = new Due(dataSource);
        auditLog = new AuditLog(dataSource);
    }

    /**
     * A signed head.
     *
     * @param added whether it was signed now; false where that key signed that head before
     */
    record Sealed(Checkpoint checkpoint, boolean added) {}

    /** Signs the head of a programme's journal, unless the key that signs now did so already. */
    Sealed seal(ProgrammeId programme) {
        return alone(connection -> seal(connection, key(), programme.value()));
    }

    /**
     * The programmes of which something was recorded in an hour (Europe/Amsterdam) that has no
     * checkpoint yet, or whose newest fixed report has none; and those whose newest checkpoint is
     * of a key that was replaced.
     */
    List<ProgrammeId> due() {
        return due.since(clock.instant().atZone(Today.AMSTERDAM).truncatedTo(ChronoUnit.HOURS));
    }

    /** Makes sure that there is a key, the first one where there never was one. */
    void begin() {
        alone(_ -> key());
    }

    /**
     * Puts a new key in the place of the one that signs, introduced by both. The old one's public
     * key stays known; its private key is gone.
     *
     * @param subject who asked for it
     */
    CheckpointKey rotate(String subject, String reason) {
        return alone(
                _ -> {
                    SigningKey before = key();
                    SigningKey after = SigningKey.generate();
                    CheckpointKey introduced = after.introduced(now(), before);
                    try {
                        keyFile.prepare(after);
                        checkpoints.add(introduced);
                        handed.add(introduced);
                        keyFile.rotate();
                    } catch (IOException failure) {
                        throw Cause.FILE.because(failure, keyFile.path());
                    }
                    auditLog.append(
                            AuditLog.Kind.SLEUTEL,
                            subject,
                            Map.of(
                                    "vingerafdruk", introduced.fingerprint(),
                                    "vorige", before.fingerprint(),
                                    "reden", reason));
                    return introduced;
                });
    }

    private Sealed seal(Connection connection, SigningKey key, String programme)
            throws SQLException {
        Optional<Checkpoint> before = checkpoints.newestOf(programme);
        Recomputed head = Recomputed.since(before.orElse(null), connection, programme);
        if (before.isPresent()
                && before.get().number() == head.number()
                && before.get().key().equals(key.fingerprint())) {
            return new Sealed(before.get(), false);
        }
        Instant after = before.map(Checkpoint::signedAt).orElse(Instant.MIN);
        Checkpoint checkpoint =
                key.checkpoint(programme, head.number(), head.hash(), nowAfter(after));
        try {
            handed.add(checkpoint);
        } catch (IOException failure) {
            throw Cause.FILE.because(failure, handed.path());
        }
        checkpoints.add(checkpoint);
        return new Sealed(checkpoint, true);
    }

    /** The key that signs: the last one that the database knows. */
    private SigningKey key() {
        try {
            List<CheckpointKey> known = checkpoints.keys();
            if (known.isEmpty()) {
                return first();
            }
            endRotation(known.getLast());
            String newest = known.getLast().fingerprint();
            SigningKey key = keyFile.current();
            if (key == null) {
                throw Cause.KEY_GONE.now(keyFile.path());
            }
            if (!key.fingerprint().equals(newest)) {
                throw Cause.KEY_UNKNOWN.now(keyFile.path(), newest);
            }
            return key;
        } catch (IOException unreadable) {
            throw Cause.KEY_GONE.because(unreadable, keyFile.path());
        }
    }

    /** Ends a rotation that was broken off: onward where the new key was introduced, else back. */
    private void endRotation(CheckpointKey newest) throws IOException {
        SigningKey next = keyFile.next();
        if (next == null) {
            return;
        }
        if (!next.fingerprint().equals(newest.fingerprint())) {
            keyFile.giveUp();
            return;
        }
        handed.add(newest);
        keyFile.rotate();
        auditLog.append(
                AuditLog.Kind.SLEUTEL,
                null,
                Map.of("vingerafdruk", newest.fingerprint(), "afgemaakt", true));
    }

    /** The first key ever; one that was made and not introduced when it was broken off is it. */
    private SigningKey first() throws IOException {
        SigningKey key = keyFile.current();
        if (key == null) {
            key = SigningKey.generate();
            keyFile.begin(key);
        }
        CheckpointKey introduced = key.introduced(now(), null);
        checkpoints.add(introduced);
        handed.add(introduced);
        auditLog.append(
                AuditLog.Kind.SLEUTEL, null, Map.of("vingerafdruk", introduced.fingerprint()));
        return key;
    }

    /** Of one programme no checkpoint is older than the one before it, whatever a clock says. */
    private Instant nowAfter(Instant before) {
        Instant now = now();
        return now.isAfter(before) ? now : before.plus(1, ChronoUnit.MICROS);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @FunctionalInterface
    private interface Work<T extends @Nullable Object> {
        T on(Connection connection) throws SQLException;
    }

    /** One at a time, of all processes on this database. */
    private <T extends @Nullable Object> T alone(Work<T> work) {
        here.lock();
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement lock = connection.createStatement()) {
                lock.execute("SELECT pg_advisory_xact_lock(" + AdvisoryLock.SEALING.number() + ")");
                return work.on(connection);
            } finally {
                connection.rollback(); // only reads, and the lock
            }
        } catch (SQLException lost) {
            throw new DataAccessResourceFailureException("the journal cannot be reached", lost);
        } finally {
            here.unlock();
        }
    }
}
