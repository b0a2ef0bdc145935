package nl.peildatum.query.download;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.miachm.sods.Range;
import com.github.miachm.sods.Sheet;
import com.github.miachm.sods.SpreadSheet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OdsTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "of:=1+1", "+1", "-1", "@x", "＝1", "'=1+1", "''- x", "'s"})
    void a_text_that_looks_like_a_formula_is_the_same_text(String text) throws IOException {
        byte[] bytes = Ods.bytes(book(text));

        Range cell = new SpreadSheet(new ByteArrayInputStream(bytes)).getSheet(0).getRange(0, 0);
        assertThat(cell.getValue()).isEqualTo(text);
        assertThat(cell.getFormula()).isNull();
        assertThat(file(bytes, "content.xml"))
                .contains("office:value-type=\"string\"")
                .doesNotContain("table:formula");
    }

    @Test
    void the_type_comes_first_and_unpacked() throws IOException {
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(Ods.bytes(book("tekst"))))) {
            ZipEntry first = zip.getNextEntry();
            assertThat(first.getName()).isEqualTo("mimetype");
            assertThat(first.getMethod()).isEqualTo(ZipEntry.STORED);
            assertThat(new String(zip.readAllBytes(), UTF_8))
                    .isEqualTo("application/vnd.oasis.opendocument.spreadsheet");
            List<String> others = new ArrayList<>();
            for (ZipEntry file = zip.getNextEntry(); file != null; file = zip.getNextEntry()) {
                assertThat(file.getTimeLocal()).hasToString("1980-01-01T00:00");
                others.add(file.getName());
            }
            assertThat(others).contains("content.xml", "META-INF/manifest.xml");
        }
    }

    private static SpreadSheet book(String text) {
        Sheet sheet = new Sheet("Acties", 1, 1);
        sheet.getRange(0, 0).setValue(text);
        SpreadSheet book = new SpreadSheet();
        book.appendSheet(sheet);
        return book;
    }

    private static String file(byte[] bytes, String name) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry file = zip.getNextEntry(); file != null; file = zip.getNextEntry()) {
                if (file.getName().equals(name)) {
                    return new String(zip.readAllBytes(), UTF_8);
                }
            }
        }
        throw new AssertionError(name + " is not there");
    }
}
