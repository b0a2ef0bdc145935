package nl.peildatum.portal.cut;

import gg.jte.Content;
import nl.peildatum.look.Look;
import nl.peildatum.look.Sign;
import nl.peildatum.portal.words.Words;

/**
 * A status as the interface writes it, with what it looks like and the count it is in. The five
 * that are counted come first, in the order of the publication's legend.
 */
public enum StatusCode {
    AFGEROND(Sign.AFGEROND, "afgerond"),
    IN_UITVOERING(Sign.IN_UITVOERING, "inUitvoering"),
    IN_UITVOERING_VERTRAGING(Sign.VERTRAGING, "inUitvoeringVertraging"),
    DOORLOPEND(Sign.DOORLOPEND, "doorlopend"),
    NOG_NIET_GESTART(Sign.NOG_NIET_GESTART, "nogNietGestart"),
    VERVALLEN(Sign.VERVALLEN, "vervallen");

    private final Sign sign;
    private final String count;

    StatusCode(Sign sign, String count) {
        this.sign = sign;
        this.count = count;
    }

    public Sign sign() {
        return sign;
    }

    /** The name of its count in {@code aantallen}, and of {@code telling}. */
    public String count() {
        return count;
    }

    /** What it is called. */
    public String word() {
        return Words.of("status." + name());
    }

    /** What it is called within a sentence. */
    public String inSentence() {
        return Words.of("status.zin." + name());
    }

    /** Its icon and its word. */
    public Content badge() {
        return Look.PARTS.badge(sign, word());
    }
}
