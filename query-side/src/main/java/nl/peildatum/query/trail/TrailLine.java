package nl.peildatum.query.trail;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How an entry reads.
 *
 * @param action the code of the action it is about, where it is about one
 * @param from the status before it, where it gave one
 * @param to the status after it, where it gave one
 * @param movedTo the day that its corrections gave last, where they gave one
 * @param refersTo the number of the entry that it corrects or retracts
 * @param endedBy the number of the entry that put an end to what it says
 */
record TrailLine(
        @Nullable String action,
        @Nullable String from,
        @Nullable String to,
        String sentence,
        @Nullable LocalDate movedTo,
        @Nullable Long refersTo,
        @Nullable Long endedBy) {

    /** The same, with what its corrections and its retraction did. */
    TrailLine in(Chains chains, long number) {
        return new TrailLine(
                action,
                from,
                to,
                sentence,
                chains.movedTo(number),
                refersTo,
                chains.endedBy(number));
    }
}
