package nl.peildatum.portal.journal;

/** Something that a list can be narrowed to. */
public record Choice(String value, String word, boolean chosen) {}
