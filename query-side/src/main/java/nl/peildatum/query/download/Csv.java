package nl.peildatum.query.download;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.peildatum.api.FormulaGuard;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A table as CSV in UTF-8, of which no spreadsheet takes a cell for a formula. */
public enum Csv {
    /** As {@code text/csv} is registered (RFC 4180): commas and no mark, for every program. */
    REGISTERED("", ','),
    /** As a Dutch spreadsheet opens it: semicolons, and a mark that says it is UTF-8. */
    DUTCH("\uFEFF", ';');

    private final String mark;
    private final char separator;

    Csv(String mark, char separator) {
        this.mark = mark;
        this.separator = separator;
    }

    /** The whole file: the names of the columns, and a row of cells each. */
    public byte[] bytes(List<String> columns, List<List<String>> rows) {
        StringBuilder text = new StringBuilder(mark);
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(separator).get();
        try (CSVPrinter csv = new CSVPrinter(text, format)) {
            csv.printRecord(columns);
            for (List<String> row : rows) {
                csv.printRecord(row.stream().map(FormulaGuard::guarded));
            }
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
