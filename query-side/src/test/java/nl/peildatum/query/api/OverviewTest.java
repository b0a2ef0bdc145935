package nl.peildatum.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import nl.peildatum.contract.Moments;
import nl.peildatum.events.ActionEvent.ActionCompleted;
import nl.peildatum.events.ActionEvent.ActionExcluded;
import nl.peildatum.events.ActionEvent.ActionPlanned;
import nl.peildatum.events.ActionEvent.ActionRelabelled;
import nl.peildatum.events.ActionEvent.ActionReordered;
import nl.peildatum.events.ActionEvent.ActionRetitled;
import nl.peildatum.events.Status;
import nl.peildatum.query.api.Asked.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class OverviewTest {
    private static final String OVERVIEW = "/monitoringsoverzicht";
    private static final List<String> TYPES =
            List.of(
                    "application/json",
                    "text/html",
                    "text/markdown",
                    "text/csv",
                    "application/vnd.oasis.opendocument.spreadsheet",
                    "application/pdf");

    private static Answer ask(Story story, String query, String accept) {
        return Asked.method("GET", "/" + story.programme + OVERVIEW + query, "Accept", accept);
    }

    private static void plan(
            Story story,
            String code,
            String label,
            @Nullable String title,
            @Nullable Integer line,
            @Nullable Integer position,
            @Nullable String explanation) {
        story.tell(
                new ActionPlanned(
                        story.action(code),
                        label,
                        title,
                        line,
                        new TreeSet<>(List.of(2024, 2025, 2027)),
                        true,
                        null,
                        position,
                        story.basis("2025-11-30"),
                        null,
                        explanation));
    }

    private static Story story() {
        Story story = Story.adopted();
        story.line(2, "Tweede", 1, "2024-01-01");
        story.line(1, "Eerste", 2, "2024-01-01");
        plan(story, "3", "3/4", "Samen", 1, 3, "Uitleg.");
        plan(story, "4", "3/4", "Samen", 1, 4, "Uitleg.");
        story.baselined("3", Status.ONGOING, "2025-11-30");
        story.baselined("4", Status.ONGOING, "2025-11-30");
        plan(story, "5", "5", "Los", null, null, null);
        story.outside("31", "gaat later van start", "2025-11-30");
        return story;
    }

    private static List<String> headings(Story story, String day) {
        return ask(story, "?peildatum=" + day, "text/markdown")
                .body()
                .lines()
                .filter(line -> line.startsWith("### ") && line.matches(".*(Samen|Los).*"))
                .map(line -> line.substring(4))
                .toList();
    }

    @Test
    void where_actions_of_one_label_part_each_says_its_own_number_until_it_is_relabelled() {
        Story story = story();
        assertThat(headings(story, "2025-11-30")).containsExactly("3/4. Samen", "5. Los");

        story.tell(new ActionCompleted(story.action("3"), story.basis("2026-01-10"), null, null));
        assertThat(headings(story, "2026-01-09")).containsExactly("3/4. Samen", "5. Los");
        assertThat(headings(story, "2026-01-10"))
                .containsExactly(
                        "3 (gerapporteerd als 3/4). Samen <!-- actie: 3 -->",
                        "4 (gerapporteerd als 3/4). Samen <!-- actie: 4 -->",
                        "5. Los");
        assertThat(ask(story, "?peildatum=2026-01-10", "text/html").body())
                .contains(">3 (gerapporteerd als 3/4). Samen</h4>");

        story.withdrawn("3", "2026-01-20", "klaar");
        assertThat(headings(story, "2026-01-20"))
                .containsExactly("4 (gerapporteerd als 3/4). Samen <!-- actie: 4 -->", "5. Los");

        story.tell(new ActionRelabelled(story.action("4"), "4", story.basis("2026-01-25"), null));
        assertThat(headings(story, "2026-01-24")).hasSize(2);
        assertThat(headings(story, "2026-01-25")).containsExactly("4. Samen", "5. Los");
        assertThat(
                        story.ask("/acties/4?peildatum=2026-01-25")
                                .json()
                                .get("gerapporteerdAls")
                                .asString())
                .isEqualTo("4");
    }

    @Test
    void a_label_of_which_one_went_its_own_way_is_printed_with_the_number_of_the_other() {
        Story story = story();
        story.tell(new ActionRelabelled(story.action("3"), "3", story.basis("2026-01-10"), null));
        assertThat(headings(story, "2026-01-10"))
                .containsExactly(
                        "3. Samen", "4 (gerapporteerd als 3/4). Samen <!-- actie: 4 -->", "5. Los");
    }

    @Test
    void a_label_that_says_what_another_is_reported_as_is_read_as_it_is() {
        Story story = story();
        String label = "3 (gerapporteerd als 3/4)";
        story.tell(new ActionRelabelled(story.action("4"), label, story.basis("2026-01-10"), null));
        story.tell(new ActionRelabelled(story.action("3"), "3", story.basis("2026-01-10"), null));
        assertThat(headings(story, "2026-01-10"))
                .containsExactly(
                        "3. Samen",
                        "3 &#x28;gerapporteerd als 3/4). Samen <!-- actie: 4 -->",
                        "5. Los");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/markdown"})
    void a_cut_inside_an_act_is_told(String type) {
        Story story = story();
        long before = story.head();
        story.tell(
                new ActionRelabelled(story.action("3"), "3", story.basis("2026-01-10"), null),
                new ActionRelabelled(story.action("4"), "4", story.basis("2026-01-10"), null));
        String told = "midden in de handeling van " + (before + 1) + " tot en met " + (before + 2);
        String query = "?peildatum=2026-01-10&bekendTot=";

        assertThat(ask(story, query + (before + 1), type).body()).contains(told);
        assertThat(ask(story, query + (before + 2), type).body()).doesNotContain("handeling van");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "text/markdown",
                "text/csv",
                "application/json",
                "application/pdf",
                "application/vnd.oasis.opendocument.spreadsheet"
            })
    void a_cut_inside_an_act_is_told_with_every_form(String type) {
        Story story = story();
        long before = story.head();
        story.tell(
                new ActionRelabelled(story.action("3"), "3", story.basis("2026-01-10"), null),
                new ActionRelabelled(story.action("4"), "4", story.basis("2026-01-10"), null));

        assertThat(ask(story, "?bekendTot=" + (before + 1), type).header("Handeling"))
                .isEqualTo((before + 1) + "-" + (before + 2));
        assertThat(ask(story, "?bekendTot=" + (before + 2), type).header("Handeling")).isNull();
    }

    @Test
    void extra_actions_are_no_group_by_their_name() {
        Story story = Story.adopted();
        plan(story, "extra-1", "Extra actie", "Samen een", null, 1, null);
        plan(story, "extra-2", "Extra actie", "Samen twee", null, 2, null);
        assertThat(headings(story, "2025-11-30"))
                .allMatch(heading -> heading.startsWith("Extra actie: Samen"));
    }

    @Test
    void the_overview_has_the_agreed_form() {
        Story story = story();
        story.withdrawn("5", "2026-02-01", "dubbel");
        assertThat(story.ask(OVERVIEW + "?peildatum=2026-02-01").body())
                .isEqualTo(
                        """
                        {"programma":"%1$s","naam":"Programma %1$s","peildatum":"2026-02-01",\
                        "bekendTot":10,"bekendOp":"%2$s","uitgevers":["JenV","SZW"],"legenda":[\
                        {"status":"AFGEROND","statusLabel":"Afgerond",\
                        "betekenis":"De actie is afgerond."},\
                        {"status":"IN_UITVOERING","statusLabel":"In uitvoering",\
                        "betekenis":"De actie is momenteel in uitvoering."},\
                        {"status":"IN_UITVOERING_VERTRAGING",\
                        "statusLabel":"In uitvoering, vertraging",\
                        "betekenis":"De actie is in uitvoering, maar loopt vertraging op."},\
                        {"status":"DOORLOPEND","statusLabel":"Doorlopend","betekenis":\
                        "De actie heeft een doorlopend karakter, zonder duidelijke einddatum."},\
                        {"status":"NOG_NIET_GESTART","statusLabel":"Nog niet gestart",\
                        "betekenis":"De actie is gepland, maar nog niet begonnen."}],\
                        "totaal":{"acties":2,"afgerond":0,"inUitvoering":0,\
                        "inUitvoeringVertraging":0,"doorlopend":2,"nogNietGestart":0},\
                        "actielijnen":[\
                        {"nummer":2,"titel":"Tweede","langeTitel":"Lang Tweede","inleiding":null,\
                        "doelenInleiding":null,"doelen":[],"effectenInleiding":null,"effecten":[],\
                        "aantallen":{"acties":0,"afgerond":0,"inUitvoering":0,\
                        "inUitvoeringVertraging":0,"doorlopend":0,"nogNietGestart":0},\
                        "blokken":[]},\
                        {"nummer":1,"titel":"Eerste","langeTitel":"Lang Eerste","inleiding":null,\
                        "doelenInleiding":null,"doelen":[],"effectenInleiding":null,"effecten":[],\
                        "aantallen":{"acties":2,"afgerond":0,"inUitvoering":0,\
                        "inUitvoeringVertraging":0,"doorlopend":2,"nogNietGestart":0},\
                        "blokken":[{"gerapporteerdAls":"3/4","acties":[\
                        {"actie":"3","volgorde":3},{"actie":"4","volgorde":4}],"titel":"Samen",\
                        "status":"DOORLOPEND","statusLabel":"Doorlopend",\
                        "uitvoeringsjaren":[2024,2025,2027],"toelichting":"Uitleg."}]}],\
                        "nietOpgenomen":[{"actie":"31","titel":null,\
                        "reden":"gaat later van start"}],\
                        "vervallen":[{"actie":"5","titel":"Los","reden":"dubbel",\
                        "sinds":"2026-02-01"}],\
                        "nietVastgelegd":0,"actiesNietVastgelegd":[]}"""
                                .formatted(story.programme, Moments.format(story.recordedAt(10))));
    }

    @Test
    void actions_under_one_label_print_as_one_block_while_they_agree() {
        Story story = story();
        assertThat(blocks(story, "")).containsExactly("3/4 [3, 4]", "5 [5]");
        story.explained("4", "Anders.", "2026-01-01");
        assertThat(blocks(story, "")).containsExactly("3/4 [3]", "3/4 [4]", "5 [5]");
        assertThat(blocks(story, "?peildatum=2025-12-31")).contains("3/4 [3, 4]");
        story.explained("4", "Uitleg.", "2026-01-02");
        assertThat(blocks(story, "")).contains("3/4 [3, 4]");
        story.completed("4", "2026-01-03");
        assertThat(blocks(story, "")).contains("3/4 [3]", "3/4 [4]");
        story.completed("3", "2026-01-03");
        story.tell(new ActionRetitled(story.action("3"), "Apart", story.basis("2026-01-04"), null));
        assertThat(blocks(story, "")).contains("3/4 [3]", "3/4 [4]");
        story.tell(new ActionRetitled(story.action("3"), "Samen", story.basis("2026-01-05"), null));
        assertThat(blocks(story, "")).contains("3/4 [3, 4]");
        plan(story, "6", "6", "Ertussen", 1, 7, null);
        story.tell(new ActionReordered(story.action("4"), 9, story.basis("2026-01-06"), null));
        assertThat(blocks(story, "")).containsExactly("3/4 [3]", "6 [6]", "3/4 [4]", "5 [5]");
    }

    private static List<String> blocks(Story story, String query) {
        List<String> blocks = new ArrayList<>();
        for (JsonNode line : story.ask(OVERVIEW + query).json("/actielijnen")) {
            for (JsonNode block : line.get("blokken")) {
                blocks.add(
                        block.get("gerapporteerdAls").asString()
                                + " "
                                + block.get("acties")
                                        .valueStream()
                                        .map(action -> action.get("actie").asString())
                                        .toList());
            }
        }
        return blocks;
    }

    @Test
    void what_has_no_state_on_the_day_is_named() {
        JsonNode before = story().ask(OVERVIEW + "?peildatum=2025-11-29").json();
        assertThat(before.get("nietVastgelegd").asInt()).isEqualTo(4);
        assertThat(before.get("actiesNietVastgelegd").toString())
                .isEqualTo("[\"3\",\"4\",\"5\",\"31\"]");
        assertThat(before.at("/totaal/acties").asInt()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void it_says_what_the_dashboard_and_the_list_of_actions_say(long seed) {
        Random random = new Random(seed);
        Story story = Story.adopted();
        story.line(2, "Tweede", 1, "2025-01-01");
        story.line(1, "Eerste", 1, "2026-02-20");
        LocalDate day = LocalDate.parse("2025-12-01");
        for (int i = 0; i < 40; i++) {
            String code = String.valueOf(i % 12);
            String on = day.plusDays(i * 9L + random.nextInt(9)).toString();
            if (i < 12) {
                plan(
                        story,
                        code,
                        "L" + i / 3,
                        "Titel " + i / 3,
                        random.nextBoolean() ? (Integer) (1 + random.nextInt(2)) : null,
                        random.nextInt(3) == 0 ? null : (Integer) random.nextInt(5),
                        null);
                continue;
            }
            switch (random.nextInt(6)) {
                case 0 -> story.moved(code, 1 + random.nextInt(2), "2026-01-01");
                case 1 -> story.started(code, "2026-02-01");
                case 2 -> story.withdrawn(code, "2026-03-01", "weg");
                case 3 -> story.explained(code, "Uitleg " + random.nextInt(2), on);
                case 4 ->
                        story.tell(
                                new ActionExcluded(
                                        story.action(code),
                                        story.basis("2026-04-01"),
                                        random.nextBoolean() ? "later" : null));
                default -> story.moved(code, null, "2026-05-01");
            }
        }
        for (String cut :
                List.of(
                        "?peildatum=2024-12-31",
                        "?peildatum=2025-12-01",
                        "?peildatum=2026-02-15",
                        "?peildatum=2026-04-15",
                        "?peildatum=2099-01-01",
                        "?bekendTot=20&peildatum=2026-02-15",
                        "")) {
            assertAgrees(story, cut);
        }
    }

    private static void assertAgrees(Story story, String cut) {
        JsonNode overview = story.ask(OVERVIEW + cut).json();
        JsonNode dashboard = story.ask("/dashboard" + cut).json();
        for (String same : List.of("naam", "peildatum", "bekendTot", "totaal", "nietVastgelegd")) {
            assertThat(overview.get(same)).isEqualTo(dashboard.get(same));
        }
        List<String> lines = new ArrayList<>();
        List<String> expectedLines = new ArrayList<>();
        overview.get("actielijnen")
                .forEach(
                        l ->
                                lines.add(
                                        l.get("nummer")
                                                + " "
                                                + l.get("titel")
                                                + l.get("aantallen")));
        dashboard
                .get("actielijnen")
                .forEach(
                        l ->
                                expectedLines.add(
                                        l.get("nummer")
                                                + " "
                                                + l.get("titel")
                                                + l.get("aantallen")));
        assertThat(lines).isEqualTo(expectedLines);
        assertThat(codes(overview.get("nietOpgenomen")))
                .isEqualTo(codes(dashboard.get("nietOpgenomen")));
        assertThat(codes(overview.get("vervallen"))).isEqualTo(codes(dashboard.get("vervallen")));

        Map<String, String> printed = new LinkedHashMap<>();
        for (JsonNode line : overview.get("actielijnen")) {
            for (JsonNode block : line.get("blokken")) {
                for (JsonNode action : block.get("acties")) {
                    printed.put(
                            action.get("actie").asString(),
                            Stream.of(
                                            "gerapporteerdAls",
                                            "titel",
                                            "status",
                                            "uitvoeringsjaren",
                                            "toelichting")
                                    .map(field -> block.get(field).toString())
                                    .toList()
                                    .toString());
                }
            }
        }
        Map<String, String> listed = new LinkedHashMap<>();
        String and = cut.isEmpty() ? "?" : cut + "&";
        for (JsonNode action : story.ask("/acties" + and + "paginagrootte=200").json("/acties")) {
            if (action.get("opgenomen").asBoolean(false)
                    && !action.get("status").asString().equals("VERVALLEN")) {
                listed.put(
                        action.get("actie").asString(),
                        Stream.of(
                                        "gerapporteerdAls",
                                        "titel",
                                        "status",
                                        "uitvoeringsjaren",
                                        "toelichting")
                                .map(field -> action.get(field).toString())
                                .toList()
                                .toString());
            }
        }
        assertThat(List.copyOf(printed.entrySet())).isEqualTo(List.copyOf(listed.entrySet()));
    }

    private static List<String> codes(JsonNode actions) {
        return actions.valueStream()
                .map(action -> action.get("actie").asString() + action.get("reden"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?bekendTot=0",
                "?peildatum=1900-01-01",
                "?peildatum=9999-12-31",
                "?bekendTot=1&peildatum=2099-01-01"
            })
    void an_empty_overview_is_an_answer_in_every_form(String cut) {
        Story story = Story.adopted();
        for (String type : TYPES) {
            Answer answer = ask(story, cut, type);
            assertThat(answer.status()).as(type).isEqualTo(200);
            assertThat(answer.header("Content-Type")).startsWith(type);
            assertThat(answer.body()).isNotEmpty();
        }
        JsonNode json = story.ask(OVERVIEW + "?bekendTot=0").json();
        assertThat(json.get("naam").isNull()).isTrue();
        assertThat(json.get("bekendOp").isNull()).isTrue();
        assertThat(json.get("actielijnen")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    application/json                                              | application/json
                    */*                                                           | application/json
                    application/*                                                 | application/json
                    text/*                                                        | text/html
                    text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | text/html
                    text/csv;q=0.5, text/markdown                                 | text/markdown
                    application/pdf, text/csv                                     | application/pdf
                    application/json;q=0, */*                                     | text/html
                    text/markdown;charset=utf-8                                   | text/markdown
                    """)
    void the_form_is_the_one_the_caller_likes_best(String accept, String type) {
        assertThat(ask(story(), "", accept).header("Content-Type")).startsWith(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "application/xml;q=1, image/*", "onzin", "*/*;q=0"})
    void another_form_is_refused_with_the_list_of_what_there_is(String accept) {
        Answer answer = ask(story(), "", accept);
        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json("/detail").asString()).contains(TYPES);
    }

    @Test
    void a_file_has_a_name_that_tells_programme_and_date() {
        Story story = story();
        Map<String, String> names =
                Map.of(
                        "text/markdown", "md",
                        "text/csv", "csv",
                        "application/vnd.oasis.opendocument.spreadsheet", "ods",
                        "application/pdf", "pdf");
        names.forEach(
                (type, extension) ->
                        assertThat(
                                        ask(story, "?peildatum=2025-11-30", type)
                                                .header("Content-Disposition"))
                                .isEqualTo(
                                        "attachment; filename=\"monitoringsoverzicht-%s-2025-11-30.%s\""
                                                .formatted(story.programme, extension)));
        assertThat(ask(story, "", "text/html").header("Content-Disposition")).isNull();
    }

    @Test
    void the_same_cut_gives_the_same_bytes_here_and_in_another_context() {
        Story story = story();
        plan(story, "7", "7", "Met “tekens” ✓", 2, 1, "Twee\n\nalinea's met <b> en ∞.");
        String cut = "?peildatum=2026-01-01&bekendTot=" + story.head();
        Map<String, String> tags = new LinkedHashMap<>();
        TYPES.forEach(type -> tags.put(type, ask(story, cut, type).header("ETag")));
        story.completed("3", "2026-01-01");
        for (String type : TYPES) {
            String path = "/" + story.programme + OVERVIEW + cut;
            assertThat(ask(story, cut, type).header("ETag")).as(type).isEqualTo(tags.get(type));
            assertThat(Asked.openly("GET", path, "Accept", type).header("ETag"))
                    .as(type)
                    .isEqualTo(tags.get(type));
            assertThat(
                            Asked.method(
                                            "GET",
                                            path,
                                            "Accept",
                                            type,
                                            "If-None-Match",
                                            String.valueOf(tags.get(type)))
                                    .status())
                    .as(type)
                    .isEqualTo(304);
            Answer head = Asked.method("HEAD", path, "Accept", type);
            assertThat(head.status()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            assertThat(head.header("ETag")).isEqualTo(tags.get(type));
            assertThat(head.header("Vary")).contains("Accept");
        }
        assertThat(tags.values()).doesNotHaveDuplicates();
    }

    @Test
    void an_overview_waits_for_what_its_caller_has_written() {
        Story story = story();
        assertThat(ask(story, "?minstensJournaal=99", "text/csv").status()).isEqualTo(503);
        assertThat(ask(story, "?bekendTot=99", "text/csv").status()).isEqualTo(400);
        assertThat(ask(story, "?peildatum=gisteren&x=1", "text/csv").json("/fouten")).hasSize(2);
        assertThat(Asked.get("/bestaat-niet" + OVERVIEW).status()).isEqualTo(404);
    }

    /** Each waits two seconds, and none of them in the place of another. */
    @ParameterizedTest
    @ValueSource(strings = {"application/pdf", "text/markdown"})
    void waiting_for_what_is_not_recorded_yet_holds_up_nobody(String type) throws Exception {
        Story story = story();
        long began = System.nanoTime();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> waiting =
                    Stream.generate(
                                    () ->
                                            callers.submit(
                                                    () -> ask(story, "?minstensJournaal=99", type)))
                            .limit(10)
                            .toList();
            for (Future<Answer> one : waiting) {
                assertThat(one.get().status()).isEqualTo(503);
            }
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(8));
    }
}
