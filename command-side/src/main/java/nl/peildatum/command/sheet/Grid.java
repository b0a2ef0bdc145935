package nl.peildatum.command.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The filled rows of a table as texts, in order; the first of them names the columns. */
final class Grid {

    static final int MOST_ROWS = 10_000;
    static final int MOST_COLUMNS = 200;

    /** A row with its number, as a spreadsheet numbers it. */
    record Row(int number, List<String> cells) {

        Row {
            cells = List.copyOf(cells);
        }

        boolean blank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    private final List<Row> rows = new ArrayList<>();

    List<Row> rows() {
        return rows;
    }

    boolean empty() {
        return rows.isEmpty();
    }

    /** Adds a row unless it is blank; false when there are too many, which is then a fault. */
    boolean add(Row row, SheetFaults faults) {
        if (row.blank()) {
            return true;
        }
        if (rows.size() > MOST_ROWS) {
            faults.add(row.number(), null, SheetFaultKind.ROWS_TOO_MANY, MOST_ROWS);
            return false;
        }
        rows.add(row);
        return true;
    }

    /** Whether its first row names a column of actions. */
    boolean namesActions() {
        return !empty()
                && rows.getFirst().cells().stream()
                        .map(Column::of)
                        .flatMap(Optional::stream)
                        .anyMatch(Column.ACTION::equals);
    }
}
