package nl.peildatum.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import nl.peildatum.standalone.RunningStandalone;
import nl.peildatum.standalone.firstimport.Example;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is tried on one's own machine: closed, by two people, with something to look at. */
class ExampleTest {

    private static final RunningStandalone STANDALONE =
            RunningStandalone.start(
                    Map.of(
                            "PEILDATUM_OPENBAAR", "nee",
                            "PEILDATUM_VIER_OGEN", "ja",
                            "PEILDATUM_VOORBEELD", "ja"));

    private static final String PAGES = "/programmas/voorbeeld-verzonnen";
    private static final String API = "/api/v1" + PAGES;
    private static final String INVENTED = "verzonnen";

    private final Visitor reader = as("lezer");
    private final Visitor auditor = as("auditor");

    @AfterAll
    static void stop() {
        STANDALONE.close();
    }

    private static Visitor as(String role) {
        return new Visitor(STANDALONE.address(), STANDALONE.token(role));
    }

    @Test
    void the_first_start_makes_a_year_that_shows_everything() {
        assertThat(STANDALONE.told()).anyMatch(line -> line.startsWith("Het verzonnen programma"));

        String kinds = auditor.get(API + "/journaal?vanaf=99").body().toString();
        assertThat(kinds)
                .contains("\"CORRECTIE\"", "\"RETRACTIE\"", "\"BENAMING\"")
                .contains("\"VERTRAGING\"", "\"HEROPENING\"", "\"UITSLUITING\"", "\"ACTIELIJN\"");
        assertThat(auditor.get(API + "/journaal/controle").body().toString())
                .contains("\"inOrde\":true");
    }

    @Test
    void making_it_again_records_nothing_more() throws Exception {
        long entries = head();

        new Example(STANDALONE.address(), STANDALONE.secret("secretariaat.client-secret")).make();

        assertThat(head()).isEqualTo(entries);
    }

    private long head() {
        return reader.get(API + "/dashboard").body().path("bekendTot").asLong();
    }

    @Test
    void who_has_not_logged_in_reads_nothing() {
        Browser nobody = new Browser(STANDALONE.address()).open(PAGES + "/acties");
        assertThat(nobody.page().select("input[name=wachtwoord]")).hasSize(1);
        assertThat(nobody.text()).doesNotContain("Actielijn");

        nobody.press(
                "Inloggen", "naam", "lezer", "wachtwoord", STANDALONE.secret("lezer.password"));
        assertThat(nobody.at().getPath()).isEqualTo(PAGES + "/acties");
        assertThat(nobody.page().title()).contains("Voorbeeld (verzonnen)");
        assertThat(new Visitor(STANDALONE.address(), null).get(API + "/dashboard").status())
                .isEqualTo(401);
    }

    @Test
    void what_one_proposed_another_confirms() {
        String report = PAGES + "/rapportages/2026-03-31";
        Browser proposer = new Browser(STANDALONE.address()).open(report);
        logIn(proposer, "secretariaat").open(report + "/bevestigen").press("Bevestig");
        assertThat(proposer.status()).isEqualTo(403);
        assertThat(proposer.page().select("main").text()).contains("iemand anders");

        Browser other = new Browser(STANDALONE.address()).open(report);
        logIn(other, "collega").open(report);
        assertThat(other.text()).contains("Voorgesteld");
        other.open(report + "/bevestigen").press("Bevestig");

        assertThat(other.page().select("#melding").text()).startsWith("Vastgelegd als regel");
        assertThat(
                        reader.get(API + "/rapportages/2026-03-31")
                                .body()
                                .path("gewijzigdSindsVaststelling"))
                .isNotEmpty();
    }

    private static Browser logIn(Browser browser, String name) {
        return browser.press(
                "Inloggen", "naam", name, "wachtwoord", STANDALONE.secret(name + ".password"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/acties",
                "/acties/24",
                "/actielijnen/3",
                "/veranderingen",
                "/verloop",
                "/rapportages",
                "/rapportages/2026-06-30",
                "/acties.csv",
                "/veranderingen.csv",
                "/verloop.csv",
                "/overzicht.html",
                "/overzicht.csv",
                "/overzicht.md",
                "/overzicht.json"
            })
    void every_page_and_export_says_that_it_is_invented(String page) {
        Browser browser = new Browser(STANDALONE.address()).open(PAGES + page);
        logIn(browser, "lezer");

        assertThat(browser.at().getPath()).isEqualTo(PAGES + page);
        assertThat(browser.text()).contains(INVENTED);
    }

    @Test
    void so_do_the_sheet_and_the_paper() throws IOException {
        byte[] paper = reader.download(API + "/monitoringsoverzicht", "application/pdf");
        try (var document = Loader.loadPDF(paper)) {
            assertThat(new PDFTextStripper().getText(document)).contains(INVENTED);
        }
        byte[] sheet =
                reader.download(
                        API + "/monitoringsoverzicht",
                        "application/vnd.oasis.opendocument.spreadsheet");
        assertThat(content(sheet)).contains(INVENTED);
    }

    private static String content(byte[] sheet) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(sheet))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("content.xml")) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        return "";
    }
}
