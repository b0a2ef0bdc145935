package nl.peildatum.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import nl.peildatum.events.ActionEvent.ActionEntryCorrected;
import nl.peildatum.events.ActionEvent.ActionEntryRetracted;
import nl.peildatum.events.ActionEvent.ActionPlanned;
import nl.peildatum.events.Link;
import nl.peildatum.events.LinkKind;
import nl.peildatum.eventstore.TestCorrections;
import nl.peildatum.query.api.Asked.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A plan that was retracted was a mistake: for whoever knows that there is no such action. */
class RetractedPlanTest {
    private static final long PLAN = 5;
    private static final long LINKED = 6;
    private static final long RETRACTED = 7;

    private final Story story = story();

    private static Story story() {
        Story story = Story.adopted();
        story.line(1, "Eerste", 1, "2024-01-01");
        story.planned("24", 1, 1, "2025-12-01");
        story.started("24", "2025-12-01");
        story.planned("vergissing", 1, 2, "2025-12-01");
        story.linked("24", new Link(LinkKind.FOLLOWS, "vergissing"), "2025-12-02");
        story.tell(
                new ActionEntryRetracted(
                        story.action("vergissing"), PLAN, story.basis("2026-01-05"), "typefout"));
        return story;
    }

    private JsonNode ask(String path) {
        Answer answer = story.ask(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private Answer overview(String query, String accept) {
        return Asked.method(
                "GET", "/" + story.programme + "/monitoringsoverzicht" + query, "Accept", accept);
    }

    @Test
    void it_is_in_no_list_and_no_link() {
        assertThat(ask("/acties").get("totaal").asInt()).isEqualTo(1);
        assertThat(ask("/acties?zoek=vergissing").get("totaal").asInt()).isZero();
        assertThat(ask("/acties").toString()).doesNotContain("vergissing");
        assertThat(ask("/acties/24").get("verbanden")).isEmpty();
        assertThat(ask("/acties?peildatum=2025-06-01").get("totaal").asInt()).isEqualTo(1);

        String before = "bekendTot=" + LINKED;
        assertThat(ask("/acties?" + before).get("totaal").asInt()).isEqualTo(2);
        assertThat(ask("/acties/24?" + before).at("/verbanden/0/actie").asString())
                .isEqualTo("vergissing");
    }

    @Test
    void it_is_in_no_count() {
        assertThat(ask("/dashboard").get("nietVastgelegd").asInt()).isZero();
        assertThat(ask("/dashboard?peildatum=2025-12-31").get("nietVastgelegd").asInt()).isZero();
        assertThat(ask("/dashboard?peildatum=2025-06-01").get("nietVastgelegd").asInt())
                .isEqualTo(1);
        for (JsonNode point : ask("/verloop?van=2025-12-31&tot=2026-02-28").get("punten")) {
            assertThat(point.get("nietVastgelegd").asInt()).isZero();
        }
        assertThat(
                        ask("/dashboard?peildatum=2025-06-01&bekendTot=" + LINKED)
                                .get("nietVastgelegd")
                                .asInt())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/html", "text/markdown", "text/csv"})
    void no_form_of_the_overview_names_it(String accept) {
        for (String day : new String[] {"", "?peildatum=2025-06-01"}) {
            assertThat(overview(day, accept).body()).contains("24").doesNotContain("vergissing");
        }
        assertThat(overview("?bekendTot=" + LINKED, accept).body()).contains("vergissing");
    }

    @Test
    void neither_the_template_nor_a_signal_names_it() {
        assertThat(story.ask("/importen/sjabloon?peildatum=2026-02-01").body())
                .contains("24")
                .doesNotContain("vergissing");
        assertThat(story.ask("/signalen").body()).doesNotContain("vergissing");
    }

    @Test
    void its_address_is_unknown_where_the_retraction_is_known() {
        for (String path :
                new String[] {"/acties/vergissing", "/acties/vergissing/statusverloop"}) {
            assertThat(story.ask(path).status()).isEqualTo(404);
            assertThat(story.ask(path + "?peildatum=2025-12-31").status()).isEqualTo(404);
            assertThat(story.ask(path + "?bekendTot=" + RETRACTED).status()).isEqualTo(404);
            assertThat(story.ask(path + "?bekendTot=" + LINKED).status()).isEqualTo(200);
            assertThat(story.ask(path + "?bekendTot=" + (PLAN - 1)).status()).isEqualTo(200);
        }
        assertThat(ask("/acties/vergissing?bekendTot=" + LINKED).get("status").asString())
                .isEqualTo("NOG_NIET_GESTART");
    }

    @Test
    void its_history_is_always_told() {
        JsonNode history = ask("/acties/vergissing/historie");
        assertThat(history.get("regels").findValuesAsString("soort"))
                .containsExactly("ACTIE_GEPLAND", "RETRACTIE");
        assertThat(history.at("/regels/0/zin").asString())
                .isEqualTo(
                        "Planning van actie vergissing per 1 december 2025 is ingetrokken met regel"
                                + " 7 en geldt niet meer.");
        assertThat(story.ask("/acties/vergissing/historie?bekendTot=" + PLAN).status())
                .isEqualTo(200);
    }

    @Test
    void the_retraction_is_the_cause_of_the_difference_that_it_makes() {
        JsonNode answer = ask("/verschillen?van=2025-12-31&tot=2025-12-31&bekendTotVan=" + LINKED);
        assertThat(answer.at("/gecorrigeerd/0/actie").asString()).isEqualTo("vergissing");
        assertThat(answer.at("/gecorrigeerd/0/journaalnummers").toString()).isEqualTo("[7]");
        assertThat(answer.at("/gecorrigeerd/0/zin").asString())
                .contains("want de actie was ten onrechte gepland; dat is vastgelegd op")
                .endsWith("Reden: ‘typefout’");
    }

    @Test
    void the_frozen_form_goes_on_naming_it_as_in_reports_of_before() {
        assertThat(
                        overview(
                                        "?peildatum=2025-12-31",
                                        "application/vnd.peildatum.overzicht.v1+json")
                                .body())
                .contains("\"nietVastgelegd\":[\"vergissing\"]")
                .contains("\"verbanden\":[{\"actie\":\"vergissing\",\"soort\":\"VOLGT_OP\"}]");
        assertThat(
                        Asked.get(
                                        "auditor",
                                        "/" + story.programme + "/monitoringsoverzicht/controle")
                                .json("/inOrde")
                                .asBoolean())
                .isTrue();
    }

    // --- its code is planned again

    private void plannedAgain() {
        story.tell(
                new ActionPlanned(
                        story.action("vergissing"),
                        "vergissing",
                        "Nu goed",
                        1,
                        new TreeSet<>(),
                        true,
                        null,
                        2,
                        story.basis("2026-01-10"),
                        null,
                        null));
    }

    @Test
    void planned_again_it_is_an_action_from_then_on_and_counts_its_entries_on() {
        plannedAgain();
        JsonNode again = ask("/acties/vergissing");
        assertThat(again.get("titel").asString()).isEqualTo("Nu goed");
        assertThat(again.get("versie").asInt()).isEqualTo(3);
        assertThat(ask("/acties").get("totaal").asInt()).isEqualTo(2);
        assertThat(ask("/dashboard").at("/totaal/acties").asInt()).isEqualTo(2);
        assertThat(ask("/acties/24").get("verbanden")).hasSize(1);
        assertThat(ask("/acties/vergissing?peildatum=2025-12-31").get("status").isNull()).isTrue();
        assertThat(ask("/acties/vergissing/statusverloop").get("perioden")).hasSize(1);
        assertThat(story.ask("/acties/vergissing?bekendTot=" + RETRACTED).status()).isEqualTo(404);
        assertThat(ask("/acties/vergissing/historie").get("regels").findValuesAsString("soort"))
                .containsExactly("ACTIE_GEPLAND", "RETRACTIE", "ACTIE_GEPLAND");
        assertThat(
                        ask("/verschillen?van=2025-12-31&tot=2026-01-31")
                                .at("/toegetreden/0/journaalnummers")
                                .toString())
                .isEqualTo("[8]");
        assertThat(
                        Asked.get(
                                        "auditor",
                                        "/" + story.programme + "/monitoringsoverzicht/controle")
                                .json("/inOrde")
                                .asBoolean())
                .isTrue();
    }

    @Test
    void what_is_corrected_after_that_is_the_second_plan() {
        plannedAgain();
        story.tell(
                new ActionEntryCorrected(
                        story.action("vergissing"),
                        8,
                        TestCorrections.of("title", "Beter"),
                        story.basis("2026-02-01"),
                        "titel",
                        null,
                        null,
                        null));
        assertThat(ask("/acties/vergissing").get("titel").asString()).isEqualTo("Beter");
        assertThat(ask("/acties/vergissing").get("versie").asInt()).isEqualTo(4);
        story.tell(
                new ActionEntryRetracted(
                        story.action("vergissing"), 9, story.basis("2026-02-02"), "toch niet"));
        assertThat(story.ask("/acties/vergissing").status()).isEqualTo(404);
        assertThat(ask("/acties/vergissing?bekendTot=9").get("titel").asString())
                .isEqualTo("Beter");
    }
}
