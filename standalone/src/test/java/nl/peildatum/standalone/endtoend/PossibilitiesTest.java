package nl.peildatum.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nl.peildatum.standalone.RunningStandalone;
import nl.peildatum.standalone.endtoend.Visitor.Answer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the one side says an action can do is what the other side does. */
class PossibilitiesTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PROGRAMME = "/api/v1/programmas/mogelijkheden";
    private static final List<String> MOVES =
            List.of(
                    "START",
                    "VERTRAGING",
                    "HERVATTING",
                    "DOORLOPEND",
                    "AFBAKENING",
                    "AFRONDING",
                    "HEROPENING",
                    "INTREKKING");
    private static final LocalDate FIRST_DAY = LocalDate.parse("2025-01-01");
    private static final int DAYS = 9;

    private final RunningStandalone standalone = RunningStandalone.shared();
    private final Visitor secretariat =
            new Visitor(standalone.address(), standalone.token("secretariaat"));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void every_move_on_every_day_of_a_history_is_told_as_the_command_answers_it(long seed) {
        Random random = new Random(seed);
        post(
                "/api/v1/programmas",
                """
                {"programma": "mogelijkheden", "naam": "Proef", "startjaar": 2024,
                 "eindjaar": 2027, "uitgevers": []}""");
        String action = PROGRAMME + "/acties/h" + seed;
        assertThat(
                        post(
                                        PROGRAMME + "/acties",
                                        """
                                        {"actie": "h%d", "titel": "t", "opgenomen": true,
                                         "ingangsdatum": "%s"}"""
                                                .formatted(seed, FIRST_DAY.plusDays(1)))
                                .status())
                .isEqualTo(201);
        long last = record(action, random);

        for (int day = 0; day <= DAYS + 1; day++) {
            assertToldAsAnswered(action, FIRST_DAY.plusDays(day), last);
        }
    }

    /** Moves, explanations, completions, corrections and retractions, as far as they are legal. */
    private long record(String action, Random random) {
        long last = 0;
        List<Long> recorded = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            LocalDate day = FIRST_DAY.plusDays(1 + random.nextInt(DAYS));
            Answer answer =
                    switch (random.nextInt(8)) {
                        case 0 ->
                                post(
                                        action + "/openingsstand",
                                        """
                                        {"status": "IN_UITVOERING", "bron": "b",
                                         "ingangsdatum": "%s"}"""
                                                .formatted(day));
                        case 1 ->
                                post(
                                        action + "/wijzigingen",
                                        """
                                        {"verwachteAfronding": "2027-0%d-01",
                                         "ingangsdatum": "%s"}"""
                                                .formatted(1 + random.nextInt(9), day));
                        case 2 ->
                                post(
                                        PROGRAMME
                                                + "/journaal/"
                                                + (recorded.isEmpty()
                                                        ? 1
                                                        : recorded.get(
                                                                random.nextInt(recorded.size())))
                                                + "/intrekkingen",
                                        "{\"reden\": \"r\"}");
                        case 3 ->
                                post(
                                        PROGRAMME
                                                + "/journaal/"
                                                + (recorded.isEmpty()
                                                        ? 1
                                                        : recorded.get(
                                                                random.nextInt(recorded.size())))
                                                + "/correcties",
                                        """
                                        {"reden": "r", "als": {"ingangsdatum": "%s"}}"""
                                                .formatted(day));
                        default ->
                                post(
                                        action + "/statuswijzigingen",
                                        move(MOVES.get(random.nextInt(7)), day));
                    };
            if (answer.status() == 201) {
                last = answer.body().get("journaalnummer").asLong();
                recorded.add(last);
            }
        }
        return last;
    }

    private Answer post(String path, String json) {
        return secretariat.post(path, JSON.readTree(json));
    }

    private static String move(String move, LocalDate day) {
        return """
               {"soort": "%s", "reden": "r", "ingangsdatum": "%s"}"""
                .formatted(move, day);
    }

    private void assertToldAsAnswered(String action, LocalDate day, long last) {
        JsonNode told =
                secretariat
                        .get(
                                action
                                        + "/mogelijkheden?ingangsdatum=%s&minstensJournaal=%d"
                                                .formatted(day, last))
                        .body();
        assertThat(told.get("mogelijkheden").findValues("soort"))
                .map(JsonNode::asString)
                .isEqualTo(MOVES);
        for (JsonNode possibility : told.get("mogelijkheden")) {
            String move = possibility.get("soort").asString();
            Answer trial = post(action + "/statuswijzigingen?proef=true", move(move, day));
            String as = move + " on " + day + ": " + possibility + " " + trial.body();
            assertThat(trial.status())
                    .as(as)
                    .isEqualTo(possibility.get("kan").asBoolean() ? 200 : 409);
            if (trial.status() == 200) {
                assertThat(trial.body().at("/regels/0/naar"))
                        .as(as)
                        .isEqualTo(possibility.get("naar"));
                assertThat(possibility.get("waaromNiet").isNull()).isTrue();
                assertThat(
                                post(
                                                action + "/statuswijzigingen?proef=true",
                                                "{\"soort\": \"%s\", \"ingangsdatum\": \"%s\"}"
                                                        .formatted(move, day))
                                        .status())
                        .as(as)
                        .isEqualTo(possibility.get("nodig").isEmpty() ? 200 : 400);
            } else {
                assertThat(possibility.get("waaromNiet").asString())
                        .isEqualTo(trial.body().get("detail").asString());
            }
        }
    }
}
