package nl.peildatum.command.sheet;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import nl.peildatum.command.status.Standing;
import org.jspecify.annotations.Nullable;

/**
 * What a row says about an action; what is null stays as it is.
 *
 * @param row the number of the row, as a spreadsheet numbers it
 * @param on the date from which it holds
 * @param tooLate what is wrong with that date where it lies after the date of the sheet; the row
 *     can then say what holds already, and change nothing
 * @param informative what the row shows and does not ask for
 * @param emptied the columns that are there and in which this row has nothing
 */
public record Update(
        int row,
        String action,
        LocalDate on,
        @Nullable SheetFault tooLate,
        @Nullable Standing status,
        @Nullable String reason,
        @Nullable String explanation,
        @Nullable LocalDate expectedCompletion,
        Map<Column, String> informative,
        Set<Column> emptied) {

    public Update {
        informative = Collections.unmodifiableMap(new LinkedHashMap<>(informative));
        emptied = Set.copyOf(emptied);
    }
}
