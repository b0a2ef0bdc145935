package nl.peildatum.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.peildatum.command.Answer;
import nl.peildatum.command.CommandSideServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointsTest {

    private static final CommandSideServer SERVER = CommandSideServer.shared();
    private static final String LINE =
            """
            {"nummer": 1, "titel": "Kort", "langeTitel": "Een lange titel", "inleiding": "Eerst dit.",
             "doelenInleiding": null, "doelen": ["een doel"], "effecten": ["een effect"]}""";

    private static void isReceiptOf(Answer answer, String programme, String name) {
        assertThat(SERVER.recorded(programme)).last().isEqualTo(name);
        assertThat(answer.number()).isEqualTo(SERVER.recorded(programme).size());
        assertThat(answer.json().propertyNames())
                .containsExactly("journaalnummer", "id", "geregistreerdOp");
        UUID id = UUID.fromString(answer.json().get("id").asString());
        String moment = answer.json().get("geregistreerdOp").asString();
        assertThat(moment).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
        assertThat(
                        SERVER.jdbc()
                                .sql(
                                        "SELECT recorded_at = ?::timestamptz FROM events.event WHERE event_id = ?")
                                .params(Instant.parse(moment).toString(), id)
                                .query(Boolean.class)
                                .single())
                .isTrue();
    }

    private static String facts(String programme) {
        return SERVER.jdbc()
                .sql(
                        """
                        SELECT convert_from(facts, 'UTF8') || coalesce(convert_from(texts, 'UTF8'), '')
                        FROM events.event WHERE programme = ? ORDER BY journal_number DESC LIMIT 1""")
                .param(programme.substring(programme.lastIndexOf('/') + 1))
                .query(String.class)
                .single();
    }

    @Test
    void a_programme_is_adopted() {
        String code = "aangenomen-" + UUID.randomUUID().toString().substring(0, 8);
        Answer answer =
                SERVER.post(
                                "/api/v1/programmas",
                                """
                                {"programma": "%s", "naam": "Samen", "startjaar": 2024, "eindjaar": 2027,
                                 "uitgevers": ["Een ministerie", "Nog een"]}"""
                                        .formatted(code))
                        .isDone(201);
        assertThat(answer.location()).isEqualTo("/api/v1/programmas/" + code);
        isReceiptOf(answer, code, "programme-adopted");
        assertThat(facts(code))
                .contains("\"Nog een\"")
                .contains("\"actor\":\"subject-secretariaat\"")
                .contains("\"firstYear\":2024");
    }

    @Test
    void a_line_is_defined_from_the_first_day_of_the_programme() {
        String programme = SERVER.programme();
        Answer answer = SERVER.post(programme + "/actielijnen", LINE).isDone(201);
        assertThat(answer.location()).isEqualTo(programme + "/actielijnen/1");
        isReceiptOf(answer, programme, "action-line-defined");
        assertThat(facts(programme))
                .contains("\"effectiveOn\":\"2024-01-01\"")
                .contains("\"goals\":[\"een doel\"]")
                .contains("\"position\":1");
    }

    @Test
    void a_line_is_revised_as_a_whole_and_only_where_it_changes() {
        String programme = SERVER.programme();
        SERVER.post(programme + "/actielijnen", LINE).isDone(201);
        String revised = LINE.replace("Kort", "Korter").replace("\"nummer\": 1, ", "");
        Answer changed = SERVER.put(programme + "/actielijnen/1", revised).isDone(200);
        isReceiptOf(changed, programme, "action-line-revised");
        assertThat(facts(programme)).contains("\"effectiveOn\":\"2024-01-01\"");

        SERVER.put(programme + "/actielijnen/1", revised).isUnchanged();
        assertThat(SERVER.recorded(programme)).hasSize(3);
    }

    @Test
    void a_programme_is_renamed_and_extended_from_a_date_on() {
        String programme = SERVER.programme();
        String extended =
                """
                {"naam": "Samen verder", "eindjaar": 2030, "uitgevers": ["Gemeenten"],
                 "ingangsdatum": "2026-01-01", "reden": "verlengd"}""";
        isReceiptOf(SERVER.put(programme, extended).isDone(200), programme, "programme-revised");
        SERVER.put(programme, extended).isUnchanged();
        SERVER.post(
                        programme + "/acties",
                        """
                        {"actie": "22", "titel": "t", "opgenomen": true, "uitvoeringsjaren": [2029],
                         "ingangsdatum": "2026-02-01"}""")
                .isDone(201);
        Answer inUse =
                SERVER.put(
                                programme,
                                "{\"naam\": \"Samen\", \"eindjaar\": 2028, \"uitgevers\": []}")
                        .isProblem(409);
        assertThat(inUse.detail()).contains("Actie 22").contains("2029").contains("regel 3");
        SERVER.post(programme + "/journaal/2/intrekkingen", "{\"reden\": \"r\"}").isProblem(409);
        SERVER.post(
                        programme + "/journaal/2/correcties",
                        "{\"reden\": \"r\", \"als\": {\"eindjaar\": 2028}}")
                .isProblem(409);
        SERVER.post(
                        programme + "/journaal/2/correcties",
                        "{\"reden\": \"r\", \"als\": {\"naam\": \"Verder\", \"startjaar\": 2020}}")
                .isProblem(400);
        SERVER.post(
                        programme + "/journaal/2/correcties",
                        "{\"reden\": \"r\", \"als\": {\"naam\": \"Verder\"}}")
                .isDone(201);
        assertThat(
                        SERVER.put(programme, "{\"eindjaar\": 2020, \"startjaar\": 2020}")
                                .isProblem(400)
                                .faulty())
                .containsExactlyInAnyOrder("naam", "eindjaar", "uitgevers", "startjaar");
        SERVER.put("/api/v1/programmas/onbekend", extended).isProblem(404);
        assertThat(SERVER.recorded(programme)).hasSize(4);
    }

    @Test
    void an_action_is_reported_as_something_else() {
        String programme = SERVER.programme();
        String action = SERVER.action(programme, "3");
        String label = "{\"gerapporteerdAls\": \"3/4\"}";
        isReceiptOf(
                SERVER.post(action + "/wijzigingen", label).isDone(201),
                programme,
                "action-relabelled");
        SERVER.post(action + "/wijzigingen", label).isProblem(409);
        SERVER.post(
                        programme + "/journaal/3/correcties",
                        "{\"reden\": \"r\", \"als\": {\"gerapporteerdAls\": \"3\"}}")
                .isDone(201);
        SERVER.post(action + "/wijzigingen", "{\"gerapporteerdAls\": null}").isProblem(400);
    }

    @Test
    void a_line_keeps_its_place_when_the_revision_does_not_name_one() {
        String programme = SERVER.programme();
        SERVER.post(
                        programme + "/actielijnen",
                        LINE.replace("\"nummer\": 1", "\"nummer\": 1, \"volgorde\": 7"))
                .isDone(201);
        SERVER.put(programme + "/actielijnen/1", LINE).isDone(200);
        assertThat(SERVER.recorded(programme)).hasSize(2);
    }

    @Test
    void an_action_is_planned() {
        String programme = SERVER.programme();
        SERVER.post(programme + "/actielijnen", LINE).isDone(201);
        Answer answer =
                SERVER.post(
                                programme + "/acties",
                                """
                                {"actie": "3", "gerapporteerdAls": "3/4", "titel": "Titel", "actielijn": 1,
                                 "uitvoeringsjaren": [2026, 2025], "toelichting": "Eerst\\nen dan.",
                                 "opgenomen": false, "redenNietOpgenomen": "later", "volgorde": 3,
                                 "ingangsdatum": "2025-06-01", "bron": "een brief", "reden": "zo besloten"}""")
                        .isDone(201);
        assertThat(answer.location()).isEqualTo(programme + "/acties/3");
        isReceiptOf(answer, programme, "action-planned");
        assertThat(facts(programme))
                .contains("\"reportLabel\":\"3/4\"")
                .contains("\"executionYears\":[2025,2026]")
                .contains("\"included\":false")
                .contains("\"exclusionReason\":\"later\"")
                .contains("\"source\":\"een brief\"")
                .contains("\"effectiveOn\":\"2025-06-01\"")
                .contains("\"reason\":\"zo besloten\"");
    }

    @Test
    void a_planned_action_takes_over_a_status() {
        String programme = SERVER.programme();
        String action = SERVER.action(programme, "22");
        Answer answer =
                SERVER.post(
                                action + "/openingsstand",
                                """
                                {"status": "IN_UITVOERING_VERTRAGING", "toelichting": "tekst",
                                 "bron": "Monitoringsoverzicht", "ingangsdatum": "2025-11-30"}""")
                        .isDone(201);
        assertThat(answer.location()).isEqualTo(programme + "/journaal/3");
        isReceiptOf(answer, programme, "action-baselined");
        assertThat(facts(programme)).contains("\"status\":\"DELAYED\"");
    }

    @Test
    void an_action_goes_through_every_move() {
        String programme = SERVER.programme();
        String action = SERVER.action(programme, "22");
        List<String> moves =
                List.of(
                        "START action-started",
                        "VERTRAGING action-delayed",
                        "HERVATTING action-resumed",
                        "DOORLOPEND action-made-ongoing",
                        "AFBAKENING action-made-finite",
                        "AFRONDING action-completed",
                        "HEROPENING action-reopened",
                        "INTREKKING action-withdrawn");
        for (String move : moves) {
            String[] names = move.split(" ", -1);
            Answer answer =
                    SERVER.post(
                                    action + "/statuswijzigingen",
                                    """
                                    {"soort": "%s", "reden": "daarom", "toelichting": "tekst bij %s"}"""
                                            .formatted(names[0], names[0]))
                            .isDone(201);
            assertThat(answer.location()).isEqualTo(programme + "/journaal/" + answer.number());
            isReceiptOf(answer, programme, names[1]);
            assertThat(facts(programme)).contains("tekst bij " + names[0]).contains("daarom");
        }
    }

    @Test
    void a_delay_can_say_when_the_action_is_expected_to_be_done() {
        String programme = SERVER.programme();
        String action = SERVER.action(programme, "22");
        SERVER.post(
                        action + "/statuswijzigingen",
                        "{\"soort\": \"START\", \"ingangsdatum\": \"2025-02-01\"}")
                .isDone(201);
        SERVER.post(
                        action + "/statuswijzigingen",
                        """
                        {"soort": "VERTRAGING", "ingangsdatum": "2025-03-01", "reden": "ziekte",
                         "verwachteAfronding": "2031-06-01"}""")
                .isDone(201);
        assertThat(facts(programme)).contains("\"expectedCompletion\":\"2031-06-01\"");
        SERVER.post(
                        action + "/wijzigingen",
                        "{\"verwachteAfronding\": null, \"ingangsdatum\": \"2025-04-01\"}")
                .isDone(201);
        assertThat(SERVER.recorded(programme)).last().isEqualTo("delay-rescheduled");
    }

    @Test
    void an_action_is_explained() {
        String programme = SERVER.programme();
        String action = SERVER.action(programme, "22");
        Answer answer =
                SERVER.post(action + "/toelichtingen", "{\"toelichting\": \"Een toelichting.\"}")
                        .isDone(201);
        isReceiptOf(answer, programme, "action-explained");
        assertThat(answer.location()).isEqualTo(programme + "/journaal/3");
    }

    @Test
    void several_changes_are_one_append_with_an_entry_for_each_that_changes_something() {
        String programme = SERVER.programme();
        SERVER.post(programme + "/actielijnen", LINE).isDone(201);
        SERVER.action(programme, "15");
        String action = SERVER.action(programme, "22");
        Answer answer =
                SERVER.post(
                                action + "/wijzigingen",
                                """
                                {"titel": "Andere titel", "actielijn": 1, "uitvoeringsjaren": [2025],
                                 "opgenomen": false, "verbanden": [{"soort": "VALT_SAMEN_MET", "actie": "15"}],
                                 "volgorde": 22, "reden": "herzien", "ingangsdatum": "2025-06-01"}""")
                        .isDone(201);
        assertThat(SERVER.recorded(programme))
                .endsWith(
                        "action-retitled",
                        "action-moved",
                        "action-excluded",
                        "action-linked",
                        "action-reordered");
        assertThat(answer.number()).isEqualTo(9);
        assertThat(answer.location()).isEqualTo(programme + "/journaal/9");
        assertThat(
                        SERVER.jdbc()
                                .sql(
                                        """
                                        SELECT count(DISTINCT xmin::text) FROM events.event
                                        WHERE programme = ? AND journal_number > 4""")
                                .param(programme.substring(programme.lastIndexOf('/') + 1))
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
        SERVER.post(action + "/wijzigingen", "{\"opgenomen\": true, \"actielijn\": null}")
                .isDone(201);
        assertThat(SERVER.recorded(programme)).endsWith("action-moved", "action-included");
    }

    @Test
    void several_changes_are_refused_as_a_whole() {
        String programme = SERVER.programme();
        String action = SERVER.action(programme, "22");
        SERVER.post(
                        action + "/wijzigingen",
                        "{\"titel\": \"Anders\", \"verwachteAfronding\": \"2031-01-01\"}")
                .isProblem(409);
        assertThat(SERVER.recorded(programme)).hasSize(2);
    }

    @Test
    void a_change_that_changes_nothing_is_a_conflict_and_records_nothing() {
        String programme = SERVER.programme();
        String action = SERVER.action(programme, "22");
        assertThat(
                        SERVER.post(action + "/wijzigingen", "{\"titel\": \"Een actie\"}")
                                .isProblem(409)
                                .detail())
                .contains("Er verandert niets");
        assertThat(SERVER.recorded(programme)).hasSize(2);
    }

    // --- what is unknown, what exists, what cannot be

    @ParameterizedTest
    @CsvSource({
        "POST, /actielijnen, '{\"nummer\": 1, \"titel\": \"a\", \"langeTitel\": \"b\"}'",
        "PUT, /actielijnen/1, '{\"titel\": \"a\", \"langeTitel\": \"b\"}'",
        "POST, /acties, '{\"actie\": \"1\", \"titel\": \"a\", \"opgenomen\": true}'",
        "POST, /acties/1/openingsstand, '{\"status\": \"AFGEROND\", \"bron\": \"b\"}'",
        "POST, /acties/1/statuswijzigingen, '{\"soort\": \"START\"}'",
        "POST, /acties/1/toelichtingen, '{\"toelichting\": \"a\"}'",
        "POST, /acties/1/wijzigingen, '{\"titel\": \"a\"}'"
    })
    void an_unknown_programme_in_the_path_is_not_found(String method, String path, String body) {
        for (String programme : List.of("onbekend", "Onbekend", "a%2Fb", "%20")) {
            int status =
                    SERVER.send(method, "/api/v1/programmas/" + programme + path, body).status();
            // A slash or a space written in another way is no address at all.
            assertThat(status).isIn(programme.contains("%") ? List.of(400, 404) : List.of(404));
        }
        SERVER.send(method, "/api/v1/programmas/onbekend" + path, body).isProblem(404);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /openingsstand, '{\"status\": \"AFGEROND\", \"bron\": \"b\"}'",
        "POST, /statuswijzigingen, '{\"soort\": \"START\"}'",
        "POST, /toelichtingen, '{\"toelichting\": \"a\"}'",
        "POST, /wijzigingen, '{\"titel\": \"a\"}'"
    })
    void an_unknown_action_in_the_path_is_not_found(String method, String path, String body) {
        String programme = SERVER.programme();
        for (String action : List.of("99", "A-1", "a".repeat(41))) {
            Answer answer =
                    SERVER.send(method, programme + "/acties/" + action + path, body)
                            .isProblem(404);
            assertThat(answer.detail()).contains(action);
        }
    }

    @Test
    void an_unknown_line_in_the_path_is_not_found() {
        String programme = SERVER.programme();
        for (String number : List.of("1", "0", "-1", "een", "99999999999")) {
            SERVER.put(programme + "/actielijnen/" + number, LINE).isProblem(404);
        }
    }

    @Test
    void what_exists_cannot_be_made_again() {
        String programme = SERVER.programme();
        String code = programme.substring(programme.lastIndexOf('/') + 1);
        SERVER.post(programme + "/actielijnen", LINE).isDone(201);
        SERVER.action(programme, "22");
        assertThat(
                        SERVER.post(
                                        "/api/v1/programmas",
                                        """
                                        {"programma": "%s", "naam": "n", "startjaar": 2024, "eindjaar": 2027}"""
                                                .formatted(code))
                                .isProblem(409)
                                .detail())
                .contains(code);
        assertThat(SERVER.post(programme + "/actielijnen", LINE).isProblem(409).detail())
                .contains("actielijn 1");
        assertThat(
                        SERVER.post(
                                        programme + "/acties",
                                        "{\"actie\": \"22\", \"titel\": \"t\", \"opgenomen\": true}")
                                .isProblem(409)
                                .detail())
                .contains("‘22’");
        assertThat(SERVER.recorded(programme)).hasSize(3);
    }

    @Test
    void an_illegal_move_says_why_and_what_is_allowed() {
        String action = SERVER.action(SERVER.programme(), "22");
        Answer answer =
                SERVER.post(action + "/statuswijzigingen", "{\"soort\": \"AFRONDING\"}")
                        .isProblem(409);
        assertThat(answer.words("toegestaan")).containsExactly("START", "DOORLOPEND", "INTREKKING");
        assertThat(answer.detail())
                .contains("‘Nog niet gestart’")
                .contains("afronden")
                .contains("START, DOORLOPEND, INTREKKING");
        SERVER.post(
                        action + "/statuswijzigingen",
                        "{\"soort\": \"INTREKKING\", \"reden\": \"vervalt\"}")
                .isDone(201);
        assertThat(
                        SERVER.post(action + "/statuswijzigingen", "{\"soort\": \"START\"}")
                                .isProblem(409)
                                .words("toegestaan"))
                .isEmpty();
    }

    @Test
    void a_backdated_contradiction_names_the_entry_that_stands_in_the_way() {
        String programme = SERVER.programme();
        String action = SERVER.action(programme, "22");
        SERVER.post(
                        action + "/statuswijzigingen",
                        "{\"soort\": \"START\", \"ingangsdatum\": \"2025-02-01\"}")
                .isDone(201);
        SERVER.post(
                        action + "/statuswijzigingen",
                        """
                        {"soort": "VERTRAGING", "reden": "ziekte", "ingangsdatum": "2025-06-01"}""")
                .isDone(201);
        Answer answer =
                SERVER.post(
                                action + "/statuswijzigingen",
                                "{\"soort\": \"AFRONDING\", \"ingangsdatum\": \"2025-04-01\"}")
                        .isProblem(409);
        assertThat(answer.json().get("journaalnummer").asLong()).isEqualTo(4);
        assertThat(answer.words("toegestaan")).isEmpty();
        assertThat(answer.detail()).contains("regel 4").contains("1 juni 2025");
        SERVER.post(
                        action + "/statuswijzigingen",
                        "{\"soort\": \"HERVATTING\", \"ingangsdatum\": \"2025-06-01\"}")
                .isDone(201);
    }

    @Test
    void before_the_plan_nothing_is_recorded_and_the_answer_says_so() {
        String programme = SERVER.programme();
        String action = SERVER.action(programme, "22");
        Answer answer =
                SERVER.post(
                                action + "/statuswijzigingen",
                                "{\"soort\": \"START\", \"ingangsdatum\": \"2024-12-31\"}")
                        .isProblem(409);
        assertThat(answer.detail())
                .startsWith(
                        "Op die datum is nog niets vastgelegd; corrigeer eerst de openingsstand.");
        SERVER.post(programme + "/actielijnen", LINE).isDone(201);
        assertThat(
                        SERVER.put(
                                        programme + "/actielijnen/1",
                                        LINE.replace(
                                                "\"nummer\": 1",
                                                "\"ingangsdatum\": \"2023-12-31\""))
                                .isProblem(409)
                                .detail())
                .contains("1 januari 2024");
    }

    @Test
    void a_second_baseline_is_a_conflict_that_names_the_first() {
        String action = SERVER.action(SERVER.programme(), "22");
        String baseline =
                """
                {"status": "AFGEROND", "bron": "b", "ingangsdatum": "2025-11-30"}""";
        SERVER.post(action + "/openingsstand", baseline).isDone(201);
        Answer answer = SERVER.post(action + "/openingsstand", baseline).isProblem(409);
        assertThat(answer.json().get("journaalnummer").asLong()).isEqualTo(3);
        assertThat(answer.detail()).contains("30 november 2025");
    }

    @Test
    void what_the_query_side_serves_is_not_served_here() {
        String programme = SERVER.programme();
        assertThat(SERVER.send("GET", programme, (String) null).isProblem(405).headers())
                .satisfies(headers -> assertThat(headers.firstValue("Allow")).isPresent());
        for (String path : List.of("/verschillen", "/verloop", "/bewijs", "/journaal/controle")) {
            SERVER.send("GET", programme + path, (String) null).isProblem(405);
        }
        SERVER.send("DELETE", programme + "/acties/22", (String) null).isProblem(405);
        SERVER.post("/api/v1/programmas/x/onzin", "{}").isProblem(404);
    }

    @Test
    void health_is_open_and_says_no_more_than_that() {
        Answer answer = SERVER.send("GET", "/actuator/health", (String) null, "Authorization", "");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("status").asString()).isEqualTo("UP");
        assertThat(answer.body()).doesNotContain("jdbc");
    }
}
