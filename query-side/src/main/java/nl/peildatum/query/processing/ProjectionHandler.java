package nl.peildatum.query.processing;

import java.util.List;
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
 * Hands entries to one projection: each once and in order, act by act, each behind a savepoint, so
 * that a failure leaves the transaction able to store the dead letter and the token.
 */
final class ProjectionHandler implements EventMessageHandler {

    private final Projection projection;
    private final Bookmark progress;
    private final Journal journal;
    private final ActsAhead acts;
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
        acts = new ActsAhead(journal);
        this.known = known;
        this.savepoint = savepoint;
    }

    @Override
    public @Nullable Object handle(EventMessage<?> message) {
        long number = Objects.requireNonNull(JournalEntry.numberOf(message.getMetaData()));
        ProgrammeId programme = ByProgramme.of(message);
        long processed = progress.processed(programme);
        if (number <= processed) {
            return null;
        }
        if (number != processed + 1) {
            throw new MissingEntries(projection.name(), programme, processed, number);
        }
        long last = acts.last(programme, number);
        process(
                last == number
                        ? () -> List.of(read(message))
                        : () -> read(programme, number, last));
        return null;
    }

    /** Processes the act that follows what was processed last, read from the journal again. */
    void next(ProgrammeId programme) {
        long number = progress.processed(programme) + 1;
        process(() -> read(programme, number, acts.last(programme, number)));
    }

    /** All of an act or nothing, so that nobody sees half of one. */
    private void process(Supplier<List<JournalEntry<Event>>> reading) {
        List<JournalEntry<Event>> act =
                Objects.requireNonNull(
                        savepoint.execute(
                                _ -> {
                                    List<JournalEntry<Event>> entries = reading.get();
                                    process(entries);
                                    return entries;
                                }));
        progress.advance(act.getLast());
    }

    private void process(List<JournalEntry<Event>> act) {
        act.forEach(known::add);
        projection.on(act);
        long last = act.getLast().number();
        for (JournalEntry<Event> entry : act) {
            if (entry.event() instanceof TextErased erasure) {
                projection.erase(read(entry.programme(), erasure.entry()), last);
            }
        }
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
        return read(programme, number, number).getFirst();
    }

    private List<JournalEntry<Event>> read(ProgrammeId programme, long from, long upTo) {
        try {
            return journal.between(programme, from, upTo);
        } catch (DataAccessException failure) {
            throw failure;
        } catch (RuntimeException failure) {
            throw new UnreadableEntry(programme + " " + from, failure);
        }
    }

    @Override
    public void prepareReset() {
        projection.reset();
        progress.reset();
    }
}
