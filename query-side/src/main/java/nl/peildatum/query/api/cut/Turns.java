package nl.peildatum.query.api.cut;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import nl.peildatum.api.Problem;
import nl.peildatum.query.api.Wording;

/**
 * Lets half the processors, and at least one, do what costs much, so that whoever asks for little
 * never waits for that. It is done on a platform thread: the thread of a request is virtual, and
 * work that only computes would hold its carrier. Whoever finds too many waiting, or waits too
 * long, is told to come back, and nothing is done for them: one after another, when by what a turn
 * takes there will be a place, so that those who were refused together do not return together.
 */
public final class Turns implements Gate {
    private static final long SOONEST = 2;
    private static final long LATEST = 60;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final int LATELY = 5;

    private final Semaphore places;
    private final int mostWaiting;
    private final Duration patience;
    private final ExecutorService threads;
    private final AtomicInteger waiting = new AtomicInteger();
    private final int atOnce;

    /** How long a turn takes, in nanoseconds: what was seen lately counts most. */
    private long turn = SECOND / 2;

    /** The moment for which the last one was told to come back, by {@link System#nanoTime()}. */
    private long given = System.nanoTime();

    /** For half the processors, and at least one. */
    public Turns(int mostWaiting, Duration patience, String name) {
        this(
                Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
                mostWaiting,
                patience,
                name);
    }

    /**
     * @param patience how long somebody may have to wait
     * @param name how the names of the threads begin
     */
    public Turns(int atOnce, int mostWaiting, Duration patience, String name) {
        this.atOnce = atOnce;
        places = new Semaphore(atOnce, true);
        this.mostWaiting = mostWaiting;
        this.patience = patience;
        threads =
                Executors.newThreadPerTaskExecutor(
                        Thread.ofPlatform().daemon().name(name, 0).factory());
    }

    @Override
    public <T> T pass(Supplier<T> work) {
        try {
            take();
            long begun = System.nanoTime();
            try {
                return done(threads.submit((Callable<T>) work::get));
            } finally {
                places.release();
                took(System.nanoTime() - begun);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Whether as many wait as can. */
    public boolean isFull() {
        return waiting.get() >= mostWaiting;
    }

    private void take() throws InterruptedException {
        if (places.tryAcquire(0, TimeUnit.SECONDS)) {
            return;
        }
        try {
            if (waiting.incrementAndGet() > mostWaiting
                    || !places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } finally {
            waiting.decrementAndGet();
        }
    }

    private static <T> T done(Future<T> result) throws InterruptedException {
        try {
            return result.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            result.cancel(true);
            throw stopped;
        }
    }

    private synchronized void took(long nanos) {
        turn += (nanos - turn) / LATELY;
    }

    /** What one is told who is to come back; each time when the next place is to be had. */
    public Problem busy() {
        long seconds = secondsUntilAPlace();
        return Problem.unavailable(
                Wording.TOO_MUCH_AT_ONCE.text(Long.toString(seconds)), Duration.ofSeconds(seconds));
    }

    private synchronized long secondsUntilAPlace() {
        long now = System.nanoTime();
        long each = turn / atOnce;
        long until = Math.max(given - now, waiting.get() * each) + each;
        given = now + Math.min(until, LATEST * SECOND);
        return Math.clamp(Math.ceilDiv(until, SECOND), SOONEST, LATEST);
    }
}
