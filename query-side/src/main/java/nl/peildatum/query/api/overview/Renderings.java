package nl.peildatum.query.api.overview;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import nl.peildatum.api.Problem;
import nl.peildatum.query.api.Wording;
import nl.peildatum.query.api.cut.Cut;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Makes what costs much, a few at a time, and keeps it for who asks for the same.
 *
 * <p>At most half the processors are at it, and at least one, each on a platform thread: the thread
 * of a request is virtual, and rendering would hold its carrier. Whoever finds the queue full is
 * told to come back, and nothing is done for them.
 */
@Component
class Renderings implements AutoCloseable {

    private static final Duration COME_BACK = Duration.ofSeconds(5);
    private static final int WAITING = 8;
    private static final int LOOKING_AT_ONCE = 2;
    private static final long MOST_BYTES = 32L << 20;

    private final Semaphore looking = new Semaphore(LOOKING_AT_ONCE, true);
    private final ThreadPoolExecutor threads;
    private final long mostBytes;
    private final Map<Place, Rendering> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /** Which bytes: a form of a cut, as it reads with so many texts of the programme erased. */
    record Place(Cut cut, String form, long erasures) {
        boolean isBeforeErasureOf(Place other) {
            return cut.programme().equals(other.cut.programme()) && erasures < other.erasures;
        }
    }

    /** The bytes of a form, and the digest of what it shows. */
    @SuppressWarnings("ArrayRecordComponent") // written to the answer and never changed
    record Rendering(byte[] bytes, String digest) {}

    @Autowired
    Renderings() {
        this(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), WAITING, MOST_BYTES);
    }

    Renderings(int atOnce, int waiting, long mostBytes) {
        this.mostBytes = mostBytes;
        threads =
                new ThreadPoolExecutor(
                        atOnce,
                        atOnce,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(waiting),
                        Thread.ofPlatform().daemon().name("weergave-", 0).factory());
    }

    /**
     * Looks for what is kept, two at a time: of many who come at once most will be told to come
     * back, and looking for all of them together would hold up who asks for something else. Whoever
     * had to wait for that and finds the queue full is not looked for at all.
     *
     * @throws Problem 503 when too many wait already
     */
    <T> T beforehand(Supplier<T> search) {
        if (!looking.tryAcquire()) {
            looking.acquireUninterruptibly();
            if (isFull()) {
                looking.release();
                throw busy();
            }
        }
        try {
            return search.get();
        } finally {
            looking.release();
        }
    }

    /**
     * Does the work when its turn comes.
     *
     * @throws Problem 503 when too many wait already
     */
    <T> T inTurn(Supplier<T> work) {
        Future<T> result;
        try {
            result = threads.submit((Callable<T>) work::get);
        } catch (RejectedExecutionException full) {
            throw busy();
        }
        try {
            return result.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            result.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Whether as many wait as can. */
    boolean isFull() {
        return threads.getQueue().remainingCapacity() == 0;
    }

    private static Problem busy() {
        return Problem.unavailable(
                Wording.RENDERING_BUSY.text(Long.toString(COME_BACK.toSeconds())), COME_BACK);
    }

    /** What is kept in a place; what shows texts that were erased since is let go of. */
    synchronized Optional<Rendering> kept(Place place) {
        kept.entrySet()
                .removeIf(
                        old -> {
                            boolean erased = old.getKey().isBeforeErasureOf(place);
                            bytes -= erased ? old.getValue().bytes().length : 0;
                            return erased;
                        });
        return Optional.ofNullable(kept.get(place));
    }

    /** Keeps what was made, in the place of what was not asked for longest. */
    synchronized void keep(Place place, Rendering made) {
        if (made.bytes().length > mostBytes) {
            return;
        }
        Rendering old = kept.put(place, made);
        bytes += made.bytes().length - (old == null ? 0 : old.bytes().length);
        var eldest = kept.values().iterator();
        while (bytes > mostBytes) {
            bytes -= eldest.next().bytes().length;
            eldest.remove();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow().forEach(waiting -> ((Future<?>) waiting).cancel(true));
    }
}
