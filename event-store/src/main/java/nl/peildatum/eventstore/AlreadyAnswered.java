package nl.peildatum.eventstore;

import org.axonframework.common.AxonNonTransientException;

/** Nothing was appended: the idempotency key already has its answer. */
public final class AlreadyAnswered extends AxonNonTransientException {

    AlreadyAnswered(Throwable cause) {
        super("the idempotency key already has its answer", cause);
    }
}
