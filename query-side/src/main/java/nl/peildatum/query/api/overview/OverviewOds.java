package nl.peildatum.query.api.overview;

import com.github.miachm.sods.Range;
import com.github.miachm.sods.Sheet;
import com.github.miachm.sods.SpreadSheet;
import com.github.miachm.sods.Style;
import java.util.ArrayList;
import java.util.List;
import nl.peildatum.contract.DutchDates;
import nl.peildatum.query.api.StatusCode;
import nl.peildatum.query.api.dashboard.Counts;
import nl.peildatum.query.api.overview.Overview.Line;
import nl.peildatum.query.download.Ods;
import org.springframework.http.MediaType;

/**
 * The overview as a spreadsheet: totals, actions and legend. Texts are cells of text, no formula.
 */
final class OverviewOds implements OverviewFormat {
    private static final double NARROW = 30;
    private static final double WIDE = 90;

    @Override
    public MediaType type() {
        return new MediaType("application", "vnd.oasis.opendocument.spreadsheet");
    }

    @Override
    public String extension() {
        return "ods";
    }

    @Override
    public boolean isCostly() {
        return true;
    }

    @Override
    public byte[] write(Overview overview) {
        SpreadSheet book = new SpreadSheet();
        book.appendSheet(totals(overview));
        book.appendSheet(actions(overview));
        book.appendSheet(legend());
        return Ods.bytes(book);
    }

    private static Sheet totals(Overview overview) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(
                List.of(
                        Words.PLAN.text(overview.title()),
                        Words.REPORT_DATE.text()
                                + ": "
                                + DutchDates.format(overview.cut().reportDate()),
                        Words.KNOWN_UP_TO.text() + ": " + KnownAt.inWords(overview.cut())));
        rows.add(List.of());
        List<Object> header = new ArrayList<>();
        header.add(Words.LINE.text());
        header.add(Words.TITLE.text());
        header.add(Words.ACTIONS_TOTAL.text());
        StatusCode.legend().forEach(status -> header.add(status.label()));
        rows.add(header);
        for (Line line : overview.lines()) {
            rows.add(
                    counts(
                            line.number() == null ? "" : line.number(),
                            line.title(),
                            line.counts()));
        }
        rows.add(counts("", Words.TOTAL_ROW.text(), overview.total()));
        Sheet sheet = sheet(Words.DASHBOARD.text(), rows, 2);
        sheet.setColumnWidth(1, WIDE);
        return sheet;
    }

    private static List<Object> counts(Object number, String title, Counts counts) {
        List<Object> row = new ArrayList<>(List.of(number, title, counts.acties()));
        StatusCode.legend().forEach(status -> row.add(counts.of(status)));
        return row;
    }

    private static Sheet actions(Overview overview) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.copyOf(Rows.HEADER));
        Rows.of(overview).forEach(row -> rows.add(List.copyOf(row)));
        Sheet sheet = sheet(Words.ACTIONS.text(), rows, 0);
        for (String wide : List.of("actielijnTitel", "titel", "toelichting", "reden")) {
            sheet.setColumnWidth(Rows.HEADER.indexOf(wide), WIDE);
        }
        return sheet;
    }

    private static Sheet legend() {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of(Words.STATUS.text(), Words.MEANING.text()));
        for (StatusCode status : StatusCode.legend()) {
            rows.add(List.of(status.label(), Words.meaning(status)));
        }
        Sheet sheet = sheet(Words.LEGEND.text(), rows, 0);
        sheet.setColumnWidth(1, WIDE);
        return sheet;
    }

    private static Sheet sheet(String name, List<List<Object>> rows, int header) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(1);
        Sheet sheet = new Sheet(name, rows.size(), columns);
        sheet.setColumnWidths(0, columns, NARROW);
        Style wrapped = new Style();
        wrapped.setWrap(true);
        for (int row = 0; row < rows.size(); row++) {
            List<Object> cells = rows.get(row);
            for (int column = 0; column < cells.size(); column++) {
                Range cell = sheet.getRange(row, column);
                cell.setValue(cells.get(column));
                cell.setStyle(wrapped);
                if (row == header) {
                    cell.setFontBold(true);
                }
            }
        }
        return sheet;
    }
}
