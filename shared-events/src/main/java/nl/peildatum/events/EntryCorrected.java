package nl.peildatum.events;

import org.jspecify.annotations.Nullable;

/** That an earlier entry reads differently. */
public sealed interface EntryCorrected
        permits ActionEvent.ActionEntryCorrected, ProgrammeEvent.ProgrammeEntryCorrected {

    /** The journal number of the entry, or of an earlier correction of it. */
    long entry();

    /** What reads differently, free texts aside. */
    Correction as();

    /** What the entry's reason reads, or null where it stays. */
    @Nullable String entryReason();

    /** What the entry's explanation reads, or null where it stays. */
    default @Nullable String entryExplanation() {
        return null;
    }

    /** What the entry's reason for an exclusion reads, or null where it stays. */
    default @Nullable String entryExclusionReason() {
        return null;
    }

    /**
     * How the entry reads after this correction.
     *
     * @param event how it read before
     * @throws IllegalArgumentException when the correction names a part that the entry does not
     *     have
     */
    default Event correct(Event event) {
        return Rewriting.of(event, this);
    }
}
