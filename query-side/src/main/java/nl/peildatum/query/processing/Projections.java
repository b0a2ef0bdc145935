package nl.peildatum.query.processing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.EventStream;
import nl.peildatum.eventstore.Journal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** All projections of this node: runs them, tells how they stand, retries and replays. */
public final class Projections implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Projections.class);

    private final Map<String, RunningProjection> byName = new LinkedHashMap<>();
    private final EventStream events;
    private final Workings workings;
    private final Tokens tokens;
    private final Stragglers stragglers;
    private final Convoy convoy;
    private volatile boolean running;

    /**
     * @param segments into how many parts, by programme, the work of a projection can be shared by
     *     nodes; holds from the first start on
     * @param node the name under which this node keeps its segments; only a node of the same name
     *     goes on at once where this one is killed, any other after ten seconds
     */
    public Projections(
            DataSource dataSource,
            Journal journal,
            KnownEntries known,
            EventStream events,
            List<Projection> projections,
            int segments,
            String node) {
        this(
                dataSource,
                journal,
                known,
                events,
                projections,
                segments,
                node,
                ParkedEntries.MOST_ENTRIES);
    }

    Projections(
            DataSource dataSource,
            Journal journal,
            KnownEntries known,
            EventStream events,
            List<Projection> projections,
            int segments,
            String node,
            int mostEntries) {
        this.events = events;
        workings = new Workings(dataSource, journal, known, events, node);
        for (Projection projection : projections) {
            byName.put(projection.name(), new RunningProjection(workings, projection, mostEntries));
        }
        tokens = new Tokens(workings);
        Feeding feeding = new Feeding(workings, byName);
        stragglers = new Stragglers(workings, tokens, byName, feeding);
        convoy = new Convoy(workings, tokens, byName, feeding, stragglers, segments);
    }

    /** The position of the newest entry, in the stream of all events. */
    public long newest() {
        return events.createHeadToken().position().orElse(0);
    }

    /**
     * How many entries there are to process still, of those up to a position in the stream; those
     * of parked programmes not counted.
     */
    public long behind(long position) {
        return byName.values().stream().mapToLong(each -> each.behind(position)).sum();
    }

    /** How many of them the projection that has most to process still has to. */
    long furthestBehind(long position) {
        return byName.values().stream().mapToLong(each -> each.behind(position)).max().orElse(0);
    }

    /** Whether one of them makes no progress on this node. */
    boolean standStill() {
        return byName.values().stream()
                .anyMatch(one -> one.standsStill(tokens.of(one.name()), convoy.unread()) != null);
    }

    /** How each projection stands. */
    public List<ProjectionState> states() {
        return byName.values().stream().map(this::state).toList();
    }

    /** How one projection stands, if there is one of that name. */
    public Optional<ProjectionState> state(String projection) {
        return Optional.ofNullable(byName.get(projection)).map(this::state);
    }

    private ProjectionState state(RunningProjection projection) {
        return projection.state(tokens.of(projection.name()), convoy.unread());
    }

    /**
     * Processes the waiting entries of a parked programme again, in order, and returns when all are
     * processed or one fails again.
     *
     * @return whether none is left
     */
    public boolean retry(String projection, ProgrammeId programme) {
        return named(projection).retry(programme, () -> tokens.lock(projection));
    }

    /**
     * Empties one projection and builds it up again from the first entry; returns when it is empty
     * and at work again.
     */
    public void replay(String projection) {
        RunningProjection emptied = named(projection);
        workings.transaction.executeWithoutResult(
                _ -> {
                    tokens.lock(projection);
                    emptied.reset();
                    tokens.beginAnew(projection);
                });
        emptied.alarms().clear();
        LOG.info("Projectie {} is geleegd en wordt opnieuw opgebouwd.", projection);
        stragglers.wake();
    }

    private RunningProjection named(String projection) {
        RunningProjection found = byName.get(projection);
        if (found == null) {
            throw new IllegalArgumentException("no projection " + projection);
        }
        return found;
    }

    @Override
    public void start() {
        convoy.start();
        stragglers.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        stragglers.stop();
        convoy.stop().join();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
