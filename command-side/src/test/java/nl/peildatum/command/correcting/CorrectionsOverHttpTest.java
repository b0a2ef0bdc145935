package nl.peildatum.command.correcting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nl.peildatum.command.Answer;
import nl.peildatum.command.CommandSideServer;
import nl.peildatum.command.http.Parallel;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CorrectionsOverHttpTest {

    private static final CommandSideServer SERVER = CommandSideServer.shared();

    private final String programme = SERVER.programme();

    private Answer correct(long number, String body) {
        return SERVER.post(programme + "/journaal/" + number + "/correcties", body);
    }

    private Answer retract(long number, String body) {
        return SERVER.post(programme + "/journaal/" + number + "/intrekkingen", body);
    }

    private static String as(String fields) {
        return "{\"reden\": \"vergissing\", \"als\": {" + fields + "}}";
    }

    private long started(String code) {
        String action = SERVER.action(programme, code);
        return SERVER.post(
                        action + "/statuswijzigingen",
                        "{\"soort\": \"START\", \"ingangsdatum\": \"2025-03-01\"}")
                .isDone(201)
                .number();
    }

    private List<String> answers(Answer preview) {
        List<String> answers = new ArrayList<>();
        for (JsonNode row : preview.isDone(200).json().get("antwoorden")) {
            answers.add(
                    row.get("wat").asString()
                            + " "
                            + row.get("vanaf").asString()
                            + " "
                            + row.get("totEnMet")
                            + " "
                            + row.get("huidig")
                            + " "
                            + row.get("voorgesteld"));
        }
        return answers;
    }

    @Test
    void what_others_record_meanwhile_is_no_reason_to_refuse_a_correction() {
        int many = 6;
        List<Long> lines = new ArrayList<>();
        for (int line = 1; line <= many; line++) {
            SERVER.action(programme, "a" + line);
            lines.add(
                    SERVER.post(
                                    programme + "/actielijnen",
                                    """
                                    {"nummer": %d, "titel": "t", "langeTitel": "t", "ingangsdatum": "2025-01-01"}"""
                                            .formatted(line))
                            .isDone(201)
                            .number());
        }

        List<Answer> answers =
                Parallel.answers(
                        2 * many,
                        number ->
                                number % 2 == 0
                                        ? correct(lines.get(number / 2), as("\"titel\": \"beter\""))
                                        : SERVER.post(
                                                programme
                                                        + "/acties/a"
                                                        + (number / 2 + 1)
                                                        + "/toelichtingen",
                                                "{\"toelichting\": \"nieuw\"}"));

        assertThat(answers).allSatisfy(answer -> answer.isDone(201));
    }

    @Test
    void a_correction_is_an_entry_of_its_own_and_the_entry_stays() {
        long number = started("22");

        Answer corrected = correct(number, as("\"ingangsdatum\": \"2025-02-01\"")).isDone(201);

        assertThat(corrected.number()).isEqualTo(number + 1);
        assertThat(corrected.location()).isEqualTo(programme + "/journaal/" + (number + 1));
        assertThat(SERVER.recorded(programme))
                .containsExactly(
                        "programme-adopted",
                        "action-planned",
                        "action-started",
                        "action-entry-corrected");
    }

    @Test
    void a_trial_says_what_would_read_differently_and_records_nothing() {
        long number = started("22");

        Answer trial =
                SERVER.post(
                        programme + "/journaal/" + number + "/correcties?proef=true",
                        as("\"ingangsdatum\": \"2025-02-01\", \"reden\": \"eerder begonnen\""));

        assertThat(answers(trial))
                .containsExactly(
                        "reden 2025-02-01 null null \"eerder begonnen\"",
                        "status 2025-02-01 \"2025-02-28\" \"NOG_NIET_GESTART\" \"IN_UITVOERING\"");
        assertThat(trial.json().get("rapportages")).isEmpty();
        assertThat(SERVER.recorded(programme)).hasSize(3);

        Answer gone =
                SERVER.post(
                        programme + "/journaal/" + number + "/intrekkingen?proef=true",
                        "{\"reden\": \"toch niet\"}");
        assertThat(answers(gone))
                .containsExactly("status 2025-03-01 null \"IN_UITVOERING\" \"NOG_NIET_GESTART\"");
        assertThat(SERVER.recorded(programme)).hasSize(3);
    }

    @Test
    void what_is_null_is_removed_and_what_is_absent_stays() {
        String action = SERVER.action(programme, "22");
        SERVER.post(action + "/statuswijzigingen", "{\"soort\": \"START\"}").isDone(201);
        long delayed =
                SERVER.post(
                                action + "/statuswijzigingen",
                                """
                                {"soort": "VERTRAGING", "reden": "ziekte", "toelichting": "t",
                                 "verwachteAfronding": "2027-01-01", "bron": "brief"}""")
                        .isDone(201)
                        .number();

        assertThat(correct(delayed, as("\"reden\": null")).isProblem(400).faulty())
                .containsExactly("als.reden");
        correct(delayed, as("\"verwachteAfronding\": null, \"toelichting\": null")).isDone(201);
        correct(delayed, as("\"soort\": \"AFRONDING\", \"reden\": null, \"bron\": null"))
                .isDone(201);
    }

    @Test
    void an_action_whose_plan_is_taken_back_is_there_no_more_and_its_code_can_be_planned_again() {
        String programme = SERVER.programme();
        String mistaken = SERVER.action(programme, "typefout"); // 2
        String other = SERVER.action(programme, "23"); // 3
        String link =
                "{\"verbanden\": [{\"soort\": \"VOLGT_OP\", \"actie\": \"typefout\"}], \"ingangsdatum\": \"%s\"}";
        SERVER.post(other + "/wijzigingen", link.formatted("2025-06-01")).isDone(201); // 4
        String plan = programme + "/journaal/2";
        assertThat(
                        SERVER.post(plan + "/intrekkingen", "{\"reden\": \"r\"}")
                                .isProblem(409)
                                .json()
                                .get("journaalnummer")
                                .asLong())
                .isEqualTo(4);
        SERVER.post(plan + "/correcties", as("\"ingangsdatum\": \"2025-06-02\"")).isProblem(409);
        SERVER.post(plan + "/correcties", as("\"ingangsdatum\": \"2025-05-01\"")).isDone(201); // 5
        assertThat(
                        SERVER.post(other + "/wijzigingen", link.formatted("2025-04-30"))
                                .isProblem(400)
                                .faulty())
                .containsExactly("verbanden");
        SERVER.post(programme + "/journaal/4/intrekkingen", "{\"reden\": \"r\"}").isDone(201); // 6
        SERVER.post(plan + "/intrekkingen", "{\"reden\": \"typefout\"}").isDone(201); // 7

        for (String path : List.of("/statuswijzigingen", "/toelichtingen", "/wijzigingen")) {
            String body =
                    switch (path) {
                        case "/statuswijzigingen" -> "{\"soort\": \"START\"}";
                        case "/toelichtingen" -> "{\"toelichting\": \"t\"}";
                        default -> "{\"titel\": \"t\"}";
                    };
            SERVER.post(mistaken + path, body).isProblem(404);
        }
        assertThat(
                        SERVER.post(other + "/wijzigingen", link.formatted("2025-06-01"))
                                .isProblem(400)
                                .faulty())
                .containsExactly("verbanden[0].actie");
        SERVER.action(programme, "typefout"); // 8
        SERVER.post(other + "/wijzigingen", link.formatted("2025-06-01")).isDone(201);
        SERVER.post(mistaken + "/toelichtingen", "{\"toelichting\": \"t\"}", "If-Match", "\"4\"")
                .isDone(201);
        SERVER.post(programme + "/journaal/2/intrekkingen", "{\"reden\": \"r\"}").isProblem(409);
        assertThat(SERVER.recorded(programme)).hasSize(10);
    }

    @Test
    void every_fault_is_named_at_once() {
        long number = started("22");

        assertThat(
                        correct(
                                        number,
                                        """
                                        {"als": {"ingangsdatum": null, "soort": "KNIPPEREN",
                                         "titel": "niet van deze regel"}, "extra": 1}""")
                                .isProblem(400)
                                .faulty())
                .containsExactlyInAnyOrder(
                        "reden", "als.ingangsdatum", "als.soort", "als.titel", "extra");
        assertThat(correct(number, as("")).isProblem(400).faulty()).containsExactly("als");
        assertThat(correct(number, "{\"reden\": \"r\"}").isProblem(400).faulty()).contains("als");
        assertThat(retract(number, "{}").isProblem(400).faulty()).containsExactly("reden");
        assertThat(correct(number, as("\"ingangsdatum\": \"2999-01-01\"")).isProblem(400).faulty())
                .containsExactly("als.ingangsdatum");
    }

    @Test
    void an_entry_that_is_not_there_is_not_found() {
        started("22");

        correct(99, as("\"reden\": \"r\"")).isProblem(404);
        correct(0, as("\"reden\": \"r\"")).isProblem(404);
        SERVER.post(programme + "/journaal/een/correcties", as("\"reden\": \"r\"")).isProblem(404);
        retract(99, "{\"reden\": \"r\"}").isProblem(404);
    }

    @Test
    void what_stands_in_the_way_is_named() {
        long number = started("22");
        String action = programme + "/acties/22";
        long completed =
                SERVER.post(
                                action + "/statuswijzigingen",
                                "{\"soort\": \"AFRONDING\", \"ingangsdatum\": \"2025-06-01\"}")
                        .isDone(201)
                        .number();

        Answer refused = correct(number, as("\"ingangsdatum\": \"2025-07-01\"")).isProblem(409);
        assertThat(refused.json().get("journaalnummer").asLong()).isEqualTo(completed);
        assertThat(refused.detail()).contains("regel " + completed).contains("AFRONDING");
        assertThat(retract(number - 1, "{\"reden\": \"r\"}").isProblem(409).detail())
                .contains("regel " + number);
        retract(completed, "{\"reden\": \"r\"}").isDone(201);
        assertThat(correct(completed, as("\"reden\": \"r\"")).isProblem(409).detail())
                .contains("ingetrokken");
    }

    @Test
    void an_inclusion_turns_out_to_be_an_exclusion() {
        String action = SERVER.action(programme, "22");
        long excluded =
                SERVER.post(
                                action + "/wijzigingen",
                                "{\"opgenomen\": false, \"reden\": \"start later\"}")
                        .isDone(201)
                        .number();

        correct(excluded, as("\"opgenomen\": true")).isDone(201);
        correct(excluded, as("\"soort\": \"UITSLUITING\"")).isDone(201);
        correct(excluded, as("\"soort\": \"UITSLUITING\"")).isProblem(409);
    }

    @Test
    void a_correction_of_what_already_holds_changes_nothing() {
        long number = started("22");

        correct(number, as("\"ingangsdatum\": \"2025-03-01\"")).isProblem(409);
    }

    @Test
    void lines_are_corrected_and_taken_back_unless_an_action_belongs_to_them() {
        long line =
                SERVER.post(
                                programme + "/actielijnen",
                                """
                                {"nummer": 1, "titel": "Kort", "langeTitel": "Lang",
                                 "doelen": ["een"], "effecten": [], "inleiding": "vooraf"}""")
                        .isDone(201)
                        .number();
        correct(line, as("\"titel\": \"Korter\", \"inleiding\": null, \"doelen\": [\"twee\"]"))
                .isDone(201);
        Answer trial =
                SERVER.post(
                        programme + "/journaal/" + line + "/correcties?proef=true",
                        as("\"ingangsdatum\": \"2024-02-01\""));
        assertThat(answers(trial))
                .contains("titel 2024-01-01 \"2024-01-31\" \"Korter\" null")
                .contains("doelen 2024-01-01 \"2024-01-31\" [\"twee\"] null");
        String action = SERVER.action(programme, "22");
        SERVER.post(action + "/wijzigingen", "{\"actielijn\": 1}").isDone(201);
        assertThat(retract(line, "{\"reden\": \"r\"}").isProblem(409).detail())
                .contains("ACTIELIJN");
    }

    @Test
    void a_line_without_actions_is_taken_back_and_can_be_defined_again() {
        String body =
                "{\"nummer\": 1, \"titel\": \"Kort\", \"langeTitel\": \"Lang\", \"doelen\": [],"
                        + " \"effecten\": []}";
        long line = SERVER.post(programme + "/actielijnen", body).isDone(201).number();

        retract(line, "{\"reden\": \"r\"}").isDone(201);

        SERVER.post(programme + "/actielijnen", body).isDone(201);
    }

    @Test
    void the_programme_itself_is_corrected_and_never_taken_back() {
        correct(1, as("\"naam\": \"Samen sterk\", \"eindjaar\": 2028")).isDone(201);

        assertThat(correct(1, as("\"eindjaar\": 2020")).isProblem(400).faulty())
                .containsExactly("als.eindjaar");
        retract(1, "{\"reden\": \"r\"}").isProblem(409);
    }

    @Test
    void a_repeat_gets_the_first_answer_and_another_version_is_refused() {
        long number = started("22");
        String path = programme + "/journaal/" + number + "/correcties";
        String key = CommandSideServer.key();
        String body = as("\"ingangsdatum\": \"2025-02-01\"");

        SERVER.post(path, body, "If-Match", "\"1\"").isProblem(412);
        Answer first = SERVER.post(path, body, "Idempotency-Key", key).isDone(201);
        retract(number, "{\"reden\": \"toch niet\"}").isDone(201);
        assertThat(SERVER.post(path, body, "Idempotency-Key", key).isDone(201).body())
                .isEqualTo(first.body());
        SERVER.post(path, as("\"reden\": \"anders\""), "Idempotency-Key", key).isProblem(409);
    }

    @Test
    void only_the_secretariat_corrects() {
        long number = started("22");
        String path = programme + "/journaal/" + number + "/correcties";

        SERVER.post(path, as("\"reden\": \"r\""), CommandSideServer.as("a", "auditor"))
                .isProblem(403);
        SERVER.post(path, as("\"reden\": \"r\""), "Authorization", "").isProblem(401);
    }
}
