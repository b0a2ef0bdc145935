package nl.peildatum.query.trail;

import org.jspecify.annotations.Nullable;

/**
 * How an entry reads.
 *
 * @param action the code of the action it is about, where it is about one
 * @param from the status before it, where it gave one
 * @param to the status after it, where it gave one
 * @param refersTo the number of the entry that it corrects or retracts
 * @param endedBy the number of the entry that put an end to what it says
 */
record TrailLine(
        @Nullable String action,
        @Nullable String from,
        @Nullable String to,
        String sentence,
        @Nullable Long refersTo,
        @Nullable Long endedBy) {

    /** The same, of which an entry put an end to what it says, or none did where that is null. */
    TrailLine endedBy(@Nullable Long entry) {
        return new TrailLine(action, from, to, sentence, refersTo, entry);
    }
}
