package nl.peildatum.query.api.template;

import nl.peildatum.query.api.template.Template.Cell;
import nl.peildatum.query.download.Csv;

/** The template as CSV that a Dutch spreadsheet opens. */
final class CsvTemplate {

    private CsvTemplate() {}

    static byte[] bytes(Template template) {
        return Csv.DUTCH.bytes(
                Template.COLUMNS,
                template.rows().stream()
                        .map(row -> row.stream().map(CsvTemplate::shown).toList())
                        .toList());
    }

    private static String shown(Cell cell) {
        return switch (cell) {
            case Cell.Text(String text) -> text;
            case Cell.Whole(int number) -> Integer.toString(number);
            case Cell.Date(var date) -> date.toString();
            case Cell.Empty() -> "";
        };
    }
}
