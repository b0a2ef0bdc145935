package nl.peildatum.query.download;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.peildatum.api.FormulaGuard;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class CsvTest {

    private static final List<String> COLUMNS = List.of("een", "twee");
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    @Property(tries = 500)
    void any_cell_survives_and_none_is_a_formula(
            @ForAll Csv form, @ForAll("rows") List<List<String>> rows) throws IOException {
        List<CSVRecord> read = read(form, form.bytes(COLUMNS, rows));

        assertThat(read.getFirst().toList()).isEqualTo(COLUMNS);
        assertThat(read.stream().skip(1))
                .map(row -> row.stream().map(FormulaGuard::unguarded).toList())
                .isEqualTo(rows);
        assertThat(read.stream().flatMap(CSVRecord::stream))
                .allSatisfy(
                        cell ->
                                assertThat(cell.isEmpty() || FORMULA.indexOf(cell.charAt(0)) < 0)
                                        .isTrue());
    }

    @Provide
    Arbitrary<List<List<String>>> rows() {
        Arbitrary<String> cells =
                Arbitraries.oneOf(
                        Arbitraries.strings().filter(CsvTest::writable),
                        Arbitraries.strings().withChars("'" + FORMULA + "s \",;").ofMaxLength(6));
        return cells.list().ofSize(COLUMNS.size()).list().ofMaxSize(3);
    }

    /** UTF-8 has no half of a pair. */
    private static boolean writable(String text) {
        return new String(text.getBytes(UTF_8), UTF_8).equals(text);
    }

    @Test
    void each_form_is_divided_and_marked_as_it_says() {
        List<List<String>> rows = List.of(List.of("=1", "'s"));
        assertThat(new String(Csv.REGISTERED.bytes(COLUMNS, rows), UTF_8))
                .isEqualTo("een,twee\r\n'=1,'s\r\n");
        assertThat(new String(Csv.DUTCH.bytes(COLUMNS, rows), UTF_8))
                .isEqualTo("\uFEFFeen;twee\r\n'=1;'s\r\n");
    }

    private static List<CSVRecord> read(Csv form, byte[] bytes) throws IOException {
        String text = new String(bytes, UTF_8);
        CSVFormat format =
                CSVFormat.RFC4180
                        .builder()
                        .setDelimiter(form == Csv.DUTCH ? ';' : ',')
                        .setIgnoreEmptyLines(false)
                        .get();
        try (CSVParser parser =
                CSVParser.parse(form == Csv.DUTCH ? text.substring(1) : text, format)) {
            return parser.getRecords();
        }
    }
}
