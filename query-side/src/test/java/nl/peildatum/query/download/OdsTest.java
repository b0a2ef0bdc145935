package nl.peildatum.query.download;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.miachm.sods.Sheet;
import com.github.miachm.sods.SpreadSheet;
import com.github.miachm.sods.Style;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OdsTest {

    private static byte[] holding(String text) {
        Sheet sheet = new Sheet("Blad", 1, 2);
        sheet.getRange(0, 0).setValue(text);
        sheet.getRange(0, 1).setValue(7);
        SpreadSheet book = new SpreadSheet();
        book.appendSheet(sheet);
        return Ods.bytes(book);
    }

    private static String content(byte[] ods) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(ods))) {
            for (ZipEntry file = zip.getNextEntry(); file != null; file = zip.getNextEntry()) {
                if (file.getName().equals("content.xml")) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new IOException("content.xml");
    }

    @Test
    void a_line_is_a_paragraph_and_an_empty_line_an_empty_one() throws IOException {
        assertThat(content(holding("Een.\n\n- <b>\n- \"c\"")))
                .contains(
                        "<text:p>Een.</text:p><text:p></text:p><text:p>-<text:s></text:s>&lt;b&gt;"
                                + "</text:p><text:p>-<text:s></text:s>\"c\"</text:p>")
                .doesNotContain("line-break");
    }

    @Test
    void a_text_with_a_tab_is_the_value_of_its_cell_too() throws IOException {
        assertThat(content(holding("a\tb  &\n\"c\"")))
                .contains("office:string-value=\"a&#9;b  &amp;&#10;&quot;c&quot;\"")
                .contains("<text:p>a<text:tab/>b");
        assertThat(content(holding("zonder"))).doesNotContain("string-value");
    }

    @Test
    void a_date_is_shown_as_it_is_read() throws IOException {
        Style iso = new Style();
        iso.setDataStyle("YYYY-MM-DD");
        Sheet sheet = new Sheet("Blad", 1, 1);
        sheet.getRange(0, 0).setValue(LocalDate.parse("2026-04-01"));
        sheet.getRange(0, 0).setStyle(iso);
        SpreadSheet book = new SpreadSheet();
        book.appendSheet(sheet);
        assertThat(content(Ods.bytes(book)))
                .contains("<number:day number:style=\"long\"/>")
                .doesNotContain("<number:day/>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "een\ntwee",
                "een\n\n\ntwee",
                "<text:line-break/>",
                "</text:p><text:p>",
                "'=1+1",
                "=1+1",
                "$1 \\\\ {0}"
            })
    void the_library_reads_back_what_it_wrote(String text) throws IOException {
        Sheet sheet = new SpreadSheet(new ByteArrayInputStream(holding(text))).getSheet("Blad");
        assertThat(sheet.getRange(0, 0).getValue()).isEqualTo(text);
        assertThat(sheet.getRange(0, 1).getValue()).isEqualTo(7.0);
    }
}
