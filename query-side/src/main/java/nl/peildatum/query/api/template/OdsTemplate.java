package nl.peildatum.query.api.template;

import com.github.miachm.sods.Range;
import com.github.miachm.sods.Sheet;
import com.github.miachm.sods.SpreadSheet;
import com.github.miachm.sods.Style;
import java.util.List;
import nl.peildatum.query.api.StatusCode;
import nl.peildatum.query.api.template.Template.Cell;
import nl.peildatum.query.download.Ods;

/**
 * The template as an OpenDocument spreadsheet, with a second sheet that names the statuses. Texts
 * are text cells, so that none is a formula.
 */
final class OdsTemplate {

    private static final String ISO_DATE = "YYYY-MM-DD";
    private static final List<Integer> WIDTHS = List.of(20, 90, 20, 45, 25, 45, 28, 60, 120, 40);

    private OdsTemplate() {}

    static byte[] bytes(Template template) {
        SpreadSheet book = new SpreadSheet();
        book.appendSheet(actions(template));
        book.appendSheet(statuses());
        return Ods.bytes(book);
    }

    private static Sheet actions(Template template) {
        Sheet sheet = new Sheet("Acties", template.rows().size() + 1, Template.COLUMNS.size());
        for (int column = 0; column < Template.COLUMNS.size(); column++) {
            head(sheet.getRange(0, column), Template.COLUMNS.get(column));
            sheet.setColumnWidth(column, (double) WIDTHS.get(column));
        }
        Style date = new Style();
        date.setDataStyle(ISO_DATE);
        Style text = new Style();
        text.setWrap(true);
        for (int row = 0; row < template.rows().size(); row++) {
            List<Cell> cells = template.rows().get(row);
            for (int column = 0; column < cells.size(); column++) {
                Range range = sheet.getRange(row + 1, column);
                switch (cells.get(column)) {
                    case Cell.Text(String words) -> {
                        range.setValue(words);
                        range.setStyle(text);
                    }
                    case Cell.Whole(int number) -> range.setValue(number);
                    case Cell.Date(var day) -> {
                        range.setValue(day);
                        range.setStyle(date);
                    }
                    case Cell.Empty() -> {}
                }
            }
        }
        return sheet;
    }

    private static Sheet statuses() {
        StatusCode[] codes = StatusCode.values();
        Sheet sheet = new Sheet("Statussen", codes.length + 1, 2);
        head(sheet.getRange(0, 0), "status");
        head(sheet.getRange(0, 1), "code");
        for (int row = 0; row < codes.length; row++) {
            sheet.getRange(row + 1, 0).setValue(codes[row].label());
            sheet.getRange(row + 1, 1).setValue(codes[row].name());
        }
        return sheet;
    }

    private static void head(Range cell, String name) {
        Style bold = new Style();
        bold.setBold(true);
        cell.setValue(name);
        cell.setStyle(bold);
    }
}
