package nl.peildatum.command.importing;

import java.util.Map;
import java.util.Set;
import nl.peildatum.api.Problem;
import nl.peildatum.command.action.ActionTimeline;
import nl.peildatum.command.edition.Reconciliation;
import nl.peildatum.command.programme.ProgrammeState;
import org.jspecify.annotations.Nullable;

/** A document that was read without a fault, and how it is taken over. */
interface Takeover {

    /** The codes of the actions it names. */
    Set<String> actions();

    /**
     * What it would change in what is held.
     *
     * @throws Problem where it does not add up in itself, or an answer is about what is not asked
     */
    Proposal propose(ProgrammeState held, Map<String, ActionTimeline> timelines);

    /** The totals that it prints, or null where it prints none. */
    @Nullable Reconciliation sums();

    /** How it was read, in words; null where there is but one way. */
    @Nullable String readAs();
}
