package nl.peildatum.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.peildatum.portal.counts.StatusColumn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PagesTest {

    private static final String[] A_BROWSER = {
        "Accept", "text/html,application/xhtml+xml,*/*;q=0.8"
    };

    private static final String PROGRAMMES =
            """
            {"programmas":[{"programma":"p","naam":"Samen tegen <i>mensenhandel</i>"}],"totaal":1}""";

    private static final String DASHBOARD =
            """
            {"programma":"p","naam":"Samen tegen <i>mensenhandel</i>","peildatum":"2025-11-30",
             "bekendTot":98,"bekendOp":"2026-11-23T23:30:00.123456Z","later":"erbij",
             "totaal":{"acties":44,"afgerond":13,"inUitvoering":20,"inUitvoeringVertraging":5,"doorlopend":5,"nogNietGestart":1},
             "actielijnen":[
              {"nummer":1,"titel":"Creëren van brede bewustwording","aantallen":{"acties":9,"afgerond":4,"inUitvoering":3,"inUitvoeringVertraging":0,"doorlopend":2,"nogNietGestart":0}},
              {"nummer":null,"titel":null,"aantallen":{"acties":1,"afgerond":0,"inUitvoering":1,"inUitvoeringVertraging":0,"doorlopend":0,"nogNietGestart":0}}],
             "nietOpgenomen":[{"actie":"31","reden":"gaan pas van start in 2026"}],
             "vervallen":[{"actie":"7","reden":null}],"nietVastgelegd":2}""";

    private static Side query;
    private static RunningPortal portal;

    @BeforeAll
    static void start() {
        query = Side.saying("{}");
        portal = new RunningPortal(URI.create("http://127.0.0.1:1"), query.address());
    }

    @AfterAll
    static void stop() {
        portal.close();
        query.close();
    }

    @BeforeEach
    void answer() {
        query.forget();
        query.answers(
                (exchange, asked) ->
                        Side.json(
                                        200,
                                        asked.target().contains("/dashboard")
                                                ? DASHBOARD
                                                : PROGRAMMES)
                                .to(exchange, asked));
    }

    @Test
    void the_page_shows_the_counts_of_every_line_and_their_total() throws Exception {
        String page = portal.get("/", A_BROWSER).body();

        assertThat(row(page, "1. Creëren van brede bewustwording"))
                .containsExactly("9", "4", "3", "0", "2", "0");
        assertThat(row(page, "Niet ingedeeld")).containsExactly("1", "0", "1", "0", "0", "0");
        assertThat(row(page, "Totaal")).containsExactly("44", "13", "20", "5", "5", "1");
        assertThat(page)
                .contains("In uitvoering, vertraging")
                .contains("Actie 31")
                .contains("gaan pas van start in 2026")
                .contains("Actie 7")
                .contains("geen reden vastgelegd")
                .contains("Van 2 acties is op deze peildatum nog niets vastgelegd");
    }

    @Test
    void the_page_tells_the_cut_in_amsterdam_time() throws Exception {
        assertThat(portal.get("/").body())
                .contains("Stand op 30 november 2025.")
                .contains("journaalnummer 98")
                .contains("24 november 2026 om 00:30:00");
    }

    @Test
    void the_date_that_was_chosen_is_asked_and_stays_in_the_form() throws Exception {
        String page = portal.get("/?peildatum=2026-01-15").body();

        assertThat(query.last().target())
                .isEqualTo("/api/v1/programmas/p/dashboard?peildatum=2026-01-15");
        assertThat(page).contains("value=\"2026-01-15\"");
    }

    @Test
    void without_a_date_the_query_side_decides() throws Exception {
        String page = portal.get("/").body();

        assertThat(query.last().target()).isEqualTo("/api/v1/programmas/p/dashboard");
        assertThat(page).contains("value=\"2025-11-30\"");
    }

    @Test
    void text_from_outside_is_text() throws Exception {
        HttpResponse<String> page = portal.get("/?peildatum=%22%3E%3Cscript%3E");

        assertThat(page.body())
                .doesNotContain("<script>")
                .doesNotContain("<i>mensenhandel")
                .contains("&lt;i&gt;mensenhandel");
    }

    @Test
    void a_date_that_is_refused_is_told_in_the_words_of_the_interface() throws Exception {
        query.answers(
                (exchange, asked) ->
                        (asked.target().contains("/dashboard")
                                        ? Side.json(
                                                400,
                                                "{\"detail\":\"d\",\"fouten\":[{\"veld\":\"peildatum\",\"melding\":\"Geef"
                                                        + " een datum.\"}]}")
                                        : Side.json(200, PROGRAMMES))
                                .to(exchange, asked));

        HttpResponse<String> page = portal.get("/?peildatum=gisteren");

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("Geef een datum.").contains("aria-invalid=\"true\"");
    }

    @Test
    void without_programmes_the_page_says_so() throws Exception {
        query.answers(Side.json(200, "{\"programmas\":[]}"));

        assertThat(portal.get("/").body()).contains("Er is nog geen programma vastgelegd");
    }

    @Test
    void a_query_side_that_is_down_is_told_on_the_page() throws Exception {
        URI nobody;
        try (Side gone = Side.saying("")) {
            nobody = gone.address();
        }
        try (RunningPortal alone = new RunningPortal(nobody, nobody)) {
            HttpResponse<String> page = alone.get("/", A_BROWSER);

            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
            assertThat(page.body())
                    .contains("niet bereikbaar")
                    .contains("role=\"alert\"")
                    .doesNotContain("Exception");
        }
    }

    @Test
    void an_unknown_address_is_a_page_for_people_and_a_problem_for_programs() throws Exception {
        HttpResponse<String> page = portal.get("/bestaat-niet", A_BROWSER);
        HttpResponse<String> problem = portal.get("/bestaat-niet");
        HttpResponse<String> api = portal.get("/api/v2", A_BROWSER);

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("<h1>Niet gevonden</h1>").doesNotContain("Exception");
        assertThat(problem.statusCode()).isEqualTo(404);
        assertThat(problem.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(api.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void a_page_loads_nothing_from_another_host_and_is_framed_by_nobody() throws Exception {
        for (String path : List.of("/", "/bestaat-niet")) {
            HttpResponse<String> page = portal.get(path, A_BROWSER);
            assertThat(page.headers().allValues("Content-Security-Policy"))
                    .singleElement()
                    .asString()
                    .contains("default-src 'self'")
                    .contains("frame-ancestors 'none'");
            assertThat(page.headers().allValues("X-Content-Type-Options"))
                    .containsExactly("nosniff");
            assertThat(page.headers().firstValue("Referrer-Policy")).isPresent();
            assertThat(page.body())
                    .doesNotContainPattern("(?:src|href|action)=\"(?:https?:)?//")
                    .doesNotContain("style=\"");
            assertThat(page.body()).contains("<html lang=\"nl\"");
        }
    }

    @Test
    void everything_a_page_refers_to_is_there() throws Exception {
        Matcher links =
                Pattern.compile("<link[^>]+href=\"([^\"]+)\"").matcher(portal.get("/").body());

        assertThat(links.results().map(link -> link.group(1)).toList())
                .hasSize(3)
                .allSatisfy(
                        link -> assertThat(portal.get(link).statusCode()).as(link).isEqualTo(200));
    }

    @Test
    void every_status_and_every_refusal_has_its_words() {
        ResourceBundle words =
                ResourceBundle.getBundle("portal-messages", java.util.Locale.of("nl"));

        for (StatusColumn status : StatusColumn.values()) {
            assertThat(words.getString("status." + status)).isNotBlank();
        }
        for (String kind :
                List.of("BAD_ADDRESS", "UNKNOWN", "TOO_LARGE", "UNAVAILABLE", "BROKEN")) {
            assertThat(words.getString("weigering." + kind)).isNotBlank();
        }
    }

    @Test
    void health_is_told() throws Exception {
        assertThat(portal.get("/actuator/health").body()).contains("\"status\":\"UP\"");
        assertThat(portal.get("/actuator/env").statusCode()).isEqualTo(404);
    }

    private static List<String> row(String page, String heading) {
        int from = page.indexOf(">" + heading + "</th>");
        assertThat(from).as(heading).isPositive();
        String row = page.substring(from, page.indexOf("</tr>", from));
        return Pattern.compile("<span>(\\d+)</span>")
                .matcher(row)
                .results()
                .map(cell -> cell.group(1))
                .toList();
    }
}
