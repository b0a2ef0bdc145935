package nl.peildatum.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import nl.peildatum.standalone.RunningStandalone;
import nl.peildatum.standalone.endtoend.Visitor.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The standalone on the real publication, from the dashboard to a change and back. */
class PublicationTest {

    private static final String PROGRAMME = "/api/v1/programmas/samen-tegen-mensenhandel";
    private static final List<String> COUNTS =
            List.of(
                    "acties",
                    "afgerond",
                    "inUitvoering",
                    "inUitvoeringVertraging",
                    "doorlopend",
                    "nogNietGestart");

    private final RunningStandalone standalone = RunningStandalone.shared();
    private final Visitor anyone = new Visitor(standalone.address(), null);
    private final Visitor secretariat =
            new Visitor(standalone.address(), standalone.token("secretariaat"));
    private final Visitor auditor = new Visitor(standalone.address(), standalone.token("auditor"));
    private final Visitor reader = new Visitor(standalone.address(), standalone.token("lezer"));

    @Test
    void the_dashboard_of_the_report_date_counts_as_printed() {
        JsonNode dashboard = anyone.get(PROGRAMME + "/dashboard?peildatum=2025-11-30").body();

        assertThat(counts(dashboard.get("totaal"))).containsExactly(44, 13, 20, 5, 5, 1);
        assertThat(lines(dashboard))
                .containsExactly(
                        "1 Creëren van brede bewustwording [9, 4, 3, 0, 2, 0]",
                        "2 Vergroten van de meldingsbereidheid [12, 7, 4, 0, 0, 1]",
                        "3 Betere bescherming en vaststelling van slachtofferschap [7, 1, 3, 2, 1, 0]",
                        "4 Verbeter (bovenregionale en regionale) samenwerking [10, 1, 7, 1, 1, 0]",
                        "5 Informatiedeling en gegevensverwerking [2, 0, 1, 1, 0, 0]",
                        "6 Versterken positie minderjarige slachtoffers [4, 0, 2, 1, 1, 0]");
        assertThat(dashboard.get("nietOpgenomen"))
                .extracting(row -> row.get("actie").asString() + ": " + row.get("reden").asString())
                .containsExactly(
                        "31: gaan pas van start in 2026",
                        "34: gaan pas van start in 2026",
                        "42: gaan pas van start in 2026");
        assertThat(dashboard.get("vervallen")).isEmpty();
        assertThat(dashboard.get("nietVastgelegd").asInt()).isZero();
    }

    @Test
    void nothing_is_claimed_about_the_day_before() {
        JsonNode dashboard = anyone.get(PROGRAMME + "/dashboard?peildatum=2025-11-29").body();

        assertThat(counts(dashboard.get("totaal"))).containsOnly(0);
        assertThat(dashboard.get("nietVastgelegd").asInt()).isEqualTo(47);
    }

    @Test
    void every_block_reads_as_published() {
        JsonNode found =
                anyone.get(PROGRAMME + "/acties?peildatum=2025-11-30&paginagrootte=200").body();
        ObjectNode actions = new JsonMapper().createObjectNode();
        found.get("acties").forEach(action -> actions.set(action.get("actie").asString(), action));

        assertThat(found.get("totaal").asInt()).isEqualTo(47);
        assertThat(
                        actions.valueStream()
                                .filter(action -> action.get("opgenomen").asBoolean())
                                .map(
                                        action ->
                                                action.get("gerapporteerdAls").asString()
                                                        + action.get("titel"))
                                .distinct())
                .hasSize(43);
        assertThat(List.of(actions.get("3"), actions.get("4")))
                .allSatisfy(
                        action -> {
                            assertThat(action.get("gerapporteerdAls").asString()).isEqualTo("3/4");
                            assertThat(action.get("status").asString()).isEqualTo("IN_UITVOERING");
                        });
        JsonNode extra = actions.get("extra-1");
        assertThat(extra.get("titel").asString())
                .isEqualTo(
                        "Pilot preventie ronselen slachtoffers mensenhandel bij beschermd en begeleid wonen");
        assertThat(extra.get("uitvoeringsjaren"))
                .extracting(JsonNode::asInt)
                .containsExactly(2025, 2026, 2027);
        assertThat(actions.get("46").get("toelichting").asString())
                .startsWith("De e-learning BUIT voor Professionals")
                .contains("\n\n")
                .endsWith("voor een van de trainingen.");
        assertThat(actions.get("22").get("status").asString())
                .isEqualTo("IN_UITVOERING_VERTRAGING");
        assertThat(actions.get("22").get("openingsstand").asBoolean()).isTrue();
        assertThat(actions.get("31").get("titel").isNull()).isTrue();
        assertThat(actions.get("31").get("actielijn").isNull()).isTrue();
        assertThat(actions.get("31").get("status").asString()).isEqualTo("NOG_NIET_GESTART");
    }

    @Test
    void a_delay_shows_in_the_dashboard_and_in_the_history_with_date_and_reason() {
        int delayedBefore = delayedToday();
        Answer recorded =
                secretariat.post(
                        PROGRAMME + "/acties/24/statuswijzigingen",
                        Map.of(
                                "soort",
                                "VERTRAGING",
                                "ingangsdatum",
                                "2026-01-15",
                                "reden",
                                "de pilots liepen uit"));
        assertThat(recorded.status()).isEqualTo(201);
        long number = recorded.body().get("journaalnummer").asLong();

        JsonNode dashboard = anyone.get(PROGRAMME + "/dashboard?minstensJournaal=" + number).body();
        assertThat(dashboard.get("totaal").get("inUitvoeringVertraging").asInt())
                .isEqualTo(delayedBefore + 1);
        JsonNode history =
                secretariat
                        .get(PROGRAMME + "/acties/24/historie?minstensJournaal=" + number)
                        .body();
        JsonNode last = history.get("regels").get(history.get("regels").size() - 1);
        assertThat(last.get("zin").asString())
                .contains("15 januari 2026")
                .contains("In uitvoering, vertraging")
                .contains("de pilots liepen uit");
        assertThat(last.get("door").asString()).isEqualTo("secretariaat");
        assertThat(
                        anyone.get(
                                        PROGRAMME
                                                + "/dashboard?peildatum=2026-01-14&minstensJournaal="
                                                + number)
                                .body()
                                .get("totaal")
                                .get("inUitvoeringVertraging")
                                .asInt())
                .isEqualTo(delayedBefore);
        assertThat(
                        anyone.get(PROGRAMME + "/dashboard?bekendTot=" + (number - 1))
                                .body()
                                .get("totaal")
                                .get("inUitvoeringVertraging")
                                .asInt())
                .isEqualTo(delayedBefore);
    }

    @Test
    void a_delay_without_a_reason_is_refused_and_so_is_who_may_not() {
        String path = PROGRAMME + "/acties/25/statuswijzigingen";
        Map<String, String> withoutReason = Map.of("soort", "VERTRAGING");

        Answer refused = secretariat.post(path, withoutReason);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().get("fouten").get(0).get("veld").asString()).isEqualTo("reden");
        assertThat(refused.response().headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(reader.post(path, withoutReason).status()).isEqualTo(403);
        assertThat(auditor.post(path, withoutReason).status()).isEqualTo(403);
        assertThat(anyone.post(path, withoutReason).status()).isEqualTo(401);
    }

    @Test
    void the_publication_read_again_proposes_no_change() {
        Answer proposal =
                secretariat.postMarkdown(
                        PROGRAMME + "/importen?peildatum=2025-11-30&proef=true",
                        Visitor.publication());

        assertThat(proposal.status()).isEqualTo(200);
        assertThat(proposal.body().get("regels")).isEmpty();
        assertThat(counts(proposal.body().get("aansluiting").get("gedrukt").get("totaal")))
                .containsExactly(44, 13, 20, 5, 5, 1);
    }

    @Test
    void the_template_comes_back_unchanged_without_a_row_and_edited_with_its_changes() {
        String template = PROGRAMME + "/importen/sjabloon?peildatum=2026-02-28";
        String imports = PROGRAMME + "/importen?peildatum=2026-02-28";
        String ods = "application/vnd.oasis.opendocument.spreadsheet";
        byte[] csv = secretariat.download(template, "text/csv");
        for (Answer unchanged :
                List.of(
                        secretariat.upload(imports + "&proef=true", "text/csv", csv),
                        secretariat.upload(
                                imports + "&proef=true",
                                ods,
                                secretariat.download(template, ods)))) {
            assertThat(unchanged.status()).isEqualTo(200);
            assertThat(unchanged.body().get("regels")).isEmpty();
        }
        String held = new String(csv, StandardCharsets.UTF_8);
        assertThat(held.lines().filter(line -> line.contains(";2026-02-28;"))).hasSize(47);
        String was = ";Doorlopend;2026-02-28;;";
        int from = held.indexOf(was, held.indexOf("\n29;"));
        byte[] edited =
                (held.substring(0, from)
                                + ";Afgerond;20-2-2026;het is klaar;"
                                + held.substring(from + was.length()))
                        .getBytes(StandardCharsets.UTF_8);

        Answer trial = secretariat.upload(imports + "&proef=true", "text/csv", edited);
        assertThat(trial.body().get("regels")).hasSize(1);
        assertThat(trial.body().get("regels").get(0).get("actie").asString()).isEqualTo("29");
        assertThat(trial.body().get("regels").get(0).get("soort").asString())
                .isEqualTo("AFRONDING");
        Answer taken =
                secretariat.upload(
                        imports + "&voorstel=" + trial.body().get("voorstel").asString(),
                        "text/csv",
                        edited);
        assertThat(taken.status()).isEqualTo(201);
        long number = taken.body().get("journaalnummer").asLong();
        assertThat(completed("2026-02-20", number)).isEqualTo(completed("2026-02-19", number) + 1);
        assertThat(completed("2026-02-20", number))
                .isEqualTo(completedKnownUpTo("2026-02-20", number - 1) + 1);
    }

    private int completed(String day, long number) {
        return count(PROGRAMME + "/dashboard?peildatum=" + day + "&minstensJournaal=" + number);
    }

    private int completedKnownUpTo(String day, long number) {
        return count(PROGRAMME + "/dashboard?peildatum=" + day + "&bekendTot=" + number);
    }

    private int count(String dashboard) {
        return anyone.get(dashboard).body().get("totaal").get("afgerond").asInt();
    }

    @Test
    void the_texts_of_23_and_37_are_signalled_and_can_be_judged() {
        String signals = PROGRAMME + "/signalen?peildatum=2025-11-30";
        JsonNode found = auditor.get(signals).body().get("signalen");
        assertThat(found)
                .extracting(signal -> signal.get("acties").get(0).asString())
                .containsExactly("23", "37");

        Answer judged =
                secretariat.post(
                        PROGRAMME
                                + "/signalen/"
                                + found.get(1).get("signaal").asString()
                                + "/beoordelingen",
                        Map.of("oordeel", "GEACCEPTEERD", "reden", "zo is het gepubliceerd"));

        assertThat(judged.status()).isEqualTo(201);
        JsonNode after =
                secretariat
                        .get(
                                signals
                                        + "&minstensJournaal="
                                        + judged.body().get("journaalnummer").asLong())
                        .body()
                        .get("signalen");
        assertThat(after.get(0).get("beoordeling").isNull()).isTrue();
        assertThat(after.get(1).get("beoordeling").get("oordeel").asString())
                .isEqualTo("GEACCEPTEERD");
    }

    @Test
    void ten_parallel_repeats_give_one_entry_and_ten_equal_answers() throws Exception {
        String key = UUID.randomUUID().toString();
        Map<String, String> body = Map.of("toelichting", "Opgave van " + key);
        Callable<String> repeat =
                () -> {
                    Answer answer =
                            secretariat.post(
                                    PROGRAMME + "/acties/30/toelichtingen",
                                    body,
                                    Map.of("Idempotency-Key", key));
                    return answer.status()
                            + answer.response().headers().firstValue("Location").orElse("")
                            + answer.response().body();
                };
        List<String> answers = new ArrayList<>();
        try (ExecutorService ten = Executors.newFixedThreadPool(10)) {
            for (Future<String> future :
                    ten.invokeAll(IntStream.range(0, 10).mapToObj(_ -> repeat).toList())) {
                answers.add(future.get());
            }
        }

        assertThat(answers).hasSize(10).containsOnly(answers.getFirst());
        assertThat(answers.getFirst()).startsWith("201");
        long recorded =
                secretariat
                        .post(
                                PROGRAMME + "/acties/30/toelichtingen",
                                body,
                                Map.of("Idempotency-Key", key))
                        .body()
                        .get("journaalnummer")
                        .asLong();
        Answer next =
                secretariat.post(
                        PROGRAMME + "/acties/30/toelichtingen", Map.of("toelichting", "Daarna"));
        assertThat(next.body().get("journaalnummer").asLong()).isEqualTo(recorded + 1);
    }

    @Test
    void the_page_shows_the_counts() {
        String page =
                anyone.get("/programmas/samen-tegen-mensenhandel?peildatum=2025-11-30")
                        .response()
                        .body();

        assertThat(page)
                .contains("Creëren van brede bewustwording")
                .contains("In uitvoering, vertraging")
                .contains("44");
    }

    private int delayedToday() {
        String today = LocalDate.now(ZoneId.of("Europe/Amsterdam")).toString();
        return anyone.get(PROGRAMME + "/dashboard?peildatum=" + today)
                .body()
                .get("totaal")
                .get("inUitvoeringVertraging")
                .asInt();
    }

    private static List<Integer> counts(JsonNode counts) {
        return COUNTS.stream().map(name -> counts.get(name).asInt()).toList();
    }

    private static List<String> lines(JsonNode dashboard) {
        List<String> lines = new ArrayList<>();
        dashboard
                .get("actielijnen")
                .forEach(
                        line ->
                                lines.add(
                                        line.get("nummer").asInt()
                                                + " "
                                                + line.get("titel").asString()
                                                + " "
                                                + counts(line.get("aantallen"))));
        return lines;
    }
}
