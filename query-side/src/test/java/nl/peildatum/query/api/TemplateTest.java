package nl.peildatum.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.miachm.sods.Sheet;
import com.github.miachm.sods.SpreadSheet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import nl.peildatum.events.Status;
import nl.peildatum.query.api.Asked.Answer;
import org.junit.jupiter.api.Test;

class TemplateTest {

    private static final String CSV = "text/csv";
    private static final String ODS = "application/vnd.oasis.opendocument.spreadsheet";
    private static final String HEADER =
            "\uFEFFactie;titel;actielijn;huidige status;status sinds;status;ingangsdatum;reden;"
                    + "toelichting;verwachte afronding\r\n";

    private static Story story() {
        Story story = Story.adopted();
        story.line(1, "Eerste", 1, "2024-01-01");
        story.planned("22", "Eén; \"titel\"", 1, 2, "2024-01-01");
        story.baselined("22", Status.IN_PROGRESS, "2025-11-30");
        story.delayed("22", "2026-01-15", "liep uit", "2026-12-31");
        story.planned("3", "=HYPERLINK(\"x\")", 1, 1, "2024-01-01");
        story.explained("3", "- een\n- twee", "2026-01-01");
        story.outside("42", "later", "2025-11-30");
        story.planned("50", null, 9, "2026-06-01");
        return story;
    }

    private static Answer get(Story story, String query, String type) {
        return Asked.method(
                "GET", "/" + story.programme + "/importen/sjabloon" + query, "Accept", type);
    }

    @Test
    void csv_shows_what_is_held_on_the_cut_in_publication_order_and_no_formula() {
        Story story = story();
        Answer answer = get(story, "?peildatum=2026-03-31", CSV);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(answer.header("Content-Disposition"))
                .contains(story.programme + "-2026-03-31-bekend-tot-" + story.head() + ".csv");
        assertThat(answer.header("ETag")).isNotBlank();
        assertThat(answer.body())
                .isEqualTo(
                        HEADER
                                + "3;\"'=HYPERLINK(\"\"x\"\")\";1;Nog niet gestart;2024-01-01;Nog niet"
                                + " gestart;2026-03-31;;\"'- een\n- twee\";\r\n"
                                + "22;\"Eén; \"\"titel\"\"\";1;In uitvoering, vertraging;2026-01-15;"
                                + "In uitvoering, vertraging;2026-03-31;;Toelichting bij 22;2026-12-31\r\n"
                                + "42;;;Nog niet gestart;2025-11-30;Nog niet gestart;2026-03-31;;;\r\n");
        assertThat(get(story, "?peildatum=2023-12-31", CSV).body()).isEqualTo(HEADER);
    }

    @Test
    void ods_has_texts_as_texts_and_dates_as_dates() throws IOException {
        byte[] bytes = bytes(story(), "?peildatum=2026-03-31");
        Sheet sheet = new SpreadSheet(new ByteArrayInputStream(bytes)).getSheet("Acties");
        assertThat(sheet.getRange(0, 0).getValue()).isEqualTo("actie");
        assertThat(sheet.getRange(1, 1).getValue()).isEqualTo("=HYPERLINK(\"x\")");
        assertThat(sheet.getRange(1, 1).getFormula()).isNull();
        assertThat(sheet.getRange(1, 8).getValue()).isEqualTo("- een\n- twee");
        assertThat(sheet.getRange(2, 0).getValue()).isEqualTo("22");
        assertThat(sheet.getRange(2, 2).getValue()).isEqualTo(1.0);
        assertThat(sheet.getRange(2, 6).getValue()).isEqualTo(LocalDate.parse("2026-03-31"));
        assertThat(sheet.getRange(2, 9).getValue()).isEqualTo(LocalDate.parse("2026-12-31"));
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            ZipEntry first = zip.getNextEntry();
            assertThat(first.getName()).isEqualTo("mimetype");
            assertThat(first.getMethod()).isEqualTo(ZipEntry.STORED);
            assertThat(new String(zip.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .isEqualTo(ODS);
        }
    }

    @Test
    void the_same_cut_is_the_same_bytes() throws InterruptedException {
        Story story = story();
        long head = story.head();
        String query = "?peildatum=2026-03-31&bekendTot=" + head;
        byte[] before = bytes(story, query);
        String csv = get(story, query, CSV).body();
        story.completed("22", "2026-02-01");
        // the moment of writing stands in an archive by two seconds
        Thread.sleep(2_100);
        assertThat(bytes(story, query)).isEqualTo(before);
        assertThat(get(story, query, CSV).body()).isEqualTo(csv);
        assertThat(get(story, "?peildatum=2026-03-31", CSV).body())
                .contains("Afgerond;2026-02-01;Afgerond;2026-03-31");
    }

    @Test
    void a_caller_gets_the_form_it_likes_best() {
        Story story = Story.adopted();
        assertThat(get(story, "", "*/*").header("Content-Type")).startsWith(CSV);
        assertThat(get(story, "", "text/csv;q=0.5, " + ODS).header("Content-Type")).isEqualTo(ODS);
        assertThat(get(story, "", "application/*, text/*;q=0.1").header("Content-Type"))
                .isEqualTo(ODS);
        assertThat(get(story, "", "application/json").status()).isEqualTo(406);
        assertThat(get(story, "?kleur=rood", CSV).status()).isEqualTo(400);
        assertThat(Asked.method("GET", "/bestaat-niet/importen/sjabloon", "Accept", CSV).status())
                .isEqualTo(404);
    }

    private static byte[] bytes(Story story, String query) {
        return Asked.bytes("/" + story.programme + "/importen/sjabloon" + query, ODS);
    }
}
