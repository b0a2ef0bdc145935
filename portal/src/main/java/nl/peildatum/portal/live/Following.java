package nl.peildatum.portal.live;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import nl.peildatum.portal.live.Upstream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.client.RestClientException;

/**
 * One programme, followed for all who listen here: by one stream of the query-side, that is opened
 * with the first listener, kept a while after the last has gone, and opened again when it ends.
 */
final class Following implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Following.class);
    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final String programme;
    private final Upstream upstream;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    private long number;
    private boolean away;
    private boolean over;
    private int listeners;
    private long leftAt = System.nanoTime();
    private @Nullable Stream open;

    Following(String programme, Upstream upstream) {
        this.programme = programme;
        this.upstream = upstream;
    }

    /** Somebody listens, until that is closed. */
    final class Place implements AutoCloseable {

        /**
         * The last entry there is, once that is later than one that is known; the same again when
         * it takes too long, and nothing when there is no more to be heard.
         */
        @Nullable Long after(long known, Duration longest) throws InterruptedException {
            lock.lockInterruptibly();
            try {
                long left = longest.toNanos();
                while (number <= known && !away && !over && left > 0) {
                    left = changed.awaitNanos(left);
                }
                return away || over ? null : Long.valueOf(Math.max(number, known));
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            lock.lock();
            try {
                listeners--;
                leftAt = System.nanoTime();
            } finally {
                lock.unlock();
            }
        }
    }

    /** A place for somebody, or nothing where this is over already. */
    @Nullable Place enter() {
        lock.lock();
        try {
            if (over) {
                return null;
            }
            listeners++;
            return new Place();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void run() {
        Duration pause = FIRST_PAUSE;
        while (goesOn()) {
            boolean opened = false;
            try (Stream stream = upstream.open(programme)) {
                opened = true;
                tell(
                        () -> {
                            open = stream;
                            away = false;
                        });
                pause = FIRST_PAUSE;
                String line = stream.line();
                while (line != null && goesOn()) {
                    if (line.startsWith("id:")) {
                        long last = Long.parseLong(line.substring(3).strip());
                        tell(() -> number = last);
                    }
                    line = stream.line();
                }
            } catch (IOException
                    | NumberFormatException
                    | RestClientException
                    | OAuth2AuthorizationException broken) {
                if (!opened) {
                    LOG.warn("{} is not followed: {}", programme, broken.getMessage());
                    tell(() -> away = true);
                    pause = pause.multipliedBy(2);
                    pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
                }
            }
            rest(pause);
        }
    }

    /** Ends it, for whoever listens as well. */
    void close() {
        tell(
                () -> {
                    over = true;
                    if (open != null) {
                        open.close();
                    }
                });
    }

    private void tell(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Over from the moment on that this says no. */
    private boolean goesOn() {
        lock.lock();
        try {
            over |= listeners == 0 && System.nanoTime() - leftAt > KEPT.toNanos();
            return !over;
        } finally {
            lock.unlock();
        }
    }

    private void rest(Duration pause) {
        lock.lock();
        try {
            long left = pause.toNanos();
            while (!over && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException stopping) {
            over = true;
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
