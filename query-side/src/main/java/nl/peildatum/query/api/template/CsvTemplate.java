package nl.peildatum.query.api.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import nl.peildatum.query.api.template.Template.Cell;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The template as CSV that a Dutch spreadsheet opens: semicolons, UTF-8 with a mark. No text is
 * taken for a formula: what could be gets an apostrophe before it, which the import takes off.
 */
final class CsvTemplate {

    private static final String MARK = "\uFEFF";
    private static final Pattern FORMULA =
            Pattern.compile("'*[=+\\-@\\t\\r＝＋－＠].*", Pattern.DOTALL);

    private CsvTemplate() {}

    static byte[] bytes(Template template) {
        StringBuilder text = new StringBuilder(MARK);
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(';').get();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            printer.printRecord(Template.COLUMNS);
            for (List<Cell> row : template.rows()) {
                printer.printRecord(row.stream().map(CsvTemplate::shown).toList());
            }
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String shown(Cell cell) {
        return switch (cell) {
            case Cell.Text(String text) -> FORMULA.matcher(text).matches() ? "'" + text : text;
            case Cell.Whole(int number) -> Integer.toString(number);
            case Cell.Date(var date) -> date.toString();
            case Cell.Empty() -> "";
        };
    }
}
