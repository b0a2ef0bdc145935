package nl.peildatum.command.sheet;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import nl.peildatum.api.Characters;

/** The sentences of this room; what a document says is quoted short and printable. */
final class SheetWords {

    private static final int QUOTED = 60;
    private static final Locale DUTCH = Locale.of("nl");
    private static final ResourceBundle WORDS =
            ResourceBundle.getBundle("nl.peildatum.command.sheet.sheet-messages", DUTCH);

    private SheetWords() {}

    static String of(String key, Object... arguments) {
        return new MessageFormat(WORDS.getString(key), DUTCH)
                .format(Stream.of(arguments).map(String::valueOf).toArray());
    }

    static String quoted(String text) {
        return Characters.printable(text.replaceAll("\\s+", " ").strip(), QUOTED);
    }
}
