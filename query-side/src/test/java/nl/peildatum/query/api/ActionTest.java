package nl.peildatum.query.api;

import static nl.peildatum.query.RecordedEvents.content;
import static nl.peildatum.query.RecordedEvents.on;
import static nl.peildatum.query.RecordedEvents.planned;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.peildatum.events.ActionEvent.ActionPlanned;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.Link;
import nl.peildatum.events.LinkKind;
import nl.peildatum.events.ProgrammeEvent.ActionLineDefined;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.events.Status;
import nl.peildatum.query.api.Asked.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ActionTest {
    private static Story story;

    @BeforeAll
    static void tell() {
        story = Story.adopted();
        story.line(1, "Tweede in volgorde", 20, "2024-01-01"); // 2
        story.line(2, "Eerste in volgorde", 10, "2024-01-01");
        story.line(5, "Pas in 2026", 5, "2026-01-01");
        story.planned("22", "Een Café voor Zoë", 1, 2, "2024-01-01"); // 5
        story.planned("3", "Eén ‘blok’", 1, 1, "2024-01-01");
        story.planned("100", "Honderd%", 1, null, "2024-01-01");
        story.planned("21", "Zonder plaats", 1, null, "2024-01-01");
        story.planned("7", "In de eerste", 2, 9, "2024-01-01");
        story.planned("extra-1", "Zonder lijn", null, 1, "2024-01-01"); // 10
        story.planned("50", "In de lijn van 2026", 5, 1, "2025-01-01");
        story.outside("31", "gaan pas van start in 2026", "2025-11-30");
        story.baselined("22", Status.IN_PROGRESS, "2025-11-30"); // 13
        story.delayed("22", "2026-01-15", "te weinig mensen", "2026-12-31");
        story.explained("22", "Regel een\nen een_twee", "2026-02-01"); // 15
        story.resumed("22", "2026-03-01");
        story.delayed("22", "2026-03-01", "toch niet", null); // 17
        story.linked("22", new Link(LinkKind.TOGETHER_WITH, "3"), "2026-04-01");
        story.completed("3", "2025-06-01"); // 19: from not started is not legal, yet it folds
        story.withdrawn("7", "2026-05-01", "vervangen");
    }

    // --- one action

    @Test
    void an_action_is_told_in_full() {
        assertThat(story.ask("/acties/22?peildatum=2026-02-10").body())
                .startsWith(
                        """
                        {"actie":"22","gerapporteerdAls":"22","titel":"Een Café voor Zoë",\
                        "actielijn":1,"volgorde":2,"status":"IN_UITVOERING_VERTRAGING",\
                        "statusLabel":"In uitvoering, vertraging","statusSinds":"2026-01-15",\
                        "openingsstand":false,"opgenomen":true,"uitvoeringsjaren":[2024,2025],\
                        "toelichting":"Regel een\\nen een_twee","reden":"te weinig mensen",\
                        "verwachteAfronding":"2026-12-31","verbanden":[],"versie":7,\
                        "redenNietOpgenomen":null,"peildatum":"2026-02-10","bekendTot":20,""");
    }

    @Test
    void a_status_holds_since_the_first_day_of_its_unbroken_run() {
        JsonNode later = story.ask("/acties/22?peildatum=2026-06-01").json();
        assertThat(later.get("statusSinds").asString()).isEqualTo("2026-01-15");
        assertThat(later.get("reden").asString()).isEqualTo("toch niet");
        assertThat(later.get("verwachteAfronding").isNull()).isTrue();
        assertThat(later.get("verbanden").toString())
                .isEqualTo("[{\"soort\":\"SAMEN_MET\",\"actie\":\"3\"}]");
        // before the second delay was known, the run ended on 1 March
        JsonNode earlier = story.ask("/acties/22?peildatum=2026-06-01&bekendTot=16").json();
        assertThat(earlier.get("status").asString()).isEqualTo("IN_UITVOERING");
        assertThat(earlier.get("statusSinds").asString()).isEqualTo("2026-03-01");
        assertThat(earlier.get("versie").asLong()).isEqualTo(5);
    }

    @Test
    void a_baseline_shows_as_such() {
        JsonNode action = story.ask("/acties/22?peildatum=2025-12-01").json();
        assertThat(action.get("openingsstand").asBoolean()).isTrue();
        assertThat(action.get("statusSinds").asString()).isEqualTo("2025-11-30");
        assertThat(
                        story.ask("/acties/22?peildatum=2025-11-29")
                                .json()
                                .get("openingsstand")
                                .asBoolean())
                .isFalse();
    }

    @Test
    void an_action_outside_monitoring_says_why() {
        JsonNode action = story.ask("/acties/31").json();
        assertThat(action.get("opgenomen").asBoolean()).isFalse();
        assertThat(action.get("redenNietOpgenomen").asString())
                .isEqualTo("gaan pas van start in 2026");
        assertThat(action.get("titel").isNull()).isTrue();
        assertThat(action.get("actielijn").isNull()).isTrue();
        assertThat(action.get("uitvoeringsjaren")).isEmpty();
    }

    @Test
    void a_withdrawn_action_says_so() {
        JsonNode action = story.ask("/acties/7").json();
        assertThat(action.get("status").asString()).isEqualTo("VERVALLEN");
        assertThat(action.get("statusLabel").asString()).isEqualTo("Vervallen");
        assertThat(action.get("statusSinds").asString()).isEqualTo("2026-05-01");
        assertThat(action.get("reden").asString()).isEqualTo("vervangen");
    }

    @Test
    void an_action_without_a_state_on_the_day_invents_none() {
        assertThat(story.ask("/acties/22?peildatum=2023-12-31&bekendTot=14").body())
                .startsWith(
                        """
                        {"actie":"22","gerapporteerdAls":null,"titel":null,"actielijn":null,\
                        "volgorde":null,"status":null,"statusLabel":null,"statusSinds":null,\
                        "openingsstand":null,"opgenomen":null,"uitvoeringsjaren":[],\
                        "toelichting":null,"reden":null,"verwachteAfronding":null,"verbanden":[],\
                        "versie":3,"redenNietOpgenomen":null,""");
    }

    // --- the list

    @Test
    void actions_stand_in_the_order_of_the_publication() {
        assertThat(codes("")).containsExactly("50", "7", "3", "22", "21", "100", "extra-1", "31");
        // without its line, 50 comes after those that have one
        assertThat(codes("peildatum=2025-12-31"))
                .containsExactly("7", "3", "22", "21", "100", "50", "extra-1", "31");
    }

    @Test
    void each_action_of_the_list_is_told_as_on_its_own() {
        for (String cut : List.of("peildatum=2026-02-10", "peildatum=2025-01-15", "bekendTot=14")) {
            Answer list = story.ask("/acties?" + cut);
            assertThat(list.json("/totaal").asInt()).isEqualTo(8);
            for (JsonNode action : list.json("/acties")) {
                JsonNode alone =
                        story.ask("/acties/" + action.get("actie").asString() + "?" + cut).json();
                for (String name : action.propertyNames()) {
                    assertThat(action.get(name)).as(name).isEqualTo(alone.get(name));
                }
            }
        }
    }

    @Test
    void nothing_known_is_hidden_on_a_day_without_a_state() {
        Answer list = story.ask("/acties?peildatum=2023-12-31");
        assertThat(list.json("/totaal").asInt()).isEqualTo(8);
        for (JsonNode action : list.json("/acties")) {
            assertThat(action.get("status").isNull()).isTrue();
        }
        assertThat(codes("peildatum=2023-12-31"))
                .containsExactly("3", "7", "21", "22", "31", "50", "100", "extra-1");
        assertThat(codes("peildatum=2023-12-31&bekendTot=6")).containsExactly("3", "22");
        assertThat(codes("peildatum=2023-12-31&status=NOG_NIET_GESTART")).isEmpty();
        assertThat(codes("peildatum=2023-12-31&actielijn=1")).isEmpty();
        assertThat(codes("peildatum=2023-12-31&zoek=extra")).containsExactly("extra-1");
        assertThat(codes("peildatum=2023-12-31&zoek=caf%C3%A9")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    actielijn=1                                    | 3 22 21 100
                    actielijn=2                                    | 7
                    actielijn=99                                   | -
                    actielijn=0                                    | -
                    status=IN_UITVOERING_VERTRAGING                | 22
                    status=VERVALLEN                               | 7
                    status=AFGEROND                                | 3
                    status=DOORLOPEND                              | -
                    status=NOG_NIET_GESTART                        | 50 21 100 extra-1 31
                    status=NOG_NIET_GESTART&actielijn=1            | 21 100
                    status=IN_UITVOERING&peildatum=2025-12-01      | 22
                    zoek=CAFE                                      | 22
                    zoek=zo%C3%AB                                  | 22
                    zoek=ZOE                                       | 22
                    zoek=100                                       | 100
                    zoek=d%25                                      | 100
                    zoek=%25                                       | 100
                    zoek=n_t                                       | 22
                    zoek=een+en+een                                | 22
                    zoek=%27blok%27                                | 3
                    zoek=toelichting+bij+extra                     | extra-1
                    zoek=komt+niet+voor                            | -
                    zoek=%5C                                       | -
                    zoek=%27%3B--                                  | -
                    zoek=zonder&actielijn=1                        | 21
                    zoek=                                          | 50 7 3 22 21 100 extra-1 31
                    sorteer=publicatie                             | 50 7 3 22 21 100 extra-1 31
                    sorteer=nummer                                 | 3 7 21 22 31 50 100 extra-1
                    sorteer=status                                 | 3 22 50 21 100 extra-1 31 7
                    sorteer=status&peildatum=2024-06-01            | 7 3 22 21 100 extra-1 31 50
                    sorteer=laatstVeranderd                        | 7 22 31 3 50 21 100 extra-1
                    sorteer=laatstVeranderd&peildatum=2025-06-15   | 3 50 7 22 21 100 extra-1 31
                    sorteer=laatstVeranderd&peildatum=2023-01-01   | 3 7 21 22 31 50 100 extra-1
                    afrondingVoorbij=true&peildatum=2026-02-10     | -
                    afrondingVoorbij=true&peildatum=2026-12-31     | -
                    afrondingVoorbij=true&bekendTot=15&peildatum=2026-12-31 | -
                    afrondingVoorbij=true&bekendTot=15&peildatum=2027-01-01 | 22
                    afrondingVoorbij=false&actielijn=2             | 7
                    """,
            delimiter = '|')
    void a_filter_leaves_what_fits(String query, @Nullable String fits) {
        List<String> expected = fits == null ? List.of() : List.of(fits.split(" "));
        assertThat(codes(query)).containsExactlyElementsOf(expected);
        assertThat(story.ask("/acties?" + query).json("/totaal").asInt())
                .isEqualTo(expected.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status=KLAAR", "status=afgerond", "status=", "actielijn=een", "actielijn=-1",
                "actielijn=drie", "pagina=0", "pagina=-1", "pagina=1.0", "paginagrootte=0",
                "paginagrootte=201", "sorteer=titel", "perioden=ja", "afrondingVoorbij=1"
            })
    void a_filter_that_cannot_be_is_refused_by_name(String query) {
        Answer answer = story.ask("/acties?" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json("/fouten/0/veld").asString())
                .isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @Test
    void a_search_has_a_longest_length() {
        assertThat(story.ask("/acties?zoek=" + "x".repeat(200)).status()).isEqualTo(200);
        assertThat(story.ask("/acties?zoek=" + "x".repeat(201)).status()).isEqualTo(400);
    }

    @Test
    void the_list_is_paged_and_says_the_total_of_all_pages() {
        List<String> paged = new ArrayList<>();
        for (int page = 1; page <= 4; page++) {
            String query = "paginagrootte=3&pagina=" + page;
            paged.addAll(codes(query));
            assertThat(story.ask("/acties?" + query).json("/totaal").asInt()).isEqualTo(8);
        }
        assertThat(paged).containsExactly("50", "7", "3", "22", "21", "100", "extra-1", "31");
        assertThat(codes("pagina=1000000&paginagrootte=200")).isEmpty();
        assertThat(codes("paginagrootte=8")).hasSize(8);
    }

    @Test
    void pages_are_linked_on_the_same_cut() {
        String path = "/api/v1/programmas/" + story.programme + "/acties";
        Answer first = story.ask("/acties?paginagrootte=3&zoek=caf%C3%A9+");
        assertThat(first.header("Link")).isNull();
        Answer second = story.ask("/acties?paginagrootte=3&pagina=2&peildatum=2026-06-01");
        assertThat(second.header("Link"))
                .isEqualTo(
                        "<%1$s?paginagrootte=3&pagina=1&peildatum=2026-06-01&bekendTot=20>; rel=\"first\", <%1$s?paginagrootte=3&pagina=1&peildatum=2026-06-01&bekendTot=20>; rel=\"prev\", <%1$s?paginagrootte=3&pagina=3&peildatum=2026-06-01&bekendTot=20>; rel=\"next\", <%1$s?paginagrootte=3&pagina=3&peildatum=2026-06-01&bekendTot=20>; rel=\"last\""
                                .formatted(path));
        Answer third = story.ask("/acties?paginagrootte=3&pagina=3");
        assertThat(third.header("Link")).contains("prev").doesNotContain("next");
    }

    @Test
    void more_than_a_page_of_actions_stops_at_fifty() {
        Story big = Story.adopted();
        ActionPlanned[] plans = new ActionPlanned[60];
        for (int i = 0; i < plans.length; i++) {
            plans[i] =
                    new ActionPlanned(
                            big.action(String.valueOf(i + 1)),
                            String.valueOf(i + 1),
                            "Titel",
                            null,
                            new TreeSet<>(Set.of()),
                            true,
                            null,
                            null,
                            big.basis("2024-01-01"),
                            null,
                            null);
        }
        big.tell(plans);
        JsonNode list = big.ask("/acties").json();
        assertThat(list.get("acties")).hasSize(50);
        assertThat(list.get("totaal").asInt()).isEqualTo(60);
        assertThat(list.at("/acties/49/actie").asString()).isEqualTo("50");
        assertThat(big.ask("/acties?paginagrootte=200").json("/acties")).hasSize(60);
    }

    // --- the course of the status

    @Test
    void the_course_has_no_overlap_and_no_hole() {
        assertThat(story.ask("/acties/22/statusverloop").json("/perioden").toString())
                .isEqualTo(
                        "[{\"status\":\"NOG_NIET_GESTART\",\"statusLabel\":\"Nog niet gestart\",\"van\":\"2024-01-01\",\"totEnMet\":\"2025-11-29\",\"journaalnummer\":5},{\"status\":\"IN_UITVOERING\",\"statusLabel\":\"In uitvoering\",\"van\":\"2025-11-30\",\"totEnMet\":\"2026-01-14\",\"journaalnummer\":13},{\"status\":\"IN_UITVOERING_VERTRAGING\",\"statusLabel\":\"In uitvoering, vertraging\",\"van\":\"2026-01-15\",\"totEnMet\":null,\"journaalnummer\":14}]");
    }

    @Test
    void the_course_goes_up_to_the_report_date_and_its_last_period_is_open() {
        JsonNode course =
                story.ask("/acties/22/statusverloop?peildatum=2026-01-14").json("/perioden");
        assertThat(course).hasSize(2);
        assertThat(course.at("/1/totEnMet").isNull()).isTrue();
        assertThat(story.ask("/acties/22/statusverloop?peildatum=2026-01-15").json("/perioden"))
                .hasSize(3);
        assertThat(story.ask("/acties/22/statusverloop?peildatum=2023-12-31").json("/perioden"))
                .isEmpty();
    }

    @Test
    void the_course_is_as_known_on_the_cut_and_includes_a_withdrawal() {
        assertThat(story.ask("/acties/22/statusverloop?bekendTot=16").json("/perioden")).hasSize(4);
        assertThat(
                        story.ask("/acties/7/statusverloop")
                                .json("/perioden")
                                .findValuesAsString("status"))
                .containsExactly("NOG_NIET_GESTART", "VERVALLEN");
    }

    @Test
    void an_action_tells_all_its_statuses_where_that_is_asked_and_else_none() {
        String before = "?peildatum=2024-06-01";
        String course = story.ask("/acties/22/statusverloop").json("/perioden").toString();

        assertThat(story.ask("/acties/22" + before + "&perioden=true").json("/perioden").toString())
                .isEqualTo(course);
        JsonNode list = story.ask("/acties" + before + "&perioden=true").json("/acties");
        assertThat(list)
                .allSatisfy(
                        action ->
                                assertThat(action.get("perioden").toString())
                                        .isEqualTo(
                                                story.ask(
                                                                "/acties/"
                                                                        + action.get("actie")
                                                                                .asString()
                                                                        + "/statusverloop")
                                                        .json("/perioden")
                                                        .toString()));
        assertThat(story.ask("/acties/22?perioden=true&bekendTot=3").status()).isEqualTo(200);
        assertThat(story.ask("/acties/22?perioden=true&bekendTot=3").json("/perioden")).isEmpty();
        assertThat(story.ask("/acties/22" + before).body()).doesNotContain("perioden");
        assertThat(story.ask("/acties" + before).body()).doesNotContain("perioden");
    }

    private static List<String> codes(String query) {
        Answer answer = story.ask("/acties?" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        List<String> codes = new ArrayList<>();
        answer.json("/acties").forEach(action -> codes.add(action.get("actie").asString()));
        return codes;
    }

    @Test
    void a_line_that_is_not_defined_yet_has_no_actions() {
        Story story = Story.adopted();
        ProgrammeId programme = new ProgrammeId(story.programme);
        story.tell(
                planned(new ActionId(programme, "1"), 2, "2025-01-01"),
                new ActionLineDefined(programme, 2, content("Twee"), on("2026-01-01"), null));

        assertThat(total(story, "2&peildatum=2025-12-31")).isZero();
        assertThat(total(story, "geen&peildatum=2025-12-31")).isEqualTo(1);
        assertThat(total(story, "2&peildatum=2026-01-01")).isEqualTo(1);
        assertThat(total(story, "geen&peildatum=2026-01-01")).isZero();
    }

    private static int total(Story story, String line) {
        return story.ask("/acties?actielijn=" + line).json("/totaal").asInt();
    }
}
