package nl.peildatum.portal.actions;

import org.jspecify.annotations.Nullable;

/**
 * What can be chosen of a list, how many that gives where it is known, and whether it is chosen.
 */
public record Filter(String word, @Nullable Integer number, String address, boolean chosen) {}
