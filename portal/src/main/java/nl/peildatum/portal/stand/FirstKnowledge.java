package nl.peildatum.portal.stand;

import java.time.Instant;
import nl.peildatum.portal.cut.CutBar;
import org.jspecify.annotations.Nullable;

/**
 * The first that was recorded of a programme.
 *
 * @param handeling the act it is a part of; nothing where it was recorded alone
 */
public record FirstKnowledge(Instant bekendOp, @Nullable Act handeling) {

    /** Entries that were recorded together. */
    public record Act(long totEnMet) {}

    /** The same page with the whole of it. */
    public String page(CutBar bar) {
        return bar.here(
                bar.cut()
                        .pinned(
                                bar.known().peildatum(),
                                handeling == null ? 1 : handeling.totEnMet()));
    }
}
