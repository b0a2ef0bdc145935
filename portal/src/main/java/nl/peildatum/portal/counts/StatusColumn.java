package nl.peildatum.portal.counts;

/**
 * The columns of the counts, in the order of the publication's legend; the words are in {@code
 * portal-messages_nl.properties}, the symbols in the page.
 */
public enum StatusColumn {
    AFGEROND,
    IN_UITVOERING,
    IN_UITVOERING_VERTRAGING,
    DOORLOPEND,
    NOG_NIET_GESTART
}
