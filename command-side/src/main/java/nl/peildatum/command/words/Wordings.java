package nl.peildatum.command.words;

import nl.peildatum.contract.DutchTexts;

/** The Dutch sentences of the command-side. */
public final class Wordings {

    static final String BUNDLE = "command-side-messages";
    private static final DutchTexts WORDS = DutchTexts.of(BUNDLE, Wordings.class);

    private Wordings() {}

    public static String of(String key, Object... arguments) {
        return WORDS.filled(key, arguments);
    }
}
