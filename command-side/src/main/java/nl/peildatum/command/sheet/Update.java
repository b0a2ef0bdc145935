package nl.peildatum.command.sheet;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.peildatum.command.status.Standing;
import org.jspecify.annotations.Nullable;

/**
 * What a row says about an action; what is null stays as it is.
 *
 * @param row the number of the row, as a spreadsheet numbers it
 * @param on the date from which it holds
 * @param informative what the row shows and does not ask for
 */
public record Update(
        int row,
        String action,
        LocalDate on,
        @Nullable Standing status,
        @Nullable String reason,
        @Nullable String explanation,
        @Nullable LocalDate expectedCompletion,
        Map<Column, String> informative) {

    public Update {
        informative = Collections.unmodifiableMap(new LinkedHashMap<>(informative));
    }
}
