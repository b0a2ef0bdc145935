package nl.peildatum.contract;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts of one file for people, in Dutch whatever the language of the machine. */
public final class DutchTexts {

    private static final Locale DUTCH = Locale.of("nl");
    private static final Pattern PLACE = Pattern.compile("\\{([0-9])}");

    private final ResourceBundle texts;

    private DutchTexts(ResourceBundle texts) {
        this.texts = texts;
    }

    /** Those of {@code <name>_nl.properties} on the class path of who uses them. */
    public static DutchTexts of(String name, Class<?> user) {
        return new DutchTexts(
                ResourceBundle.getBundle(
                        name,
                        DUTCH,
                        user.getClassLoader(),
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /** Whether there is a text of that name. */
    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /**
     * A text as it stands there.
     *
     * @throws java.util.MissingResourceException when there is none
     */
    public String plain(String key) {
        return texts.getString(key);
    }

    /** A text with its {@link MessageFormat} filled in: numbers as numbers, and choices made. */
    public String filled(String key, Object... values) {
        return new MessageFormat(plain(key), DUTCH).format(values);
    }

    /** A text with {0}, {1} … filled in as they are: nothing in it is counted or formatted. */
    public String told(String key, Object... values) {
        return PLACE.matcher(plain(key))
                .replaceAll(
                        place -> {
                            int at = Integer.parseInt(place.group(1));
                            return Matcher.quoteReplacement(
                                    at < values.length
                                            ? String.valueOf(values[at])
                                            : place.group());
                        });
    }
}
