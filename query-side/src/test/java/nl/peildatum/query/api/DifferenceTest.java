package nl.peildatum.query.api;

import static nl.peildatum.query.api.cut.ProjectionName.VERSIONS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.peildatum.contract.Moments;
import nl.peildatum.events.ActionEvent.ActionCompleted;
import nl.peildatum.events.ActionEvent.ActionExcluded;
import nl.peildatum.events.ActionEvent.ActionIncluded;
import nl.peildatum.events.ActionEvent.ActionMoved;
import nl.peildatum.events.ActionEvent.ActionStarted;
import nl.peildatum.events.FreeText;
import nl.peildatum.events.Status;
import nl.peildatum.query.api.Asked.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class DifferenceTest {

    /** Two lines; 24 in progress, 25 not started, 31 outside; nine entries. */
    private static Story story() {
        Story story = Story.adopted();
        story.line(1, "Eerste", 2, "2024-01-01");
        story.line(2, "Tweede", 1, "2024-01-01");
        story.planned("24", 1, 1, "2024-01-01");
        story.baselined("24", Status.IN_PROGRESS, "2025-11-30");
        story.planned("25", 1, 2, "2024-01-01");
        story.baselined("25", Status.NOT_STARTED, "2025-11-30");
        story.outside("31", "gaat later van start", "2025-11-30");
        story.line(3, "Later", 3, "2026-03-01");
        return story;
    }

    private static JsonNode ask(Story story, String query) {
        Answer answer = story.ask("/verschillen?" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static String sentence(JsonNode answer, String list) {
        assertThat(answer.get(list)).as(answer.toString()).hasSize(1);
        return answer.at("/" + list + "/0/zin").asString();
    }

    private static List<Long> numbers(JsonNode answer, String list) {
        return answer.at("/" + list + "/0/journaalnummers")
                .valueStream()
                .map(JsonNode::asLong)
                .toList();
    }

    private static void assertNothing(JsonNode answer, String... lists) {
        for (String list : lists) {
            assertThat(answer.get(list)).as(list).isEmpty();
        }
    }

    private static JsonNode count(JsonNode answer, String part, String line, String name) {
        return answer.get("tellingen")
                .valueStream()
                .filter(row -> row.get("onderdeel").asString().equals(part))
                .filter(row -> row.get("actielijn").asString("").equals(line))
                .filter(row -> row.get("telling").asString().equals(name))
                .findAny()
                .orElseThrow();
    }

    // --- what happened

    @Test
    void the_difference_has_the_agreed_form() {
        Story story = story();
        story.delayed("24", "2026-01-15", "de pilots liepen uit.", null);
        JsonNode answer = ask(story, "van=2025-11-30&tot=2026-01-31");
        assertThat(answer.propertyNames())
                .containsExactly(
                        "programma",
                        "naam",
                        "van",
                        "tot",
                        "tellingen",
                        "verplaatsingen",
                        "toegetreden",
                        "uitgetreden",
                        "gecorrigeerd");
        assertThat(answer.get("van").toString())
                .isEqualTo(
                        """
                        {"peildatum":"2025-11-30","bekendTot":10,"bekendOp":"%2$s",\
                        "adresActies":"/api/v1/programmas/%1$s/acties?peildatum=2025-11-30\
                        &bekendTot=10{&telling,actielijn}"}"""
                                .formatted(story.programme, Moments.format(story.recordedAt(10))));
        assertThat(answer.at("/tot/peildatum").asString()).isEqualTo("2026-01-31");
        assertThat(answer.get("tellingen")).hasSize(18);
        assertThat(answer.at("/tellingen/0").toString())
                .isEqualTo(
                        """
                        {"onderdeel":"TOTAAL","actielijn":null,"titel":"Totaal","telling":"acties",\
                        "van":2,"tot":2,"verplaatst":0,"toegetreden":0,"uitgetreden":0,\
                        "gecorrigeerd":0}""");
        assertThat(answer.at("/tellingen/6/titel").asString()).isEqualTo("Tweede");
        assertThat(answer.at("/tellingen/15").toString())
                .isEqualTo(
                        """
                        {"onderdeel":"ACTIELIJN","actielijn":1,"titel":"Eerste",\
                        "telling":"inUitvoeringVertraging","van":0,"tot":1,"verplaatst":1,\
                        "toegetreden":0,"uitgetreden":0,"gecorrigeerd":0}""");
        assertThat(answer.get("verplaatsingen").toString())
                .isEqualTo(
                        """
                        [{"actie":"24","wat":"STATUS","van":"IN_UITVOERING",\
                        "naar":"IN_UITVOERING_VERTRAGING","zin":"Actie 24 ging op 15 januari 2026 \
                        van ‘In uitvoering’ naar ‘In uitvoering, vertraging’. Reden: ‘de pilots \
                        liepen uit.’","journaalnummers":[10],\
                        "telde":{"status":"IN_UITVOERING","actielijn":1},\
                        "telt":{"status":"IN_UITVOERING_VERTRAGING","actielijn":1}}]""");
        assertNothing(answer, "toegetreden", "uitgetreden", "gecorrigeerd");
    }

    @Test
    void several_moves_are_told_as_one_by_the_entry_without_which_it_reads_as_before() {
        Story story = story();
        story.delayed("24", "2026-01-15", "het zat tegen", null);
        story.resumed("24", "2026-02-01");
        story.completed("24", "2026-02-20");
        JsonNode answer = ask(story, "van=2025-11-30&tot=2026-03-31");
        assertThat(sentence(answer, "verplaatsingen"))
                .isEqualTo(
                        "Actie 24 ging van ‘In uitvoering’ naar ‘Afgerond’: op 15 januari 2026 naar ‘In uitvoering, vertraging’, op 1 februari 2026 naar ‘In uitvoering’ en op 20 februari 2026 naar ‘Afgerond’.");
        assertThat(numbers(answer, "verplaatsingen")).containsExactly(12L);
    }

    @Test
    void two_moves_on_one_day_are_both_named() {
        Story story = story();
        story.tell(
                new ActionStarted(story.action("25"), story.basis("2026-01-10"), null, null),
                new ActionCompleted(story.action("25"), story.basis("2026-01-10"), null, null));
        JsonNode answer = ask(story, "van=2025-11-30&tot=2026-01-10");
        assertThat(sentence(answer, "verplaatsingen"))
                .isEqualTo(
                        "Actie 25 ging op 10 januari 2026 van ‘Nog niet gestart’ naar ‘Afgerond’.");
        assertThat(numbers(answer, "verplaatsingen")).containsExactly(10L, 11L);
    }

    @Test
    void there_and_back_again_is_no_difference() {
        Story story = story();
        story.delayed("24", "2026-01-15", "het zat tegen", null);
        story.moved("24", 2, "2026-01-20");
        story.resumed("24", "2026-02-01");
        story.moved("24", 1, "2026-02-02");
        JsonNode answer = ask(story, "van=2025-11-30&tot=2026-02-28");
        assertNothing(answer, "verplaatsingen", "toegetreden", "uitgetreden", "gecorrigeerd");
        assertThat(answer.get("tellingen").valueStream())
                .allMatch(row -> row.get("van").asInt() == row.get("tot").asInt());
    }

    @Test
    void a_new_status_and_a_new_line_are_two_moves_of_one_action() {
        Story story = story();
        story.tell(
                new ActionMoved(story.action("24"), 2, story.basis("2026-01-10"), "past beter"),
                new ActionCompleted(story.action("24"), story.basis("2026-01-10"), null, null));
        JsonNode answer = ask(story, "van=2025-11-30&tot=2026-01-31");
        assertThat(answer.get("verplaatsingen")).hasSize(2);
        assertThat(answer.at("/verplaatsingen/0/journaalnummers").toString()).isEqualTo("[11]");
        JsonNode line = answer.at("/verplaatsingen/1");
        assertThat(line.get("wat").asString()).isEqualTo("ACTIELIJN");
        assertThat(line.get("van").asInt()).isEqualTo(1);
        assertThat(line.get("naar").asInt()).isEqualTo(2);
        assertThat(line.get("zin").asString())
                .isEqualTo(
                        "Actie 24 ging op 10 januari 2026 van actielijn 1 naar actielijn 2. Reden: ‘past beter’");
        assertThat(line.get("journaalnummers").toString()).isEqualTo("[10]");
        assertThat(count(answer, "ACTIELIJN", "1", "acties").get("verplaatst").asInt())
                .isEqualTo(-1);
        assertThat(count(answer, "ACTIELIJN", "2", "afgerond").get("verplaatst").asInt())
                .isEqualTo(1);
        assertThat(count(answer, "TOTAAL", "", "acties").get("verplaatst").asInt()).isZero();
    }

    @Test
    void an_action_joins_by_being_planned_or_included() {
        Story story = story();
        story.planned("50", 2, 1, "2026-01-05");
        story.started("50", "2026-01-08");
        story.tell(new ActionIncluded(story.action("31"), story.basis("2026-01-01"), "begint nu"));
        JsonNode answer = ask(story, "van=2025-11-30&tot=2026-01-31");
        assertThat(answer.get("toegetreden")).hasSize(2);
        assertThat(answer.at("/toegetreden/0/zin").asString())
                .isEqualTo(
                        "Actie 31 is op 1 januari 2026 opgenomen in de monitoring, en telt op 31 januari 2026 mee als ‘Nog niet gestart’ bij ‘Niet ingedeeld’. Reden: ‘begint nu’");
        assertThat(answer.at("/toegetreden/0/journaalnummers").toString()).isEqualTo("[12]");
        assertThat(answer.at("/toegetreden/1/zin").asString())
                .isEqualTo(
                        "Actie 50 kwam er op 5 januari 2026 bij, en telt op 31 januari 2026 mee als ‘In uitvoering’ bij actielijn 2.");
        assertThat(answer.at("/toegetreden/1/journaalnummers").toString()).isEqualTo("[10]");
        assertNothing(answer, "verplaatsingen", "uitgetreden", "gecorrigeerd");
        assertThat(count(answer, "TOTAAL", "", "acties").get("toegetreden").asInt()).isEqualTo(2);
        assertThat(count(answer, "NIET_INGEDEELD", "", "acties").get("tot").asInt()).isEqualTo(1);
        assertThat(answer.at("/tellingen/0/onderdeel").asString()).isEqualTo("TOTAAL");
    }

    @Test
    void an_action_leaves_by_being_withdrawn_or_excluded() {
        Story story = story();
        story.completed("24", "2026-01-02");
        story.withdrawn("24", "2026-01-05", "dubbel met 25");
        story.tell(
                new ActionExcluded(story.action("25"), story.basis("2026-01-06"), "nu even niet"));
        JsonNode answer = ask(story, "van=2025-11-30&tot=2026-01-31");
        assertThat(answer.at("/uitgetreden/0/zin").asString())
                .isEqualTo(
                        "Actie 24, die meetelde als ‘In uitvoering’ bij actielijn 1, is op 5 januari 2026 vervallen. Reden: ‘dubbel met 25’");
        assertThat(answer.at("/uitgetreden/0/journaalnummers").toString()).isEqualTo("[11]");
        assertThat(answer.at("/uitgetreden/1/zin").asString())
                .isEqualTo(
                        "Actie 25, die meetelde als ‘Nog niet gestart’ bij actielijn 1, is op 6 januari 2026 uit de monitoring gehaald. Reden: ‘nu even niet’");
        assertNothing(answer, "verplaatsingen", "toegetreden", "gecorrigeerd");
        assertThat(count(answer, "TOTAAL", "", "acties").get("uitgetreden").asInt()).isEqualTo(-2);
        assertThat(count(answer, "TOTAAL", "", "inUitvoering").get("uitgetreden").asInt())
                .isEqualTo(-1);
    }

    @Test
    void what_comes_and_goes_in_between_is_no_difference() {
        Story story = story();
        story.planned("50", 2, 1, "2026-01-05");
        story.withdrawn("50", "2026-01-08", "toch niet");
        assertNothing(
                ask(story, "van=2025-11-30&tot=2026-01-31"),
                "verplaatsingen",
                "toegetreden",
                "uitgetreden",
                "gecorrigeerd");
    }

    @Test
    void what_does_not_count_is_not_told() {
        Story story = story();
        story.started("31", "2026-01-05");
        story.moved("31", 1, "2026-01-06");
        assertNothing(ask(story, "van=2025-11-30&tot=2026-01-31"), "verplaatsingen");
    }

    @Test
    void a_line_that_is_defined_later_takes_over_its_actions_and_says_so() {
        Story story = story();
        story.moved("24", 3, "2026-01-05");
        JsonNode answer = ask(story, "van=2026-02-28&tot=2026-03-01");
        assertThat(sentence(answer, "verplaatsingen"))
                .isEqualTo("Actie 24 ging op 1 maart 2026 van ‘Niet ingedeeld’ naar actielijn 3.");
        assertThat(numbers(answer, "verplaatsingen")).containsExactly(9L);
        assertThat(answer.at("/verplaatsingen/0/van").isNull()).isTrue();
        assertThat(count(answer, "ACTIELIJN", "3", "acties").get("tot").asInt()).isEqualTo(1);
        assertThat(count(answer, "NIET_INGEDEELD", "", "acties").get("verplaatst").asInt())
                .isEqualTo(-1);
        assertThat(ask(story, "van=2025-11-30&tot=2025-11-30").get("tellingen")).hasSize(18);
    }

    @Test
    void an_erased_reason_reads_as_such() {
        Story story = story();
        story.delayed("24", "2026-01-15", FreeText.ERASED, null);
        assertThat(sentence(ask(story, "van=2025-11-30&tot=2026-01-31"), "verplaatsingen"))
                .endsWith("‘In uitvoering, vertraging’. Reden: tekst gewist.");
    }

    @Test
    void a_reason_that_is_a_sentence_of_its_own_stays_one() {
        Story story = story();
        story.delayed("24", "2026-01-15", "Leverancier te laat.", null);
        assertThat(sentence(ask(story, "van=2025-11-30&tot=2026-01-31"), "verplaatsingen"))
                .endsWith("vertraging’. Reden: ‘Leverancier te laat.’");
    }

    // --- what was corrected

    @Test
    void what_was_recorded_late_is_a_correction_of_the_day_and_not_something_that_happened() {
        Story story = story();
        story.delayed("24", "2026-03-10", "pas in maart gemeld", null); // 10
        story.moved("24", 2, "2026-01-12"); // 11
        story.delayed("24", "2026-01-15", "de pilots liepen uit", null); // 12
        JsonNode answer =
                ask(story, "van=2026-01-31&tot=2026-03-31&bekendTotVan=10&bekendTotTot=12");
        assertThat(answer.get("gecorrigeerd")).hasSize(2);
        JsonNode status = answer.at("/gecorrigeerd/0");
        assertThat(status.get("van").asString()).isEqualTo("IN_UITVOERING");
        assertThat(status.get("naar").asString()).isEqualTo("IN_UITVOERING_VERTRAGING");
        assertThat(status.get("journaalnummers").toString()).isEqualTo("[12]");
        assertThat(status.get("zin").asString())
                .matches(
                        "Actie 24 stond op 31 januari 2026 op ‘In uitvoering, vertraging’, niet op ‘In uitvoering’; dat is vastgelegd op \\d+ [a-z]+ \\d{4}\\. Reden: ‘de pilots liepen uit’");
        JsonNode line = answer.at("/gecorrigeerd/1");
        assertThat(line.get("naar").asInt()).isEqualTo(2);
        assertThat(line.get("zin").asString())
                .startsWith(
                        "Actie 24 hoorde op 31 januari 2026 bij actielijn 2, niet bij actielijn 1; dat is");
        assertNothing(answer, "verplaatsingen", "toegetreden", "uitgetreden");
        JsonNode delayed = count(answer, "TOTAAL", "", "inUitvoeringVertraging");
        assertThat(delayed.get("van").asInt()).isZero();
        assertThat(delayed.get("tot").asInt()).isEqualTo(1);
        assertThat(delayed.get("gecorrigeerd").asInt()).isEqualTo(1);
        // the same days with all that was known then
        assertThat(
                        ask(story, "van=2026-01-31&tot=2026-03-31&bekendTotTot=10")
                                .get("verplaatsingen"))
                .hasSize(1);
    }

    @Test
    void an_action_can_be_corrected_into_and_out_of_the_counts() {
        Story story = story();
        story.tell(new ActionIncluded(story.action("31"), story.basis("2025-12-01"), null)); // 10
        story.withdrawn("24", "2025-12-02", "dubbel"); // 11
        story.tell(new ActionExcluded(story.action("25"), story.basis("2025-12-03"), "niet nu"));
        JsonNode answer = ask(story, "van=2025-12-31&tot=2025-12-31&bekendTotVan=9");
        assertThat(answer.get("gecorrigeerd")).hasSize(3);
        JsonNode gone = answer.at("/gecorrigeerd/0");
        assertThat(gone.get("wat").asString()).isEqualTo("STATUS");
        assertThat(gone.get("naar").asString()).isEqualTo("VERVALLEN");
        assertThat(gone.get("telt").isNull()).isTrue();
        assertThat(gone.get("zin").asString())
                .startsWith(
                        "Actie 24 telde op 31 december 2025 niet mee als ‘In uitvoering’ bij actielijn 1, want de actie was vervallen; dat is vastgelegd op");
        JsonNode excluded = answer.at("/gecorrigeerd/1");
        assertThat(excluded.get("naar").isNull()).isTrue();
        assertThat(excluded.get("journaalnummers").toString()).isEqualTo("[12]");
        JsonNode joined = answer.at("/gecorrigeerd/2");
        assertThat(joined.get("van").isNull()).isTrue();
        assertThat(joined.get("naar").asString()).isEqualTo("NOG_NIET_GESTART");
        assertThat(joined.get("zin").asString())
                .startsWith(
                        "Actie 31 telde op 31 december 2025 wel mee, als ‘Nog niet gestart’ bij ‘Niet ingedeeld’; dat is vastgelegd op");
        assertThat(count(answer, "TOTAAL", "", "acties").get("gecorrigeerd").asInt()).isEqualTo(-1);
        assertNothing(answer, "verplaatsingen", "toegetreden", "uitgetreden");
    }

    @Test
    void against_knowing_nothing_everything_is_a_correction() {
        Story story = story();
        JsonNode answer = ask(story, "van=2025-11-30&tot=2025-12-31&bekendTotVan=0");
        assertThat(answer.at("/van/bekendOp").isNull()).isTrue();
        assertThat(answer.get("gecorrigeerd")).hasSize(2);
        assertThat(answer.at("/gecorrigeerd/0/journaalnummers").toString()).isEqualTo("[4]");
        assertThat(count(answer, "TOTAAL", "", "acties").get("van").asInt()).isZero();
        JsonNode nothing = ask(story, "van=2025-11-30&tot=2025-12-31&bekendTotTot=0");
        assertThat(nothing.get("naam").isNull()).isTrue();
        assertThat(nothing.get("tellingen")).hasSize(6);
    }

    // --- which cuts

    @Test
    void what_is_not_asked_of_the_earlier_cut_is_as_in_the_later() {
        Story story = story();
        story.delayed("24", "2026-01-15", "het zat tegen", null); // 10
        JsonNode none = ask(story, "");
        assertThat(none.get("van")).isEqualTo(none.get("tot"));
        assertThat(none.at("/tot/bekendTot").asInt()).isEqualTo(10);
        assertThat(none.at("/tot/peildatum").asString())
                .isEqualTo(story.ask("/dashboard").json("/peildatum").asString());
        assertThat(ask(story, "bekendTotVan=9").get("gecorrigeerd")).hasSize(1);
        JsonNode then = ask(story, "van=2026-01-14&bekendTotTot=9");
        assertThat(then.at("/van/bekendTot").asInt()).isEqualTo(9);
        assertNothing(then, "verplaatsingen", "gecorrigeerd");
        assertThat(ask(story, "van=2026-01-14").get("verplaatsingen")).hasSize(1);
        assertThat(ask(story, "van=2026-01-14&tot=2099-12-31").get("verplaatsingen")).hasSize(1);
    }

    @Test
    void knowledge_can_be_asked_for_by_moment_and_by_number() {
        Story story = story();
        story.delayed("24", "2026-01-15", "het zat tegen", null); // 10
        JsonNode answer =
                ask(
                        story,
                        "van=2026-02-01&tot=2026-02-01&bekendOpVan=%s&bekendOpTot=%s"
                                .formatted(
                                        Moments.format(story.recordedAt(9)),
                                        Moments.format(story.recordedAt(10))));
        assertThat(answer.at("/van/bekendTot").asInt()).isEqualTo(9);
        assertThat(answer.get("gecorrigeerd")).hasSize(1);
        assertThat(
                        ask(
                                        story,
                                        "van=2026-02-01&tot=2026-02-01&bekendTotTot=10&bekendOpVan="
                                                + Moments.format(story.recordedAt(9)))
                                .get("gecorrigeerd"))
                .isEqualTo(answer.get("gecorrigeerd"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    van=2026-02-01&tot=2026-01-31             | van
                    van=9999-12-31                            | van
                    bekendTotVan=9&bekendTotTot=8             | bekendTotVan
                    bekendTotVan=10                           | bekendTotVan
                    bekendTotTot=10                           | bekendTotTot
                    bekendTotVan=10&bekendTotTot=11           | bekendTotTot bekendTotVan
                    bekendOpVan=2999-01-01T00:00:00Z          | bekendOpVan
                    bekendOpTot=2999-01-01T00:00:00Z          | bekendOpTot
                    bekendOpTot=2026-01-01T00:00:00Z&bekendTotTot=1 | bekendOpTot bekendTotTot
                    van=gisteren&tot=&bekendTotVan=-1         | bekendTotVan tot van
                    peildatum=2026-01-01                      | peildatum
                    bekendTot=3                               | bekendTot
                    """)
    void a_question_that_cannot_be_is_refused_with_all_its_faults(String query, String fields) {
        Answer answer = story().ask("/verschillen?" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json("/fouten").findValues("veld").stream().map(JsonNode::asString))
                .containsExactlyInAnyOrder(fields.split(" "));
    }

    @Test
    void knowledge_does_not_go_back_whether_by_number_or_by_moment() {
        Story story = story();
        Answer answer =
                story.ask(
                        "/verschillen?bekendTotTot=3&bekendOpVan="
                                + Moments.format(story.recordedAt(5)));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json("/fouten/0/veld").asString()).isEqualTo("bekendOpVan");
        assertThat(answer.json("/fouten/0/melding").asString()).contains("nummer 5", "nummer 3");
    }

    @Test
    void an_unknown_programme_is_not_found() {
        assertThat(Asked.get("/bestaat-niet/verschillen").status()).isEqualTo(404);
    }

    @Test
    void where_processing_stopped_nothing_later_is_told() {
        Story story = story().park(VERSIONS);
        story.delayed("24", "2026-01-15", "het zat tegen", null); // 10
        JsonNode answer = ask(story, "van=2025-11-30");
        assertThat(answer.at("/tot/bekendTot").asInt()).isEqualTo(9);
        assertNothing(answer, "verplaatsingen");
        for (String query :
                List.of(
                        "bekendTotTot=10",
                        "bekendTotVan=9&bekendTotTot=10",
                        "minstensJournaal=10")) {
            assertThat(story.ask("/verschillen?" + query).status()).isEqualTo(503);
        }
        assertThat(ask(story.unpark(), "van=2025-11-30").get("verplaatsingen")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "van=2025-11-30&bekendTotVan=5"})
    void the_same_question_has_the_same_tag(String query) {
        Story story = story();
        Answer answer = story.ask("/verschillen?" + query);
        assertThat(answer.header("ETag"))
                .isNotNull()
                .isEqualTo(story.ask("/verschillen?" + query).header("ETag"));
    }
}
