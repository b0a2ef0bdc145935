package nl.peildatum.command.edition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document that cannot be read or does not add up: all its faults, in the order of its lines, and
 * the printed beside the counted totals where it prints any.
 */
public record Unreadable(List<EditionFault> faults, @Nullable Reconciliation reconciliation)
        implements EditionReading {

    public Unreadable {
        faults = List.copyOf(faults);
    }
}
