package nl.peildatum.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nl.peildatum.api.Today;
import nl.peildatum.events.ActionEvent.DelayRescheduled;
import nl.peildatum.events.Status;
import nl.peildatum.query.api.Asked.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class PossibilityTest {
    private static Story story;

    @BeforeAll
    static void tell() {
        story = Story.adopted();
        story.planned("24", null, null, "2024-01-01"); // 2
        story.baselined("24", Status.IN_PROGRESS, "2025-03-01"); // 3
        story.delayed("24", "2025-06-01", "te laat", null); // 4
        story.tell(
                new DelayRescheduled(
                        story.action("24"),
                        LocalDate.parse("2026-06-01"),
                        story.basis("2025-07-01"),
                        null)); // 5
        story.planned("25", null, null, "2025-01-01");
    }

    private static JsonNode possible(String query) {
        return story.ask("/acties/24/mogelijkheden" + query).json();
    }

    private static List<String> moves(JsonNode answer, boolean legal) {
        return answer.get("mogelijkheden")
                .valueStream()
                .filter(move -> move.get("kan").asBoolean() == legal)
                .map(move -> move.get("soort").asString())
                .toList();
    }

    @Test
    void every_move_says_whether_it_can_be_made_where_it_leads_and_what_it_needs() {
        JsonNode answer = possible("?ingangsdatum=2025-08-01");
        assertThat(answer.propertyNames())
                .containsExactly(
                        "actie",
                        "ingangsdatum",
                        "status",
                        "peildatum",
                        "bekendTot",
                        "bekendOp",
                        "mogelijkheden");
        assertThat(answer.get("status").asString()).isEqualTo("IN_UITVOERING_VERTRAGING");
        assertThat(moves(answer, true))
                .containsExactly("HERVATTING", "DOORLOPEND", "AFRONDING", "INTREKKING");
        assertThat(answer.at("/mogelijkheden/0").toString())
                .isEqualTo(
                        """
                        {"soort":"START","kan":false,"naar":"IN_UITVOERING",\
                        "naarLabel":"In uitvoering","nodig":[],\
                        "waaromNiet":"Actie 24 heeft op 1 augustus 2025 de status ‘In uitvoering, \
                        vertraging’; starten kan dan niet. Op die datum kan wel: HERVATTING, \
                        DOORLOPEND, AFRONDING, INTREKKING."}""");
        assertThat(answer.at("/mogelijkheden/7").toString())
                .isEqualTo(
                        """
                        {"soort":"INTREKKING","kan":true,"naar":"VERVALLEN",\
                        "naarLabel":"Vervallen","nodig":["reden"],"waaromNiet":null}""");
    }

    @Test
    void what_is_recorded_of_later_days_stays_legal() {
        assertThat(moves(possible("?ingangsdatum=2025-06-15"), true)).isEmpty();
        assertThat(
                        possible("?ingangsdatum=2025-06-15")
                                .at("/mogelijkheden/2/waaromNiet")
                                .asString())
                .isEqualTo(
                        "Dit kan niet, omdat regel 5 van het journaal (PLANNING van actie 24 met"
                                + " ingang van 1 juli 2025) daarna niet meer klopt. Op die datum is"
                                + " geen enkele statuswijziging mogelijk.");
        assertThat(moves(possible("?ingangsdatum=2024-02-01"), true)).isEmpty();
        assertThat(moves(possible("?ingangsdatum=2025-06-15&bekendTot=4"), true))
                .containsExactly("HERVATTING", "DOORLOPEND", "AFRONDING", "INTREKKING");
    }

    @Test
    void before_its_first_entry_an_action_can_make_no_move() {
        JsonNode answer = possible("?ingangsdatum=2023-12-31");
        assertThat(answer.get("status").isNull()).isTrue();
        assertThat(moves(answer, false)).hasSize(8);
        assertThat(answer.at("/mogelijkheden/0/waaromNiet").asString())
                .isEqualTo(
                        "Op die datum is nog niets vastgelegd; corrigeer eerst de openingsstand."
                                + " Over actie 24 is pas vanaf 1 januari 2024 iets bekend.");
        assertThat(moves(possible("?bekendTot=1"), false)).hasSize(8);
    }

    @Test
    void without_a_date_it_is_about_today() {
        assertThat(possible("").get("ingangsdatum").asString())
                .isEqualTo(LocalDate.now(Today.AMSTERDAM).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2018-12-31", "9999-01-01", "2025-02-30", ""})
    void a_date_that_no_command_takes_is_refused(String day) {
        Answer answer = story.ask("/acties/24/mogelijkheden?ingangsdatum=" + day);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json("/fouten/0/veld").asString()).isEqualTo("ingangsdatum");
        assertThat(story.ask("/acties/24/mogelijkheden?ingangsdatum=2019-01-01").status())
                .isEqualTo(200);
    }

    @Test
    void of_an_action_that_is_not_there_nothing_is_possible() {
        assertThat(story.ask("/acties/99/mogelijkheden").status()).isEqualTo(404);
    }
}
