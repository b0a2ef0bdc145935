package nl.peildatum.query.processing;

import java.util.Objects;
import java.util.function.Supplier;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeEvent.TextErased;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.Journal;
import nl.peildatum.eventstore.JournalEntry;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Hands entries to one projection: each once and in order, behind a savepoint, so that a failure
 * leaves the transaction able to store the dead letter and the token.
 */
final class ProjectionHandler implements EventMessageHandler {

    private final Projection projection;
    private final Bookmark progress;
    private final Journal journal;
    private final KnownEntries known;
    private final TransactionOperations savepoint;

    ProjectionHandler(
            Projection projection,
            Bookmark progress,
            Journal journal,
            KnownEntries known,
            TransactionOperations savepoint) {
        this.projection = projection;
        this.progress = progress;
        this.journal = journal;
        this.known = known;
        this.savepoint = savepoint;
    }

    @Override
    public @Nullable Object handle(EventMessage<?> message) {
        long number = Objects.requireNonNull(JournalEntry.numberOf(message.getMetaData()));
        process(ByProgramme.of(message), number, () -> read(message));
        return null;
    }

    /** Processes the entry that follows the last one processed, read from the journal again. */
    void next(ProgrammeId programme) {
        long number = progress.processed(programme) + 1;
        process(programme, number, () -> read(programme, number));
    }

    private void process(
            ProgrammeId programme, long number, Supplier<JournalEntry<Event>> reading) {
        savepoint.executeWithoutResult(
                _ -> {
                    long processed = progress.processed(programme);
                    if (number <= processed) {
                        return;
                    }
                    if (number != processed + 1) {
                        throw new MissingEntries(projection.name(), programme, processed, number);
                    }
                    JournalEntry<Event> entry = reading.get();
                    known.add(entry);
                    projection.on(entry);
                    if (entry.event() instanceof TextErased erasure) {
                        projection.erase(read(programme, erasure.entry()), number);
                    }
                    progress.advance(entry);
                });
    }

    /**
     * Takes texts that were erased out of what was processed before the programme was parked: what
     * is parked waits, and an erasure does not.
     */
    void eraseAhead(EventMessage<?> message) {
        savepoint.executeWithoutResult(
                _ -> {
                    if (read(message).event() instanceof TextErased erasure) {
                        ProgrammeId programme = ByProgramme.of(message);
                        known.forget(programme);
                        long processed = progress.processed(programme);
                        if (erasure.entry() <= processed) {
                            projection.erase(read(programme, erasure.entry()), processed);
                        }
                    }
                });
    }

    private static JournalEntry<Event> read(EventMessage<?> message) {
        Object payload;
        try {
            payload = message.getPayload();
        } catch (RuntimeException failure) {
            throw new UnreadableEntry(message.getIdentifier(), failure);
        }
        if (!(payload instanceof Event)) {
            throw new UnreadableEntry(message.getIdentifier(), null);
        }
        return JournalEntry.of(message);
    }

    private JournalEntry<Event> read(ProgrammeId programme, long number) {
        try {
            return journal.between(programme, number, number).getFirst();
        } catch (DataAccessException failure) {
            throw failure;
        } catch (RuntimeException failure) {
            throw new UnreadableEntry(programme + " " + number, failure);
        }
    }

    @Override
    public void prepareReset() {
        projection.reset();
        progress.reset();
    }
}
