package nl.peildatum.command.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.peildatum.api.FormulaGuard;
import nl.peildatum.command.sheet.SheetReader.Asked;
import nl.peildatum.contract.Characters;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

class AnyTextTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-31");
    private static final Asked ASKED = new Asked(DAY, DAY, Map.of(), Set.of("22"));

    @Property
    void any_text_that_was_written_to_csv_reads_back_unchanged(
            @ForAll("texts") String text, @ForAll("separators") char separator) throws IOException {
        StringBuilder csv = new StringBuilder("\uFEFF");
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(separator).get();
        try (CSVPrinter printer = new CSVPrinter(csv, format)) {
            printer.printRecord("actie", "toelichting");
            printer.printRecord("22", FormulaGuard.guarded(text));
        }
        assertThat(read(SheetReader.readCsv(csv.toString().getBytes(UTF_8), null, ASKED)))
                .isEqualTo(text);
    }

    @Property(tries = 200)
    void any_text_of_a_spreadsheet_is_read_as_it_stands_there(@ForAll("lines") String text) {
        byte[] ods = OdsFiles.rows(OdsFiles.row("actie", "toelichting") + OdsFiles.row("22", text));
        assertThat(read(SheetReader.readOds(ods, ASKED))).isEqualTo(text);
    }

    private static @Nullable String read(SheetReading reading) {
        assertThat(reading).as(reading.toString()).isInstanceOf(Sheet.class);
        return ((Sheet) reading).updates().getFirst().explanation();
    }

    /** Texts as they are recorded: tidy, and of characters that can be kept. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                        Arbitraries.strings(),
                        Arbitraries.strings().withChars("'=+-@\t\n＝＋－＠s \",;").ofMaxLength(8))
                .map(Characters::tidy)
                .filter(text -> !text.isEmpty() && Characters.storable(text));
    }

    @Provide
    Arbitrary<String> lines() {
        return Arbitraries.strings().withChars("'=+-@＝＋－＠s;").ofMinLength(1).ofMaxLength(8);
    }

    @Provide
    Arbitrary<Character> separators() {
        return Arbitraries.of(';', ',', '\t');
    }
}
