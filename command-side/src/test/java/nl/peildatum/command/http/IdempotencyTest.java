package nl.peildatum.command.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntFunction;
import nl.peildatum.command.Answer;
import nl.peildatum.command.CommandSideServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyTest {

    private static final CommandSideServer SERVER = CommandSideServer.shared();
    private static final String KEY = "Idempotency-Key";
    private static final String LINE =
            "{\"nummer\": 1, \"titel\": \"%s\", \"langeTitel\": \"Lang\"}";

    private static void areOneAnswer(List<Answer> answers) {
        assertThat(answers)
                .allSatisfy(
                        answer -> {
                            assertThat(answer.status())
                                    .as(answer.body())
                                    .isEqualTo(answers.getFirst().status());
                            assertThat(answer.body()).isEqualTo(answers.getFirst().body());
                            assertThat(answer.location()).isEqualTo(answers.getFirst().location());
                        });
    }

    private static void tenAtOnce(String programme, int status, IntFunction<Answer> request) {
        int before = SERVER.recorded(programme).size();
        List<Answer> answers = Parallel.answers(10, request);
        answers.getFirst().isDone(status);
        areOneAnswer(answers);
        assertThat(SERVER.recorded(programme)).hasSize(before + 1);
        areOneAnswer(List.of(answers.getFirst(), request.apply(10)));
        assertThat(SERVER.recorded(programme)).hasSize(before + 1);
    }

    private static void retract(String programme, Answer recorded) {
        SERVER.post(
                        programme
                                + "/journaal/"
                                + recorded.json().get("journaalnummer").asLong()
                                + "/intrekkingen",
                        "{\"reden\": \"vergissing\"}")
                .isDone(201);
    }

    @Test
    void a_repeat_gets_its_first_answer_also_where_it_would_be_refused_by_now() {
        String programme = SERVER.programme();
        SERVER.action(programme, "22");
        Answer planned =
                SERVER.post(
                                programme + "/acties",
                                """
                                {"actie": "23", "titel": "t", "opgenomen": true,
                                 "ingangsdatum": "2025-01-01"}""")
                        .isDone(201);
        IntFunction<Answer> link =
                _ ->
                        SERVER.post(
                                programme + "/acties/22/wijzigingen",
                                "{\"verbanden\": [{\"soort\": \"VOLGT_OP\", \"actie\": \"23\"}]}",
                                KEY,
                                "verband");
        IntFunction<Answer> sheet =
                _ ->
                        SERVER.send(
                                "POST",
                                programme + "/importen?peildatum=2025-03-31",
                                "actie;status\n23;In uitvoering\n".getBytes(UTF_8),
                                "Content-Type",
                                "text/csv",
                                KEY,
                                "blad");
        Answer linked = link.apply(1).isDone(201);
        Answer taken = sheet.apply(1).isDone(201);
        retract(programme, linked);
        retract(programme, taken);
        retract(programme, planned);
        int recorded = SERVER.recorded(programme).size();

        areOneAnswer(List.of(linked, link.apply(2)));
        areOneAnswer(List.of(taken, sheet.apply(2)));
        assertThat(SERVER.recorded(programme)).hasSize(recorded);
        SERVER.post(programme + "/acties/23/toelichtingen", "{\"toelichting\": \"t\"}", KEY, "blad")
                .isProblem(409);
    }

    @Test
    void ten_repeats_at_once_of_any_command_record_one_entry_and_get_one_answer() {
        String programme = SERVER.programme();
        List<String> keys = List.of("a", "b", "c", "d", "e", "f", "g");
        String own = programme.substring(programme.lastIndexOf('/') + 1);
        tenAtOnce(
                own + "-tien",
                201,
                _ ->
                        SERVER.post(
                                "/api/v1/programmas",
                                """
                                {"programma": "%s-tien", "naam": "n", "startjaar": 2024, "eindjaar": 2027}"""
                                        .formatted(own),
                                KEY,
                                own + keys.get(0)));
        tenAtOnce(
                programme,
                201,
                _ ->
                        SERVER.post(
                                programme + "/actielijnen",
                                LINE.formatted("a"),
                                KEY,
                                own + keys.get(1)));
        tenAtOnce(
                programme,
                200,
                _ ->
                        SERVER.put(
                                programme + "/actielijnen/1",
                                LINE.formatted("b"),
                                KEY,
                                own + keys.get(2)));
        tenAtOnce(
                programme,
                201,
                _ ->
                        SERVER.post(
                                programme + "/acties",
                                "{\"actie\": \"22\", \"titel\": \"t\", \"opgenomen\": true}",
                                KEY,
                                own + keys.get(3)));
        tenAtOnce(
                programme,
                201,
                _ ->
                        SERVER.post(
                                programme + "/acties/22/statuswijzigingen",
                                "{\"soort\": \"START\"}",
                                KEY,
                                own + keys.get(4)));
        tenAtOnce(
                programme,
                201,
                _ ->
                        SERVER.post(
                                programme + "/acties/22/toelichtingen",
                                "{\"toelichting\": \"t\"}",
                                KEY,
                                own + keys.get(5)));
        tenAtOnce(
                programme,
                201,
                _ ->
                        SERVER.post(
                                programme + "/acties/22/wijzigingen",
                                "{\"titel\": \"anders\"}",
                                KEY,
                                own + keys.get(6)));
    }

    @Test
    void a_key_is_not_used_for_something_else() {
        String programme = SERVER.programme();
        String action = SERVER.action(programme, "22");
        String other = SERVER.action(programme, "23");
        String key = CommandSideServer.key();
        String body = "{\"toelichting\": \"eerst\"}";
        SERVER.post(action + "/toelichtingen", body, KEY, key).isDone(201);
        List<Answer> others =
                List.of(
                        SERVER.post(
                                action + "/toelichtingen",
                                "{\"toelichting\": \"anders\"}",
                                KEY,
                                key),
                        SERVER.post(action + "/toelichtingen", body.replace(": ", ":"), KEY, key),
                        SERVER.post(other + "/toelichtingen", body, KEY, key),
                        SERVER.post(action + "/wijzigingen", "{\"titel\": \"t\"}", KEY, key),
                        SERVER.put(programme + "/actielijnen/1", LINE.formatted("a"), KEY, key));
        assertThat(others.getLast().status()).isEqualTo(404);
        for (Answer answer : others.subList(0, 4)) {
            assertThat(answer.isProblem(409).detail()).contains("Idempotency-Key");
        }
        assertThat(SERVER.recorded(programme)).hasSize(4);
    }

    @Test
    void a_key_belongs_to_its_subject() {
        String programme = SERVER.programme();
        String action = SERVER.action(programme, "22");
        String key = CommandSideServer.key();
        String[] somebody = CommandSideServer.as("iemand-anders", "secretariaat");
        Answer mine =
                SERVER.post(action + "/toelichtingen", "{\"toelichting\": \"a\"}", KEY, key)
                        .isDone(201);
        Answer theirs =
                SERVER.post(
                                action + "/toelichtingen",
                                "{\"toelichting\": \"b\"}",
                                KEY,
                                key,
                                somebody[0],
                                somebody[1])
                        .isDone(201);
        assertThat(theirs.number()).isEqualTo(mine.number() + 1);
    }

    @Test
    void a_refused_request_leaves_its_key_free() {
        String programme = SERVER.programme();
        String action = SERVER.action(programme, "22");
        String key = CommandSideServer.key();
        String complete = "{\"soort\": \"AFRONDING\"}";
        SERVER.post(action + "/statuswijzigingen", complete, KEY, key).isProblem(409);
        SERVER.post(action + "/statuswijzigingen", "{}", KEY, key).isProblem(400);
        SERVER.post(action + "/statuswijzigingen", "{\"soort\": \"START\"}").isDone(201);
        SERVER.post(action + "/statuswijzigingen", complete, KEY, key).isDone(201);
    }

    @Test
    void a_repeat_after_other_changes_gets_the_first_answer_and_records_nothing() {
        String programme = SERVER.programme();
        String action = SERVER.action(programme, "22");
        String key = CommandSideServer.key();
        Answer first =
                SERVER.post(
                                action + "/statuswijzigingen",
                                "{\"soort\": \"START\"}",
                                KEY,
                                key,
                                "If-Match",
                                "\"1\"")
                        .isDone(201);
        SERVER.post(action + "/statuswijzigingen", "{\"soort\": \"AFRONDING\"}").isDone(201);
        SERVER.post(
                        action + "/statuswijzigingen",
                        "{\"soort\": \"INTREKKING\", \"reden\": \"vervalt\"}")
                .isDone(201);
        areOneAnswer(
                List.of(
                        first,
                        SERVER.post(
                                action + "/statuswijzigingen",
                                "{\"soort\": \"START\"}",
                                KEY,
                                key,
                                "If-Match",
                                "\"1\"")));
        assertThat(SERVER.recorded(programme)).hasSize(5);
    }

    @Test
    void a_change_that_changed_nothing_is_remembered_as_well() {
        String programme = SERVER.programme();
        SERVER.post(programme + "/actielijnen", LINE.formatted("a")).isDone(201);
        String key = CommandSideServer.key();
        String line = programme + "/actielijnen/1";
        List<Answer> first =
                Parallel.answers(10, _ -> SERVER.put(line, LINE.formatted("a"), KEY, key));
        first.getFirst().isUnchanged();
        areOneAnswer(first);
        SERVER.put(line, LINE.formatted("b")).isDone(200);
        areOneAnswer(List.of(first.getFirst(), SERVER.put(line, LINE.formatted("a"), KEY, key)));
        assertThat(SERVER.recorded(programme)).hasSize(3);
        SERVER.put(line, LINE.formatted("c"), KEY, key).isProblem(409);
        SERVER.put(line, LINE.formatted("b"), KEY, key).isProblem(409);
    }

    @Test
    void one_key_for_two_things_at_once_is_for_one_of_them() {
        String programme = SERVER.programme();
        String action = SERVER.action(programme, "22");
        String key = CommandSideServer.key();
        List<Answer> answers =
                Parallel.answers(
                        10,
                        number ->
                                SERVER.post(
                                        action + "/toelichtingen",
                                        "{\"toelichting\": \"tekst %d\"}".formatted(number),
                                        KEY,
                                        key));
        assertThat(answers.stream().map(Answer::status)).containsOnlyOnce(201);
        assertThat(answers.stream().map(Answer::status)).containsOnly(201, 409);
        assertThat(SERVER.recorded(programme)).hasSize(3);
    }

    @Test
    void two_keys_are_no_key() {
        String programme = SERVER.programme();
        String action = SERVER.action(programme, "22");
        SERVER.post(
                        action + "/toelichtingen",
                        "{\"toelichting\": \"a\"}",
                        KEY,
                        CommandSideServer.key(),
                        KEY,
                        CommandSideServer.key())
                .isProblem(400);
        assertThat(SERVER.recorded(programme)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"met spatie", "met\ttab", "\""})
    void a_key_is_of_visible_characters(String key) {
        String action = SERVER.action(SERVER.programme(), "22");
        int status =
                SERVER.post(action + "/toelichtingen", "{\"toelichting\": \"a\"}", KEY, key)
                        .status();
        assertThat(status).isEqualTo(key.equals("\"") ? 201 : 400);
        SERVER.post(action + "/toelichtingen", "{\"toelichting\": \"a\"}", KEY, "k".repeat(201))
                .isProblem(400);
    }
}
