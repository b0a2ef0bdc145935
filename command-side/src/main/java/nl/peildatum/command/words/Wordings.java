package nl.peildatum.command.words;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The Dutch sentences of the command-side. */
public final class Wordings {

    static final String BUNDLE = "command-side-messages";
    private static final Locale DUTCH = Locale.of("nl");

    private Wordings() {}

    public static String of(String key, Object... arguments) {
        String pattern = ResourceBundle.getBundle(BUNDLE, DUTCH).getString(key);
        return new MessageFormat(pattern, DUTCH).format(arguments);
    }
}
