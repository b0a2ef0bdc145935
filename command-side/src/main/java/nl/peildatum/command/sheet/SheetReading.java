package nl.peildatum.command.sheet;

/** What reading a sheet gives: the updates in it, or why it cannot be taken over. */
public sealed interface SheetReading permits Sheet, UnreadableSheet {}
