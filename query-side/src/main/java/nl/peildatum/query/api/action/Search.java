package nl.peildatum.query.api.action;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import nl.peildatum.query.api.known.ActionVersion;
import org.jspecify.annotations.Nullable;

/**
 * Words to look for in an action's code, printed number, title and explanation, whatever their
 * case, accents, quotation marks and line ends.
 */
final class Search {
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private final String words;

    Search(String words) {
        this.words = plain(words);
    }

    boolean finds(Listed action) {
        ActionVersion version = action.version();
        return isIn(action.code())
                || (version != null
                        && (isIn(version.reportLabel())
                                || isIn(version.title())
                                || isIn(version.explanation())));
    }

    private boolean isIn(@Nullable String text) {
        return text != null && plain(text).contains(words);
    }

    private static String plain(String text) {
        String bare =
                ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        String quoted =
                bare.replace('‘', '\'').replace('’', '\'').replace('“', '"').replace('”', '"');
        return SPACE.matcher(quoted).replaceAll(" ").toLowerCase(Locale.ROOT);
    }
}
