package nl.peildatum.command.sheet;

import java.util.List;

/** A sheet that cannot be read: all its faults, in the order of its rows. */
public record UnreadableSheet(List<SheetFault> faults) implements SheetReading {

    public UnreadableSheet {
        faults = List.copyOf(faults);
    }
}
