package nl.peildatum.command.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.peildatum.command.Answer;
import nl.peildatum.command.CommandSideServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgementsOverHttpTest {

    private static final CommandSideServer SERVER = CommandSideServer.shared();
    private static final String ACCEPTED =
            "{\"oordeel\": \"GEACCEPTEERD\", \"reden\": \"zo staat het in de publicatie\"}";

    private static String signal(String programme, String key) {
        return programme + "/signalen/" + key + "/beoordelingen";
    }

    private static String programme(String... actions) {
        String programme = SERVER.programme();
        for (String action : actions) {
            SERVER.action(programme, action);
        }
        return programme;
    }

    @Test
    void a_judgement_is_an_entry_of_the_journal() {
        String programme = programme("37");

        Answer judged = SERVER.post(signal(programme, "vertraging-37-op-2"), ACCEPTED).isDone(201);

        assertThat(judged.number()).isEqualTo(3);
        assertThat(judged.location()).isEqualTo(programme + "/journaal/3");
        assertThat(SERVER.recorded(programme)).last().isEqualTo("signal-accepted");
    }

    @Test
    void the_same_signal_can_be_judged_anew() {
        String programme = programme("37");
        String signal = signal(programme, "vertraging-37-op-2");
        SERVER.post(signal, ACCEPTED).isDone(201);

        SERVER.post(signal, ACCEPTED).isProblem(409);
        SERVER.post(signal, ACCEPTED.replace("zo staat", "zo stond")).isDone(201);
        SERVER.post(signal, ACCEPTED.replace("GEACCEPTEERD", "AFGEWEZEN")).isDone(201);
        SERVER.post(signal, ACCEPTED).isDone(201);

        assertThat(SERVER.recorded(programme).subList(2, 6))
                .containsExactly(
                        "signal-accepted",
                        "signal-accepted",
                        "signal-dismissed",
                        "signal-accepted");
    }

    @Test
    void a_repeated_request_is_answered_as_at_first() {
        String programme = programme("37");
        String signal = signal(programme, "vertraging-37-op-2");
        String key = CommandSideServer.key();

        Answer first = SERVER.post(signal, ACCEPTED, "Idempotency-Key", key).isDone(201);

        assertThat(SERVER.post(signal, ACCEPTED, "Idempotency-Key", key).isDone(201).body())
                .isEqualTo(first.body());
        assertThat(SERVER.recorded(programme)).hasSize(3);
    }

    @Test
    void a_judgement_says_what_and_why() {
        String signal = signal(programme("37"), "vertraging-37-op-2");

        assertThat(SERVER.post(signal, "{}").isProblem(400).faulty())
                .containsExactlyInAnyOrder("oordeel", "reden");
        assertThat(
                        SERVER.post(
                                        signal,
                                        """
                                        {"oordeel": "geaccepteerd", "reden": " ",
                                         "ingangsdatum": "2026-01-01"}""")
                                .isProblem(400)
                                .faulty())
                .containsExactlyInAnyOrder("oordeel", "reden", "ingangsdatum");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "vertraging-37",
                "vertraging-37-op-",
                "vertraging-37-op-2-",
                "vertraging-37-op-02",
                "vertraging-37-op-0",
                "vertraging--op-2",
                "-37-op-2",
                "Vertraging-37-op-2",
                "vertraging-37-op-x12",
                "vertraging-37-op-x0123456789abcdeg",
                "vertraging_37-op-2",
                "vertraging-37-op-22222222222222222222222222222222222222222222222222222222222222222"
                        + "22222222222222222222222222222222222222222222"
            })
    void what_is_no_key_is_wrong_input(String key) {
        assertThat(SERVER.post(signal(programme("37"), key), "{}").isProblem(400).faulty())
                .contains("signaal", "oordeel", "reden");
    }

    @ParameterizedTest
    @CsvSource({
        "vertraging-37-op-2, 201",
        "vertraging-38-op-2, 404",
        "vertraging-3-op-2, 404",
        "vertraging-37-37a-op-2, 404",
        "verband-37-extra-1-op-2-3, 201",
        "verband-extra-1-op-op-2, 201",
        "nummer-37-extra-1-op-op-x0123456789abcdef, 201",
        "vertraging-37-op-5, 404",
        "vertraging-37-op-99999999999999999999999999, 404"
    })
    void only_a_signal_about_what_is_recorded_can_be_judged(String key, int status) {
        String programme = programme("37", "extra-1", "op");

        Answer answer = SERVER.post(signal(programme, key), ACCEPTED);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    }

    @Test
    void an_entry_with_a_judgement_cannot_be_corrected() {
        String programme = programme("37");
        SERVER.post(signal(programme, "vertraging-37-op-2"), ACCEPTED).isDone(201);

        for (String change : List.of("/intrekkingen", "/correcties")) {
            SERVER.post(
                            programme + "/journaal/3" + change,
                            change.equals("/correcties")
                                    ? "{\"reden\": \"anders\", \"als\": {\"reden\": \"nee\"}}"
                                    : "{\"reden\": \"anders\"}")
                    .isProblem(409);
        }
    }

    @Test
    void codes_that_can_be_read_in_many_ways_take_no_longer() {
        String programme = programme("a", "a-a", "a-a-a");

        SERVER.post(signal(programme, "verband-" + "a-".repeat(50) + "b-op-2"), ACCEPTED)
                .isProblem(404);
    }
}
