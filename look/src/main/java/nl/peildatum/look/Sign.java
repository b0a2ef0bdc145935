package nl.peildatum.look;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
        return Objects.requireNonNullElse(pattern(), "none");
    }

    /** Its pattern, where it has one. */
    public @Nullable String pattern() {
        return switch (this) {
            case VERTRAGING, DOORLOPEND, NIET_VASTGELEGD -> "url(#patroon-" + css() + ")";
            case AFGEROND, IN_UITVOERING, NOG_NIET_GESTART, VERVALLEN -> null;
        };
    }
}
