package nl.peildatum.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nl.peildatum.standalone.RunningStandalone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordingPagesTest {

    private static final RunningStandalone STANDALONE = RunningStandalone.start();
    private static final AtomicInteger PROGRAMMES = new AtomicInteger();
    private static final String DELAY = "VERTRAGING";

    private String programme = "";

    @AfterAll
    static void stop() {
        STANDALONE.close();
    }

    /** A programme with one line and an action in it that was started. */
    @BeforeEach
    void records() {
        programme = "formulier-" + PROGRAMMES.incrementAndGet();
        Visitor secretary = new Visitor(STANDALONE.address(), STANDALONE.token("secretariaat"));
        String api = "/api/v1/programmas";
        post(
                secretary,
                api,
                Map.of(
                        "programma",
                        programme,
                        "naam",
                        "Proef",
                        "startjaar",
                        2024,
                        "eindjaar",
                        2028,
                        "ingangsdatum",
                        "2025-01-01"));
        api += "/" + programme;
        post(
                secretary,
                api + "/actielijnen",
                Map.of(
                        "nummer",
                        1,
                        "titel",
                        "Lijn",
                        "langeTitel",
                        "Lange lijn",
                        "ingangsdatum",
                        "2025-01-01"));
        for (String action : List.of("1", "2")) {
            post(
                    secretary,
                    api + "/acties",
                    Map.of(
                            "actie",
                            action,
                            "titel",
                            "Actie <b>" + action,
                            "actielijn",
                            1,
                            "opgenomen",
                            true,
                            "ingangsdatum",
                            "2025-01-01"));
        }
        post(
                secretary,
                api + "/acties/1/statuswijzigingen",
                Map.of("soort", "START", "ingangsdatum", "2025-02-01"));
        secretary.awaits(programme, 5);
    }

    private static void post(Visitor secretary, String path, Map<String, Object> body) {
        assertThat(secretary.post(path, body).status()).isEqualTo(201);
    }

    private String page(String path) {
        return "/programmas/" + programme + path;
    }

    private Browser secretary(String path) {
        Browser browser = new Browser(STANDALONE.address()).open(page(path));
        return browser.page().select("input[name=wachtwoord]").isEmpty()
                ? browser.logIn(STANDALONE, "secretariaat")
                : browser.press(
                        "Inloggen",
                        "naam",
                        "secretariaat",
                        "wachtwoord",
                        STANDALONE.secret("secretariaat.password"));
    }

    @Test
    void a_delay_is_recorded_after_its_consequence_was_seen() {
        Browser browser = secretary("/acties/1").follow("Status wijzigen");
        assertThat(browser.page().select("input[name=soort]").eachAttr("value"))
                .containsExactly(DELAY, "DOORLOPEND", "AFRONDING", "INTREKKING");
        assertThat(browser.text()).contains("starten kan dan niet");

        browser.press("Bekijk het gevolg", "soort", DELAY, "ingangsdatum", "1-3-2025");
        assertThat(browser.status()).isEqualTo(400);
        assertThat(browser.page().title()).startsWith("Fout: ");
        assertThat(browser.page().select("#fouten a[href=#reden]")).hasSize(1);
        assertThat(browser.page().select("#reden").attr("aria-invalid")).isEqualTo("true");
        assertThat(browser.page().select("input[name=soort][checked]").attr("value"))
                .isEqualTo(DELAY);

        browser.press("Bekijk het gevolg", "reden", "de \"pilot\" <i>loopt</i> uit");
        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.page().select("section.kader").text())
                .contains(
                        "Actie 1: status vanaf 1 maart 2025 In uitvoering In uitvoering, vertraging")
                .contains("Actielijn 1, op 1 maart 2025", "1 → 0", "0 → 1");

        browser.press("Leg vast");
        assertThat(browser.at().getPath()).isEqualTo(page("/acties/1"));
        assertThat(browser.page().select("#melding").text())
                .matches("Vastgelegd als regel 6\\. Ongedaan maken");
        assertThat(browser.text()).contains("de \"pilot\" <i>loopt</i> uit");

        browser.follow("Ongedaan maken");
        browser.press("Bekijk het gevolg", "reden", "vergissing").press("Leg vast");
        assertThat(browser.page().select("#melding").text()).contains("regel 7");
        assertThat(browser.page().select(".kader").text()).contains("In uitvoering sinds");
    }

    @Test
    void what_is_refused_by_what_is_recorded_says_why_and_keeps_what_was_typed() {
        Browser browser = secretary("/acties/2/status-wijzigen");
        browser.press(
                "Bekijk het gevolg",
                "soort",
                "START",
                "ingangsdatum",
                "2024-12-31",
                "reden",
                "toch");
        assertThat(browser.status()).isBetween(400, 409);
        assertThat(browser.page().select("#fouten").text()).contains("2");
        assertThat(browser.page().select("#reden").attr("value")).isEqualTo("toch");
        assertThat(browser.page().select("#ingangsdatum").attr("value")).isEqualTo("2024-12-31");
    }

    @Test
    void whoever_is_second_sees_what_the_first_recorded_and_can_go_on() {
        Browser first = secretary("/acties/1/status-wijzigen");
        Browser second = secretary("/acties/1/toelichting-wijzigen");
        first.press("Bekijk het gevolg", "soort", DELAY, "reden", "de eerste").press("Leg vast");

        second.press("Bekijk het gevolg", "toelichting", "Van de tweede").press("Leg vast");
        assertThat(second.status()).isEqualTo(412);
        assertThat(second.page().select("#fouten").text())
                .contains("Iemand heeft intussen", "Regel 6:", "de eerste");
        assertThat(second.page().select("#toelichting").text()).isEqualTo("Van de tweede");

        second.press("Toch vastleggen");
        assertThat(second.page().select("#melding").text()).contains("regel 7");
        assertThat(second.text()).contains("Van de tweede");
    }

    @Test
    void a_button_that_is_pressed_twice_records_once() {
        Browser browser = secretary("/acties/1/status-wijzigen");
        browser.press("Bekijk het gevolg", "soort", "AFRONDING");
        String form = browser.filledIn("Leg vast");
        String address = page("/acties/1/status-wijzigen");
        browser.post(address, form);
        String once = browser.page().select("#melding").text();
        browser.post(address, form);
        assertThat(browser.page().select("#melding").text()).isEqualTo(once);
    }

    @Test
    void nothing_is_recorded_of_which_the_consequence_was_not_seen() {
        Browser browser = secretary("/acties/1/status-wijzigen");
        browser.press("Bekijk het gevolg", "soort", "AFRONDING")
                .press("Leg vast", "ingangsdatum", "2025-06-01");
        assertThat(browser.page().select("#melding")).isEmpty();
        assertThat(browser.page().select("section.kader").text()).contains("1 juni 2025");
        browser.press("Leg vast");
        assertThat(browser.page().select("#melding").text()).contains("regel 6");
    }

    @Test
    void a_text_that_is_too_long_is_still_there() {
        String text = "漢".repeat(20_000);
        Browser browser = secretary("/acties/1/toelichting-wijzigen");
        browser.press("Bekijk het gevolg", "toelichting", text);
        assertThat(browser.page().select("h1").text()).isEqualTo("Toelichting wijzigen");
        assertThat(browser.page().select("#toelichting").text()).isEqualTo(text);
    }

    @Test
    void nothing_typed_is_lost_when_the_session_ends_meanwhile() {
        Browser browser = secretary("/acties/1/status-wijzigen");
        browser.press("Bekijk het gevolg", "soort", DELAY, "reden", "wordt het later");
        browser.forget("peildatum-sessie");
        browser.press("Leg vast");
        assertThat(browser.status()).isEqualTo(401);
        assertThat(browser.text()).contains("Nog niet vastgelegd", "wordt het later");

        Browser otherTab = browser.otherTab().open(page(""));
        otherTab.follow("Inloggen");
        assertThat(otherTab.text()).contains("Afmelden");
        browser.press("Verstuur opnieuw");
        assertThat(browser.page().select("#melding").text()).contains("Vastgelegd als regel 6");
    }

    @Test
    void a_form_that_is_not_ours_records_nothing() {
        Browser browser = secretary("/acties/1/status-wijzigen");
        browser.post(
                page("/acties/1/status-wijzigen"),
                "soort=AFRONDING&stap=vast&sleutel=een-sleutel-van-een-ander");
        assertThat(browser.status()).isEqualTo(403);
        assertThat(browser.text()).contains("Nog niet vastgelegd");
        browser.open(page("/acties/1"));
        assertThat(browser.text()).doesNotContain("Regel 6");
    }

    @Test
    void an_entry_is_corrected_in_what_it_says() {
        Browser browser = secretary("/acties/1");
        browser.open(page("/journaal/5/corrigeren"));
        assertThat(browser.page().select("[name='als.ingangsdatum']").attr("value"))
                .isEqualTo("2025-02-01");
        browser.press(
                "Bekijk het gevolg",
                "als.ingangsdatum",
                "2025-01-15",
                "reden",
                "de brief is ouder");
        assertThat(browser.page().select("section.kader").text())
                .contains("Actie 1: status 15 januari 2025 tot en met 31 januari 2025");
        browser.press("Leg vast");
        assertThat(browser.page().select("#melding").text()).contains("regel 6");
        assertThat(browser.page().select(".kader").text()).contains("sinds 15 januari 2025");
    }

    @Test
    void what_an_action_is_called_and_where_it_belongs_is_changed_or_left() {
        Browser browser = secretary("/acties/2/gegevens-wijzigen");
        browser.press("Bekijk het gevolg");
        assertThat(browser.status()).isEqualTo(400);
        browser.press(
                "Bekijk het gevolg",
                "titel",
                "Anders",
                "uitvoeringsjaren",
                "2025 2026",
                "actielijn",
                "");
        assertThat(browser.page().select("#fouten").text()).isEmpty();
        assertThat(browser.page().select("section.kader").text())
                .contains("Actie 2: titel", "Anders", "2025, 2026");
        browser.press("Leg vast");
        assertThat(browser.page().select("h1").text()).isEqualTo("Anders");
        assertThat(browser.text()).contains("Niet ingedeeld");
    }

    @Test
    void an_action_is_planned() {
        Browser browser = secretary("/acties").follow("Nieuwe actie");
        browser.press("Bekijk het gevolg", "titel", "Zonder nummer");
        assertThat(browser.page().select("#fouten a[href=#actie]")).hasSize(1);
        browser.press("Bekijk het gevolg", "actie", "2-1", "ingangsdatum", "2025-06-01")
                .press("Leg vast");
        assertThat(browser.at().getPath()).isEqualTo(page("/acties"));
        assertThat(browser.text()).contains("Zonder nummer");
    }

    @Test
    void links_with_other_actions_are_changed_with_what_else_is_known_of_it() {
        Browser browser = secretary("/acties/2/gegevens-wijzigen");
        browser.press("Bekijk het gevolg", "verbanden", "Hoort bij 1");
        assertThat(browser.status()).isEqualTo(400);
        assertThat(browser.page().select("#fouten a").eachAttr("href")).contains("#verbanden");
        assertThat(browser.page().select("#verbanden").text()).isEqualTo("Hoort bij 1");

        browser.press("Bekijk het gevolg", "verbanden", "volgt op 1\n");
        assertThat(browser.page().select("section.kader").text())
                .contains("verbanden met andere acties", "Volgt op: 1");
        browser.press("Leg vast");
        assertThat(browser.page().select("main ul li").eachText()).contains("Volgt op Actie 1");

        browser.follow("Gegevens wijzigen");
        assertThat(browser.page().select("#verbanden").text()).isEqualTo("Volgt op: 1");
        browser.press("Bekijk het gevolg", "verbanden", "").press("Leg vast");
        assertThat(browser.text()).doesNotContain("Hangt samen met");
    }

    @Test
    void a_line_is_planned_and_revised_and_what_was_not_touched_stays() {
        Browser browser = secretary("").follow("Nieuwe actielijn");
        browser.press("Leg vast", "nummer", "2");
        assertThat(browser.page().select("#fouten a").eachAttr("href"))
                .contains("#titel", "#langeTitel");
        browser.press(
                "Leg vast",
                "titel",
                "Zorg",
                "langeTitel",
                "Zorg voor slachtoffers",
                "inleiding",
                "Eerst dit.\n\nDan dat.",
                "doelen",
                "Een doel\nNog een doel");
        assertThat(browser.at().getPath()).isEqualTo(page("/actielijnen/2"));
        assertThat(browser.page().select("#melding").text()).contains("Vastgelegd als regel 6");
        assertThat(browser.page().select("main li").eachText())
                .contains("Een doel", "Nog een doel");

        Browser other = secretary("/actielijnen/2/herzien");
        browser.follow("Actielijn herzien");
        assertThat(browser.page().select("#inleiding").textNodes().getFirst().getWholeText())
                .isEqualTo("Eerst dit.\n\nDan dat.");
        browser.press("Leg vast", "langeTitel", "Zorg voor iedereen");
        assertThat(browser.page().select("h1").text()).isEqualTo("Zorg voor iedereen");
        assertThat(browser.page().select("main li").eachText())
                .contains("Een doel", "Nog een doel");

        other.press("Leg vast", "titel", "Zorgen");
        assertThat(other.status()).isEqualTo(412);
        assertThat(other.page().select("#titel").attr("value")).isEqualTo("Zorgen");
    }

    @Test
    void a_programme_is_planned_and_revised() {
        String code = programme + "-nieuw";
        Browser browser = secretary("").follow("Nieuw programma");
        browser.press("Leg vast", "programma", "Met Hoofdletters", "naam", "Nieuw");
        assertThat(browser.page().select("#fouten a").eachAttr("href"))
                .contains("#programma", "#startjaar", "#eindjaar");
        browser.press(
                "Leg vast",
                "programma",
                code,
                "startjaar",
                "2025",
                "eindjaar",
                "2027",
                "uitgevers",
                "Ministerie A\nMinisterie B");
        assertThat(browser.at().getPath()).isEqualTo("/programmas/" + code + "/inlezen");
        assertThat(browser.page().select("#melding").text()).contains("Vastgelegd als regel 1");
        browser.follow("Stand");
        assertThat(browser.page().select("footer").text()).contains("Ministerie A, Ministerie B");

        browser.follow("Programma wijzigen");
        browser.press("Leg vast", "naam", "Vernieuwd", "uitgevers", "");
        assertThat(browser.page().select("h1").text()).isEqualTo("Vernieuwd");
        assertThat(browser.page().select("footer").text()).doesNotContain("Ministerie");
        browser.follow("Programma wijzigen").press("Leg vast");
        assertThat(browser.page().select("#fouten").text()).contains("Er verandert niets");
    }

    @Test
    void a_reader_records_nothing_and_sees_no_buttons() {
        Browser browser =
                new Browser(STANDALONE.address())
                        .open(page("/acties/1"))
                        .logIn(STANDALONE, "lezer");
        assertThat(browser.text()).doesNotContain("Status wijzigen", "Corrigeren");
        browser.open(page("/acties/1/status-wijzigen"));
        assertThat(browser.status()).isEqualTo(403);
        assertThat(browser.text()).contains("Uw rol");
    }

    @Test
    void from_the_front_page_to_a_recorded_entry_takes_six_pages_at_most() {
        Browser browser = new Browser(STANDALONE.address()).open(page("/acties/1"));
        browser.logIn(STANDALONE, "secretariaat")
                .follow("Status wijzigen")
                .press("Bekijk het gevolg", "soort", "AFRONDING")
                .press("Leg vast");
        assertThat(browser.page().select("#melding").text()).contains("Vastgelegd als regel");
        assertThat(browser.visited()).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void a_report_is_fixed_as_it_was_read_whatever_is_recorded_meanwhile() {
        Browser browser = secretary("/rapportages").follow("Rapportage vaststellen");
        assertThat(browser.page().select("section.kader").text())
                .contains("Dit wordt de eerste rapportage");
        browser.press("Lees het hele overzicht", "titel", "Proefrapportage");
        assertThat(browser.page().select("section.kader").text())
                .contains("tot en met regel 5")
                .containsPattern("Digest: [0-9a-f]{64}");
        assertThat(browser.page().select("h4").eachText()).contains("Actie <b>1");
        secretary("/acties/1/status-wijzigen")
                .press("Bekijk het gevolg", "soort", "AFRONDING", "ingangsdatum", "2025-06-01")
                .press("Leg vast");
        browser.press("Stel vast");
        assertThat(browser.page().select("#melding").text()).contains("Vastgelegd als regel 7");
        browser.follow("Proefrapportage");
        assertThat(browser.text()).contains("Journaalregel 1 tot en met 5");

        browser.open(page("/rapportages/vaststellen"));
        assertThat(browser.page().select("section.kader").text())
                .contains("1 actie leest over", "1 correctie");
        browser.press("Lees het hele overzicht");
        String today = browser.page().select("code").text();
        browser.press("Stel vast");
        assertThat(browser.status()).isEqualTo(400);
        assertThat(browser.page().select("#fouten a").eachAttr("href")).contains("#reden");

        browser.press("Lees het hele overzicht", "reden", "beter");
        browser.press("Stel vast", "peildatum", "2025-12-31");
        assertThat(browser.page().select("code").text()).isNotEqualTo(today);
        browser.press("Stel vast");
        assertThat(browser.page().select("#melding").text()).contains("Vastgelegd als regel 8");
        assertThat(browser.text()).contains("31 december 2025");
    }

    @Test
    void an_auditor_goes_from_an_entry_to_what_proves_it() {
        secretary("/journaal/5/corrigeren")
                .press("Bekijk het gevolg", "als.ingangsdatum", "2025-01-15", "reden", "eerder")
                .press("Leg vast");
        Browser browser =
                new Browser(STANDALONE.address())
                        .open(page("/acties/1"))
                        .logIn(STANDALONE, "auditor")
                        .follow("Journaal");
        assertThat(browser.page().select("ol.regels > li")).hasSize(6);
        browser.press("Toon", "regel", "5");
        assertThat(browser.page().select("dl code").text()).matches("[0-9a-f]{64}");
        assertThat(browser.text())
                .contains("Gecorrigeerd", "(eerst vastgelegd als 1 februari 2025)", "Regel 6");
        assertThat(browser.page().select("ol.regels > li").text())
                .startsWith("Regel 5 (deze regel)")
                .contains("Regel 6");
        String hash = browser.page().select("dl code").text();
        browser.follow("Toon de precieze bytes");
        assertThat(browser.text()).contains("geeft de hash die is vastgelegd");
        assertThat(browser.page().select("p.melding code").text()).isEqualTo(hash);
        assertThat(browser.page().select("pre").getFirst().wholeText().lines()).hasSize(13);
        browser.open(page("/journaal/5"));
        browser.follow("Regel 6").follow("Regel 5").follow("Wat deze regel veranderde");
        assertThat(browser.status()).isEqualTo(200);

        browser.open(page("/journaal")).follow("Controle en bewijs").follow("Controleer nu");
        assertThat(browser.page().select("#uitslag").text()).startsWith("In orde: 6 regels");
        browser.follow("Van het hele journaal (zip)");
        assertThat(browser.status()).isEqualTo(200);
        browser.open(page("/bewijs")).follow("Lees en controleer de auditlog");
        assertThat(browser.page().select("ol.regels > li")).isNotEmpty();
        browser.follow("Controleer nu");
        assertThat(browser.page().select("#uitslag").text()).startsWith("In orde");
        browser.press("Kies", "soort", "PERSOON_GEWIST");
        assertThat(browser.text()).contains("0 regels");

        browser.open(page("/journaal")).press("Kies", "soort", "START", "actie", "1");
        assertThat(browser.page().select("ol.regels > li > a").eachText())
                .containsExactly("Regel 5");
        browser.press("Kies", "actie", "2");
        assertThat(browser.page().select("[role=status]").text()).startsWith("U ziet 0 regels");
        browser.open(page("/journaal/999999"));
        assertThat(browser.status()).isEqualTo(404);
    }

    @Test
    void a_page_that_needs_a_login_leads_there_and_back() {
        Browser browser = new Browser(STANDALONE.address()).open(page("/journaal"));
        assertThat(browser.page().select("input[name=wachtwoord]")).hasSize(1);
        browser.press(
                "Inloggen", "naam", "auditor", "wachtwoord", STANDALONE.secret("auditor.password"));
        assertThat(browser.at().getPath()).isEqualTo(page("/journaal"));
    }
}
