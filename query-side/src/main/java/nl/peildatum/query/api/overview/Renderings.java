package nl.peildatum.query.api.overview;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import nl.peildatum.query.api.cut.Cut;
import nl.peildatum.query.api.cut.Gate;
import nl.peildatum.query.api.cut.Turns;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Makes documents in turn, and keeps them for who asks for the same. Few may wait, since making one
 * can take seconds.
 */
@Component
class Renderings {

    private static final int WAITING = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int LOOKING_AT_ONCE = 2;
    private static final long MOST_BYTES = 32L << 20;

    private final Semaphore looking = new Semaphore(LOOKING_AT_ONCE, true);
    private final Turns turns;
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
        this(new Turns(WAITING, PATIENCE, "weergave-"), MOST_BYTES);
    }

    Renderings(Turns turns, long mostBytes) {
        this.turns = turns;
        this.mostBytes = mostBytes;
    }

    /** The turn to make a document. */
    Gate turns() {
        return turns;
    }

    /**
     * Looks for what is kept, two at a time: of many who come at once most will be told to come
     * back, and looking for all of them together would hold up who asks for something else. Whoever
     * has to wait for that while the queue is full is not looked for at all: such a refusal asks
     * nothing of the database. It comes after what is told without asking it: who may not ask (401,
     * 403), what is not to be had (406) and what cannot be read (400).
     *
     * @throws Problem 503 when too many wait already
     */
    <T> T beforehand(Supplier<T> search) {
        boolean free = looking.tryAcquire();
        if (!free) {
            requirePlace();
            looking.acquireUninterruptibly();
        }
        try {
            if (!free) {
                requirePlace();
            }
            return search.get();
        } finally {
            looking.release();
        }
    }

    private void requirePlace() {
        if (turns.isFull()) {
            throw turns.busy();
        }
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
}
