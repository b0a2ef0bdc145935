package nl.peildatum.command.sealing;

import java.sql.Connection;
import java.sql.SQLException;
import nl.peildatum.command.sealing.CannotSeal.Cause;
import nl.peildatum.eventstore.Checkpoint;
import nl.peildatum.eventstore.StoredEntry;
import nl.peildatum.eventstore.StoredJournal;
import org.jspecify.annotations.Nullable;

/** The head of a journal whose hashes were computed again, from a checkpoint on. */
final class Recomputed {

    private final String programme;
    private final @Nullable Checkpoint start;
    private long number;
    private String hash = StoredEntry.BEFORE_THE_FIRST;

    private Recomputed(String programme, @Nullable Checkpoint start) {
        this.programme = programme;
        this.start = start;
    }

    /**
     * Computes the hashes of all entries after a checkpoint, or from the first one on.
     *
     * @throws CannotSeal when one differs from what is stored, is missing, or when the checkpoint's
     *     own entry does not stand there as it was signed
     */
    static Recomputed since(@Nullable Checkpoint start, Connection connection, String programme)
            throws SQLException {
        Recomputed head = new Recomputed(programme, start);
        if (start != null) {
            StoredJournal.read(
                    connection, programme, start.number(), start.number(), head::isSigned);
            if (head.number != start.number()) {
                throw head.altered(start.number());
            }
        }
        StoredJournal.read(connection, programme, head.number + 1, Long.MAX_VALUE, head::follows);
        return head;
    }

    long number() {
        return number;
    }

    String hash() {
        return hash;
    }

    private void isSigned(StoredEntry entry) {
        if (start == null || !entry.hash().equals(start.hash())) {
            throw altered(entry.number());
        }
        take(entry);
    }

    private void follows(StoredEntry entry) {
        if (entry.number() != number + 1) {
            throw altered(number + 1);
        }
        if (!entry.recomputedHash(hash).equals(entry.hash()) || !entry.keepsItsTexts()) {
            throw altered(entry.number());
        }
        take(entry);
    }

    private void take(StoredEntry entry) {
        number = entry.number();
        hash = entry.hash();
    }

    private CannotSeal altered(long entry) {
        return Cause.ALTERED.now(programme, Long.toString(entry));
    }
}
