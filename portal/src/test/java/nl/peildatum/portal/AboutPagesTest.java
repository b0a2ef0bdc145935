package nl.peildatum.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pages that are about no programme. */
class AboutPagesTest {

    private static final String[] A_BROWSER = {"Accept", "text/html"};
    private static final Path TEXTS = Path.of("src/main/resources/nl/peildatum/portal/about");
    private static final int WORDS = 20;
    private static final int STEPS = 5;
    private static final String STATEMENT =
            """
            organisatie=Gemeente <Voorbeeldstad>
            adres=https://cijfers.voorbeeldstad.example
            status=B
            onderzoek.datum=2026-11-01
            onderzoek.wijze=Onderzocht door een ander bureau.
            contact.mail=help@voorbeeldstad.example
            ondertekend.naam=A. de Vries
            ondertekend.datum=2026-11-15
            afwijking.1=De figuur is niet te vergroten
            afwijking.1.oorzaak=Een fout in het sjabloon
            afwijking.1.gevolg=Wie vergroot, ziet een deel niet
            afwijking.1.maatregel=De tabel ernaast gebruiken
            afwijking.1.datum=2027-02-01
            """;

    @TempDir private static Path folder;
    private static String document;
    private static Side query;
    private static RunningPortal portal;

    @BeforeAll
    static void start() throws Exception {
        document = Files.readString(Path.of("../docs/openapi.json"), StandardCharsets.UTF_8);
        query = Side.saying(document);
        portal =
                new RunningPortal(
                        URI.create("http://127.0.0.1:1"),
                        query.address(),
                        "--peildatum.toegankelijkheid=" + folder.resolve("verklaring"));
    }

    @AfterAll
    static void stop() {
        portal.close();
        query.close();
    }

    // --- words

    static Stream<String> everything_that_is_said() throws Exception {
        ResourceBundle words = ResourceBundle.getBundle("portal-messages", Locale.of("nl"));
        List<String> all = new ArrayList<>(words.keySet().stream().map(words::getString).toList());
        try (Stream<Path> files = Files.list(TEXTS)) {
            for (Path file : files.toList()) {
                all.addAll(Files.readAllLines(file, StandardCharsets.UTF_8));
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("everything_that_is_said")
    void a_sentence_has_few_words(String text) {
        assertThat(text.split("(?<=[.?!:;]) "))
                .allSatisfy(
                        sentence ->
                                assertThat(sentence.strip().split("\\s+"))
                                        .as(sentence)
                                        .hasSizeLessThanOrEqualTo(WORDS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lezer", "auditor", "secretariaat", "beheerder"})
    void help_is_a_task_under_each_heading_in_few_steps(String reader) throws Exception {
        String page = get("/hulp/" + reader);
        String[] tasks = page.split("<h2 ");
        assertThat(tasks).hasSizeGreaterThan(4);
        for (String task : List.of(tasks).subList(1, tasks.length)) {
            String steps = task.substring(task.indexOf("<ol"), task.indexOf("</ol>"));
            assertThat(steps.split("<li", -1).length - 1).as(task).isBetween(2, STEPS);
        }
    }

    @Test
    void every_page_leads_to_them_and_the_bar_to_the_words() throws Exception {
        String footer = get("/privacy").replaceFirst("(?s).*<footer", "");
        for (String address : List.of("/toegankelijkheid", "/hulp", "/privacy", "/interface")) {
            assertThat(footer).contains("href=\"" + address + "\"");
            assertThat(portal.get(address, A_BROWSER).statusCode()).isEqualTo(200);
        }
        String words = get("/hulp/woorden");
        String bar = Files.readString(Path.of("src/main/jte/snede.jte"), StandardCharsets.UTF_8);
        List<String> explained =
                Pattern.compile("href=\"/hulp/woorden#([a-z-]+)\"")
                        .matcher(bar)
                        .results()
                        .map(found -> found.group(1))
                        .toList();
        assertThat(explained).contains("peildatum", "bekend-op", "openingsstand", "journaalregel");
        assertThat(explained).allSatisfy(word -> assertThat(words).contains("id=\"" + word + "\""));
    }

    // --- accessibility

    @Test
    void a_statement_that_is_not_filled_in_says_so_and_what_is_missing() throws Exception {
        Files.deleteIfExists(folder.resolve("verklaring"));
        assertThat(get("/toegankelijkheid"))
                .contains("Dit is nog geen toegankelijkheidsverklaring")
                .contains("<code>organisatie</code>")
                .doesNotContain("Nationale ombudsman");

        fill(STATEMENT.replace("2027-02-01", "binnenkort").replace("status=B", "status=goed"));
        assertThat(get("/toegankelijkheid"))
                .contains("Dit is nog geen toegankelijkheidsverklaring")
                .contains("<code>status</code>", "<code>afwijking.1.datum</code>")
                .doesNotContain("<code>organisatie</code>");

        fill("organisatie=\\u00zz");
        assertThat(get("/toegankelijkheid")).contains("<code>organisatie</code>");
    }

    @Test
    void a_statement_that_is_filled_in_tells_what_conforms_and_what_does_not() throws Exception {
        fill(STATEMENT);
        assertThat(get("/toegankelijkheid"))
                .doesNotContain("nog geen toegankelijkheidsverklaring")
                .contains("Gemeente &lt;Voorbeeldstad&gt;")
                .contains("voldoet gedeeltelijk")
                .contains("1 november 2026")
                .contains("<h3>De figuur is niet te vergroten</h3>")
                .contains("Een fout in het sjabloon", "De tabel ernaast gebruiken")
                .contains("1 februari 2027")
                .contains("href=\"mailto:help@voorbeeldstad.example\"")
                .contains("Nationale ombudsman");
    }

    // --- the interface

    @Test
    void all_that_can_be_asked_is_listed_and_has_a_page() throws Exception {
        String all = get("/interface");
        JsonNode paths = JsonMapper.shared().readTree(document).path("paths");
        int found = 0;
        for (String path : paths.propertyNames()) {
            for (String method : paths.path(path).propertyNames()) {
                JsonNode operation = paths.path(path).path(method);
                if (!operation.has("operationId")) {
                    continue;
                }
                String address = "/interface/" + operation.path("operationId").asString();
                assertThat(all).contains("href=\"" + address + "\"");
                String page = get(address);
                assertThat(page)
                        .contains(method.toUpperCase(Locale.ROOT) + " /api/v1" + path)
                        .contains(html(operation.path("summary").asString()));
                for (String status : operation.path("responses").propertyNames()) {
                    assertThat(page).contains("<h3>" + status + "</h3>");
                }
                found++;
            }
        }
        assertThat(found).isGreaterThan(40);
    }

    @Test
    void a_request_shows_what_it_takes_and_what_it_answers() throws Exception {
        assertThat(get("/interface/stelActielijnVast"))
                .contains("secretariaat")
                .doesNotContain("iedereen, waar")
                .contains("<code>Idempotency-Key</code> <span class=\"stil\">header</span>")
                .contains("<code>programma</code> <span class=\"stil\">path</span>")
                .contains("<code>langeTitel</code> <span class=\"stil\">verplicht</span>")
                .contains("De titel van het hoofdstuk.")
                .contains("Gegevens delen met buurlanden")
                .contains("\"journaalnummer\"")
                .contains("href=\"/problemen/conflict\"");
        assertThat(get("/interface/vraagActielijnen")).contains("iedereen, waar");
        assertThat(portal.get("/interface/bestaatNiet", A_BROWSER).statusCode()).isEqualTo(404);
    }

    private static void fill(String text) throws Exception {
        Files.writeString(folder.resolve("verklaring"), text, StandardCharsets.UTF_8);
    }

    private static String get(String address) throws Exception {
        return portal.get(address, A_BROWSER).body();
    }

    private static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
