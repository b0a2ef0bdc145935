package nl.peildatum.query.api.following;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.peildatum.api.Caller;
import nl.peildatum.api.Problem;
import nl.peildatum.query.api.Wording;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who follows a programme now: so many streams each, and none once the application closes. */
@Component
class Followers {
    private static final Duration LATER = Duration.ofSeconds(30);
    private static final String PASSED_ON_FOR = "X-Forwarded-For";

    private final int most;
    private final Map<String, Integer> streams = new ConcurrentHashMap<>();
    private volatile boolean closing;

    Followers(@Value("${peildatum.gebeurtenissen.per-aanvrager:20}") int most) {
        this.most = most;
    }

    /** A stream that somebody follows, until it is closed. */
    final class Place implements AutoCloseable {
        private final String who;

        private Place(String who) {
            this.who = who;
        }

        @Override
        public void close() {
            streams.computeIfPresent(who, (_, open) -> open == 1 ? null : open - 1);
        }
    }

    /**
     * Takes a place: of whoever is logged in by subject, of others by the address they ask from,
     * which the front door passes on.
     *
     * @throws Problem 429 where that one follows too much already
     */
    Place enter(Caller caller, HttpServletRequest request) {
        String passedOn = request.getHeader(PASSED_ON_FOR);
        String who =
                caller.subject() != null
                        ? "subject " + caller.subject()
                        : "address " + (passedOn == null ? request.getRemoteAddr() : passedOn);
        streams.compute(
                who,
                (_, open) -> {
                    if (open != null && open >= most) {
                        throw Problem.tooMany(
                                Wording.FOLLOWS_TOO_MUCH.text(Integer.toString(most)), LATER);
                    }
                    return open == null ? 1 : open + 1;
                });
        return new Place(who);
    }

    /** Whether every stream is to end. */
    boolean closing() {
        return closing;
    }

    /** Before the server stops waiting for what is being answered. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
    }
}
