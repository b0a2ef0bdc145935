package nl.peildatum.command.trying;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import nl.peildatum.api.Today;
import nl.peildatum.command.Answer;
import nl.peildatum.command.CommandSideServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class TrialsOverHttpTest {

    private static final CommandSideServer SERVER = CommandSideServer.shared();
    private static final String START = "{\"soort\": \"START\", \"ingangsdatum\": \"2025-03-01\"}";

    private final String programme = SERVER.programme();

    private String action(String code) {
        SERVER.post(
                programme + "/actielijnen",
                "{\"nummer\": 1, \"titel\": \"a\", \"langeTitel\": \"b\"}");
        SERVER.post(
                        programme + "/acties",
                        """
                        {"actie": "%s", "titel": "Een actie", "actielijn": 1, "opgenomen": true,
                         "ingangsdatum": "2025-01-01"}"""
                                .formatted(code))
                .isDone(201);
        return programme + "/acties/" + code;
    }

    @Test
    void a_trial_of_a_move_says_what_it_would_record_and_change() {
        action("1");
        String action = action("22");
        SERVER.post(action + "/toelichtingen", "{\"toelichting\": \"a\"}").isDone(201);
        String today = LocalDate.now(Today.AMSTERDAM).toString();

        JsonNode trial =
                SERVER.post(
                                action + "/statuswijzigingen?proef=true",
                                """
                                {"soort": "START", "ingangsdatum": "2025-03-01", "reden": "r",
                                 "toelichting": "t", "bron": "brief"}""")
                        .isDone(200)
                        .json();

        assertThat(trial.propertyNames())
                .containsExactly(
                        "bekendTot", "regels", "antwoorden", "tellingen", "latere", "rapportages");
        assertThat(trial.get("bekendTot").asInt()).isEqualTo(5);
        assertThat(trial.get("regels").toString())
                .isEqualTo(
                        """
                        [{"soort":"START","actie":"22","van":"NOG_NIET_GESTART",\
                        "naar":"IN_UITVOERING","ingangsdatum":"2025-03-01","reden":"r",\
                        "toelichting":"t","bron":"brief","verwijstNaar":null}]""");
        assertThat(trial.get("latere").toString())
                .isEqualTo(
                        """
                        [{"journaalnummer":5,"soort":"TOELICHTING","ingangsdatum":"%s"}]"""
                                .formatted(today));
        assertThat(trial.get("tellingen").findValues("peildatum"))
                .map(JsonNode::asString)
                .containsExactly("2025-03-01", "2025-03-01", today, today);
        assertThat(trial.at("/tellingen/0").toString())
                .isEqualTo(
                        """
                        {"peildatum":"2025-03-01","onderdeel":"TOTAAL","actielijn":null,\
                        "voor":{"acties":2,"afgerond":0,"inUitvoering":0,\
                        "inUitvoeringVertraging":0,"doorlopend":0,"nogNietGestart":2},\
                        "na":{"acties":2,"afgerond":0,"inUitvoering":1,\
                        "inUitvoeringVertraging":0,"doorlopend":0,"nogNietGestart":1}}""");
        assertThat(trial.at("/tellingen/1/actielijn").asInt()).isEqualTo(1);
        assertThat(SERVER.recorded(programme)).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource({
        "/22/openingsstand, '{\"status\": \"AFGEROND\", \"bron\": \"b\"}', OPENINGSSTAND",
        "/22/statuswijzigingen, '{\"soort\": \"DOORLOPEND\"}', DOORLOPEND",
        "/22/toelichtingen, '{\"toelichting\": \"a\"}', TOELICHTING",
        "/22/wijzigingen, '{\"titel\": \"a\", \"volgorde\": 3}', TITEL",
        "'', '{\"actie\": \"7\", \"titel\": \"a\", \"opgenomen\": true}', ACTIE_GEPLAND"
    })
    void every_command_about_an_action_can_be_tried(String path, String body, String kind) {
        action("22");
        JsonNode trial =
                SERVER.post(programme + "/acties" + path + "?proef=true", body).isDone(200).json();
        assertThat(trial.at("/regels/0/soort").asString()).isEqualTo(kind);
        assertThat(SERVER.recorded(programme)).hasSize(3);
        SERVER.post(programme + "/acties" + path + "?proef=false", body).isDone(201);
        SERVER.post(programme + "/acties" + path + "?proef=ja", body).isProblem(400);
        SERVER.post(programme + "/acties" + path + "?proef", body).isProblem(400);
    }

    @Test
    void a_trial_is_refused_as_the_command_is() {
        String action = action("22") + "/statuswijzigingen";
        for (String body :
                new String[] {
                    "{\"soort\": \"HERVATTING\"}",
                    "{\"soort\": \"INTREKKING\"}",
                    "{\"soort\": \"START\", \"ingangsdatum\": \"2999-01-01\"}",
                    "{\"soort\": \"START\", \"ingangsdatum\": \"2024-12-31\"}",
                    "{\"soort\": \"START\", \"onzin\": 1}"
                }) {
            Answer refused = SERVER.post(action, body);
            Answer trial = SERVER.post(action + "?proef=true", body);
            assertThat(refused.status()).isBetween(400, 409);
            assertThat(trial.isProblem(refused.status()).detail()).isEqualTo(refused.detail());
        }
        SERVER.post(programme + "/acties/99/statuswijzigingen?proef=true", START).isProblem(404);
        SERVER.post(action + "?proef=true", START, "If-Match", "\"2\"").isProblem(412);
        SERVER.post(action + "?proef=true", START, "If-Match", "\"1\"").isDone(200);
        SERVER.post(action, START).isDone(201);
        SERVER.post(programme + "/acties/22/wijzigingen?proef=true", "{\"titel\": \"Een actie\"}")
                .isProblem(409);
        SERVER.post(action + "?proef=true", START, CommandSideServer.as("a", "lezer"))
                .isProblem(403);
    }

    @Test
    void a_trial_uses_up_no_key() {
        String action = action("22") + "/statuswijzigingen";
        String key = CommandSideServer.key();
        SERVER.post(action + "?proef=true", START, "Idempotency-Key", key).isDone(200);
        Answer done = SERVER.post(action, START, "Idempotency-Key", key).isDone(201);
        SERVER.post(action + "?proef=true", "{\"soort\": \"AFRONDING\"}", "Idempotency-Key", key)
                .isDone(200);
        assertThat(SERVER.post(action, START, "Idempotency-Key", key).isDone(201).body())
                .isEqualTo(done.body());
        String correction = programme + "/journaal/" + done.number() + "/correcties";
        String body = "{\"reden\": \"r\", \"als\": {\"ingangsdatum\": \"2025-02-01\"}}";
        SERVER.post(correction + "?proef=true", body, "Idempotency-Key", key).isDone(200);
        SERVER.post(correction, body, "Idempotency-Key", key).isProblem(409);
    }

    @Test
    void a_trial_of_a_correction_says_the_counts_of_the_old_day_and_the_new() {
        String action = action("22") + "/statuswijzigingen";
        long started = SERVER.post(action, START).isDone(201).number();
        SERVER.post(action, "{\"soort\": \"AFRONDING\", \"ingangsdatum\": \"2025-06-01\"}")
                .isDone(201);

        JsonNode trial =
                SERVER.post(
                                programme + "/journaal/" + started + "/correcties?proef=true",
                                "{\"reden\": \"r\", \"als\": {\"ingangsdatum\": \"2025-02-01\"}}")
                        .isDone(200)
                        .json();

        assertThat(trial.get("regel").asLong()).isEqualTo(started);
        assertThat(trial.at("/regels/0/verwijstNaar").asLong()).isEqualTo(started);
        assertThat(trial.at("/regels/0/soort").asString()).isEqualTo("CORRECTIE");
        assertThat(trial.get("latere").findValues("journaalnummer"))
                .map(JsonNode::asLong)
                .containsExactly(started + 1);
        assertThat(trial.at("/tellingen/0/peildatum").asString()).isEqualTo("2025-02-01");
        assertThat(trial.at("/tellingen/0/voor/nogNietGestart").asInt()).isEqualTo(1);
        assertThat(trial.at("/tellingen/0/na/inUitvoering").asInt()).isEqualTo(1);
        assertThat(trial.at("/tellingen/2/peildatum").asString()).isEqualTo("2025-03-01");
        assertThat(trial.at("/tellingen/2/voor")).isEqualTo(trial.at("/tellingen/2/na"));
    }
}
