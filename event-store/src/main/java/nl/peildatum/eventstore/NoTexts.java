package nl.peildatum.eventstore;

import org.axonframework.common.AxonNonTransientException;

/** Nothing was appended: the entry whose texts were to be erased has none, or none any more. */
public final class NoTexts extends AxonNonTransientException {

    NoTexts(Throwable cause) {
        super("the entry has no texts to erase", cause);
    }
}
