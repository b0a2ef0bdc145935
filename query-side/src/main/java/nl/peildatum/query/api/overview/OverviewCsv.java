package nl.peildatum.query.api.overview;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.springframework.http.MediaType;

/**
 * The overview as CSV, with a header row and a row per action.
 *
 * <p>Divided by commas, as {@code text/csv} is registered (RFC 4180) and as every program reads it
 * without being told; whoever wants to open the overview in a spreadsheet has it as one. A cell
 * that a spreadsheet would take for a formula gets an apostrophe in front.
 */
final class OverviewCsv implements OverviewFormat {
    private static final CSVFormat RFC_4180 =
            CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.MINIMAL).get();

    /** What begins a formula, also in the wide form that some spreadsheets read alike. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    @Override
    public MediaType type() {
        return MediaType.parseMediaType("text/csv;charset=UTF-8;header=present");
    }

    @Override
    public String extension() {
        return "csv";
    }

    @Override
    public byte[] write(Overview overview) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter csv = new CSVPrinter(text, RFC_4180)) {
            csv.printRecord(Rows.HEADER);
            for (List<String> row : Rows.of(overview)) {
                csv.printRecord(row.stream().map(OverviewCsv::harmless).toList());
            }
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String harmless(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
