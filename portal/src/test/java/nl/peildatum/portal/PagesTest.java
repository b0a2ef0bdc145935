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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
             "verbanden":[{"soort":"VOLGT_OP","actie":"22"}],"versie":3,"redenNietOpgenomen":null,
             "perioden":[{"status":"IN_UITVOERING","van":"2025-11-30","totEnMet":"2026-01-09","journaalnummer":55},
              {"status":"IN_UITVOERING_VERTRAGING","van":"2026-01-10","totEnMet":null,"journaalnummer":99}],%s}"""
                    .formatted(CUT);

    private static final String OVERVIEW =
            """
            {%s,"actielijnen":[
             {"nummer":1,"titel":"Kort","langeTitel":"Lang <b>","inleiding":null,"doelenInleiding":null,"doelen":["Een doel"],
              "effectenInleiding":null,"effecten":[],
              "aantallen":{"acties":2,"afgerond":0,"inUitvoering":2,"inUitvoeringVertraging":0,"doorlopend":0,"nogNietGestart":0},
              "blokken":[{"gerapporteerdAls":"3/4","acties":[{"actie":"3"},{"actie":"4"}],"titel":"Samen <b>","status":"IN_UITVOERING",
               "uitvoeringsjaren":[2025],"toelichting":"Zo **gaat** het."}]},
             {"nummer":2,"titel":"Twee","langeTitel":"Twee","inleiding":null,"doelenInleiding":null,"doelen":[],
              "effectenInleiding":null,"effecten":[],
              "aantallen":{"acties":0,"afgerond":0,"inUitvoering":0,"inUitvoeringVertraging":0,"doorlopend":0,"nogNietGestart":0},"blokken":[]}]}"""
                    .formatted(CUT);

    /** 24 was corrected and moved after that, 25 moved to another line, 26 joined and 27 left. */
    private static final String DIFFERENCE =
            """
            {"van":{"peildatum":"2025-11-30","bekendTot":98,"bekendOp":"2026-11-23T23:30:00Z"},
             "tot":{"peildatum":"2026-01-15","bekendTot":99,"bekendOp":"2026-11-24T23:30:00Z"},
             "tellingen":[
              {"onderdeel":"TOTAAL","titel":"Totaal","telling":"acties","van":40,"gecorrigeerd":0,"verplaatst":0,"toegetreden":1,"uitgetreden":-1,"tot":40},
              {"onderdeel":"TOTAAL","titel":"Totaal","telling":"afgerond","van":12,"gecorrigeerd":0,"verplaatst":1,"toegetreden":0,"uitgetreden":0,"tot":13},
              {"onderdeel":"TOTAAL","titel":"Totaal","telling":"inUitvoering","van":20,"gecorrigeerd":-1,"verplaatst":0,"toegetreden":0,"uitgetreden":-1,"tot":18},
              {"onderdeel":"TOTAAL","titel":"Totaal","telling":"inUitvoeringVertraging","van":5,"gecorrigeerd":1,"verplaatst":-1,"toegetreden":0,"uitgetreden":0,"tot":5},
              {"onderdeel":"TOTAAL","titel":"Totaal","telling":"doorlopend","van":3,"gecorrigeerd":0,"verplaatst":0,"toegetreden":0,"uitgetreden":0,"tot":3},
              {"onderdeel":"TOTAAL","titel":"Totaal","telling":"nogNietGestart","van":0,"gecorrigeerd":0,"verplaatst":0,"toegetreden":1,"uitgetreden":0,"tot":1},
              {"onderdeel":"ACTIELIJN","actielijn":3,"titel":"Drie <b>","telling":"acties","van":7,"gecorrigeerd":0,"verplaatst":0,"toegetreden":0,"uitgetreden":0,"tot":7}],
             "verplaatsingen":[
              {"actie":"24","wat":"STATUS","van":"IN_UITVOERING_VERTRAGING","naar":"AFGEROND","zin":"Actie 24 ging.","journaalnummers":[99],
               "telde":{"status":"IN_UITVOERING_VERTRAGING","actielijn":3},"telt":{"status":"AFGEROND","actielijn":3}},
              {"actie":"25","wat":"ACTIELIJN","van":1,"naar":3,"zin":"=Actie 25 ging.","journaalnummers":[],
               "telde":{"status":"DOORLOPEND","actielijn":1},"telt":{"status":"DOORLOPEND","actielijn":3}}],
             "toegetreden":[{"actie":"26","zin":"Actie 26 kwam.","journaalnummers":[98],"telde":null,"telt":{"status":"NOG_NIET_GESTART","actielijn":null}}],
             "uitgetreden":[{"actie":"27","zin":"Actie 27 ging weg.","journaalnummers":[97],"telde":{"status":"IN_UITVOERING","actielijn":3},"telt":null}],
             "gecorrigeerd":[{"actie":"24","wat":"STATUS","zin":"Actie 24 was al vertraagd.","journaalnummers":[96],
               "telde":{"status":"IN_UITVOERING","actielijn":3},"telt":{"status":"IN_UITVOERING_VERTRAGING","actielijn":3}}]}""";

    private static final String REPORT =
            """
            {"programma":"p","peildatum":"2025-11-30","status":"VASTGESTELD","titel":"November","journaalnummer":97,
             "geregistreerdOp":"2026-11-24T12:00:00Z","reden":null,"bekendTot":98,"vorm":"overzicht/1","digest":"ab",
             "reproduceert":true,"gewijzigdSindsVaststelling":[],"voorstel":null,"eerdere":[]}""";

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
                """
                {"programma":"p","naam":"Samen tegen <i>mensenhandel</i>","uitgevers":["Ministerie <b>"],%s,
                 "rapportages":["2025-11-30"],"veranderingen":["2025-11-30","2026-01-10"],
                 "vaststellingen":[{"peildatum":"2025-11-30","bekendTot":98,"journaalnummer":97,"geregistreerdOp":"2026-11-24T12:00:00Z"}]}"""
                        .formatted(CUT));
        answers.put(
                API + "/acties",
                "{"
                        + CUT
                        + ",\"acties\":["
                        + ACTION
                        + "],\"totaal\":1,\"pagina\":1,\"paginagrootte\":100}");
        answers.put(API + "/acties/24", ACTION);
        answers.put(
                API + "/acties/24/historie",
                """
                {"regels":[{"journaalnummer":99,"soort":"VERTRAGING","naar":"IN_UITVOERING_VERTRAGING","ingangsdatum":"2026-01-20","ingangsdatumNu":"2026-01-10",
                 "geregistreerdOp":"2026-11-23T23:30:00Z","laatDagen":317,"bron":"brief","zin":"Actie 24 ging.","geldt":true},
                 {"journaalnummer":100,"soort":"HERVATTING","ingangsdatum":"2026-02-01","ingangsdatumNu":"2026-02-01",
                 "geregistreerdOp":"2026-11-26T10:00:00Z","laatDagen":0,"bron":null,"zin":"Ingetrokken.","geldt":false},
                 {"journaalnummer":103,"soort":"CORRECTIE","geregistreerdOp":"2026-11-24T11:00:00Z","zin":"Regel 99 is gecorrigeerd.",
                 "toelichting":"Zo **stond** het.","geldt":true,"verwijstNaar":99}],"totaal":3}""");
        answers.put(API + "/monitoringsoverzicht", OVERVIEW);
        answers.put(API + "/verschillen", DIFFERENCE);
        answers.put(
                API + "/verloop",
                """
                {"van":"2025-10-31","tot":"2026-01-31","bekendTot":98,"bekendOp":"2026-11-23T23:30:00Z","punten":[
                 {"peildatum":"2025-10-31","totaal":{"acties":0,"afgerond":0,"inUitvoering":0,"inUitvoeringVertraging":0,"doorlopend":0,"nogNietGestart":0},"actielijnen":[],"nietVastgelegd":47},
                 {"peildatum":"2026-01-31","totaal":{"acties":44,"afgerond":13,"inUitvoering":20,"inUitvoeringVertraging":5,"doorlopend":5,"nogNietGestart":1},
                  "actielijnen":[
                   {"nummer":1,"titel":"Eén <b>","aantallen":{"acties":4,"afgerond":1,"inUitvoering":3,"inUitvoeringVertraging":0,"doorlopend":0,"nogNietGestart":0}},
                   {"nummer":2,"titel":"Twee","aantallen":{"acties":2,"afgerond":0,"inUitvoering":0,"inUitvoeringVertraging":0,"doorlopend":2,"nogNietGestart":0}}],
                  "nietVastgelegd":0}]}""");
        answers.put(API + "/rapportages", "{" + CUT + ",\"rapportages\":[" + REPORT + "]}");
        answers.put(API + "/rapportages/2025-11-30", REPORT);
        answers.put(
                API + "/signalen",
                "{"
                        + CUT
                        + """
                        ,"signalen":[{"signaal":"vertraging-24-op-60","soort":"VERTRAGING_NIET_IN_STATUS","acties":["24"],
                         "reden":"Dit past niet.","journaalnummers":[60],"beoordeling":null}],"totaal":1,"pagina":1,"paginagrootte":50}""");
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

    @Test
    void a_cut_on_which_nothing_was_known_leads_to_the_first_that_was() throws Exception {
        answers.put(
                API + "/dashboard",
                """
                {"programma":"p","naam":"P","peildatum":"2025-11-30","bekendTot":0,"bekendOp":null,
                 "totaal":{"acties":0,"afgerond":0,"inUitvoering":0,"inUitvoeringVertraging":0,"doorlopend":0,"nogNietGestart":0},
                 "actielijnen":[],"nietOpgenomen":[],"vervallen":[],"nietVastgelegd":0}""");
        answers.put(
                API,
                "{\"bekendTot\":1,\"bekendOp\":\"2026-11-23T23:30:00Z\",\"handeling\":{\"van\":1,\"totEnMet\":97}}");

        assertThat(portal.get(P + "?peildatum=2025-11-30&bekendOp=2025-12-01T00:00").body())
                .contains("Op 30 november 2025 was hier nog niets vastgelegd.")
                .contains(
                        "href=\"/programmas/p?peildatum=2025-11-30&amp;bekendTot=97\">De eerste kennis is van 24 november 2026.");
        assertThat(query.asked()).hasSizeLessThanOrEqualTo(3);
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
                        "href=\"/programmas/p?peildatum=2025-11-30&amp;bekendTot=98\">Met wat toen bekend was")
                .contains(
                        "href=\"/programmas/p?peildatum=2025-11-30&amp;bekendTot=98\">Open de vaste verwijzing");
    }

    @Test
    void
            what_was_known_then_is_what_the_report_of_that_day_knew_and_else_what_was_known_at_its_end()
                    throws Exception {
        assertThat(portal.get(P + "?peildatum=2025-11-30&bekendTot=98").body())
                .contains("<strong>Met wat toen bekend was</strong>")
                .contains("Rapportage vastgesteld op 24 november 2026 om 13.00 uur.")
                .contains("href=\"/programmas/p?peildatum=2025-11-30\">Met wat nu bekend is");

        answers.put(API + "/dashboard", DASHBOARD.replace("2025-11-30", "2026-01-15"));
        assertThat(portal.get(P + "?peildatum=2026-01-15").body())
                .contains("<strong>Met wat nu bekend is</strong>")
                .contains(
                        "href=\"/programmas/p?peildatum=2026-01-15&amp;bekendOp=2026-01-15T23%3A59%3A59.999999%2B01%3A00\">Met wat toen bekend was");
    }

    @Test
    void the_chooser_takes_dutch_time_or_an_entry_and_sends_along_what_else_the_page_asks()
            throws Exception {
        String page =
                portal.get(
                                P
                                        + "/acties?telling=afgerond&peildatum=2025-11-30&bekendOp=2026-07-01T12:30")
                        .body();

        assertThat(asked("/acties?")).contains("bekendOp=2026-07-01T12%3A30%3A00%2B02%3A00");
        assertThat(page)
                .contains("name=\"bekendOp\" value=\"2026-07-01T12:30:00.000\"")
                .contains("<input type=\"hidden\" name=\"telling\" value=\"afgerond\">")
                .contains("action=\"/programmas/p/acties\"");
        portal.get(P + "/acties?bekendOp=&bekendTot=97&peildatum=");
        assertThat(asked("/acties?")).endsWith("&bekendTot=97").doesNotContain("bekendOp");
    }

    @Test
    void the_fixed_reference_is_a_sentence_with_the_whole_address() throws Exception {
        assertThat(portal.get(P + "/acties?peildatum=2025-11-30").body())
                .contains(
                        "stand op 30 november 2025, met alles wat op 24 november 2026 om 0.30 uur bekend was. http://localhost:"
                                + portal.port()
                                + "/programmas/p/acties?peildatum=2025-11-30&amp;bekendTot=98");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?peildatum=2026-01-15",
                "/acties",
                "/acties?sorteer=status&zoek=x",
                "/acties/24",
                "/actielijnen/1",
                "/actielijnen/geen",
                "/veranderingen",
                "/verloop",
                "/verloop?stap=maand&van=1990-01-01",
                "/rapportages",
                "/rapportages/2025-11-30",
                "/signalen"
            })
    void a_page_asks_three_questions_at_most(String path) throws Exception {
        if (path.contains("2026-01-15")) {
            answers.put(API + "/dashboard", DASHBOARD.replace("2025-11-30", "2026-01-15"));
        }
        assertThat(portal.get(P + path).statusCode()).isEqualTo(200);
        assertThat(query.asked()).extracting(Side.Asked::target).hasSizeBetween(2, 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/acties",
                "/acties/24",
                "/actielijnen/1",
                "/actielijnen/geen",
                "/verloop",
                "/rapportages",
                "/signalen",
                "/acties/99"
            })
    void every_link_of_a_page_keeps_its_cut(String path) throws Exception {
        String page = portal.get(P + path + "?peildatum=2025-11-30&bekendTot=98").body();
        String own = page.replaceFirst("(?s)<section class=\"snede\".*?</section>", "");

        assertThat(
                        Pattern.compile("href=\"(/programmas/p[^\"]*)\"")
                                .matcher(own)
                                .results()
                                .map(link -> link.group(1))
                                .filter(link -> !link.matches(".*peildatum=20(26-01|25-10).*")))
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
                                + "/acties?actielijn=1&telling=afgerond&zoek=op%20vang&paginagrootte=100&perioden=true&peildatum=2025-11-30");
        assertThat(page)
                .contains("1 van de 44 acties")
                .contains(
                        "href=\"/programmas/p/acties?telling=afgerond&amp;zoek=op%20vang&amp;peildatum=2025-11-30\"")
                .contains(
                        "href=\"/programmas/p/acties?actielijn=1&amp;telling=afgerond&amp;peildatum=2025-11-30\"")
                .contains("value=\"op vang\"");
    }

    @Test
    void the_list_is_sorted_and_filtered_by_the_interface_and_shows_each_course_small()
            throws Exception {
        String page =
                portal.get(P + "/acties?sorteer=status&afrondingVoorbij=true&pagina=1").body();

        assertThat(asked("/acties?"))
                .isEqualTo(
                        API
                                + "/acties?afrondingVoorbij=true&sorteer=status&pagina=1&paginagrootte=100&perioden=true");
        assertThat(page)
                .contains("href=\"/programmas/p/acties?sorteer=status\">Weghalen")
                .contains(
                        "<a href=\"/programmas/p/acties?afrondingVoorbij=true&amp;sorteer=status\" aria-current=\"true\">Status</a>")
                .contains(
                        "<a href=\"/programmas/p/acties?afrondingVoorbij=true\">Volgorde van de publicatie</a>")
                .contains("Telt mee (44)")
                .contains(
                        "<title>In uitvoering vanaf 30 november 2025, In uitvoering, vertraging vanaf 10 januari 2026</title>");
        assertThat(page.split("class=\"strook mini\"", -1)).hasSize(2);
    }

    @Test
    void the_list_is_a_file_with_every_page_of_exactly_that_list_on_one_cut() throws Exception {
        answers.put(
                API + "/acties",
                "{"
                        + CUT
                        + ",\"acties\":["
                        + ACTION
                        + ","
                        + ACTION.replace("Opvang <script>", "=1+1, \\\"zei\\\"")
                        + "],\"totaal\":4,\"pagina\":1}");

        HttpResponse<String> file =
                portal.get(P + "/acties.csv?telling=afgerond&sorteer=nummer&peildatum=2025-11-30");

        assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"p_acties_2025-11-30_t-m-regel-98.csv\"");
        assertThat(file.body().lines())
                .hasSize(5)
                .startsWith(
                        "\"programma\",\"peildatum\",\"bekendTot\",\"bekendOp\",\"actie\",\"gerapporteerdAls\",\"titel\",\"actielijn\",\"status\",\"statusSinds\",\"opgenomen\",\"verwachteAfronding\"",
                        "\"p\",\"2025-11-30\",\"98\",\"2026-11-23T23:30:00Z\",\"24\",\"24\",\"Opvang <script>\",\"3\",\"IN_UITVOERING_VERTRAGING\",\"2026-01-10\",\"true\",\"2027-03-31\"")
                .anyMatch(line -> line.contains(",\"'=1+1, \"\"zei\"\"\","));
        assertThat(asked("/acties?"))
                .isEqualTo(
                        API
                                + "/acties?telling=afgerond&sorteer=nummer&pagina=2&paginagrootte=200&peildatum=2025-11-30&bekendTot=98");
    }

    @Test
    void an_action_shows_in_two_times_what_was_late_corrected_and_retracted() throws Exception {
        String page = portal.get(P + "/acties/24?peildatum=2026-02-01").body();

        assertThat(page)
                .contains("class=\"assen\"")
                .contains(
                        "Voor 2 regels: vanaf wanneer zij gelden en wanneer zij zijn vastgelegd.");
        assertThat(page.split("class=\"weg\"", -1)).hasSize(3);
        assertThat(text(page)).contains("99 10 januari 2026 20 januari 2026 24 november 2026 317");
        assertThat(text(page)).contains("Regel 103 Correctie Regel 99 is gecorrigeerd.");

        String few = portal.get(P + "/acties/24?regels=status&peildatum=2026-02-01").body();
        assertThat(few)
                .contains("<strong>Alleen status</strong>")
                .contains("id=\"regel-99\"")
                .doesNotContain("id=\"regel-103\"");
    }

    @Test
    void an_earlier_explanation_shows_which_words_went_and_which_came() throws Exception {
        answers.put(
                API + "/acties/24/historie",
                """
                {"regels":[
                 {"journaalnummer":55,"soort":"OPENINGSSTAND","naar":"IN_UITVOERING","ingangsdatum":"2025-11-30","ingangsdatumNu":"2025-11-30",
                  "geregistreerdOp":"2026-11-23T23:30:00Z","laatDagen":359,"toelichting":"Een. Drie <b>","bron":"b","zin":"z","geldt":true},
                 {"journaalnummer":60,"soort":"TOELICHTING","ingangsdatum":"2026-01-05","ingangsdatumNu":"2026-01-05",
                  "geregistreerdOp":"2026-11-25T23:30:00Z","laatDagen":324,"toelichting":"Een.\\n\\nTwee.","zin":"z","geldt":true},
                 {"journaalnummer":61,"soort":"TOELICHTING","ingangsdatum":"2026-05-05","ingangsdatumNu":"2026-05-05",
                  "geregistreerdOp":"2026-11-25T23:30:00Z","laatDagen":204,"toelichting":"Later.","zin":"z","geldt":true}],"totaal":3}""");

        answers.put(
                API + "/acties/24",
                ACTION.replace("2025-11-30\",\"bekendTot", "2026-02-01\",\"bekendTot"));
        String page = portal.get(P + "/acties/24?peildatum=2026-02-01").body();

        assertThat(page)
                .contains("Deze toelichting geldt sinds 5 januari 2026.")
                .contains("1 eerdere toelichting<")
                .contains(
                        "<p class=\"verschil\" dir=\"auto\">Een. <del>Drie &lt;b&gt; </del><ins>Twee.</ins></p>")
                .contains("Uit publicatie");
        assertThat(page.split("Laat vastgelegd", -1)).hasSize(3);
    }

    @Test
    void a_line_is_its_chapter_with_blocks_and_leads_to_the_one_before_and_after()
            throws Exception {
        String page = portal.get(P + "/actielijnen/1?peildatum=2025-11-30").body();

        assertThat(page)
                .contains("<h1 dir=\"auto\">Lang &lt;b&gt;</h1>")
                .contains("<p class=\"voor\">Actie 3/4</p>")
                .contains("<h3 dir=\"auto\">Samen &lt;b&gt;</h3>")
                .contains("<a href=\"/programmas/p/acties/3?peildatum=2025-11-30\">Actie 3</a>")
                .contains("<a href=\"/programmas/p/acties/4?peildatum=2025-11-30\">Actie 4</a>")
                .contains("Zo <strong>gaat</strong> het.")
                .contains(
                        "href=\"/programmas/p/actielijnen/2?peildatum=2025-11-30\">Volgende: Actielijn 2")
                .doesNotContain("Vorige:");
        assertThat(portal.get(P + "/actielijnen/2").body()).contains("Vorige: Actielijn 1");
        assertThat(portal.get(P + "/actielijnen/9").statusCode()).isEqualTo(404);
        answers.put(
                API + "/actielijnen/9", "{\"nummer\":9,\"titel\":null,\"doelen\":[]," + CUT + "}");
        assertThat(portal.get(P + "/actielijnen/9").body())
                .contains("<h1 dir=\"auto\">Actielijn 9</h1>")
                .contains("Op 30 november 2025 was over deze actielijn nog niets vastgelegd.");
    }

    // --- what changed, and how it went

    @Test
    void a_comparison_adds_up_from_status_to_status() throws Exception {
        String page = portal.get(P + "/veranderingen?van=2025-11-30&peildatum=2026-01-15").body();
        String matrix = page.replaceFirst("(?s).*<caption>(.*?)</table>.*", "$1");

        assertThat(cells(matrix, "In uitvoering"))
                .containsExactly("1", "18", "·0", "·0", "·0", "1", "20");
        assertThat(cells(matrix, "In uitvoering, vertraging"))
                .containsExactly("·0", "·0", "5", "·0", "·0", "·0", "5");
        assertThat(cells(matrix, "Niet in de telling"))
                .containsExactly("·0", "·0", "·0", "·0", "1", "–", "–");
        assertThat(cells(matrix, "Werd")).containsExactly("13", "18", "5", "3", "1", "–", "");
        assertThat(page)
                .contains("href=\"#van-in-uitvoering-naar-afgerond\"")
                .contains("<li id=\"van-in-uitvoering-naar-afgerond\">")
                .contains("4 veranderingen en 1 correctie.")
                .contains("<h3>Actielijn 3, Drie &lt;b&gt;</h3>")
                .contains("<h3>Niet ingedeeld</h3>")
                .contains("name=\"bekendOpVan\"")
                .contains("name=\"bekendTotVan\"");
    }

    @Test
    void what_changed_is_a_file_with_a_row_for_each_sentence() throws Exception {
        HttpResponse<String> file =
                portal.get(P + "/veranderingen.csv?van=2025-11-30&bekendTotVan=97&tot=15-1-2026");

        assertThat(asked("/verschillen"))
                .isEqualTo(API + "/verschillen?van=2025-11-30&tot=2026-01-15&bekendTotVan=97");
        assertThat(file.body().lines())
                .hasSize(6)
                .anyMatch(
                        line ->
                                line.endsWith(
                                        "\"2025-11-30\",\"98\",\"toegetreden\",\"26\",\"\",\"\",\"NOG_NIET_GESTART\",\"\",\"Actie 26 kwam.\",\"98\""))
                .anyMatch(line -> line.contains("\"'=Actie 25 ging.\""));
    }

    @Test
    void the_course_is_columns_that_lead_to_their_day_and_hatched_where_nothing_is_recorded()
            throws Exception {
        String page = portal.get(P + "/verloop?bekendTot=98").body();

        assertThat(page.split("class=\"kolommen\"", -1)).hasSize(4);
        assertThat(page.split("<rect class=\"niet-vastgelegd\"", -1)).hasSize(4);
        assertThat(page)
                .contains("<p>Actielijn 1, Eén &lt;b&gt;</p>")
                // three of the four that the fullest line has, on one of them
                .contains(
                        "<rect class=\"afgerond\" x=\"55.0%\" y=\"85\" width=\"40.0%\" height=\"20\"/>")
                .contains(
                        "<rect class=\"in-uitvoering\" x=\"55.0%\" y=\"17\" width=\"40.0%\" height=\"66\"/>")
                .contains(
                        "<a href=\"/programmas/p?peildatum=2026-01-31&amp;bekendTot=98\" tabindex=\"-1\" aria-label=\"31 januari 2026: 44 acties: 13 afgerond")
                .contains("aria-label=\"31 oktober 2025: Niet vastgelegd\"");
        assertThat(portal.get(P + "/verloop.csv?stap=jaar&bekendTot=98").body().lines())
                .containsExactly(
                        "\"programma\",\"peildatum\",\"bekendTot\",\"bekendOp\",\"dag\",\"acties\",\"afgerond\",\"inUitvoering\",\"inUitvoeringVertraging\",\"doorlopend\",\"nogNietGestart\"",
                        "\"p\",\"2026-01-31\",\"98\",\"2026-11-23T23:30:00Z\",\"2025-10-31\",\"\",\"\",\"\",\"\",\"\",\"\"",
                        "\"p\",\"2026-01-31\",\"98\",\"2026-11-23T23:30:00Z\",\"2026-01-31\",\"44\",\"13\",\"20\",\"5\",\"5\",\"1\"");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-01, 2026-11-30, , maand",
        "2025-01-01, 2026-12-01, , kwartaal",
        "2025-01-01, 2027-01-01, , kwartaal",
        "2025-01-01, 2027-01-01, maand, kwartaal",
        "2025-01-01, 2027-01-01, jaar, jaar",
        "2025-01-01, 2026-01-01, onzin, maand",
        "2020-01-01, 2026-01-01, maand, jaar",
        "1990-01-01, 2026-01-01, , jaar"
    })
    void the_step_grows_until_the_columns_fit(
            String from, String until, @Nullable String step, String taken) throws Exception {
        String page =
                portal.get(
                                P
                                        + "/verloop?van="
                                        + from
                                        + "&peildatum="
                                        + until
                                        + (step == null ? "" : "&stap=" + step))
                        .body();
        assertThat(asked("/verloop")).contains("stap=" + taken);
        assertThat(page.contains("Kies een kortere tijd"))
                .isEqualTo(step != null && !step.equals(taken));
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
    void an_entry_that_is_refused_is_told_at_its_own_field() throws Exception {
        answers.put(
                API + "/verschillen",
                "!400{\"detail\":\"d\",\"fouten\":[{\"veld\":\"bekendTotTot\",\"melding\":\"Zo ver is het journaal niet.\"}]}");

        HttpResponse<String> page = portal.get(P + "/veranderingen?bekendTot=999");

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body())
                .contains(
                        "<p class=\"fout\" id=\"bekendTot-fout\">Zo ver is het journaal niet.</p>")
                .doesNotContain("id=\"peildatum-fout\"");
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
                    .doesNotContainPattern(
                            "<script(?! type=\"module\" src=\"/uiterlijk/peildatum\\.[0-9a-f]{12}\\.js\"></script>)");
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
                                                                "(onderdeel|gezondheid|gezondheid\\.wat|auditsoort|beheer\\.gedaan|teksten\\.mis|status|status\\.zin|status\\.uitleg|verband|weigering|verloop|rol|zet|soort|wat|veld)\\.[A-Za-z_]+"))
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

    /** The cells of the row of a table that is called so. */
    private static List<String> cells(String table, String heading) {
        Matcher row =
                Pattern.compile("<th scope=\"row\">" + Pattern.quote(heading) + "</th>(.*?)</tr>")
                        .matcher(table.replaceAll("\\s+", " "));
        assertThat(row.find()).as(heading).isTrue();
        return Pattern.compile("<td[^>]*>(.*?)</td>")
                .matcher(row.group(1))
                .results()
                .map(cell -> cell.group(1).replaceAll("<[^>]*>", "").strip())
                .toList();
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
