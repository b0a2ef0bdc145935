package nl.peildatum.query.api.template;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.peildatum.query.api.StatusCode;
import nl.peildatum.query.api.known.ActionVersion;
import org.jspecify.annotations.Nullable;

/**
 * A row per action as the import reads them: what it shows can be sent back as it is, and then
 * changes nothing.
 */
record Template(List<List<Cell>> rows) {

    /** The names of the columns; title, line, current status and its date are there to be read. */
    static final List<String> COLUMNS =
            List.of(
                    "actie",
                    "titel",
                    "actielijn",
                    "huidige status",
                    "status sinds",
                    "status",
                    "ingangsdatum",
                    "reden",
                    "toelichting",
                    "verwachte afronding");

    /** What stands in a cell: a text, a whole number, a date or nothing. */
    sealed interface Cell {
        /** Words, whatever they look like. */
        record Text(String text) implements Cell {}

        /** A whole number. */
        record Whole(int number) implements Cell {}

        /** A calendar date. */
        record Date(LocalDate date) implements Cell {}

        /** Nothing. */
        record Empty() implements Cell {}
    }

    Template {
        rows = List.copyOf(rows);
    }

    static List<Cell> row(ActionVersion action, LocalDate since, LocalDate reportDate) {
        String status = StatusCode.of(action.status()).label();
        List<Cell> cells = new ArrayList<>();
        cells.add(text(action.action()));
        cells.add(text(action.title()));
        Integer line = action.line();
        cells.add(line == null ? new Cell.Empty() : new Cell.Whole(line));
        cells.add(text(status));
        cells.add(date(since));
        cells.add(text(status));
        cells.add(date(reportDate));
        cells.add(new Cell.Empty());
        cells.add(text(action.explanation()));
        cells.add(date(action.expectedCompletion()));
        return cells;
    }

    private static Cell text(@Nullable String text) {
        return text == null ? new Cell.Empty() : new Cell.Text(text);
    }

    private static Cell date(@Nullable LocalDate date) {
        return date == null ? new Cell.Empty() : new Cell.Date(date);
    }
}
