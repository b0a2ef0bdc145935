package nl.peildatum.command.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nl.peildatum.command.Answer;
import nl.peildatum.command.CommandSideServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What is counted after a take-over is what is printed, or somebody said that it may differ. */
class AddingUpTest {

    private static final CommandSideServer SERVER = CommandSideServer.shared();
    private static final Overview NOVEMBER = Overview.november();
    private static final Overview ONE_WORD = Overview.of("/field/md-extra-title-word.md");
    private static final String EXTRA =
            "#### Extra actie: Pilot preventie ronselen slachtoffers mensenhandel bij beschermd en"
                    + " begeleid wonen";
    private static final int ALL = 98;

    private static Answer take(String programme, Overview edition, String query) {
        return SERVER.send(
                "POST",
                programme + "/importen?peildatum=2026-03-31" + query,
                edition.bytes(),
                "Content-Type",
                "text/markdown");
    }

    /** A programme that holds the edition of November. */
    private static String holding() {
        String programme = SERVER.programme();
        SERVER.send(
                        "POST",
                        programme + "/importen?peildatum=2025-11-30",
                        NOVEMBER.bytes(),
                        "Content-Type",
                        "text/markdown")
                .isDone(201);
        return programme;
    }

    private static JsonNode trial(String programme, Overview edition, String query) {
        return take(programme, edition, "&proef=true" + query).isDone(200).json();
    }

    private static List<String> rows(JsonNode proposal) {
        List<String> rows = new ArrayList<>();
        proposal.get("regels")
                .forEach(
                        row ->
                                rows.add(
                                        row.get("actie").asString()
                                                + " "
                                                + row.get("soort").asString()));
        return rows;
    }

    private static List<String> answers(JsonNode proposal) {
        List<String> answers = new ArrayList<>();
        proposal.get("vragen")
                .forEach(
                        question ->
                                question.get("antwoordMet")
                                        .forEach(answer -> answers.add(answer.asString())));
        return answers;
    }

    private static List<String> differing(JsonNode proposal) {
        List<String> differing = new ArrayList<>();
        proposal.at("/aansluiting/verschillen")
                .forEach(
                        one ->
                                differing.add(
                                        one.get("actie").asString()
                                                + " "
                                                + place(one.get("gedrukt"))
                                                + " > "
                                                + place(one.get("straks"))));
        return differing;
    }

    private static String place(JsonNode place) {
        return place.isNull()
                ? "-"
                : place.get("actielijn").asString("geen") + " " + place.get("status").asString();
    }

    private static int then(JsonNode proposal) {
        return proposal.at("/aansluiting/straks/totaal/acties").asInt();
    }

    private static Overview withExtras(String... titles) {
        Overview edition = NOVEMBER;
        for (String title : titles) {
            edition =
                    edition.added(
                            4,
                            "#### Extra actie: Pilot",
                            "#### Extra actie: " + title + "\n\nIn uitvoering  (2026)",
                            "In uitvoering");
        }
        return edition;
    }

    // --- is it one that we know?

    @Test
    void one_word_more_in_the_title_of_an_extra_action_is_a_question() {
        String programme = holding();
        JsonNode trial = trial(programme, ONE_WORD, "");
        JsonNode question = trial.get("vragen").get(0);
        assertThat(question.get("gedrukt").asString()).contains("ronselen van slachtoffers");
        assertThat(question.get("kandidaten").get(0).asString()).isEqualTo("extra-1");
        assertThat(answers(trial)).containsExactly("herken=extra-2:extra-1", "nieuw=extra-2");
        assertThat(then(trial)).isEqualTo(45);
        assertThat(trial.at("/aansluiting/gedrukt/totaal/acties").asInt()).isEqualTo(44);
        assertThat(differing(trial)).containsExactly("extra-1 - > 4 IN_UITVOERING");

        Answer refused = take(programme, ONE_WORD, "").isProblem(409);
        assertThat(refused.faulty()).containsExactly("herken", "afwijking");
        assertThat(take(programme, ONE_WORD, "&afwijking=aanvaard").isProblem(409).faulty())
                .containsExactly("herken");
        assertThat(SERVER.recorded(programme)).hasSize(ALL);
    }

    @Test
    void recognised_it_is_retitled_and_everything_adds_up() {
        String programme = holding();
        JsonNode trial = trial(programme, ONE_WORD, "&herken=extra-2:extra-1");
        assertThat(trial.get("vragen")).isEmpty();
        assertThat(rows(trial)).containsExactly("extra-1 TITEL");
        assertThat(trial.at("/aansluiting/straks")).isEqualTo(trial.at("/aansluiting/gedrukt"));
        String seen = trial.get("voorstel").asString();
        take(programme, ONE_WORD, "&nieuw=extra-2&afwijking=aanvaard&voorstel=" + seen)
                .isProblem(409);
        take(programme, ONE_WORD, "&herken=extra-2:extra-1&voorstel=" + seen).isDone(201);
        take(programme, ONE_WORD, "&herken=extra-2:extra-1").isUnchanged();
        assertThat(SERVER.recorded(programme)).endsWith("action-retitled").hasSize(ALL + 1);
        assertThat(rows(trial(programme, ONE_WORD, ""))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "intrekken, action-withdrawn, ''",
        "uitsluiten, action-excluded, ''",
        "behouden, action-baselined, &afwijking=aanvaard"
    })
    void new_it_is_what_becomes_of_the_other_that_adds_up(
            String choice, String last, String accepted) {
        String programme = holding();
        String query = "&nieuw=extra-2&nietVermeld=extra-1:" + choice;
        JsonNode trial = trial(programme, ONE_WORD, query);
        assertThat(trial.get("vragen")).isEmpty();
        assertThat(differing(trial).isEmpty()).isEqualTo(accepted.isEmpty());
        assertThat(take(programme, ONE_WORD, "&nieuw=extra-2").isProblem(409).faulty())
                .containsExactly("afwijking");
        take(
                        programme,
                        ONE_WORD,
                        query + accepted + "&voorstel=" + trial.get("voorstel").asString())
                .isDone(201);
        assertThat(SERVER.recorded(programme)).endsWith(last);
        assertThat(then(trial(programme, ONE_WORD, ""))).isEqualTo(accepted.isEmpty() ? 44 : 45);
    }

    @ParameterizedTest
    @ValueSource(strings = {".", " …", "!?", ";", " "})
    void white_space_and_final_punctuation_make_no_other_title(String end) {
        String programme = holding();
        JsonNode trial =
                trial(
                        programme,
                        NOVEMBER.with(EXTRA, EXTRA.replace("Pilot ", "Pilot\u00A0 ") + end),
                        "");
        assertThat(trial.get("vragen")).isEmpty();
        assertThat(rows(trial)).noneMatch(row -> row.startsWith("extra-2"));
        assertThat(then(trial)).isEqualTo(44);
    }

    @Test
    void provisional_codes_stay_when_another_question_is_answered() {
        String programme = holding();
        Overview edition = withExtras("Eén", "Twee").with(EXTRA, "#### Extra actie: Drie");
        // the last one added stands first
        assertThat(answers(trial(programme, edition, "")))
                .contains("nieuw=extra-2", "nieuw=extra-3", "nieuw=extra-4");
        JsonNode answered = trial(programme, edition, "&herken=extra-3:extra-1&nieuw=extra-2");
        assertThat(answered.get("vragen")).isEmpty();
        assertThat(rows(answered))
                .contains("extra-1 TITEL", "extra-2 ACTIE_GEPLAND", "extra-4 ACTIE_GEPLAND")
                .noneMatch(row -> row.startsWith("extra-3"));
        assertThat(answered.at("/aansluiting/straks"))
                .isEqualTo(answered.at("/aansluiting/gedrukt"));
        assertThat(
                        trial(programme, edition, "&nieuw=extra-4,extra-2&herken=extra-3:extra-1")
                                .get("voorstel"))
                .isEqualTo(
                        trial(programme, edition, "&nieuw=extra-2,extra-4&herken=extra-3:extra-1")
                                .get("voorstel"));
        assertThat(answers(trial(programme, edition, "&nieuw=extra-3")))
                .contains("nieuw=extra-2", "nieuw=extra-4")
                .doesNotContain("nieuw=extra-3");
    }

    @Test
    void one_that_was_withdrawn_is_not_asked_for() {
        String programme = holding();
        SERVER.post(
                        programme + "/acties/extra-1/statuswijzigingen",
                        """
                        {"soort": "INTREKKING", "reden": "gestopt", "ingangsdatum": "2026-01-15"}""")
                .isDone(201);
        JsonNode trial = trial(programme, ONE_WORD, "");
        assertThat(trial.get("vragen")).isEmpty();
        take(programme, ONE_WORD, "").isDone(201);
    }

    // --- answers that mean nothing

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "herken|extra-2",
                "herken|extra-2:",
                "herken|:extra-1",
                "herken|extra-2:EXTRA-1",
                "herken|extra-9:extra-1",
                "herken|extra-2:extra-9",
                "herken|extra-2:22",
                "herken|extra-2:31",
                "herken|extra-1:extra-1",
                "herken|extra-2:extra-1,extra-3:extra-1",
                "herken|extra-2:extra-1,,",
                "nieuw|extra-1",
                "nieuw|22",
                "nieuw|Extra 2",
                "nietVermeld|extra-1",
                "nietVermeld|extra-1:weg",
                "nietVermeld|22:intrekken",
                "nietVermeld|onbekend:intrekken",
                "nietVermeld|extra-1:behouden,extra-1:intrekken",
                "afwijking|ja",
                "zonder|onbekend",
                "witruimte|46:behouden"
            })
    void an_answer_that_means_nothing_names_its_parameter(String parameter, String value) {
        String programme = holding();
        String query = "&" + parameter + "=" + value.replace(" ", "%20");
        for (String trial : List.of("", "&proef=true")) {
            assertThat(take(programme, ONE_WORD, trial + query).isProblem(400).faulty())
                    .containsOnly(parameter);
        }
        assertThat(SERVER.recorded(programme)).hasSize(ALL);
    }

    @Test
    void two_printed_actions_are_not_one() {
        String programme = holding();
        assertThat(
                        take(programme, withExtras("Anders"), "&herken=extra-2:extra-1")
                                .isProblem(400)
                                .detail())
                .contains("extra-1", "kunnen niet dezelfde zijn");
        assertThat(
                        take(
                                        programme,
                                        ONE_WORD,
                                        "&proef=true&nieuw=extra-2&herken=extra-2:extra-1")
                                .isProblem(400)
                                .faulty())
                .containsExactly("herken");
    }

    // --- does it add up?

    @Test
    void rows_that_are_left_out_make_a_difference_like_any_other() {
        String programme = holding();
        Overview edition = NOVEMBER.moved(3, "24", "In uitvoering", "Afgerond");
        JsonNode trial = trial(programme, edition, "&zonder=24");
        assertThat(differing(trial)).containsExactly("24 3 AFGEROND > 3 IN_UITVOERING");
        Answer refused = take(programme, edition, "&zonder=24").isProblem(409);
        assertThat(refused.detail()).contains("24");
        assertThat(refused.json().at("/aansluiting/straks"))
                .isEqualTo(trial.at("/aansluiting/straks"));
        // what was seen without 24 is not what would now be taken over
        take(programme, edition, "&voorstel=" + trial.get("voorstel").asString()).isProblem(409);
        take(
                        programme,
                        edition,
                        "&zonder=24&afwijking=aanvaard&voorstel="
                                + trial.get("voorstel").asString())
                .isDone(200);
        assertThat(SERVER.recorded(programme)).hasSize(ALL);
    }

    @Test
    void an_action_elsewhere_that_nobody_prints_makes_a_difference() {
        String programme = holding();
        SERVER.action(programme, "99");
        JsonNode trial = trial(programme, NOVEMBER, "");
        assertThat(differing(trial)).containsExactly("99 - > geen NOG_NIET_GESTART");
        assertThat(trial.at("/aansluiting/straks/actielijnen").valueStream().toList())
                .anyMatch(line -> line.get("nummer").isNull());
        take(programme, NOVEMBER, "&nietVermeld=99:uitsluiten").isDone(201);
        assertThat(SERVER.recorded(programme)).endsWith("action-excluded");
        take(programme, NOVEMBER, "").isDone(200);
    }

    @Test
    void a_proposal_is_of_one_document_byte_for_byte() {
        String programme = holding();
        String seen = trial(programme, NOVEMBER, "").get("voorstel").asString();
        assertThat(trial(programme, NOVEMBER, "").get("voorstel").asString()).isEqualTo(seen);
        Overview other = new Overview(NOVEMBER.text() + "\n");
        assertThat(rows(trial(programme, other, ""))).isEmpty();
        take(programme, other, "&voorstel=" + seen).isProblem(409);
        take(programme, NOVEMBER, "&voorstel=" + seen).isDone(200);
    }
}
