package nl.peildatum.query.processing;

import org.jspecify.annotations.Nullable;

/** What was stored cannot be read as an event. */
final class UnreadableEntry extends RuntimeException {

    UnreadableEntry(String id, @Nullable Throwable cause) {
        super("event " + id + " cannot be read", cause);
    }
}
