package nl.peildatum.command.importing;

import nl.peildatum.events.Basis;
import org.jspecify.annotations.Nullable;

/**
 * On what a document's changes to an action rest.
 *
 * @param reason why, where that is known
 * @param neededReason the reason of a move that must have one, or null where there is none to give
 */
record Grounds(Basis basis, @Nullable String reason, @Nullable String neededReason) {

    /** One reason for every change, which may be missing. */
    Grounds(Basis basis, @Nullable String reason) {
        this(basis, reason, reason);
    }
}
