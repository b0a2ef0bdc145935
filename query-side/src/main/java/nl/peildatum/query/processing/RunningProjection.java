package nl.peildatum.query.processing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeEvent.TextErased;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.Act;
import nl.peildatum.eventstore.JournalEntry;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ReplayToken;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One projection with its dead letters: every act of a programme once and in order, act by act, and
 * nothing more of a programme of which one failed.
 */
final class RunningProjection {

    private static final Logger LOG = LoggerFactory.getLogger(RunningProjection.class);

    private static final String HEADS =
            """
            WITH RECURSIVE known AS (
                (SELECT programme FROM events.event ORDER BY programme LIMIT 1)
                UNION ALL
                SELECT (SELECT e.programme FROM events.event e
                        WHERE e.programme > known.programme ORDER BY e.programme LIMIT 1)
                FROM known WHERE known.programme IS NOT NULL)
            SELECT coalesce(sum(greatest(head.number - coalesce(p.processed, 0), 0)), 0)
            FROM known
            CROSS JOIN LATERAL (
                SELECT e.journal_number AS number FROM events.event e
                WHERE e.programme = known.programme AND e.global_index <= ?
                ORDER BY e.journal_number DESC LIMIT 1) head
            LEFT JOIN progress p ON p.projection = ? AND p.programme = known.programme
            WHERE NOT EXISTS (
                SELECT FROM dead_letter d
                WHERE d.processing_group = ? AND d.sequence_identifier = known.programme)
            """;

    private final Workings workings;
    private final String name;
    private final Projection projection;
    private final ParkedEntries parked;
    private final Alarms alarms;

    RunningProjection(Workings workings, Projection projection, int mostEntries) {
        this.workings = workings;
        this.projection = projection;
        name = projection.name();
        parked =
                new ParkedEntries(
                        name,
                        workings.jdbc,
                        workings.connections,
                        workings.transactions,
                        workings.serializer,
                        mostEntries,
                        this::eraseAhead);
        alarms = new Alarms(name);
    }

    String name() {
        return name;
    }

    Alarms alarms() {
        return alarms;
    }

    /** Takes in all acts at once, or fails. */
    void takeTogether(List<ArrivedAct> acts, Bookmarks bookmarks) {
        List<ArrivedAct> awaited = new ArrayList<>();
        for (ArrivedAct act : acts) {
            if (awaits(act, bookmarks)) {
                awaited.add(act);
                bookmarks.advance(name, act.entries().getLast());
            }
        }
        process(awaited);
    }

    /** Takes in the acts one by one, and parks the programme of one that fails. */
    void takeEach(List<ArrivedAct> acts, Bookmarks bookmarks) {
        for (ArrivedAct act : acts) {
            if (awaits(act, bookmarks)) {
                try {
                    workings.savepoint.executeWithoutResult(_ -> process(List.of(act)));
                    bookmarks.advance(name, act.entries().getLast());
                } catch (RuntimeException failure) {
                    park(act, failure, bookmarks);
                }
            }
        }
    }

    /**
     * Whether an act is to be processed next. It is not when it was before, or when the programme
     * is parked, and then it waits.
     */
    private boolean awaits(ArrivedAct act, Bookmarks bookmarks) {
        Bookmarks.Place place = bookmarks.of(name, act.programme());
        if (place.waiting() > 0) {
            List<EventMessage<?>> more =
                    act.messages().stream()
                            .filter(
                                    message ->
                                            ArrivedAct.number(message)
                                                    > place.processed() + place.waiting())
                            .toList();
            more.forEach(message -> parked.letWait(act.programme(), message));
            bookmarks.letWait(name, act.programme(), more.size());
            return false;
        }
        if (act.first() <= place.processed()) {
            return false;
        }
        if (act.first() != place.processed() + 1) {
            throw new MissingEntries(name, act.programme(), place.processed(), act.first());
        }
        return true;
    }

    private void park(ArrivedAct act, RuntimeException failure, Bookmarks bookmarks) {
        if (Parking.isDatabase(failure)) {
            throw failure;
        }
        String words = Parking.inWords(failure);
        LOG.error(
                "Projectie {}: programma {} is geparkeerd. {}",
                name,
                act.programme(),
                words,
                failure);
        parked.park(act.programme(), act.messages(), words);
        bookmarks.letWait(name, act.programme(), act.messages().size());
    }

    /** What is erased in an act is taken out of what came before, the act itself included. */
    private void process(List<ArrivedAct> acts) {
        List<JournalEntry<Event>> entries = new ArrayList<>();
        for (ArrivedAct act : acts) {
            entries.addAll(act.entries());
            List<TextErased> erasures = act.erasures();
            if (!erasures.isEmpty()) {
                projection.on(entries);
                workings.known.forget(act.programme());
                long last = entries.getLast().number();
                entries = new ArrayList<>();
                for (TextErased erasure : erasures) {
                    projection.erase(read(act.programme(), erasure.entry()), last);
                }
            }
        }
        if (!entries.isEmpty()) {
            projection.on(entries);
        }
    }

    /**
     * Takes texts that were erased out of what was processed before the programme was parked: what
     * is parked waits, and an erasure does not.
     */
    private void eraseAhead(EventMessage<?> message) {
        workings.savepoint.executeWithoutResult(
                _ -> {
                    if (ArrivedAct.read(message).event() instanceof TextErased erasure) {
                        ProgrammeId programme = ByProgramme.of(message);
                        workings.known.forget(programme);
                        long processed = processed(programme);
                        if (erasure.entry() <= processed) {
                            projection.erase(read(programme, erasure.entry()), processed);
                        }
                    }
                });
    }

    private JournalEntry<Event> read(ProgrammeId programme, long number) {
        return ArrivedAct.read(workings.journal, programme, number);
    }

    private long processed(ProgrammeId programme) {
        return Bookmarks.read(workings.jdbc, name, programme).processed();
    }

    /**
     * Processes the acts of a parked programme that wait, one transaction each, in order, until
     * none is left or one fails again.
     *
     * @param lock keeps the projection from being fed until the commit
     */
    boolean retry(ProgrammeId programme, Runnable lock) {
        try {
            while (Boolean.TRUE.equals(
                    workings.transaction.execute(_ -> processFirst(programme, lock)))) {
                LOG.debug("Projectie {}: een handeling van {} alsnog verwerkt", name, programme);
            }
            return true;
        } catch (Failed failed) {
            keepCause(programme, failed);
            return false;
        }
    }

    private boolean processFirst(ProgrammeId programme, Runnable lock) {
        lock.run();
        Optional<String> letter = parked.first(programme.value());
        if (letter.isEmpty()) {
            return false;
        }
        Bookmarks bookmarks =
                Bookmarks.read(workings.jdbc, List.of(name), List.of(programme), Bookmarks.ANY);
        long number = bookmarks.of(name, programme).processed() + 1;
        Act act = workings.journal.acts(programme, List.of(number)).get(number);
        ArrivedAct next =
                new ArrivedAct(
                        programme, number, act == null ? number : act.last(), workings.journal);
        try {
            process(List.of(next));
        } catch (RuntimeException failure) {
            throw new Failed(letter.get(), failure);
        }
        JournalEntry<Event> last = next.entries().getLast();
        bookmarks.advance(name, last);
        bookmarks.write();
        parked.remove(programme.value(), last.number());
        return true;
    }

    private void keepCause(ProgrammeId programme, Failed failed) {
        String words = Parking.inWords(failed.reason);
        LOG.error(
                "Projectie {}: programma {} blijft geparkeerd. {}",
                name,
                programme,
                words,
                failed.reason);
        workings.transaction.executeWithoutResult(
                _ -> parked.failedAgain(failed.letter, words, Instant.now()));
    }

    private static final class Failed extends RuntimeException {
        private final String letter;
        private final RuntimeException reason;

        Failed(String letter, RuntimeException reason) {
            super(reason);
            this.letter = letter;
            this.reason = reason;
        }
    }

    /** Empties it, within a transaction. */
    void reset() {
        projection.reset();
        workings.jdbc.sql("DELETE FROM progress WHERE projection = ?").param(name).update();
        parked.clear();
    }

    /** How many entries it still has to process, of those up to a position in the stream. */
    long behind(long position) {
        return workings.jdbc.sql(HEADS).params(position, name, name).query(Long.class).single();
    }

    /**
     * How it stands with the projection, on all nodes; what stands still, on this one.
     *
     * @param tokens those that say where it is
     * @param unread why nothing can be read for it on this node, or null
     */
    ProjectionState state(List<Tokens.Stored> tokens, @Nullable String unread) {
        long behind = behind(Long.MAX_VALUE);
        List<ProjectionState.Parked> programmes =
                parked.parked().stream()
                        .map(
                                each ->
                                        new ProjectionState.Parked(
                                                each.programme(),
                                                processed(new ProgrammeId(each.programme())) + 1,
                                                each.waiting(),
                                                each.because()))
                        .toList();
        return new ProjectionState(
                name,
                tokens.stream().mapToLong(Tokens.Stored::position).min().orElse(0),
                behind,
                behind > 0 && tokens.stream().anyMatch(one -> one.token() instanceof ReplayToken),
                programmes,
                standsStill(tokens, unread));
    }

    /** Why it makes no progress on this node, or null. */
    @Nullable String standsStill(List<Tokens.Stored> tokens, @Nullable String unread) {
        // Whatever stopped a segment here no longer matters when another node has it now.
        tokens.stream()
                .filter(one -> one.isElsewhere(workings.node))
                .forEach(one -> alarms.clear(one.segment()));
        return alarms.first().orElse(unread);
    }
}
