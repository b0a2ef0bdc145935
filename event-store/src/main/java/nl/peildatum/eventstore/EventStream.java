package nl.peildatum.eventstore;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/** All events in commit order, from the event table, woken by {@link Announcements}. */
public final class EventStream implements StreamableMessageSource<TrackedEventMessage<?>> {

    private final PostgresEventStorageEngine engine;
    private final Announcements announcements;

    public EventStream(PostgresEventStorageEngine engine, Announcements announcements) {
        this.engine = engine;
        this.announcements = announcements;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken position) {
        return new Cursor(position);
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return engine.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return engine.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant moment) {
        return engine.createTokenAt(moment);
    }

    @Override
    public TrackingToken createTokenSince(Duration duration) {
        return engine.createTokenAt(Instant.now().minus(duration));
    }

    /** The events that follow a position, at most so many as are read {@link #atOnce}. */
    public List<TrackedEventMessage<?>> after(@Nullable TrackingToken position) {
        return engine.after(position);
    }

    /** How many events are read together; where fewer are read there are no more. */
    public int atOnce() {
        return engine.batchSize();
    }

    /**
     * Holds at most one batch; the read that refills it sees every commit before it. Synchronized,
     * because Axon's coordinator looks once more after it has let another thread in.
     */
    private final class Cursor implements BlockingStream<TrackedEventMessage<?>> {

        private final Deque<TrackedEventMessage<?>> ahead = new ArrayDeque<>();
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition announced = lock.newCondition();
        private final Runnable listener = this::announce;
        private @Nullable TrackingToken position;
        private @Nullable Runnable callback;
        private boolean news = true;

        Cursor(@Nullable TrackingToken position) {
            this.position = position;
            announcements.subscribe(listener);
        }

        private void announce() {
            Runnable waiting;
            lock.lock();
            try {
                news = true;
                announced.signalAll();
                waiting = callback;
            } finally {
                lock.unlock();
            }
            if (waiting != null) {
                waiting.run();
            }
        }

        @Override
        public synchronized Optional<TrackedEventMessage<?>> peek() {
            fill();
            return Optional.ofNullable(ahead.peek());
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            long left = unit.toNanos(timeout);
            while (true) {
                if (peek().isPresent()) {
                    return true;
                }
                lock.lockInterruptibly();
                try {
                    while (!news) {
                        if (left <= 0) {
                            return false;
                        }
                        left = announced.awaitNanos(left);
                    }
                } finally {
                    lock.unlock();
                }
            }
        }

        private synchronized void fill() {
            if (!ahead.isEmpty() || !takeNews()) {
                return;
            }
            boolean drained = false;
            try {
                ahead.addAll(after(position));
                drained = ahead.size() < atOnce();
            } finally {
                if (!ahead.isEmpty()) {
                    position = ahead.getLast().trackingToken();
                }
                if (!drained) {
                    // More may be there, or the read failed: the next one must not wait to be told.
                    rememberNews();
                }
            }
        }

        private boolean takeNews() {
            lock.lock();
            try {
                boolean taken = news;
                news = false;
                return taken;
            } finally {
                lock.unlock();
            }
        }

        private void rememberNews() {
            lock.lock();
            try {
                news = true;
            } finally {
                lock.unlock();
            }
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            while (true) {
                hasNextAvailable(Integer.MAX_VALUE, TimeUnit.SECONDS);
                TrackedEventMessage<?> next = poll();
                if (next != null) {
                    return next;
                }
            }
        }

        private synchronized @Nullable TrackedEventMessage<?> poll() {
            return ahead.poll();
        }

        @Override
        public boolean setOnAvailableCallback(Runnable onAvailable) {
            lock.lock();
            try {
                callback = onAvailable;
            } finally {
                lock.unlock();
            }
            return true;
        }

        @Override
        public void close() {
            announcements.unsubscribe(listener);
        }
    }
}
