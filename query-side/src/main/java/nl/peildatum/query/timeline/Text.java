package nl.peildatum.query.timeline;

/** A free text, and the journal number of the entry in which it was recorded. */
public record Text(String words, long entry) {}
