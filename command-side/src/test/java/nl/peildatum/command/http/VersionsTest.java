package nl.peildatum.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import nl.peildatum.command.CommandSideServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionsTest {

    private static final CommandSideServer SERVER = CommandSideServer.shared();
    private static final String START = "{\"soort\": \"START\"}";

    @Test
    void the_version_the_caller_has_seen_is_the_number_of_entries_about_the_action() {
        String programme = SERVER.programme();
        SERVER.action(programme, "1");
        String action = SERVER.action(programme, "22");
        SERVER.post(action + "/statuswijzigingen", START, "If-Match", "\"1\"").isDone(201);
        assertThat(
                        SERVER.post(
                                        action + "/toelichtingen",
                                        "{\"toelichting\": \"a\"}",
                                        "If-Match",
                                        "\"1\"")
                                .isProblem(412)
                                .detail())
                .contains("versie 1")
                .contains("versie 2");
        SERVER.post(
                        action + "/wijzigingen",
                        "{\"titel\": \"a\", \"volgorde\": 3}",
                        "If-Match",
                        "\"2\"")
                .isDone(201);
        SERVER.post(action + "/toelichtingen", "{\"toelichting\": \"a\"}", "If-Match", "\"4\"")
                .isDone(201);
    }

    @Test
    void a_version_that_is_not_there_yet_has_not_been_seen_either() {
        String action = SERVER.action(SERVER.programme(), "22");
        SERVER.post(action + "/statuswijzigingen", START, "If-Match", "\"2\"").isProblem(412);
        SERVER.post(action + "/statuswijzigingen", START, "If-Match", "\"0\"").isProblem(412);
    }

    @Test
    void a_star_is_any_version() {
        String action = SERVER.action(SERVER.programme(), "22");
        SERVER.post(action + "/statuswijzigingen", START, "If-Match", "*").isDone(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "W/\"1\"", "\"een\"", "\"-1\"", "\"", "\"99999999999999999999\""})
    void what_is_no_version_never_matches(String header) {
        String action = SERVER.action(SERVER.programme(), "22");
        assertThat(
                        SERVER.post(action + "/statuswijzigingen", START, "If-Match", header)
                                .isProblem(412)
                                .detail())
                .contains("\"3\"");
        SERVER.post(action + "/statuswijzigingen", START).isDone(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"7\", \"1\"",
                "\"1\",\"x\"",
                "W/\"2\", \"1\"",
                ", \"1\",",
                "\"x,y\", \"1\"",
                "\"1\" , , \"2\"",
                " \"1\""
            })
    void one_of_a_list_is_enough(String header) {
        String action = SERVER.action(SERVER.programme(), "22");
        SERVER.post(action + "/statuswijzigingen", START, "If-Match", header).isDone(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"7\", \"2\"",
                "W/\"1\", \"2\"",
                "\"1\" \"2\"",
                "\"1\", 2",
                "\"1\", *",
                ",",
                "\"1\"x"
            })
    void none_of_a_list_is_refused(String header) {
        String action = SERVER.action(SERVER.programme(), "22");
        SERVER.post(action + "/statuswijzigingen", START, "If-Match", header).isProblem(412);
    }

    private static final String LINE = "{\"titel\": \"%s\", \"langeTitel\": \"b\"%s}";

    private static String line(String programme, int number) {
        SERVER.post(programme + "/actielijnen", LINE.formatted("a", ", \"nummer\": " + number))
                .isDone(201);
        return programme + "/actielijnen/" + number;
    }

    @Test
    void the_version_of_a_line_is_the_number_of_entries_about_that_line() {
        String programme = SERVER.programme();
        line(programme, 1);
        String line = line(programme, 2);
        SERVER.put(line, LINE.formatted("c", ""), "If-Match", "\"2\"").isProblem(412);
        SERVER.put(line, LINE.formatted("c", ""), "If-Match", "\"7\", \"1\"").isDone(200);
        assertThat(
                        SERVER.put(line, LINE.formatted("d", ""), "If-Match", "\"1\"")
                                .isProblem(412)
                                .detail())
                .contains("versie 1")
                .contains("versie 2");
        SERVER.put(line, LINE.formatted("d", ""), "If-Match", "*").isDone(200);
        SERVER.put(line, LINE.formatted("d", ""), "If-Match", "\"3\"").isUnchanged();
        SERVER.put(line, LINE.formatted("d", ""), "If-Match", "3").isProblem(412);
        SERVER.put(programme + "/actielijnen/7", LINE.formatted("d", ""), "If-Match", "\"1\"")
                .isProblem(404);
    }

    @Test
    void corrections_and_retractions_count_for_the_line_they_are_about() {
        String programme = SERVER.programme();
        line(programme, 1);
        String line = line(programme, 2);
        SERVER.put(line, LINE.formatted("c", "")).isDone(200);
        SERVER.post(
                        programme + "/journaal/4/correcties",
                        "{\"reden\": \"r\", \"als\": {\"titel\": \"e\"}}",
                        "If-Match",
                        "\"4\"")
                .isProblem(412);
        SERVER.post(
                        programme + "/journaal/4/correcties",
                        "{\"reden\": \"r\", \"als\": {\"titel\": \"e\"}}",
                        "If-Match",
                        "\"2\"")
                .isDone(201);
        SERVER.post(programme + "/journaal/4/intrekkingen", "{\"reden\": \"r\"}").isDone(201);
        SERVER.put(line, LINE.formatted("d", ""), "If-Match", "\"3\"").isProblem(412);
        SERVER.put(line, LINE.formatted("d", ""), "If-Match", "\"4\"").isDone(200);
    }

    @Test
    void the_version_of_a_programme_is_the_number_of_entries_about_itself() {
        String programme = SERVER.programme();
        line(programme, 1);
        String body = "{\"naam\": \"%s\", \"eindjaar\": 2027, \"uitgevers\": []}";
        SERVER.put(programme, body.formatted("Anders"), "If-Match", "\"2\"").isProblem(412);
        SERVER.put(programme, body.formatted("Anders"), "If-Match", "\"1\"").isDone(200);
        SERVER.put(programme, body.formatted("Toch"), "If-Match", "\"1\"").isProblem(412);
        SERVER.put(programme, body.formatted("Toch"), "If-Match", "W/\"1\", \"2\"").isDone(200);
    }

    @Test
    void an_unknown_action_has_no_version_to_compare() {
        String programme = SERVER.programme();
        SERVER.post(programme + "/acties/22/statuswijzigingen", START, "If-Match", "\"1\"")
                .isProblem(404);
    }

    @Test
    void of_changes_on_one_version_at_once_one_is_recorded() {
        String programme = SERVER.programme();
        String action = SERVER.action(programme, "22");
        assertThat(
                        Parallel.answers(
                                        10,
                                        number ->
                                                SERVER.post(
                                                        action + "/toelichtingen",
                                                        "{\"toelichting\": \"tekst %d\"}"
                                                                .formatted(number),
                                                        "If-Match",
                                                        "\"1\""))
                                .stream()
                                .map(answer -> answer.status()))
                .containsOnlyOnce(201)
                .containsOnly(201, 412);
        assertThat(SERVER.recorded(programme)).hasSize(3);
    }
}
