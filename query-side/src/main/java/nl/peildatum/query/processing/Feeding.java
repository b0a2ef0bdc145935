package nl.peildatum.query.processing;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import nl.peildatum.events.ProgrammeId;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetterQueueOverflowException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands a batch of messages to projections, within a transaction that holds their token: all of it
 * to each at once, and where that fails once more from the beginning, act by act and each behind a
 * savepoint, so that only what fails is parked.
 */
final class Feeding {

    private static final Logger LOG = LoggerFactory.getLogger(Feeding.class);

    private final Workings workings;
    private final Map<String, RunningProjection> projections;

    Feeding(Workings workings, Map<String, RunningProjection> projections) {
        this.workings = workings;
        this.projections = projections;
    }

    /**
     * Processes a batch.
     *
     * @param names which projections are to have it
     * @param together see {@link Bookmarks#read}
     * @param lockAgain what keeps others from feeding them until the commit, after a rollback
     * @param stopped is told which projection cannot go on, and why, when all others did
     * @return which projections had it
     */
    Set<RunningProjection> feed(
            Collection<? extends EventMessage<?>> messages,
            Collection<String> names,
            int together,
            Runnable lockAgain,
            BiConsumer<RunningProjection, RuntimeException> stopped) {
        List<ArrivedAct> acts = ArrivedAct.of(messages, workings.journal);
        try {
            return takeTogether(acts, bookmarks(acts, names, together));
        } catch (RuntimeException failure) {
            if (Parking.isDatabase(failure)) {
                throw failure;
            }
            LOG.debug("A batch fails and is done again act by act", failure);
        }
        workings.rollBack();
        lockAgain.run();
        return takeEach(acts, bookmarks(acts, names, together), stopped);
    }

    private Set<RunningProjection> takeTogether(List<ArrivedAct> acts, Bookmarks bookmarks) {
        acts.stream()
                .filter(act -> bookmarks.anyBefore(act.programme(), act.first()))
                .flatMap(act -> act.entries().stream())
                .forEach(workings.known::add);
        Set<RunningProjection> fed = fed(bookmarks);
        fed.forEach(projection -> projection.takeTogether(acts, bookmarks));
        bookmarks.write();
        return fed;
    }

    private Set<RunningProjection> takeEach(
            List<ArrivedAct> acts,
            Bookmarks bookmarks,
            BiConsumer<RunningProjection, RuntimeException> stopped) {
        Set<RunningProjection> fed = fed(bookmarks);
        for (RunningProjection projection : List.copyOf(fed)) {
            try {
                projection.takeEach(acts, bookmarks);
            } catch (MissingEntries | DeadLetterQueueOverflowException failure) {
                stopped.accept(projection, failure);
                fed.remove(projection);
            }
        }
        bookmarks.write();
        return fed;
    }

    private Set<RunningProjection> fed(Bookmarks bookmarks) {
        Set<RunningProjection> fed = new LinkedHashSet<>();
        bookmarks.projections().forEach(name -> fed.add(projections.get(name)));
        return fed;
    }

    private Bookmarks bookmarks(List<ArrivedAct> acts, Collection<String> names, int together) {
        List<ProgrammeId> programmes = acts.stream().map(ArrivedAct::programme).distinct().toList();
        Bookmarks bookmarks = Bookmarks.read(workings.jdbc, names, programmes, together);
        if (together != Bookmarks.ANY) {
            bookmarks.ofProgrammes().forEach(workings.known::begin);
        }
        return bookmarks;
    }
}
