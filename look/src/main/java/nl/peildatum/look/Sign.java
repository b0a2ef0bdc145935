package nl.peildatum.look;

import java.util.Locale;

/**
 * What a status looks like: an icon, a colour and a pattern, so that no one has to tell two apart
 * by colour alone. The order is that of the publication's legend.
 */
public enum Sign {
    AFGEROND,
    IN_UITVOERING,
    VERTRAGING,
    DOORLOPEND,
    NOG_NIET_GESTART,
    VERVALLEN,
    NIET_VASTGELEGD;

    /** Its class in the stylesheet. */
    public String css() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What fills its area in a figure: its pattern, else left to the stylesheet. */
    public String fill() {
        return switch (this) {
            case VERTRAGING, DOORLOPEND, NIET_VASTGELEGD -> "url(#patroon-" + css() + ")";
            case AFGEROND, IN_UITVOERING, NOG_NIET_GESTART, VERVALLEN -> "none";
        };
    }
}
