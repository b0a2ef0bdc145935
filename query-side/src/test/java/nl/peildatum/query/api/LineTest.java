package nl.peildatum.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.peildatum.events.LineContent;
import nl.peildatum.events.ProgrammeEvent.ActionLineDefined;
import nl.peildatum.events.ProgrammeEvent.ActionLineRevised;
import nl.peildatum.events.ProgrammeEvent.ProgrammeEntryRetracted;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.query.api.Asked.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class LineTest {
    private static Story story;

    @BeforeAll
    static void tell() {
        story = Story.adopted();
        story.line(1, "Tweede", 2, "2024-01-01"); // 2
        ProgrammeId programme = new ProgrammeId(story.programme);
        story.tell(
                new ActionLineDefined(
                        programme,
                        3,
                        new LineContent(
                                "Eerste",
                                "Het eerste hoofdstuk",
                                "Vooraf",
                                "De doelen zijn:",
                                List.of("Minder", "Beter"),
                                "Dat geeft:",
                                List.of("Meer"),
                                1),
                        story.basis("2025-01-01"),
                        null));
        story.tell(revised(programme, "Nieuw", "2026-01-01")); // 4
        story.line(9, "Vergissing", 9, "2024-01-01"); // 5
        story.tell(
                new ProgrammeEntryRetracted(programme, 5, story.basis("2026-02-01"), "vergissing"));
    }

    private static ActionLineRevised revised(ProgrammeId programme, String title, String day) {
        return new ActionLineRevised(
                programme,
                1,
                new LineContent(title, "Lang", null, null, List.of(), null, List.of(), 2),
                story.basis(day),
                null);
    }

    private static List<String> titles(String query) {
        return story.ask("/actielijnen" + query).json("/actielijnen").findValues("titel").stream()
                .map(JsonNode::asString)
                .toList();
    }

    @Test
    void the_lines_stand_in_the_order_of_the_publication() {
        assertThat(titles("")).containsExactly("Eerste", "Nieuw");
        assertThat(titles("?peildatum=2025-06-01")).containsExactly("Eerste", "Tweede");
        assertThat(titles("?peildatum=2024-06-01")).containsExactly("Tweede");
        assertThat(titles("?bekendTot=5")).containsExactly("Eerste", "Nieuw", "Vergissing");
        assertThat(titles("?bekendTot=0")).isEmpty();
    }

    @Test
    void a_line_says_everything_it_says_and_how_many_entries_touch_it() {
        JsonNode line = story.ask("/actielijnen/3?bekendTot=4").json();
        assertThat(line.propertyNames())
                .containsExactly(
                        "nummer",
                        "status",
                        "titel",
                        "langeTitel",
                        "inleiding",
                        "doelenInleiding",
                        "doelen",
                        "effectenInleiding",
                        "effecten",
                        "volgorde",
                        "versie",
                        "peildatum",
                        "bekendTot",
                        "bekendOp");
        assertThat(line.toString())
                .startsWith(
                        """
                        {"nummer":3,"status":"VASTGESTELD","titel":"Eerste",\
                        "langeTitel":"Het eerste hoofdstuk","inleiding":"Vooraf",\
                        "doelenInleiding":"De doelen zijn:","doelen":["Minder","Beter"],\
                        "effectenInleiding":"Dat geeft:","effecten":["Meer"],"volgorde":1,\
                        "versie":1,""");
        assertThat(story.ask("/actielijnen/1").json("/versie").asInt()).isEqualTo(2);
        assertThat(story.ask("/actielijnen/1?bekendTot=3").json("/versie").asInt()).isEqualTo(1);
    }

    @Test
    void a_line_that_is_not_defined_on_the_cut_says_nothing() {
        for (String query : List.of("?peildatum=2024-12-31", "?bekendTot=2", "?bekendTot=0")) {
            Answer answer = story.ask("/actielijnen/3" + query);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json("/status").isNull()).isTrue();
            assertThat(answer.json("/titel").isNull()).isTrue();
        }
        assertThat(story.ask("/actielijnen/3?bekendTot=2").json("/versie").asInt()).isZero();
        assertThat(story.ask("/actielijnen/3?peildatum=2024-12-31").json("/versie").asInt())
                .isEqualTo(1);
    }

    @Test
    void a_line_that_was_taken_back_is_not_found_by_who_knows_that() {
        assertThat(story.ask("/actielijnen/9").status()).isEqualTo(404);
        assertThat(story.ask("/actielijnen/9?bekendTot=5").json("/titel").asString())
                .isEqualTo("Vergissing");
        Story again = Story.adopted();
        again.line(4, "Eerst", 1, "2024-01-01");
        again.tell(
                new ProgrammeEntryRetracted(
                        new ProgrammeId(again.programme), 2, again.basis("2024-01-02"), "weg"));
        again.line(4, "Toch", 1, "2024-01-01");
        assertThat(again.ask("/actielijnen/4").json("/titel").asString()).isEqualTo("Toch");
        assertThat(again.ask("/actielijnen/4").json("/versie").asInt()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "0", "-1", "x", "01", "10000", "99999999999"})
    void an_unknown_line_is_not_found(String number) {
        Answer answer = story.ask("/actielijnen/" + number);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json("/detail").asString()).contains("Actielijn ‘" + number + "’");
    }

    @Test
    void the_list_is_read_page_by_page_and_has_an_entity_tag() {
        Answer page = story.ask("/actielijnen?paginagrootte=1&pagina=2");
        assertThat(page.json("/actielijnen").findValues("titel")).hasSize(1);
        assertThat(page.json("/totaal").asInt()).isEqualTo(2);
        assertThat(page.header("Link")).contains("rel=\"prev\"").doesNotContain("next");
        String tag = java.util.Objects.requireNonNull(page.header("ETag"));
        assertThat(
                        Asked.method(
                                        "GET",
                                        "/"
                                                + story.programme
                                                + "/actielijnen?paginagrootte=1&pagina=2",
                                        "If-None-Match",
                                        tag)
                                .status())
                .isEqualTo(304);
        assertThat(story.ask("/actielijnen?titel=x").status()).isEqualTo(400);
    }
}
