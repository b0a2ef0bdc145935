package nl.peildatum.portal.actions;

/** What can be chosen of a list, how many that gives, and whether it is chosen. */
public record Filter(String word, int number, String address, boolean chosen) {}
