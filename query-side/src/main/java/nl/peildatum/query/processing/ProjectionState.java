package nl.peildatum.query.processing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with a projection.
 *
 * @param position the position in the stream of all events up to which everything was handed to it
 * @param behind how many entries of programmes that are not parked it still has to process
 * @param replaying whether it is being built up again
 * @param parked the programmes of which nothing more is processed until the cause is mended
 * @param standsStill why it makes no progress on this node, or null
 */
public record ProjectionState(
        String name,
        long position,
        long behind,
        boolean replaying,
        List<Parked> parked,
        @Nullable String standsStill) {

    public ProjectionState {
        parked = List.copyOf(parked);
    }

    /** Whether it has processed everything that can be processed. */
    public boolean caughtUp() {
        return behind == 0;
    }

    /**
     * A programme that is held up by one of its entries.
     *
     * @param entry the journal number of the entry that fails
     * @param waiting how many entries wait, that one included
     * @param because the cause in plain words
     */
    public record Parked(String programme, long entry, long waiting, String because) {}
}
