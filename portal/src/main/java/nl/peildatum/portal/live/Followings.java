package nl.peildatum.portal.live;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.peildatum.portal.asking.NoAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The programmes that are followed now. */
@Component
class Followings {

    private final Upstream upstream;
    private final Map<String, Following> followed = new ConcurrentHashMap<>();
    private volatile boolean closing;

    Followings(Upstream upstream) {
        this.upstream = upstream;
    }

    /**
     * Listens to a programme.
     *
     * @throws NoAnswer when there is nothing to be heard now
     */
    Following.Place enter(String programme) {
        while (!closing) {
            Following following = followed.computeIfAbsent(programme, this::follow);
            Following.@Nullable Place place = following.enter();
            if (place != null) {
                return place;
            }
            followed.remove(programme, following);
        }
        throw NoAnswer.away();
    }

    private Following follow(String programme) {
        Following following = new Following(programme, upstream);
        Thread.ofVirtual()
                .name("following " + programme)
                .start(
                        () -> {
                            try {
                                following.run();
                            } finally {
                                following.close();
                                followed.remove(programme, following);
                            }
                        });
        return following;
    }

    /** Before the server stops waiting for what is being answered. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
        followed.values().forEach(Following::close);
    }
}
