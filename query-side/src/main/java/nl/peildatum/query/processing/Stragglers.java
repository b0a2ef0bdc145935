package nl.peildatum.query.processing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds the projections that are not where the others are, each alone and with a token of its own,
 * until they are: one that is built up again, and one that could not go on when the others did.
 */
final class Stragglers {

    private static final Logger LOG = LoggerFactory.getLogger(Stragglers.class);

    /** How often is looked for those that another node left, or that could not go on before. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Workings workings;
    private final Tokens tokens;
    private final Map<String, RunningProjection> projections;
    private final Feeding feeding;
    private final Set<List<Object>> running = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("projections-alone").factory());
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("projections-alone-", 0).factory());
    private volatile boolean open;

    Stragglers(
            Workings workings,
            Tokens tokens,
            Map<String, RunningProjection> projections,
            Feeding feeding) {
        this.workings = workings;
        this.tokens = tokens;
        this.projections = projections;
        this.feeding = feeding;
    }

    void start() {
        open = true;
        var _ =
                clock.scheduleWithFixedDelay(
                        this::look, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Returns when nothing is being fed any more. */
    void stop() {
        open = false;
        clock.shutdown();
        threads.close();
    }

    /** Looks at once. */
    void wake() {
        if (open) {
            clock.execute(this::look);
        }
    }

    private void look() {
        try {
            for (Tokens.Stored one : tokens.alone()) {
                RunningProjection projection = projections.get(one.projection());
                List<Object> straggler = List.of(one.projection(), one.segment());
                if (projection != null && open && running.add(straggler)) {
                    threads.execute(
                            () -> {
                                run(projection, one.segment());
                                running.remove(straggler);
                            });
                }
            }
        } catch (RuntimeException failure) {
            LOG.warn("It cannot be seen which projections are to be fed alone", failure);
        }
    }

    private void run(RunningProjection projection, int number) {
        try {
            Segment segment =
                    Segment.computeSegment(number, workings.tokens.fetchSegments(Tokens.TOGETHER));
            Pace pace = Pace.BEHIND;
            while (pace != Pace.JOINED && open) {
                boolean joining = pace == Pace.AT_THE_END;
                pace =
                        Objects.requireNonNull(
                                workings.transaction.execute(
                                        _ -> step(projection, segment, joining)));
                projection.alarms().clear(number);
            }
            if (pace != Pace.JOINED) {
                workings.transaction.executeWithoutResult(
                        _ -> workings.tokens.releaseClaim(projection.name(), number));
            }
        } catch (RuntimeException failure) {
            projection.alarms().raise(number, failure);
        }
    }

    private enum Pace {
        BEHIND,
        AT_THE_END,
        JOINED
    }

    /**
     * Processes what comes next.
     *
     * @param joining whether the others wait meanwhile; whoever then comes to the end is with them
     */
    private Pace step(RunningProjection projection, Segment segment, boolean joining) {
        String name = projection.name();
        int number = segment.getSegmentId();
        TrackingToken at = lock(name, number, joining);
        List<TrackedEventMessage<?>> next = workings.events.after(at);
        AtomicBoolean joins = new AtomicBoolean(joining);
        feeding.feed(
                next.stream().filter(message -> ByProgramme.isIn(segment, message)).toList(),
                List.of(name),
                Bookmarks.ANY,
                () -> {
                    // The others may have gone on in between, and this one may have been emptied.
                    joins.set(false);
                    if (!Objects.equals(at, lock(name, number, joining))) {
                        throw new UnableToClaimTokenException(name + " was emptied meanwhile");
                    }
                },
                (_, why) -> {
                    throw why;
                });
        boolean atTheEnd = next.size() < workings.events.atOnce();
        if (joins.get() && atTheEnd) {
            workings.tokens.deleteToken(name, number);
            LOG.info("Projectie {} is weer bij.", name);
            return Pace.JOINED;
        }
        if (!next.isEmpty()) {
            workings.tokens.storeToken(
                    WrappedToken.advance(at, next.getLast().trackingToken()), name, number);
        }
        return atTheEnd ? Pace.AT_THE_END : Pace.BEHIND;
    }

    private TrackingToken lock(String name, int segment, boolean joining) {
        if (joining) {
            tokens.lock(segment);
        }
        return workings.tokens.fetchToken(name, segment);
    }
}
