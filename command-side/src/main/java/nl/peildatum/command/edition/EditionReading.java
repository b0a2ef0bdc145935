package nl.peildatum.command.edition;

/** What reading a document gives: the edition it is, or why it cannot be taken over. */
public sealed interface EditionReading permits Edition, Unreadable {}
