package nl.peildatum.query.processing;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.messaging.deadletter.DeadLetterQueueOverflowException;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Why segments of one projection stand still on this node, until they go on. */
final class Alarms {

    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);

    private final String projection;
    private final Map<Integer, String> bySegment = new ConcurrentHashMap<>();

    Alarms(String projection) {
        this.projection = projection;
    }

    void raise(int segment, UnitOfWork<?> failed) {
        if (failed.getExecutionResult().isExceptionResult()) {
            raise(segment, failed.getExecutionResult().getExceptionResult());
        }
    }

    void raise(int segment, Throwable cause) {
        if (cause instanceof UnableToClaimTokenException) {
            return; // another node took over
        }
        String words = inWords(cause);
        bySegment.put(segment, words);
        LOG.error("ALARM: projectie {} staat stil. {}", projection, words, cause);
    }

    void clear(int segment) {
        if (bySegment.remove(segment) != null) {
            LOG.info("Projectie {} gaat weer verder.", projection);
        }
    }

    void clear() {
        bySegment.clear();
    }

    Optional<String> first() {
        return bySegment.values().stream().sorted().findFirst();
    }

    private static String inWords(Throwable cause) {
        return switch (cause) {
            case MissingEntries missing -> String.valueOf(missing.getMessage());
            case DeadLetterQueueOverflowException _ ->
                    """
                    De wachtrij van geparkeerde wijzigingen is vol. Los de oorzaak op en verwerk de \
                    wachtrij opnieuw.""";
            default -> "%s De verwerking probeert het opnieuw.".formatted(Parking.inWords(cause));
        };
    }
}
