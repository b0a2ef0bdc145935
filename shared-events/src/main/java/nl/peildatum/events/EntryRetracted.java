package nl.peildatum.events;

/** That an earlier entry does not hold, its corrections included. */
public sealed interface EntryRetracted
        permits ActionEvent.ActionEntryRetracted, ProgrammeEvent.ProgrammeEntryRetracted {

    /** The journal number of the entry, or of a correction of it. */
    long entry();
}
