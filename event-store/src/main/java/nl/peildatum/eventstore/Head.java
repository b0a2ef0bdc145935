package nl.peildatum.eventstore;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The last entry of a programme's journal; number 0 without a moment when nothing is recorded. */
public record Head(long number, @Nullable Instant recordedAt) {

    static final Head NONE = new Head(0, null);
}
