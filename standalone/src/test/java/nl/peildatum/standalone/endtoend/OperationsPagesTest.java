package nl.peildatum.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.peildatum.standalone.RunningStandalone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OperationsPagesTest {

    private static final RunningStandalone STANDALONE = RunningStandalone.start();
    private static final String PROGRAMME = "beheerd";
    private static final String API = "/api/v1/programmas";
    private static final String SECRET = "Jan Jansen was erbij";

    @AfterAll
    static void stop() {
        STANDALONE.close();
    }

    /** Entries 3 and 4 have the same text, entry 5 another. */
    @BeforeAll
    static void records() {
        Visitor secretary = new Visitor(STANDALONE.address(), STANDALONE.token("secretariaat"));
        Map<String, Object> programme =
                Map.of("programma", PROGRAMME, "naam", "P", "startjaar", 2024, "eindjaar", 2028);
        assertThat(secretary.post(API, programme).status()).isEqualTo(201);
        String actions = API + "/" + PROGRAMME + "/acties";
        Map<String, Object> action = Map.of("actie", "1", "titel", "A", "opgenomen", true);
        assertThat(secretary.post(actions, action).status()).isEqualTo(201);
        for (String text : List.of(SECRET, "Iets anders", SECRET)) {
            assertThat(
                            secretary
                                    .post(actions + "/1/toelichtingen", Map.of("toelichting", text))
                                    .status())
                    .isEqualTo(201);
        }
    }

    private static Browser administrator() {
        return new Browser(STANDALONE.address())
                .open("/beheer")
                .press(
                        "Inloggen",
                        "naam",
                        "beheerder",
                        "wachtwoord",
                        STANDALONE.secret("beheerder.password"));
    }

    @Test
    void how_each_part_is_stands_there_in_words() {
        Browser browser = administrator();
        assertThat(browser.page().select("tr:has(th:matchesOwn(^Vastleggen$)) td").text())
                .isEqualTo("werkt");
        assertThat(browser.page().select("tr:has(th:contains(bijwerken)) td").text())
                .isEqualTo("werkt Alles is bijgewerkt tot en met de laatste regel.");
        assertThat(browser.page().select("nav a[aria-current=page]").text()).isEqualTo("Beheer");
    }

    @Test
    void texts_are_erased_after_it_was_seen_where_they_stand_besides() {
        Browser browser = administrator().follow("Teksten wissen");
        browser.press("Bekijk het gevolg", "regel", "drie");
        assertThat(browser.status()).isEqualTo(400);
        assertThat(browser.page().select("#fouten a").eachAttr("href")).contains("#regel");

        browser.press(
                "Bekijk het gevolg", "programma", PROGRAMME, "regel", "3", "reden", "een naam");
        assertThat(browser.page().select("section.kader").text())
                .contains("De teksten van regel 3", "Teksten van regel 5 wissen")
                .doesNotContain("regel 4");
        assertThat(browser.text()).contains("komt nooit meer terug");
        assertThat(shown()).contains(SECRET);

        browser.press("Wis voorgoed", "regel", "4");
        assertThat(browser.page().select("section.kader").text())
                .contains("De teksten van regel 4");
        browser.press("Bekijk het gevolg opnieuw", "regel", "3").press("Wis voorgoed");
        assertThat(browser.page().select("#melding").text())
                .isEqualTo(
                        "De teksten van regel 3 van ‘" + PROGRAMME + "’ zijn gewist, met regel 6.");
        browser.follow("Teksten van regel 5 wissen");
        assertThat(browser.page().select("#regel").attr("value")).isEqualTo("5");
        browser.press("Bekijk het gevolg", "reden", "een naam").press("Wis voorgoed");
        assertThat(browser.page().select("#melding").text()).contains("met regel 7");
        assertThat(shown()).doesNotContain(SECRET).contains("Iets anders");

        browser.open("/beheer/teksten-wissen?programma=" + PROGRAMME + "&regel=5");
        browser.press("Bekijk het gevolg", "reden", "nog eens");
        assertThat(browser.status()).isEqualTo(409);
    }

    private static String shown() {
        return new Browser(STANDALONE.address())
                .open("/programmas/" + PROGRAMME + "/acties/1")
                .page()
                .html();
    }

    @Test
    void a_name_is_erased_after_it_was_said_what_that_does_and_stands_in_no_address() {
        new Browser(STANDALONE.address())
                .open("/programmas/" + PROGRAMME)
                .logIn(STANDALONE, "lezer");
        Browser browser = administrator();
        assertThat(browser.page().select("tr:has(td:containsOwn(lezer)) th").text())
                .contains("Lezer");
        browser.press("Naam wissen Lezer van deze Peildatum");
        assertThat(browser.text()).contains("persoon gewist", "komt nooit meer terug");
        assertThat(browser.page().select("#subject").attr("value")).isEqualTo("lezer");

        browser.press("Wis de naam voorgoed");
        assertThat(browser.page().select("#melding").text()).isEqualTo("De naam is gewist.");
        assertThat(browser.page().select("tr:has(td:containsOwn(lezer))").text())
                .contains("geen naam", "gewist op");
        assertThat(browser.visited()).noneMatch(address -> address.toString().contains("subject"));
    }

    @Test
    void another_key_takes_over_once_for_what_was_seen() {
        Browser browser = administrator();
        List<String> before = browser.page().select("li code").eachText();
        browser.follow("Andere sleutel");
        assertThat(browser.page().select("p code").text()).isEqualTo(before.getFirst());
        browser.press("Neem de nieuwe sleutel");
        assertThat(browser.status()).isEqualTo(400);
        String sent = browser.filledIn("Neem de nieuwe sleutel", "reden", "jaarlijks");
        browser.post("/beheer/andere-sleutel", sent);
        assertThat(browser.page().select("#melding").text()).contains("nieuwe sleutel");
        List<String> after = browser.page().select("li code").eachText();
        assertThat(after).hasSize(before.size() + 1).endsWith(before.toArray(String[]::new));

        browser.post("/beheer/andere-sleutel", sent);
        assertThat(browser.status()).isEqualTo(409);
        assertThat(browser.open("/beheer").page().select("li code").eachText()).isEqualTo(after);
    }

    @Test
    void nobody_else_sees_any_of_it() {
        Browser browser =
                new Browser(STANDALONE.address())
                        .open("/programmas/" + PROGRAMME)
                        .logIn(STANDALONE, "secretariaat");
        assertThat(browser.page().select("nav").text()).doesNotContain("Beheer");
        for (String page :
                List.of(
                        "",
                        "/teksten-wissen",
                        "/teksten-gewist?programma=p&regel=1&als=2",
                        "/naam-wissen",
                        "/andere-sleutel")) {
            assertThat(browser.open("/beheer" + page).status()).as(page).isEqualTo(403);
        }
    }
}
