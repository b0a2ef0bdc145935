package nl.peildatum.query.processing;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Feeds all projections that stand at the same place: the stream is read once, and their data,
 * their progress, their dead letters and the token that they share change in one transaction.
 */
final class Convoy implements EventHandlerInvoker {

    private static final int BATCH = 100;

    private final Workings workings;
    private final Tokens tokens;
    private final Map<String, RunningProjection> projections;
    private final Feeding feeding;
    private final Stragglers stragglers;
    private final ScheduledExecutorService coordinator;
    private final ScheduledExecutorService workers;
    private final PooledStreamingEventProcessor processor;

    Convoy(
            Workings workings,
            Tokens tokens,
            Map<String, RunningProjection> projections,
            Feeding feeding,
            Stragglers stragglers,
            int segments) {
        this.workings = workings;
        this.tokens = tokens;
        this.projections = projections;
        this.feeding = feeding;
        this.stragglers = stragglers;
        coordinator = Executors.newScheduledThreadPool(1, threads("coordinator"));
        workers = Executors.newScheduledThreadPool(segments, threads("worker"));
        processor =
                PooledStreamingEventProcessor.builder()
                        .name(Tokens.TOGETHER)
                        .eventHandlerInvoker(this)
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
    }

    private static ThreadFactory threads(String name) {
        return Thread.ofPlatform().daemon().name("projections-" + name + "-", 0).factory();
    }

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return ByProgramme.isIn(segment, message);
    }

    /** The first message of a batch brings all of them. */
    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        BatchingUnitOfWork<?> unit = (BatchingUnitOfWork<?>) CurrentUnitOfWork.get();
        if (unit.isFirstMessage()) {
            feed(unit, segment.getSegmentId());
        }
    }

    /** What another node processes from now on, texts being erased among it, is not seen here. */
    @Override
    public void segmentReleased(Segment segment) {
        workings.known.forgetAll();
    }

    private void feed(BatchingUnitOfWork<?> unit, int segment) {
        unit.onRollback(
                failed -> projections.values().forEach(one -> one.alarms().raise(segment, failed)));
        lock(segment);
        Set<RunningProjection> fed =
                feeding.feed(
                        unit.getMessages().stream()
                                .<EventMessage<?>>map(each -> (EventMessage<?>) each)
                                .toList(),
                        projections.keySet(),
                        segment,
                        () -> lock(segment),
                        (stopped, why) -> {
                            tokens.leave(stopped.name(), segment);
                            stopped.alarms().raise(segment, why);
                            unit.afterCommit(_ -> stragglers.wake());
                        });
        unit.afterCommit(_ -> fed.forEach(one -> one.alarms().clear(segment)));
    }

    /** Holds the token's row until the commit: nothing is fed, retried or emptied meanwhile. */
    private void lock(int segment) {
        workings.tokens.extendClaim(Tokens.TOGETHER, segment);
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

    /** Why nothing can be read on this node, or null. */
    @Nullable String unread() {
        return processor.isError() ? "De gebeurtenissen kunnen niet worden gelezen." : null;
    }
}
