package nl.peildatum.command.sheet;

import java.util.List;

/**
 * A sheet that was read without a fault.
 *
 * @param readAs how it was read, in words: which sheet of the document, or which separator and
 *     encoding
 */
public record Sheet(List<Update> updates, String readAs) implements SheetReading {

    public Sheet {
        updates = List.copyOf(updates);
    }
}
