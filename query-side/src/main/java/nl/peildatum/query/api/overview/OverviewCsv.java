package nl.peildatum.query.api.overview;

import nl.peildatum.query.download.Csv;
import org.springframework.http.MediaType;

/**
 * The overview as CSV, with a header row and a row per action; whoever wants to open the overview
 * in a spreadsheet has it as one.
 */
final class OverviewCsv implements OverviewFormat {

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
        return Csv.REGISTERED.bytes(Rows.HEADER, Rows.of(overview));
    }
}
