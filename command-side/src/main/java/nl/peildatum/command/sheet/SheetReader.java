package nl.peildatum.command.sheet;

import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.peildatum.api.Longest;
import nl.peildatum.command.status.Standing;
import nl.peildatum.contract.Characters;
import nl.peildatum.contract.DutchDates;
import nl.peildatum.contract.IsoDates;
import org.jspecify.annotations.Nullable;

/**
 * Reads a sheet of updates: one row per action, columns by name in any order. Everything that is
 * wrong is named with its row and column, and nothing is guessed.
 */
public final class SheetReader {

    private static final Pattern DUTCH_DATE =
            Pattern.compile("([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})");

    /** As a spreadsheet saved the dates of templates that were given out before. */
    private static final Pattern SHORT_DAY =
            Pattern.compile("^(?<month>[0-9]{4}-[0-9]{2}-)(?<day>[0-9])$");

    private final Asked asked;
    private final boolean separated;
    private final SheetFaults faults = new SheetFaults();
    private final Map<Column, Integer> columns = new EnumMap<>(Column.class);
    private final Map<String, Integer> rowsOfActions = new HashMap<>();

    /** Cells between separators shift where one of these stands in a text without quotes. */
    private SheetReader(Asked asked, boolean separated) {
        this.asked = asked;
        this.separated = separated;
    }

    /**
     * What a sheet is read against.
     *
     * @param reportDate the date of the sheet: of a row that names none, and no change is later
     * @param statuses every way to write a standing, by code and by label
     * @param actions the codes of the actions there are
     */
    public record Asked(
            LocalDate reportDate,
            LocalDate today,
            Map<String, Standing> statuses,
            Set<String> actions) {

        public Asked {
            actions = Set.copyOf(actions);
        }
    }

    /** Reads CSV, in the charset that is given or else in the one that is recognised. */
    public static SheetReading readCsv(byte[] bytes, @Nullable Charset charset, Asked asked) {
        SheetReader reader = new SheetReader(asked, true);
        CsvGrid csv = CsvGrid.read(bytes, charset, reader.faults);
        return reader.read(csv.grid(), csv.readAs());
    }

    /** Reads an OpenDocument spreadsheet. */
    public static SheetReading readOds(byte[] bytes, Asked asked) {
        SheetReader reader = new SheetReader(asked, false);
        OdsGrid ods = OdsGrid.read(bytes, reader.faults);
        return reader.read(ods.grid(), ods.readAs());
    }

    private SheetReading read(Grid grid, String readAs) {
        List<Update> updates = new ArrayList<>();
        if (!grid.empty()) {
            Grid.Row header = grid.rows().getFirst();
            columns(header);
            if (columns.containsKey(Column.ACTION)) {
                grid.rows().stream().skip(1).forEach(row -> update(row, header, updates));
            }
        } else if (faults.none()) {
            faults.add(null, null, SheetFaultKind.EMPTY);
        }
        return faults.none() ? new Sheet(updates, readAs) : new UnreadableSheet(faults.inOrder());
    }

    private void columns(Grid.Row header) {
        for (int at = 0; at < header.cells().size(); at++) {
            String name = Characters.tidy(header.cells().get(at));
            if (name.isEmpty()) {
                continue;
            }
            Column column = Column.of(name).orElse(null);
            if (column == null) {
                fault(
                        header,
                        at,
                        SheetFaultKind.COLUMN_UNKNOWN,
                        SheetWords.quoted(name),
                        Column.all());
            } else if (columns.putIfAbsent(column, at) != null) {
                fault(header, at, SheetFaultKind.COLUMN_DUPLICATE, column.label());
            }
        }
        if (!columns.containsKey(Column.ACTION)) {
            faults.add(
                    header.number(),
                    null,
                    SheetFaultKind.COLUMN_MISSING,
                    Column.ACTION.label(),
                    Column.all());
        }
    }

    private void update(Grid.Row row, Grid.Row header, List<Update> updates) {
        refuseUnnamed(row, header);
        refuseSplit(row, Column.STATUS);
        refuseSplit(row, Column.CURRENT_STATUS);
        String action = action(row);
        LocalDate on = effectiveOn(row);
        Standing status = status(row);
        String reason = text(row, Column.REASON, Longest.REASON);
        String explanation = text(row, Column.EXPLANATION, Longest.TEXT);
        LocalDate completion = date(row, Column.EXPECTED_COMPLETION);
        Map<Column, String> informative = new EnumMap<>(Column.class);
        Set<Column> emptied = EnumSet.noneOf(Column.class);
        columns.forEach(
                (column, at) -> {
                    if (!cell(row, column).isEmpty()) {
                        if (column.informative()) {
                            informative.put(column, shown(row, column));
                        }
                    } else if (!separated || at < row.cells().size()) {
                        emptied.add(column);
                    }
                });
        if (faults.none()) {
            updates.add(
                    new Update(
                            row.number(),
                            action,
                            on,
                            tooLate(row, on),
                            status,
                            reason,
                            explanation,
                            completion,
                            informative,
                            emptied));
        }
    }

    private void refuseUnnamed(Grid.Row row, Grid.Row header) {
        for (int at = 0; at < row.cells().size(); at++) {
            String text = Characters.tidy(row.cells().get(at));
            boolean named =
                    at < header.cells().size()
                            && !Characters.tidy(header.cells().get(at)).isEmpty();
            if (!named && !text.isEmpty()) {
                fault(row, at, SheetFaultKind.COLUMN_UNNAMED, SheetWords.quoted(text));
                return;
            }
        }
        if (separated && row.cells().size() > header.cells().size()) {
            fault(
                    row,
                    header.cells().size(),
                    SheetFaultKind.CELLS_TOO_MANY,
                    header.cells().size(),
                    row.cells().size());
        }
    }

    /** A status with a comma in it that was not put between quotes. */
    private void refuseSplit(Grid.Row row, Column column) {
        int next = columns.getOrDefault(column, row.cells().size()) + 1;
        if (!separated || next >= row.cells().size()) {
            return;
        }
        String here = Column.plain(cell(row, column));
        String beside = Column.plain(row.cells().get(next));
        if (here.isEmpty() || beside.isEmpty()) {
            return;
        }
        asked.statuses().keySet().stream()
                .filter(status -> Column.plain(status).equals(here + beside))
                .findFirst()
                .ifPresent(
                        status ->
                                fault(
                                        row,
                                        column,
                                        SheetFaultKind.STATUS_SPLIT,
                                        SheetWords.quoted(cell(row, column)),
                                        SheetWords.quoted(row.cells().get(next)),
                                        status));
    }

    /** A date in one way, so that it can be held against another. */
    private String shown(Grid.Row row, Column column) {
        String text = cell(row, column);
        LocalDate date = column == Column.CURRENT_SINCE ? date(text) : null;
        return date == null ? text : date.toString();
    }

    private String action(Grid.Row row) {
        String code = cell(row, Column.ACTION).toLowerCase(Locale.ROOT);
        if (code.isEmpty()) {
            fault(row, Column.ACTION, SheetFaultKind.ACTION_MISSING);
        } else if (!asked.actions().contains(code)) {
            fault(row, Column.ACTION, SheetFaultKind.ACTION_UNKNOWN, SheetWords.quoted(code));
        } else {
            Integer earlier = rowsOfActions.putIfAbsent(code, row.number());
            if (earlier != null) {
                fault(row, Column.ACTION, SheetFaultKind.ACTION_DUPLICATE, code, earlier);
            }
        }
        return code;
    }

    private @Nullable Standing status(Grid.Row row) {
        String text = cell(row, Column.STATUS);
        if (text.isEmpty()) {
            return null;
        }
        for (Map.Entry<String, Standing> known : asked.statuses().entrySet()) {
            if (Column.plain(known.getKey()).equals(Column.plain(text))) {
                return known.getValue();
            }
        }
        fault(
                row,
                Column.STATUS,
                SheetFaultKind.STATUS_UNKNOWN,
                SheetWords.quoted(text),
                String.join("; ", new LinkedHashSet<>(asked.statuses().keySet())));
        return null;
    }

    private LocalDate effectiveOn(Grid.Row row) {
        LocalDate date = date(row, Column.EFFECTIVE_ON);
        if (date != null && date.isAfter(asked.today())) {
            fault(
                    row,
                    Column.EFFECTIVE_ON,
                    SheetFaultKind.DATE_IN_FUTURE,
                    DutchDates.format(date),
                    DutchDates.format(asked.today()));
        }
        return date == null ? asked.reportDate() : date;
    }

    private @Nullable SheetFault tooLate(Grid.Row row, LocalDate on) {
        return on.isAfter(asked.reportDate())
                ? SheetFaults.fault(
                        row.number(),
                        Objects.requireNonNull(columns.get(Column.EFFECTIVE_ON)) + 1,
                        SheetFaultKind.DATE_AFTER_SHEET,
                        DutchDates.format(on),
                        DutchDates.format(asked.reportDate()))
                : null;
    }

    private @Nullable LocalDate date(Grid.Row row, Column column) {
        String text = cell(row, column);
        if (text.isEmpty()) {
            return null;
        }
        LocalDate date = date(text);
        if (date == null) {
            fault(
                    row,
                    column,
                    SheetFaultKind.DATE_UNREADABLE,
                    SheetWords.quoted(text),
                    column.label());
        }
        return date;
    }

    private static @Nullable LocalDate date(String text) {
        LocalDate date = IsoDates.read(SHORT_DAY.matcher(text).replaceFirst("${month}0${day}"));
        return date == null ? dutchDate(text) : date;
    }

    private static @Nullable LocalDate dutchDate(String text) {
        Matcher parts = DUTCH_DATE.matcher(text);
        if (!parts.matches()) {
            return null;
        }
        try {
            LocalDate date =
                    LocalDate.of(
                            Integer.parseInt(parts.group(3)),
                            Integer.parseInt(parts.group(2)),
                            Integer.parseInt(parts.group(1)));
            return date.getYear() < 1 ? null : date;
        } catch (DateTimeException notOnTheCalendar) {
            return null;
        }
    }

    private @Nullable String text(Grid.Row row, Column column, int longest) {
        String text = cell(row, column);
        if (text.isEmpty()) {
            return null;
        }
        if (!Characters.storable(text)) {
            fault(row, column, SheetFaultKind.TEXT_UNSTORABLE, column.label());
        } else if (Characters.length(text) > longest) {
            fault(
                    row,
                    column,
                    SheetFaultKind.TEXT_TOO_LONG,
                    column.label(),
                    longest,
                    Characters.length(text));
        }
        return text;
    }

    private String cell(Grid.Row row, Column column) {
        Integer at = columns.get(column);
        return at == null || at >= row.cells().size() ? "" : Characters.tidy(row.cells().get(at));
    }

    private void fault(Grid.Row row, Column column, SheetFaultKind kind, Object... arguments) {
        fault(row, Objects.requireNonNull(columns.get(column)), kind, arguments);
    }

    private void fault(Grid.Row row, int at, SheetFaultKind kind, Object... arguments) {
        faults.add(row.number(), at + 1, kind, arguments);
    }
}
