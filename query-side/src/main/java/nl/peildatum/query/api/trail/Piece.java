package nl.peildatum.query.api.trail;

import nl.peildatum.api.Parameters;
import org.jspecify.annotations.Nullable;

/** Which rows: from a journal number on, 100 unless asked otherwise, at most 1,000. */
record Piece(long first, int count) {

    /** Reads {@code vanaf} and {@code aantal}; what is wrong with them is noted there. */
    static Piece from(Parameters parameters) {
        Long first = parameters.optionalLong("vanaf", 1);
        Integer count = parameters.optionalInteger("aantal", 1, 1000);
        return new Piece(first == null ? 1 : first, count == null ? 100 : count);
    }

    /** The same, or null where neither is given. */
    static @Nullable Piece optional(Parameters parameters) {
        Piece piece = from(parameters);
        return parameters.has("vanaf") || parameters.has("aantal") ? piece : null;
    }

    /** The last number there can be in it, were no number left out. */
    long last() {
        return first + count - 1;
    }
}
