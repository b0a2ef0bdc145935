package nl.peildatum.command.sheet;

import nl.peildatum.contract.Characters;
import nl.peildatum.contract.DutchTexts;

/** The sentences of this room; what a document says is quoted short and printable. */
final class SheetWords {

    private static final int QUOTED = 60;
    private static final DutchTexts WORDS =
            DutchTexts.of("nl.peildatum.command.sheet.sheet-messages", SheetWords.class);

    private SheetWords() {}

    static String of(String key, Object... arguments) {
        return WORDS.told(key, arguments);
    }

    static String quoted(String text) {
        return Characters.printable(text.replaceAll("\\s+", " ").strip(), QUOTED);
    }
}
