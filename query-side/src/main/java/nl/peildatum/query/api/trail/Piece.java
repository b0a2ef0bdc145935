package nl.peildatum.query.api.trail;

import nl.peildatum.api.Asked;
import org.jspecify.annotations.Nullable;

/** Which rows: from a journal number on, 100 unless asked otherwise, at most 1,000. */
record Piece(long first, int count) {

    /** The same, as the parameters say it. */
    record PieceAsked(@Nullable Long vanaf, @Nullable Integer aantal) {}

    /** The piece that is asked for. */
    static Piece of(Asked question) {
        PieceAsked asked = question.query(PieceAsked.class);
        return new Piece(
                asked.vanaf() == null ? 1 : asked.vanaf(),
                asked.aantal() == null ? 100 : asked.aantal());
    }

    /** The same, or null where none is asked for. */
    static @Nullable Piece ifAsked(Asked question) {
        return question.query(PieceAsked.class).equals(new PieceAsked(null, null))
                ? null
                : of(question);
    }

    /** The last number there can be in it, were no number left out. */
    long last() {
        return first + count - 1;
    }
}
