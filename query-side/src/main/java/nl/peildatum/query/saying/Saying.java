package nl.peildatum.query.saying;

import nl.peildatum.api.DutchTexts;
import nl.peildatum.events.FreeText;
import org.jspecify.annotations.Nullable;

/** Parts of Dutch sentences; the words are in {@code query-side-sentences_nl.properties}. */
public final class Saying {
    private static final DutchTexts TEXTS = DutchTexts.of("query-side-sentences", Saying.class);

    private Saying() {}

    /** That this is the reason, at the end of a sentence; nothing where there is none. */
    public static String reason(@Nullable String reason) {
        return why(reason, "reason");
    }

    /** The same after "omdat", unless the reason was written as a sentence of its own. */
    public static String because(@Nullable String reason) {
        return why(reason, "reason.because");
    }

    private static String why(@Nullable String reason, String key) {
        if (reason == null || reason.isBlank()) {
            return "";
        }
        if (reason.equals(FreeText.ERASED)) {
            return TEXTS.told("reason.erased", reason);
        }
        String line = oneLine(reason);
        String text =
                line.endsWith(".") && !line.endsWith("..")
                        ? line.substring(0, line.length() - 1)
                        : line;
        return TEXTS.told(text.matches("[^\\p{Lu}.!?][^.!?]*") ? key : "reason", text);
    }

    /** A text without line ends and with single spaces. */
    public static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /** A line by its number. */
    public static String line(int number) {
        return TEXTS.told("line", number);
    }
}
