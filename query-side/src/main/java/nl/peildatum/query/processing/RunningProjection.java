package nl.peildatum.query.processing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import nl.peildatum.events.ProgrammeId;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.deadletter.DeadLetteringEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One projection with its processor: its data, its progress, its token and its dead letters change
 * in one transaction.
 */
final class RunningProjection {

    private static final Logger LOG = LoggerFactory.getLogger(RunningProjection.class);
    private static final int BATCH = 50;

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
    private final Bookmark progress;
    private final ProjectionHandler handler;
    private final ParkedEntries parked;
    private final Alarms alarms;
    private final DeadLetteringEventHandlerInvoker invoker;
    private final ScheduledExecutorService coordinator;
    private final ScheduledExecutorService workers;
    private final PooledStreamingEventProcessor processor;

    RunningProjection(Workings workings, Projection projection, int segments, int mostEntries) {
        this.workings = workings;
        name = projection.name();
        progress = new Bookmark(workings.jdbc, name);
        handler =
                new ProjectionHandler(
                        projection, progress, workings.journal, workings.known, workings.savepoint);
        parked =
                new ParkedEntries(
                        name,
                        workings.jdbc,
                        workings.connections,
                        workings.transactions,
                        workings.serializer,
                        mostEntries,
                        handler::eraseAhead);
        alarms = new Alarms(name);
        DeadLetteringEventHandlerInvoker.Builder invoking =
                DeadLetteringEventHandlerInvoker.builder()
                        .queue(parked)
                        .enqueuePolicy(new Parking(name))
                        .transactionManager(workings.transactions)
                        .allowReset(true)
                        // Only the owner of a segment adds letters to it, so it knows of which
                        // programmes there are none.
                        .enableSequenceIdentifierCache();
        invoking.eventHandlers(handler);
        invoking.sequencingPolicy(new ByProgramme());
        invoking.listenerInvocationErrorHandler(PropagatingErrorHandler.instance());
        invoker = invoking.build();
        coordinator = Executors.newScheduledThreadPool(1, threads(name + "-coordinator"));
        workers = Executors.newScheduledThreadPool(segments, threads(name + "-worker"));
        processor =
                PooledStreamingEventProcessor.builder()
                        .name(name)
                        .eventHandlerInvoker(invoker)
                        .errorHandler(PropagatingErrorHandler.instance())
                        .messageSource(workings.events)
                        .tokenStore(workings.tokens)
                        .transactionManager(workings.transactions)
                        .coordinatorExecutor(coordinator)
                        .workerExecutor(workers)
                        .initialSegmentCount(segments)
                        .initialToken(StreamableMessageSource::createTailToken)
                        .batchSize(BATCH)
                        .build();
        processor.registerHandlerInterceptor(this::guarded);
    }

    private static ThreadFactory threads(String name) {
        return Thread.ofPlatform().daemon().name("projection-" + name + "-", 0).factory();
    }

    /**
     * Takes the token's row first and holds it until the commit: what is processed here is not
     * processed, retried or emptied elsewhere meanwhile.
     */
    private @Nullable Object guarded(
            UnitOfWork<? extends EventMessage<?>> unit, InterceptorChain chain) throws Exception {
        unit.getOrComputeResource(
                RunningProjection.class.getName(),
                _ -> {
                    int segment = unit.<Integer>getResource("Processor[" + name + "]/SegmentId");
                    unit.afterCommit(_ -> alarms.clear(segment));
                    unit.onRollback(failed -> alarms.raise(segment, failed));
                    workings.tokens.extendClaim(name, segment);
                    return segment;
                });
        return chain.proceed();
    }

    String name() {
        return name;
    }

    void start() {
        processor.start();
    }

    CompletableFuture<Void> stop() {
        return processor
                .shutdownAsync()
                .thenRun(
                        () -> {
                            coordinator.shutdown();
                            workers.shutdown();
                        });
    }

    /**
     * Processes the acts of a parked programme that wait, one transaction each, in order, until
     * none is left or one fails again.
     */
    boolean retry(ProgrammeId programme) {
        try {
            while (Boolean.TRUE.equals(
                    workings.transaction.execute(_ -> processFirst(programme)))) {
                LOG.debug("Projectie {}: een handeling van {} alsnog verwerkt", name, programme);
            }
            return true;
        } catch (Failed failed) {
            keepCause(programme, failed);
            return false;
        }
    }

    private boolean processFirst(ProgrammeId programme) {
        lockTokens();
        Optional<String> letter = parked.first(programme.value());
        if (letter.isEmpty()) {
            return false;
        }
        try {
            handler.next(programme);
        } catch (RuntimeException failure) {
            throw new Failed(letter.get(), failure);
        }
        parked.remove(programme.value(), progress.processed(programme));
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

    /** Empties the projection and lets it process everything again, from the first entry. */
    synchronized void replay() {
        processor.shutDown();
        try {
            workings.transaction.executeWithoutResult(_ -> reset());
            alarms.clear();
            LOG.info("Projectie {} is geleegd en wordt opnieuw opgebouwd.", name);
        } finally {
            processor.start();
        }
    }

    private void reset() {
        lockTokens();
        invoker.performReset();
        takeOver();
        for (int segment : workings.tokens.fetchSegments(name)) {
            TrackingToken reached = workings.tokens.fetchToken(name, segment);
            workings.tokens.storeToken(ReplayToken.createReplayToken(reached, null), name, segment);
        }
    }

    /** Waits for every batch under way, on whatever node, and keeps the next one waiting. */
    private void lockTokens() {
        workings.jdbc
                .sql(
                        """
                        SELECT segment FROM token_entry WHERE processor_name = ?
                        ORDER BY segment FOR UPDATE""")
                .param(name)
                .query(Integer.class)
                .list();
    }

    /** Another node that has a segment loses it: its next batch finds another owner. */
    private void takeOver() {
        workings.jdbc
                .sql("UPDATE token_entry SET owner = NULL WHERE processor_name = ?")
                .param(name)
                .update();
    }

    /** How many entries it still has to process, of those up to a position in the stream. */
    long behind(long position) {
        return workings.jdbc.sql(HEADS).params(position, name, name).query(Long.class).single();
    }

    /** How it stands with the projection, on all nodes; what stands still, on this one. */
    ProjectionState state() {
        long behind = behind(Long.MAX_VALUE);
        List<ProjectionState.Parked> programmes =
                parked.parked().stream()
                        .map(
                                each ->
                                        new ProjectionState.Parked(
                                                each.programme(),
                                                progress.processed(
                                                                new ProgrammeId(each.programme()))
                                                        + 1,
                                                each.waiting(),
                                                each.because()))
                        .toList();
        List<TrackingToken> tokens = storedTokens();
        return new ProjectionState(
                name,
                tokens.stream().mapToLong(token -> token.position().orElse(0)).min().orElse(0),
                behind,
                behind > 0 && tokens.stream().anyMatch(ReplayToken::isReplay),
                programmes,
                standsStill());
    }

    /** The segments that another node has now: whatever stopped them here no longer matters. */
    private List<Integer> takenOver() {
        return workings.jdbc
                .sql("SELECT segment FROM token_entry WHERE processor_name = ? AND owner <> ?")
                .params(name, workings.node)
                .query(Integer.class)
                .list();
    }

    private List<TrackingToken> storedTokens() {
        return workings.jdbc
                .sql(
                        """
                        SELECT token, token_type FROM token_entry
                        WHERE processor_name = ? AND token IS NOT NULL""")
                .param(name)
                .query(
                        (row, _) ->
                                workings.serializer.<byte[], TrackingToken>deserialize(
                                        new SimpleSerializedObject<>(
                                                row.getBytes("token"),
                                                byte[].class,
                                                row.getString("token_type"),
                                                null)))
                .list();
    }

    boolean standsStillHere() {
        return standsStill() != null;
    }

    private @Nullable String standsStill() {
        takenOver().forEach(alarms::clear);
        return alarms.first()
                .orElse(
                        processor.isError()
                                ? "De gebeurtenissen kunnen niet worden gelezen."
                                : null);
    }
}
