package nl.peildatum.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import nl.peildatum.standalone.RunningStandalone;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImportPagesTest {

    private static final RunningStandalone STANDALONE = RunningStandalone.start();
    private static final AtomicInteger PROGRAMMES = new AtomicInteger();
    private static final int ALL = 98;
    private static final String DAY = "document.peildatum";
    private static final String EXPLAINED = "RAAM oefeningen en trainingen";

    private final Visitor secretariat =
            new Visitor(STANDALONE.address(), STANDALONE.token("secretariaat"));
    private String programme = "";

    @AfterAll
    static void stop() {
        STANDALONE.close();
    }

    /** A programme that holds the edition of November. */
    @BeforeEach
    void records() {
        programme = "inlezen-" + PROGRAMMES.incrementAndGet();
        Map<String, Object> adopted =
                Map.of(
                        "programma",
                        programme,
                        "naam",
                        "Proef",
                        "startjaar",
                        2024,
                        "eindjaar",
                        2027);
        assertThat(secretariat.post("/api/v1/programmas", adopted).status()).isEqualTo(201);
        assertThat(
                        secretariat
                                .postMarkdown(
                                        api("/importen?peildatum=2025-11-30"),
                                        Visitor.publication())
                                .status())
                .isEqualTo(201);
        secretariat.awaits(programme, ALL);
    }

    private String api(String path) {
        return "/api/v1/programmas/" + programme + path;
    }

    private String page(String path) {
        return "/programmas/" + programme + path;
    }

    /**
     * Of a quarter later: 39 is completed and has another explanation, 40 has another, and the
     * extra action has one word more in its title.
     */
    private static String march() {
        String edition = Visitor.publication();
        int line4 = edition.indexOf("### Actielijn 4");
        return edition.substring(0, line4)
                        .replaceFirst("Afgerond\t13", "Afgerond\t14")
                        .replaceFirst("In uitvoering\t20", "In uitvoering\t19")
                + edition.substring(line4)
                        .replaceFirst("Afgerond\t1\n", "Afgerond\t2\n")
                        .replaceFirst("In uitvoering\t7\n", "In uitvoering\t6\n")
                        .replaceFirst(
                                "(39\\. Oefensessies[^\n]*\n\n) In uitvoering ", "$1 Afgerond ")
                        .replace(EXPLAINED, EXPLAINED + " en proeven")
                        .replaceFirst("Pilot preventie ronselen ", "Pilot preventie ronselen van ")
                        .replaceFirst("(### 40\\.[^\n]*\n\n[^\n]*\n\n)", "$1Ook dit is nieuw. ");
    }

    private Browser inlezen() {
        Browser browser = new Browser(STANDALONE.address()).open(page("/inlezen"));
        return browser.press(
                "Inloggen",
                "naam",
                "secretariaat",
                "wachtwoord",
                STANDALONE.secret("secretariaat.password"));
    }

    private Browser proposed() {
        return propose(inlezen(), march());
    }

    private static Browser propose(Browser browser, String edition) {
        return browser.choose("editie maart.md", edition.getBytes(StandardCharsets.UTF_8))
                .press("Bekijk het voorstel", DAY, "31-3-2026");
    }

    private static Browser record(Browser browser, String... filledIn) {
        return browser.press(browser.page().select("button[value=vast]").text(), filledIn);
    }

    private long head() {
        return secretariat.get(api("")).body().path("bekendTot").asLong();
    }

    private static String sum(Browser browser) {
        return browser.page().select(".blijft strong").text();
    }

    @Test
    void an_edition_is_taken_over_without_two_actions_with_an_answer_and_a_deviation() {
        Browser browser = proposed();
        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.page().select("#document-peildatum").attr("value"))
                .isEqualTo("31-3-2026");
        assertThat(browser.page().select("input[name=neem][checked]").eachAttr("value"))
                .containsExactly("39", "extra-2", "40");
        assertThat(browser.text())
                .contains("45 acties blijven ongewijzigd", "extra-1 · Pilot preventie")
                .contains("Oefensessies & trainingsprogramma samenwerking");
        assertThat(browser.page().select(".voorstel ins").eachText()).contains("en proeven");
        int all = browser.page().select(".voorstel tbody th").size();
        assertThat(sum(browser)).isEqualTo("%d van de %d wijzigingen".formatted(all, all));

        record(browser);
        assertThat(browser.status()).isEqualTo(409);
        assertThat(browser.page().title()).startsWith("Fout: ");
        assertThat(browser.page().select("#fouten a").eachAttr("href"))
                .containsExactly("#vraag-extra-2", "#afwijking");

        record(
                browser.untick("neem", "39").untick("neem", "40"),
                "extra-2.antwoord",
                "nieuw=extra-2");
        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.text())
                .contains("U hebt iets veranderd. Dit is het nieuwe voorstel.")
                .contains("Ik neem over dat Peildatum 45 telt en de publicatie 44.")
                .contains("Actie extra-1 staat niet in de publicatie en telt straks wel mee");
        assertThat(sum(browser)).isEqualTo("2 van de %d wijzigingen".formatted(all));
        assertThat(head()).isEqualTo(ALL);

        record(browser);
        assertThat(browser.page().select("#fouten a").eachAttr("href"))
                .containsExactly("#afwijking");
        record(browser, "afwijking", "aanvaard");
        assertThat(browser.at().getPath()).isEqualTo(page(""));
        assertThat(browser.page().select("#melding").text())
                .isEqualTo("2 wijzigingen vastgelegd, tot en met regel 100.");
        String now = "?peildatum=2026-03-31&minstensJournaal=100";
        assertThat(secretariat.get(api("/acties/extra-2" + now)).body().path("titel").asString())
                .contains("ronselen van slachtoffers");
        assertThat(secretariat.get(api("/acties/39" + now)).body().path("status").asString())
                .isEqualTo("IN_UITVOERING");
    }

    @Test
    void what_is_no_longer_printed_is_kept_or_withdrawn_as_one_says() {
        Browser browser = proposed();
        record(
                browser,
                "extra-2.antwoord",
                "nieuw=extra-2",
                "extra-1.antwoord",
                "nietVermeld=extra-1:intrekken");
        assertThat(browser.page().select("#afwijking")).isEmpty();
        assertThat(browser.page().select(".voorstel").text()).contains("Vervallen");
        record(browser);
        assertThat(browser.page().select("#melding").text()).contains("vastgelegd");
        assertThat(
                        secretariat
                                .get(
                                        api(
                                                "/acties/extra-1?peildatum=2026-03-31&minstensJournaal=99"))
                                .body()
                                .path("status")
                                .asString())
                .isEqualTo("VERVALLEN");
    }

    @Test
    void what_one_recognises_is_no_new_action() {
        Browser browser = proposed();
        browser.press("Bekijk het voorstel opnieuw", "extra-2.antwoord", "herken=extra-2:extra-1");
        assertThat(browser.page().select("input[name=neem]").eachAttr("value"))
                .containsExactly("39", "extra-1", "40");
        assertThat(browser.page().select("[name='extra-2.antwoord'][checked]").attr("value"))
                .isEqualTo("herken=extra-2:extra-1");
        assertThat(browser.page().select("#afwijking, [name='extra-1.antwoord']")).isEmpty();
        record(browser);
        assertThat(browser.page().select("#melding").text()).contains("tot en met regel");
    }

    @Test
    void whoever_is_second_gets_the_new_proposal_with_what_was_ticked() {
        Browser browser = proposed();
        browser.untick("neem", "40");
        record(browser, "extra-2.antwoord", "herken=extra-2:extra-1");
        assertThat(
                        secretariat
                                .post(
                                        api("/acties/39/statuswijzigingen"),
                                        Map.of("soort", "AFRONDING", "ingangsdatum", "2026-02-01"))
                                .status())
                .isEqualTo(201);
        record(browser);
        assertThat(browser.status()).isEqualTo(409);
        assertThat(browser.page().select("#fouten").text())
                .isEqualTo(
                        "Er is intussen iets vastgelegd. Dit is het nieuwe voorstel. Wat u koos, staat er nog.");
        assertThat(browser.page().select("input[name=neem][checked]").eachAttr("value"))
                .containsExactly("39", "extra-1");
        assertThat(browser.page().select("[name='extra-2.antwoord'][checked]")).hasSize(1);
        record(browser);
        assertThat(browser.page().select("#melding").text())
                .isEqualTo("2 wijzigingen vastgelegd, tot en met regel 101.");
    }

    @Test
    void a_button_that_is_pressed_twice_takes_over_once() {
        Browser browser = proposed();
        record(browser, "extra-2.antwoord", "herken=extra-2:extra-1");
        String form = browser.filledIn(browser.page().select("button[value=vast]").text());
        browser.post(page("/inlezen"), form);
        String once = browser.page().select("#melding").text();
        assertThat(once).contains("wijzigingen vastgelegd");
        long head = head();
        browser.post(page("/inlezen"), form);
        assertThat(browser.page().select("#melding").text()).isEqualTo(once);
        assertThat(head()).isEqualTo(head);
    }

    @Test
    void whoever_goes_back_and_takes_over_more_can_record_that_as_well() {
        Browser browser = proposed();
        browser.untick("neem", "40");
        record(browser, "extra-2.antwoord", "herken=extra-2:extra-1");
        String form = browser.filledIn(browser.page().select("button[value=vast]").text());
        browser.post(page("/inlezen"), form);
        assertThat(browser.page().select("#melding").text()).contains("vastgelegd");

        browser.post(page("/inlezen"), form + "&neem=40");
        assertThat(sum(browser)).isEqualTo("1 van de 1 wijziging");
        record(browser);
        assertThat(browser.status()).isEqualTo(409);
        record(browser);
        assertThat(browser.page().select("#melding").text()).contains("Vastgelegd als regel");
    }

    @Test
    void nothing_is_lost_when_the_session_ends_also_not_the_file() {
        Browser browser = inlezen();
        browser.forget("peildatum-sessie");
        propose(browser, march());
        assertThat(browser.status()).isEqualTo(401);
        assertThat(browser.text()).contains("Nog niet vastgelegd", "editie maart.md", "31-3-2026");
        again(browser);
        assertThat(sum(browser)).contains("wijzigingen");

        browser.untick("neem", "40");
        record(browser, "extra-2.antwoord", "herken=extra-2:extra-1");
        browser.forget("peildatum-sessie");
        record(browser);
        assertThat(browser.status()).isEqualTo(401);
        again(browser);
        assertThat(browser.page().select("#melding").text()).contains("tot en met regel 101");
    }

    /** Logs in elsewhere and sends what was held. */
    private void again(Browser browser) {
        browser.otherTab().open(page("")).follow("Inloggen");
        browser.press("Verstuur opnieuw");
    }

    @Test
    void a_form_with_a_file_that_is_not_ours_is_not_read() {
        Browser browser = inlezen();
        browser.forget("peildatum-formulier");
        propose(browser, march());
        assertThat(browser.status()).isEqualTo(403);
        assertThat(browser.text()).contains("Nog niet vastgelegd", "editie maart.md");
        browser.press("Verstuur opnieuw");
        assertThat(sum(browser)).contains("wijzigingen");
    }

    @Test
    void a_document_that_does_not_add_up_is_told_with_every_fault_at_its_line() {
        Browser browser = inlezen();
        propose(
                browser,
                Visitor.publication()
                        .replaceFirst("Afgerond\t13", "Afgerond\t12")
                        .replaceFirst("Doorlopend\t5", "Doorlopend\t6"));
        assertThat(browser.status()).isEqualTo(422);
        List<Element> faults = browser.page().select("#fouten li a");
        assertThat(faults).hasSizeGreaterThanOrEqualTo(2);
        assertThat(faults)
                .allSatisfy(
                        fault -> assertThat(browser.page().select(fault.attr("href"))).hasSize(1));
        assertThat(browser.page().select("dl code").text()).contains("Afgerond 12");
        assertThat(browser.page().select("main table").text()).contains("Alle acties: Afgerond");
        assertThat(browser.page().select("#document-peildatum").attr("value"))
                .isEqualTo("31-3-2026");

        propose(browser, march());
        assertThat(sum(browser)).contains("wijzigingen");
    }

    @Test
    void what_is_no_document_is_told_at_the_field_and_a_day_that_is_wrong_keeps_the_file() {
        Browser browser = inlezen().press("Bekijk het voorstel");
        assertThat(browser.status()).isEqualTo(400);
        assertThat(browser.page().select("#fouten a[href=#document]")).hasSize(1);

        browser.choose("plaatje.png", new byte[] {1, 2}).press("Bekijk het voorstel");
        assertThat(browser.status()).isEqualTo(415);
        assertThat(browser.page().select("#document-fout").text()).contains("text/csv");

        browser.choose("groot.md", new byte[10_500_000]).press("Bekijk het voorstel");
        assertThat(browser.status()).isEqualTo(413);
        assertThat(browser.page().select("#document-fout").text()).contains("10 MB");

        browser.choose("editie.md", march().getBytes(StandardCharsets.UTF_8))
                .press("Bekijk het voorstel", DAY, "2999-01-01", "bron", "een brief");
        assertThat(browser.status()).isEqualTo(400);
        assertThat(browser.page().select("#fouten a[href=#document-peildatum]")).hasSize(1);
        browser.press("Bekijk het voorstel", DAY, "2026-03-31");
        assertThat(sum(browser)).contains("wijzigingen");
        assertThat(browser.page().select("#bron").attr("value")).isEqualTo("een brief");
    }

    @Test
    void what_unpacks_to_more_than_a_document_may_hold_is_refused() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(packed)) {
            packing.write(new byte[20_000_000]);
        }
        Browser browser = proposed();
        browser.press(
                "Bekijk het voorstel opnieuw",
                "inhoud.document",
                Base64.getUrlEncoder().encodeToString(packed.toByteArray()));
        assertThat(browser.status()).isEqualTo(413);
        assertThat(browser.page().select("#document-fout").text()).contains("10 MB");
    }

    @Test
    void a_sheet_is_read_with_its_cells_and_what_cannot_be_is_left_out() {
        Browser browser = inlezen();
        assertThat(browser.page().select("a[href$='sjabloon.ods']")).hasSize(1);
        String sheet =
                new String(
                        secretariat.download(
                                api("/importen/sjabloon?peildatum=2026-03-31"), "text/csv"),
                        StandardCharsets.UTF_8);
        String delimiter = sheet.contains(";") ? ";" : ",";
        propose(browser, "");
        browser.open(page("/inlezen"));
        browser.choose(
                        "blad.csv",
                        ("actie"
                                        + delimiter
                                        + "status\n39"
                                        + delimiter
                                        + "Afgerond\n999"
                                        + delimiter
                                        + "Afgerond\n")
                                .getBytes(StandardCharsets.UTF_8))
                .press("Bekijk het voorstel", DAY, "2026-03-31");
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.page().select("#fouten").text()).contains("rij 3, kolom 1");

        browser.choose(
                        "blad.csv",
                        ("actie"
                                        + delimiter
                                        + "status\n39"
                                        + delimiter
                                        + "Afgerond\n24"
                                        + delimiter
                                        + "Nog niet gestart\n")
                                .getBytes(StandardCharsets.UTF_8))
                .press("Bekijk het voorstel", DAY, "2026-03-31");
        assertThat(browser.text()).contains("Kan niet Van deze acties kan niet alles.");
        assertThat(sum(browser)).isEqualTo("1 van de 2 wijzigingen");
        record(browser);
        assertThat(browser.page().select("#melding").text()).startsWith("Vastgelegd als regel 99.");
    }

    @Test
    void only_the_secretariat_has_the_pages() {
        Browser browser =
                new Browser(STANDALONE.address()).open(page("")).logIn(STANDALONE, "auditor");
        assertThat(browser.text()).doesNotContain("Inlezen");
        browser.open(page("/inlezen"));
        assertThat(browser.status()).isEqualTo(403);
    }

    @Test
    void a_programme_begins_on_a_page_and_goes_on_with_its_first_document() {
        Browser browser = inlezen().open("/").follow("Nieuw programma");
        browser.press("Leg vast", "naam", "Ander programma", "startjaar", "2024");
        assertThat(browser.status()).isEqualTo(400);
        assertThat(browser.page().select("#fouten a[href=#programma]")).hasSize(1);
        browser.press("Leg vast", "programma", "begin-" + programme, "eindjaar", "2027");
        assertThat(browser.at().getPath()).isEqualTo("/programmas/begin-" + programme + "/inlezen");

        browser.choose("november.md", Visitor.publication().getBytes(StandardCharsets.UTF_8))
                .press("Bekijk het voorstel", DAY, "2025-11-30");
        assertThat(sum(browser)).isEqualTo("97 van de 97 wijzigingen");
        assertThat(browser.text()).contains("Wijzigingen van actielijnen gaan altijd mee.");
        record(browser);
        assertThat(browser.page().select("#melding").text())
                .isEqualTo("97 wijzigingen vastgelegd, tot en met regel 98.");
        assertThat(browser.text()).contains("Ander programma", "44 acties");
    }

    @Test
    void a_signal_is_judged_both_ways() {
        Browser browser = inlezen().follow("Signalen");
        assertThat(browser.page().select("ul.regels > li")).hasSize(2);
        browser.open(browser.page().select("ul.regels li:first-child a.knop").attr("href"));
        assertThat(browser.page().select("input[name=oordeel][checked]").attr("value"))
                .isEqualTo("GEACCEPTEERD");
        browser.press("Leg vast");
        assertThat(browser.status()).isEqualTo(400);
        assertThat(browser.page().select("#fouten a[href=#reden]")).hasSize(1);
        browser.press("Leg vast", "reden", "de toelichting is nieuwer");
        assertThat(browser.page().select("#melding").text()).contains("Vastgelegd als regel 99");
        assertThat(browser.page().select("ul.regels li:first-child").text())
                .contains("Klopt. Reden: de toelichting is nieuwer.");
        browser.open(browser.page().select("ul.regels li:first-child a.knop").attr("href"));
        assertThat(browser.page().select("h1").text()).matches("Regel \\d+ corrigeren");

        browser.open(page("/signalen"));
        browser.open(
                browser.page().select("ul.regels li:last-child a.knop:last-child").attr("href"));
        browser.press("Leg vast", "reden", "licht is geen vertraging");
        assertThat(browser.page().select("ul.regels li:last-child").text())
                .contains("Klopt niet. Reden: licht is geen vertraging.", "Beoordeel opnieuw");
        assertThat(
                        secretariat
                                .get(api("/signalen?minstensJournaal=100"))
                                .body()
                                .at("/signalen/1/beoordeling/oordeel")
                                .asString())
                .isEqualTo("AFGEWEZEN");
    }
}
