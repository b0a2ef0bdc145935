package nl.peildatum.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.peildatum.api.ProblemKind;
import nl.peildatum.portal.cut.StatusCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

    private static final String[] A_BROWSER = {
        "Accept", "text/html,application/xhtml+xml,*/*;q=0.8"
    };
    private static final String P = "/programmas/p";
    private static final String API = "/api/v1/programmas/p";
    private static final String CUT =
            """
            "peildatum":"2025-11-30","bekendTot":98,"bekendOp":"2026-11-23T23:30:00Z\"""";
    private static final String PROGRAMME =
            """
            {"programma":"p","naam":"Samen tegen <i>mensenhandel</i>","startjaar":2024,
             "eindjaar":2027,"uitgevers":["Ministerie <b>"],"status":"VASTGESTELD","versie":1,%s}"""
                    .formatted(CUT);
    private static final String DASHBOARD =
            """
            {"programma":"p","naam":"Samen tegen <i>mensenhandel</i>",%s,
             "totaal":{"acties":44,"afgerond":13,"inUitvoering":20,"inUitvoeringVertraging":5,"doorlopend":5,"nogNietGestart":1},
             "actielijnen":[
              {"nummer":1,"titel":"Creëren van brede bewustwording","aantallen":{"acties":9,"afgerond":4,"inUitvoering":3,"inUitvoeringVertraging":0,"doorlopend":2,"nogNietGestart":0}},
              {"nummer":null,"titel":null,"aantallen":{"acties":1,"afgerond":0,"inUitvoering":1,"inUitvoeringVertraging":0,"doorlopend":0,"nogNietGestart":0}}],
             "nietOpgenomen":[{"actie":"31","reden":"gaan pas van start in 2026"}],
             "vervallen":[{"actie":"7","reden":null}],"nietVastgelegd":2}"""
                    .formatted(CUT);
    private static final String ACTION =
            """
            {"actie":"24","gerapporteerdAls":"24","titel":"Opvang <script>","actielijn":3,"volgorde":1,
             "status":"IN_UITVOERING_VERTRAGING","statusSinds":"2026-01-10","openingsstand":false,
             "opgenomen":true,"uitvoeringsjaren":[2025,2026],"toelichting":"Een.\\n\\nTwee.",
             "reden":"de pilots liepen uit","verwachteAfronding":"2027-03-31",
             "verbanden":[{"soort":"VOLGT_OP","actie":"22"}],"versie":3,"redenNietOpgenomen":null,%s}"""
                    .formatted(CUT);

    private static Side query;
    private static RunningPortal portal;

    private final Map<String, String> answers = new TreeMap<>();

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
        answers.clear();
        answers.put(
                "/api/v1/programmas",
                "{\"programmas\":[" + PROGRAMME + "],\"totaal\":1,\"pagina\":1}");
        answers.put(API, PROGRAMME);
        answers.put(API + "/dashboard", DASHBOARD);
        answers.put(
                API + "/momenten",
                "{\"rapportages\":[\"2025-11-30\"],\"veranderingen\":[\"2026-01-10\",\"2025-11-30\"]}");
        answers.put(
                API + "/acties",
                "{"
                        + CUT
                        + ",\"acties\":["
                        + ACTION
                        + "],\"totaal\":1,\"pagina\":1,\"paginagrootte\":100}");
        answers.put(API + "/acties/24", ACTION);
        answers.put(
                API + "/acties/24/statusverloop",
                """
                {"perioden":[{"status":"IN_UITVOERING","van":"2025-11-30","totEnMet":"2026-01-09","journaalnummer":55},
                 {"status":"IN_UITVOERING_VERTRAGING","van":"2026-01-10","totEnMet":null,"journaalnummer":99}]}""");
        answers.put(
                API + "/acties/24/historie",
                """
                {"regels":[{"journaalnummer":99,"soort":"VERTRAGING","ingangsdatum":"2026-01-20","ingangsdatumNu":"2026-01-10",
                 "geregistreerdOp":"2026-11-23T23:30:00Z","laatDagen":317,"bron":"brief","zin":"Actie 24 ging.","geldt":true},
                 {"journaalnummer":100,"soort":"HERVATTING","ingangsdatum":"2026-02-01","ingangsdatumNu":"2026-02-01",
                 "geregistreerdOp":"2026-11-24T10:00:00Z","laatDagen":0,"bron":null,"zin":"Ingetrokken.","geldt":false},
                 {"journaalnummer":103,"soort":"CORRECTIE","geregistreerdOp":"2026-11-24T11:00:00Z","zin":"Regel 99 is gecorrigeerd.",
                 "toelichting":"Zo **stond** het.","geldt":true,"verwijstNaar":99}],"totaal":3}""");
        query.forget();
        query.answers(
                (exchange, asked) -> {
                    String found = answers.get(asked.target().replaceFirst("\\?.*", ""));
                    (found == null
                                    ? Side.json(404, "{\"detail\":\"Dat is er niet.\"}")
                                    : Side.json(
                                            found.startsWith("!400") ? 400 : 200,
                                            found.replace("!400", "")))
                            .to(exchange, asked);
                });
    }

    // --- the counts

    @Test
    void the_page_shows_the_counts_of_every_line_and_their_total() throws Exception {
        String page = portal.get(P, A_BROWSER).body();

        assertThat(row(page, "1. Creëren van brede bewustwording"))
                .containsExactly("9", "4", "3", "0", "2", "0");
        assertThat(row(page, "Niet ingedeeld")).containsExactly("1", "0", "1", "0", "0", "0");
        assertThat(row(page, "Totaal")).containsExactly("44", "13", "20", "5", "5", "1");
        assertThat(page)
                .contains("In uitvoering, vertraging")
                .contains(
                        "44 acties: 13 afgerond, 20 in uitvoering, 5 met vertraging, 5 doorlopend en 1 nog niet gestart")
                .contains("Actie 31")
                .contains("gaan pas van start in 2026")
                .contains("Actie 7")
                .contains("geen reden vastgelegd")
                .contains("Van 2 acties is op deze dag nog niets vastgelegd");
    }

    @Test
    void every_number_but_zero_leads_to_the_actions_behind_it_on_the_same_cut() throws Exception {
        String page = portal.get(P + "?peildatum=2026-01-15&bekendTot=90").body();

        assertThat(page)
                .contains(
                        "href=\"/programmas/p/acties?telling=inUitvoering&amp;actielijn=1&amp;peildatum=2026-01-15&amp;bekendTot=90\"")
                .contains(
                        "href=\"/programmas/p/acties?telling=acties&amp;peildatum=2026-01-15&amp;bekendTot=90\"")
                .doesNotContain("telling=nogNietGestart&amp;actielijn=1&");
    }

    @Test
    void a_day_about_which_nothing_is_recorded_says_so_and_leads_to_the_first_that_is()
            throws Exception {
        answers.put(
                API + "/dashboard",
                """
                {"programma":"p","naam":"P","peildatum":"2025-11-29","bekendTot":98,"bekendOp":"2026-11-23T23:30:00Z",
                 "totaal":{"acties":0,"afgerond":0,"inUitvoering":0,"inUitvoeringVertraging":0,"doorlopend":0,"nogNietGestart":0},
                 "actielijnen":[],"nietOpgenomen":[],"vervallen":[],"nietVastgelegd":0}""");

        assertThat(portal.get(P + "?peildatum=2025-11-29").body())
                .contains("Over 29 november 2025 is niets vastgelegd.")
                .contains("De eerste stand is die van 30 november 2025.")
                .contains("href=\"/programmas/p?peildatum=2025-11-30\"");
    }

    // --- the cut

    @Test
    void the_page_tells_the_cut_in_amsterdam_time() throws Exception {
        assertThat(text(portal.get(P).body()))
                .contains("Stand op 30 november 2025")
                .contains("met alles wat op 24 november 2026 om 0.30 uur bekend was")
                .contains("Journaalregel 1 tot en met 98.");
    }

    @Test
    void the_date_that_was_chosen_is_asked_and_stays_in_the_form() throws Exception {
        portal.get(P + "?peildatum=2026-01-15");
        assertThat(asked("/dashboard")).isEqualTo(API + "/dashboard?peildatum=2026-01-15");

        answers.put(API + "/dashboard", DASHBOARD.replace("2025-11-30", "2026-01-15"));
        answers.put(
                API + "/verschillen",
                """
                {"van":{"peildatum":"2025-11-30","bekendTot":98},"tot":{"peildatum":"2026-01-15","bekendTot":98},
                 "tellingen":[{"onderdeel":"TOTAAL","titel":"Totaal","telling":"afgerond","van":12,"gecorrigeerd":0,"verplaatst":1,"toegetreden":0,"uitgetreden":0,"tot":13}],
                 "verplaatsingen":[{"actie":"24","zin":"Actie 24 ging.","journaalnummers":[99]}],
                 "toegetreden":[],"uitgetreden":[],"gecorrigeerd":[]}""");
        assertThat(portal.get(P + "?peildatum=2026-01-15").body())
                .contains("value=\"2026-01-15\"")
                .contains("Sinds 30 november 2025")
                .contains("<li>Actie 24 ging.</li>")
                .contains("1 erbij");
        assertThat(asked("/verschillen"))
                .isEqualTo(API + "/verschillen?van=2025-11-30&tot=2026-01-15&bekendTotTot=98");
    }

    @Test
    void a_date_as_people_type_it_is_understood() throws Exception {
        portal.get(P + "?peildatum=31-3-2026");
        assertThat(asked("/dashboard")).isEqualTo(API + "/dashboard?peildatum=2026-03-31");
    }

    @Test
    void without_a_date_the_query_side_decides() throws Exception {
        String page = portal.get(P).body();

        assertThat(asked("/dashboard")).isEqualTo(API + "/dashboard");
        assertThat(page).contains("value=\"2025-11-30\"");
    }

    @Test
    void one_steps_to_the_change_after_it_and_back_to_what_was_known_then() throws Exception {
        assertThat(portal.get(P + "?peildatum=2025-11-30").body())
                .contains("<a href=\"/programmas/p?peildatum=2026-01-10\">Volgende verandering</a>")
                .contains("<link rel=\"next\" href=\"/programmas/p?peildatum=2026-01-10\">")
                .doesNotContain("Vorige verandering")
                .contains(
                        "href=\"/programmas/p?peildatum=2025-11-30&amp;bekendOp=2025-11-30T23%3A59%3A59.999999%2B01%3A00\">Met wat toen bekend was")
                .contains(
                        "href=\"/programmas/p?peildatum=2025-11-30&amp;bekendTot=98\">Open de vaste verwijzing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/acties", "/acties/24", "/actielijnen/geen"})
    void every_link_of_a_page_keeps_its_cut(String path) throws Exception {
        String page = portal.get(P + path + "?peildatum=2025-11-30&bekendTot=98").body();
        String own = page.replaceFirst("(?s)<section class=\"snede\".*?</section>", "");

        assertThat(
                        Pattern.compile("href=\"(/programmas/p[^\"]*)\"")
                                .matcher(own)
                                .results()
                                .map(link -> link.group(1))
                                .filter(link -> !link.contains("peildatum=2026-01-10")))
                .isNotEmpty()
                .allSatisfy(
                        link ->
                                assertThat(link)
                                        .contains("peildatum=2025-11-30")
                                        .contains("bekendTot=98"));
    }

    // --- actions

    @Test
    void an_action_shows_its_status_its_periods_its_texts_and_its_entries() throws Exception {
        HttpResponse<String> answer = portal.get(P + "/acties/24?peildatum=2026-02-01");

        assertThat(text(answer.body()))
                .contains("In uitvoering, vertraging sinds 10 januari 2026.")
                .contains("Reden: de pilots liepen uit")
                .contains("Verwachte afronding: 31 maart 2027.")
                .contains(
                        "Over deze datum is later iets gecorrigeerd: tot journaalregel 103 stond hier 20"
                                + " januari 2026.")
                .contains("Zo stond het.")
                .contains("Volgt op Actie 22")
                .contains("Uitvoering in 2025, 2026.")
                .contains("Regel 99")
                .contains(
                        "Geldt vanaf 10 januari 2026. Vastgelegd op 24 november 2026. Bron: brief.")
                .contains("Laat vastgelegd")
                .contains("Gecorrigeerd");
        assertThat(answer.body())
                .containsPattern("<p dir=\"auto\">\\s*Een\\.\\s*</p>")
                .containsPattern("<p dir=\"auto\">\\s*Twee\\.\\s*</p>")
                .contains("<s>Ingetrokken.</s>")
                .contains("Geldt niet meer");
    }

    @Test
    void an_action_that_is_not_there_yet_says_so_and_its_list_too() throws Exception {
        String notYet =
                """
                {"actie":"24","gerapporteerdAls":null,"titel":null,"actielijn":null,"volgorde":null,"status":null,
                 "statusLabel":null,"statusSinds":null,"openingsstand":null,"opgenomen":null,"uitvoeringsjaren":[],
                 "toelichting":null,"reden":null,"verwachteAfronding":null,"verbanden":[],"versie":0,
                 "redenNietOpgenomen":null,%s}"""
                        .formatted(CUT);
        answers.put(API + "/acties/24", notYet);
        answers.put(API + "/acties/24/statusverloop", "{\"perioden\":[]}");
        answers.put(API + "/acties/24/historie", "{\"regels\":[],\"totaal\":0}");
        answers.put(
                API + "/acties",
                "{" + CUT + ",\"acties\":[" + notYet + "],\"totaal\":1,\"pagina\":1}");

        HttpResponse<String> page = portal.get(P + "/acties/24?peildatum=2025-11-29");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Op 30 november 2025 was over actie 24 nog niets vastgelegd.")
                .contains("<h1 dir=\"auto\">Actie 24</h1>");
        assertThat(portal.get(P + "/acties?peildatum=2025-11-29").body())
                .contains("Actie 24")
                .contains("Was er op deze dag nog niet")
                .contains("Niet vastgelegd");
    }

    @Test
    void the_list_asks_what_its_address_says_and_each_choice_can_be_taken_away() throws Exception {
        String page =
                portal.get(
                                P
                                        + "/acties?telling=afgerond&actielijn=1&zoek=op+vang&peildatum=2025-11-30")
                        .body();

        assertThat(asked("/acties?"))
                .isEqualTo(
                        API
                                + "/acties?actielijn=1&telling=afgerond&zoek=op%20vang&paginagrootte=100&peildatum=2025-11-30");
        assertThat(page)
                .contains("1 van de 44 acties")
                .contains(
                        "href=\"/programmas/p/acties?telling=afgerond&amp;zoek=op%20vang&amp;peildatum=2025-11-30\"")
                .contains(
                        "href=\"/programmas/p/acties?actielijn=1&amp;telling=afgerond&amp;peildatum=2025-11-30\"")
                .contains("value=\"op vang\"");
    }

    // --- what others wrote, and what goes wrong

    @ParameterizedTest
    @ValueSource(strings = {"", "/acties", "/acties/24"})
    void text_from_outside_is_text(String path) throws Exception {
        HttpResponse<String> page =
                portal.get(P + path + "?peildatum=%22%3E%3Cscript%3E&zoek=%22%3E%3Cscript%3E");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .doesNotContain("<script>")
                .doesNotContain("<i>mensenhandel")
                .doesNotContain("Ministerie <b>")
                .contains("Ministerie &lt;b&gt;");
    }

    @Test
    void a_date_that_is_refused_is_told_in_the_words_of_the_interface_at_its_field()
            throws Exception {
        answers.put(
                API + "/dashboard",
                "!400{\"detail\":\"d\",\"fouten\":[{\"veld\":\"peildatum\",\"melding\":\"Geef een"
                        + " datum.\"}]}");

        HttpResponse<String> page = portal.get(P + "?peildatum=gisteren");

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body())
                .contains("<p class=\"fout\" id=\"peildatum-fout\">Geef een datum.</p>")
                .contains("aria-invalid=\"true\"")
                .contains("<details open>")
                .contains("Stand op 30 november 2025");
    }

    @Test
    void what_is_not_there_is_told_on_a_page_of_its_programme() throws Exception {
        HttpResponse<String> page = portal.get(P + "/acties/99");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body())
                .contains("<h1>Niet gevonden</h1>")
                .contains("Dat is er niet.")
                .contains("Stand op 30 november 2025");
        assertThat(portal.get("/programmas/q").statusCode()).isEqualTo(404);
    }

    @Test
    void the_front_page_leads_to_the_only_programme_and_lists_more_than_one() throws Exception {
        HttpResponse<String> only = portal.get("/");
        assertThat(only.statusCode()).isEqualTo(302);
        assertThat(only.headers().firstValue("Location")).contains(P);
        assertThat(portal.get("/?peildatum=2025-11-30").headers().firstValue("Location"))
                .contains(P + "?peildatum=2025-11-30");

        answers.put(
                "/api/v1/programmas",
                "{\"programmas\":["
                        + PROGRAMME
                        + ","
                        + PROGRAMME.replace("\"p\"", "\"q\"")
                        + "],\"totaal\":120,\"pagina\":1}");
        assertThat(portal.get("/").body())
                .contains("href=\"/programmas/p\"")
                .contains("href=\"/programmas/q\"")
                .contains("2024 tot en met 2027")
                .contains("href=\"/?pagina=2\"");
    }

    @Test
    void without_programmes_the_page_says_so() throws Exception {
        answers.put("/api/v1/programmas", "{\"programmas\":[],\"totaal\":0,\"pagina\":1}");

        assertThat(portal.get("/").body()).contains("Er is nog geen programma vastgelegd");
    }

    @Test
    void a_query_side_that_is_down_is_told_on_the_page() throws Exception {
        URI nobody;
        try (Side gone = Side.saying("")) {
            nobody = gone.address();
        }
        try (RunningPortal alone = new RunningPortal(nobody, nobody)) {
            for (String path : List.of("/", P)) {
                HttpResponse<String> page = alone.get(path, A_BROWSER);

                assertThat(page.statusCode()).isEqualTo(503);
                assertThat(page.headers().firstValue("Retry-After")).isPresent();
                assertThat(page.headers().firstValue("Content-Type"))
                        .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
                assertThat(page.body())
                        .contains("niet bereikbaar")
                        .contains("role=\"alert\"")
                        .doesNotContain("Exception");
            }
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
    void every_kind_of_problem_has_the_page_that_it_leads_to() throws Exception {
        for (ProblemKind kind : ProblemKind.values()) {
            String address = kind.help().replaceFirst("^<([^>]+)>.*", "$1");
            assertThat(portal.get(address).body())
                    .contains("<h1>" + kind.title() + "</h1>")
                    .contains(kind.type().toString());
            assertThat(portal.get("/problemen").body()).contains("href=\"" + address + "\"");
        }
        assertThat(portal.get("/problemen/onbekend").statusCode()).isEqualTo(404);
    }

    // --- downloads

    @Test
    void the_overview_is_taken_along_by_extension_under_a_name_that_says_its_cut()
            throws Exception {
        answers.put(API + "/monitoringsoverzicht", "de inhoud");

        HttpResponse<String> file = portal.get(P + "/overzicht.csv?peildatum=2025-11-30");

        assertThat(file.body()).isEqualTo("de inhoud");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"p_2025-11-30_t-m-regel-98.csv\"");
        assertThat(query.last().target())
                .isEqualTo(API + "/monitoringsoverzicht?peildatum=2025-11-30&bekendTot=98");
        assertThat(query.last().headers().getFirst("Accept")).isEqualTo("text/csv");
        assertThat(portal.get(P + "/overzicht.html").headers().firstValue("Content-Disposition"))
                .isEmpty();
        assertThat(portal.get(P + "/overzicht.exe", A_BROWSER).statusCode()).isEqualTo(404);
    }

    // --- every page

    @Test
    void a_page_that_one_has_already_is_not_sent_again_until_it_reads_otherwise() throws Exception {
        String tag = portal.get(P).headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = portal.get(P, "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("ETag")).contains(tag);
        assertThat(again.headers().firstValue("Cache-Control")).contains("no-cache");

        answers.put(API + "/dashboard", DASHBOARD.replace("\"acties\":44", "\"acties\":45"));
        assertThat(portal.get(P, "If-None-Match", tag).statusCode()).isEqualTo(200);
        assertThat(portal.get(P + "/acties/99", "If-None-Match", "*").statusCode()).isEqualTo(404);
    }

    @Test
    void pages_and_what_they_load_go_compressed_and_answers_of_the_interface_as_they_come()
            throws Exception {
        String page = portal.get(P).body();
        Matcher assets =
                Pattern.compile("href=\"(/uiterlijk/[^\"]+\\.(?:css|svg))\"").matcher(page);
        assertThat(encoding(P)).contains("gzip");
        int found = 0;
        while (assets.find()) {
            if (assets.group(1).endsWith("css")) {
                assertThat(encoding(assets.group(1))).contains("gzip");
                found++;
            }
        }
        assertThat(found).isEqualTo(2);
        answers.put(API + "/veel", "{\"veel\":\"" + "x".repeat(10_000) + "\"}");
        assertThat(encoding(API + "/veel")).isEmpty();
    }

    private static Optional<String> encoding(String path) throws Exception {
        return portal.get(path, "Accept-Encoding", "gzip", "Accept", "text/html")
                .headers()
                .firstValue("Content-Encoding");
    }

    @Test
    void a_page_loads_nothing_from_another_host_and_is_framed_by_nobody() throws Exception {
        for (String path : List.of(P, P + "/acties", P + "/acties/24", "/bestaat-niet")) {
            HttpResponse<String> page = portal.get(path, A_BROWSER);
            assertThat(page.headers().allValues("Content-Security-Policy"))
                    .singleElement()
                    .asString()
                    .contains("default-src 'self'")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(page.headers().allValues("X-Content-Type-Options"))
                    .containsExactly("nosniff");
            assertThat(page.headers().firstValue("Referrer-Policy")).isPresent();
            assertThat(page.body())
                    .doesNotContainPattern("(?:src|href|action)=\"(?:https?:)?//")
                    .doesNotContain("style=\"")
                    .doesNotContain("<style")
                    .doesNotContain("<script");
            assertThat(page.body()).contains("<html lang=\"nl\"");
        }
    }

    @Test
    void everything_a_page_refers_to_is_there_and_may_be_kept_for_ever() throws Exception {
        String page = portal.get(P).body();
        List<String> links =
                Pattern.compile("<link[^>]+href=\"(/uiterlijk/[^\"]+)\"")
                        .matcher(page)
                        .results()
                        .map(link -> link.group(1))
                        .toList();
        List<String> fonts =
                Pattern.compile("url\\((/uiterlijk/[^)]+)\\)")
                        .matcher(portal.get(links.getLast()).body())
                        .results()
                        .map(font -> font.group(1))
                        .toList();

        assertThat(links).hasSize(4);
        assertThat(fonts).hasSize(2);
        assertThat(Stream.of(links, fonts).flatMap(List::stream))
                .allSatisfy(
                        link -> {
                            HttpResponse<String> asset = portal.get(link);
                            assertThat(asset.statusCode()).as(link).isEqualTo(200);
                            assertThat(asset.headers().firstValue("Cache-Control"))
                                    .hasValueSatisfying(c -> assertThat(c).contains("immutable"));
                        });
        assertThat(portal.get("/uiterlijk/peildatum.css").statusCode()).isEqualTo(404);
    }

    @Test
    void every_status_and_every_refusal_has_its_words() {
        ResourceBundle words = words();

        for (StatusCode status : StatusCode.values()) {
            assertThat(words.getString("status." + status)).isNotBlank();
        }
        for (ProblemKind kind :
                List.of(
                        ProblemKind.BAD_ADDRESS,
                        ProblemKind.UNKNOWN,
                        ProblemKind.TOO_LARGE,
                        ProblemKind.UNAVAILABLE,
                        ProblemKind.BROKEN)) {
            assertThat(words.getString("weigering." + kind)).isNotBlank();
        }
    }

    /** What is in a template besides tags and code is left of its words: nothing. */
    @Test
    void no_word_stands_in_a_template() throws Exception {
        try (Stream<Path> templates = Files.list(Path.of("src/main/jte"))) {
            assertThat(templates)
                    .isNotEmpty()
                    .allSatisfy(
                            template -> {
                                String left =
                                        Files.readString(template, StandardCharsets.UTF_8)
                                                .replaceAll("(?m)^@(import|param).*$", "")
                                                .replaceAll("\\$\\{(?:[^{}\"]|\"[^\"]*\")*}", "")
                                                .replaceAll(
                                                        "@(if|elseif|for)\\((?:[^()\"]|\"[^\"]*\"|\\((?:[^()\"]|\"[^\"]*\"|\\((?:[^()\"]|\"[^\"]*\")*\\))*\\))*\\)",
                                                        "")
                                                .replaceAll("@(else|endif|endfor)", "")
                                                .replaceAll(
                                                        "@template\\.[a-z]+\\((?:[^()\"]|\"[^\"]*\"|\\((?:[^()\"]|\"[^\"]*\"|\\((?:[^()\"]|\"[^\"]*\")*\\))*\\))*\\)",
                                                        "")
                                                .replaceAll("<[^>]*>", "")
                                                .replaceAll("&[a-z]+;", "");
                                assertThat(left).as("%s", template).doesNotContainPattern("\\p{L}");
                            });
        }
    }

    @Test
    void every_word_that_is_asked_for_is_there_and_none_that_nobody_asks_for() throws Exception {
        TreeSet<String> asked = new TreeSet<>();
        for (String root : List.of("src/main/jte", "src/main/java")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Matcher keys =
                            Pattern.compile("\"([a-z]+(?:\\.[A-Za-z_]+)+)\\.?\"")
                                    .matcher(Files.readString(file, StandardCharsets.UTF_8));
                    keys.results().map(key -> key.group(1)).forEach(asked::add);
                }
            }
        }
        ResourceBundle words = words();
        assertThat(words.keySet())
                .allSatisfy(
                        key ->
                                assertThat(
                                                asked.contains(key)
                                                        || asked.contains(
                                                                key.replaceFirst("\\.een$", ""))
                                                        || key.matches(
                                                                "(status|status\\.zin|status\\.uitleg|verband|weigering|verloop)\\.[A-Za-z_]+"))
                                        .as(key)
                                        .isTrue());
    }

    @Test
    void health_is_told() throws Exception {
        assertThat(portal.get("/actuator/health").body()).contains("\"status\":\"UP\"");
        assertThat(portal.get("/actuator/env").statusCode()).isEqualTo(404);
    }

    private static ResourceBundle words() {
        return ResourceBundle.getBundle("portal-messages", Locale.of("nl"));
    }

    /** The last question of which the address goes on like this after the programme. */
    private static String asked(String path) {
        return query.asked().stream()
                .map(Side.Asked::target)
                .filter(target -> target.startsWith(API + path))
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    /** What a page says, without its tags. */
    private static String text(String page) {
        return page.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").replace(" .", ".");
    }

    private static List<String> row(String page, String heading) {
        String flat = page.replaceAll("\\s+", " ");
        Matcher row =
                Pattern.compile(
                                "<th scope=\"row\">(?:<a [^>]*>)?"
                                        + Pattern.quote(heading)
                                        + "(?:</a>)?</th>(.*?)</tr>")
                        .matcher(flat);
        assertThat(row.find()).as(heading).isTrue();
        return Pattern.compile("<td class=\"getallen\">(?:<a [^>]*>)?(\\d+)")
                .matcher(row.group(1))
                .results()
                .map(cell -> cell.group(1))
                .toList();
    }
}
