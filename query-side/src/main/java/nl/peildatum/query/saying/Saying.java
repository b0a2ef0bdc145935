package nl.peildatum.query.saying;

import nl.peildatum.contract.DutchTexts;
import nl.peildatum.events.FreeText;
import org.jspecify.annotations.Nullable;

/** Parts of Dutch sentences; the words are in {@code query-side-sentences_nl.properties}. */
public final class Saying {
    private static final DutchTexts TEXTS = DutchTexts.of("query-side-sentences", Saying.class);

    private Saying() {}

    /**
     * A sentence with what was typed as its reason after it, quoted and behind a colon, so that it
     * reads whatever was typed; the sentence alone where there is none.
     */
    public static String withReason(String told, @Nullable String reason) {
        String sentence = finished(told);
        if (reason == null || reason.isBlank()) {
            return sentence;
        }
        return sentence
                + (reason.equals(FreeText.ERASED)
                        ? TEXTS.told("reason.erased", reason)
                        : TEXTS.told("reason", oneLine(reason)));
    }

    private static String finished(String told) {
        boolean ended = !told.isEmpty() && ".!?…".indexOf(told.charAt(told.length() - 1)) >= 0;
        return ended ? told : told + ".";
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
