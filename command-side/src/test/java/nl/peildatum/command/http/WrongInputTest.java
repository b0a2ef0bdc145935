package nl.peildatum.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.peildatum.api.Today;
import nl.peildatum.command.Answer;
import nl.peildatum.command.CommandSideServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrongInputTest {

    private static final CommandSideServer SERVER = CommandSideServer.shared();
    private static final String PROGRAMME = SERVER.programme();
    private static final String ACTION = SERVER.action(PROGRAMME, "22");

    private static Answer refused(String path, String body) {
        int before = SERVER.recorded(PROGRAMME).size();
        Answer answer = SERVER.post(path, body).isProblem(400);
        assertThat(SERVER.recorded(PROGRAMME)).hasSize(before);
        return answer;
    }

    private static String message(Answer answer, String field) {
        List<String> messages = new ArrayList<>();
        answer.json()
                .get("fouten")
                .forEach(
                        fault -> {
                            if (fault.get("veld").asString().equals(field)) {
                                messages.add(fault.get("melding").asString());
                            }
                        });
        assertThat(messages).as(answer.body()).hasSize(1);
        return messages.getFirst();
    }

    // --- all faults at once

    @Test
    void everything_wrong_with_a_programme_is_told_at_once() {
        Answer answer =
                refused(
                        "/api/v1/programmas?droog=true",
                        """
                        {"programma": "Samen Tegen", "naam": "", "startjaar": 2027, "eindjaar": 2024,
                         "uitgevers": "een", "ingangsdatum": "2025-02-30", "reden": 3, "kleur": "rood"}""");
        assertThat(answer.faulty())
                .containsExactlyInAnyOrder(
                        "eindjaar",
                        "programma",
                        "naam",
                        "uitgevers",
                        "ingangsdatum",
                        "reden",
                        "kleur",
                        "droog");
    }

    @Test
    void a_missing_year_is_not_also_a_reversed_one() {
        Answer answer =
                refused(
                        "/api/v1/programmas",
                        "{\"programma\": \"a\", \"naam\": \"b\", \"startjaar\": 2024}");
        assertThat(answer.faulty()).containsExactly("eindjaar");
        assertThat(message(answer, "eindjaar")).contains("verplicht");
    }

    @Test
    void everything_wrong_with_a_line_is_told_at_once() {
        assertThat(
                        refused(
                                        PROGRAMME + "/actielijnen",
                                        """
                                        {"nummer": 0, "titel": "a\\nb", "doelen": [1], "effecten": [" "],
                                         "volgorde": "drie", "inleiding": false}""")
                                .faulty())
                .containsExactlyInAnyOrder(
                        "nummer",
                        "titel",
                        "langeTitel",
                        "doelen[0]",
                        "effecten[0]",
                        "volgorde",
                        "inleiding");
    }

    @Test
    void a_line_has_the_number_of_its_address() {
        SERVER.post(
                PROGRAMME + "/actielijnen",
                "{\"nummer\": 5, \"titel\": \"a\", \"langeTitel\": \"b\"}");
        Answer answer =
                SERVER.put(
                                PROGRAMME + "/actielijnen/5",
                                "{\"nummer\": 6, \"titel\": \"c\", \"langeTitel\": \"d\"}")
                        .isProblem(400);
        assertThat(message(answer, "nummer")).contains("6").contains("5");
        for (String other : List.of("05", "+5", "-5", "0", "5.0", "vijf", "99999999999")) {
            SERVER.put(
                            PROGRAMME + "/actielijnen/" + other,
                            "{\"titel\": \"c\", \"langeTitel\": \"d\"}")
                    .isProblem(404);
        }
    }

    @Test
    void everything_wrong_with_an_action_is_told_at_once() {
        assertThat(
                        refused(
                                        PROGRAMME + "/acties",
                                        """
                                        {"actie": "ONE", "gerapporteerdAls": "", "actielijn": 77,
                                         "uitvoeringsjaren": ["2025"], "toelichting": {}, "opgenomen": "ja",
                                         "volgorde": -1, "bron": [], "ingangsdatum": 20250101}""")
                                .faulty())
                .containsExactlyInAnyOrder(
                        "actie",
                        "gerapporteerdAls",
                        "titel",
                        "actielijn",
                        "uitvoeringsjaren[0]",
                        "toelichting",
                        "opgenomen",
                        "volgorde",
                        "bron",
                        "ingangsdatum");
    }

    @Test
    void everything_wrong_with_a_baseline_is_told_at_once() {
        Answer answer =
                refused(ACTION + "/openingsstand", "{\"status\": \"VERVALLEN\", \"soort\": 1}");
        assertThat(answer.faulty()).containsExactlyInAnyOrder("status", "bron", "soort");
        assertThat(message(answer, "status"))
                .contains("AFGEROND")
                .contains("NOG_NIET_GESTART")
                .doesNotContain("VERVALLEN");
    }

    @Test
    void everything_wrong_with_changes_is_told_at_once() {
        assertThat(
                        refused(
                                        ACTION + "/wijzigingen",
                                        """
                                        {"titel": null, "actielijn": 77, "uitvoeringsjaren": [2025, 2025],
                                         "opgenomen": null, "volgorde": 1.5, "verwachteAfronding": "morgen",
                                         "verbanden": [{"soort": "LIJKT_OP", "actie": "22"},
                                                       {"soort": "VOLGT_OP", "actie": "99"}, 3]}""")
                                .faulty())
                .containsExactlyInAnyOrder(
                        "titel",
                        "actielijn",
                        "uitvoeringsjaren[1]",
                        "opgenomen",
                        "volgorde",
                        "verwachteAfronding",
                        "verbanden[0].soort",
                        "verbanden[0].actie",
                        "verbanden[1].actie",
                        "verbanden[2]");
    }

    @Test
    void a_list_is_emptied_by_its_name_only() {
        String programme = SERVER.programme();
        String action = SERVER.action(programme, "22");
        String changes = action + "/wijzigingen";
        SERVER.action(programme, "23");
        for (String list : List.of("uitvoeringsjaren", "verbanden")) {
            Answer empty =
                    SERVER.post(changes, "{\"titel\": \"Ander\", \"%s\": []}".formatted(list));
            assertThat(empty.isProblem(400).faulty()).containsExactly(list);
            assertThat(message(empty, list)).contains("leegmaken");
        }
        assertThat(
                        SERVER.post(
                                        changes,
                                        """
                                        {"leegmaken": ["uitvoeringsjaren", "titel"], "uitvoeringsjaren": [2026]}""")
                                .isProblem(400)
                                .faulty())
                .containsExactly("leegmaken", "leegmaken");
        SERVER.post(
                        changes,
                        """
                        {"verbanden": [{"soort": "VOLGT_OP", "actie": "23"}], "leegmaken": ["uitvoeringsjaren"]}""")
                .isDone(201);
        SERVER.post(changes, "{\"leegmaken\": [\"uitvoeringsjaren\"]}").isProblem(409);
        SERVER.post(changes, "{\"leegmaken\": [\"verbanden\"]}").isDone(201);
        String plan = programme + "/journaal/2/correcties";
        String as = "{\"reden\": \"r\", \"als\": {%s}}";
        assertThat(
                        SERVER.post(plan, as.formatted("\"uitvoeringsjaren\": []"))
                                .isProblem(400)
                                .faulty())
                .containsExactly("als.uitvoeringsjaren");
        assertThat(
                        SERVER.post(plan, as.formatted("\"leegmaken\": [\"doelen\"]"))
                                .isProblem(400)
                                .faulty())
                .containsExactly("als.leegmaken");
        SERVER.post(plan, as.formatted("\"leegmaken\": [\"uitvoeringsjaren\"]")).isDone(201);
        assertThat(SERVER.recorded(programme).subList(3, 7))
                .containsExactly(
                        "action-rescheduled",
                        "action-linked",
                        "action-linked",
                        "action-entry-corrected");
        SERVER.post(
                        programme + "/acties",
                        """
                        {"actie": "24", "titel": "t", "opgenomen": true, "uitvoeringsjaren": []}""")
                .isDone(201);
    }

    @Test
    void no_changes_at_all_is_told_once() {
        Answer answer = refused(ACTION + "/wijzigingen", "{\"reden\": \"zomaar\"}");
        assertThat(answer.faulty()).containsExactly("inhoud");
        assertThat(message(answer, "inhoud")).contains("titel, actielijn");
    }

    @Test
    void a_link_is_to_another_action_that_exists_and_stands_there_once() {
        SERVER.action(PROGRAMME, "23");
        Answer answer =
                refused(
                        ACTION + "/wijzigingen",
                        """
                        {"verbanden": [{"soort": "VOLGT_OP", "actie": "23"},
                                       {"soort": "VOLGT_OP", "actie": "23"}]}""");
        assertThat(answer.faulty()).containsExactly("verbanden[1].actie");
    }

    // --- one at a time

    @Test
    void an_unknown_field_is_refused_with_the_name_that_is_near() {
        Answer answer =
                refused(
                        ACTION + "/statuswijzigingen",
                        "{\"soort\": \"START\", \"ingangsdatm\": \"2025-02-01\"}");
        assertThat(message(answer, "ingangsdatm")).contains("‘ingangsdatum’");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BEGIN", "start", "", "OPENINGSSTAND"})
    void an_unknown_kind_is_refused_with_those_that_exist(String kind) {
        Answer answer =
                refused(
                        ACTION + "/statuswijzigingen",
                        "{\"soort\": \"%s\", \"verwachteAfronding\": \"2031-01-01\"}"
                                .formatted(kind));
        assertThat(answer.faulty()).containsExactly("soort");
        assertThat(message(answer, "soort"))
                .contains(
                        "START, VERTRAGING, HERVATTING, DOORLOPEND, AFBAKENING, AFRONDING,"
                                + " HEROPENING, INTREKKING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"VERTRAGING", "HEROPENING", "INTREKKING"})
    void a_reason_is_mandatory_for_three_moves(String kind) {
        for (String reason : List.of("", ", \"reden\": null")) {
            Answer answer =
                    refused(
                            ACTION + "/statuswijzigingen",
                            "{\"soort\": \"%s\"%s}".formatted(kind, reason));
            assertThat(message(answer, "reden")).contains(kind);
        }
        assertThat(
                        refused(
                                        ACTION + "/statuswijzigingen",
                                        "{\"soort\": \"%s\", \"reden\": \" \\u00a0 \"}"
                                                .formatted(kind))
                                .faulty())
                .containsExactly("reden");
    }

    @Test
    void an_expected_completion_is_given_with_a_delay_only() {
        assertThat(
                        refused(
                                        ACTION + "/statuswijzigingen",
                                        """
                                        {"soort": "START", "verwachteAfronding": "2031-01-01"}""")
                                .faulty())
                .containsExactly("verwachteAfronding");
    }

    @Test
    void what_is_recorded_lies_within_the_bounds_of_its_programme() {
        for (String path :
                List.of(
                        PROGRAMME + "/acties",
                        PROGRAMME + "/actielijnen",
                        ACTION + "/openingsstand",
                        ACTION + "/statuswijzigingen",
                        ACTION + "/toelichtingen",
                        ACTION + "/wijzigingen")) {
            for (String day : List.of("0205-01-01", "2018-12-31")) {
                Answer answer = refused(path, "{\"ingangsdatum\": \"%s\"}".formatted(day));
                assertThat(message(answer, "ingangsdatum")).contains("1 januari 2019");
            }
        }
        Answer years =
                refused(
                        PROGRAMME + "/acties",
                        """
                        {"actie": "23", "titel": "t", "opgenomen": true, "ingangsdatum": "2025-01-01",
                         "redenNietOpgenomen": "later", "uitvoeringsjaren": [1999, 2025, 2072]}""");
        assertThat(years.faulty())
                .containsExactlyInAnyOrder("uitvoeringsjaren", "redenNietOpgenomen");
        assertThat(message(years, "uitvoeringsjaren")).contains("1999, 2072").contains("2024");
        assertThat(refused(ACTION + "/wijzigingen", "{\"uitvoeringsjaren\": [2028]}").faulty())
                .containsExactly("uitvoeringsjaren");
        assertThat(
                        refused(
                                        ACTION + "/statuswijzigingen",
                                        """
                                        {"soort": "VERTRAGING", "ingangsdatum": "2026-01-15", "reden": "r",
                                         "verwachteAfronding": "2026-01-14"}""")
                                .faulty())
                .containsExactly("verwachteAfronding");
        assertThat(
                        refused(
                                        "/api/v1/programmas",
                                        """
                                        {"programma": "later", "naam": "n", "startjaar": 2032,
                                         "eindjaar": 2033, "ingangsdatum": "2026-01-01"}""")
                                .faulty())
                .containsExactly("ingangsdatum");
    }

    @Test
    void a_correction_names_nothing_outside_the_bounds_either() {
        String programme = SERVER.programme();
        String action = SERVER.action(programme, "22");
        String plan = programme + "/journaal/2/correcties";
        for (String as :
                List.of(
                        "\"ingangsdatum\": \"0205-01-01\"",
                        "\"uitvoeringsjaren\": [2025, 2030]",
                        "\"redenNietOpgenomen\": \"later\"")) {
            String body = "{\"reden\": \"r\", \"als\": {%s}}".formatted(as);
            String field = as.substring(1, as.indexOf('"', 1));
            for (String trial : List.of("", "?proef=true")) {
                assertThat(SERVER.post(plan + trial, body).isProblem(400).faulty())
                        .containsExactly("als." + field);
            }
        }
        SERVER.post(action + "/statuswijzigingen", "{\"soort\": \"START\"}").isDone(201);
        SERVER.post(action + "/statuswijzigingen", "{\"soort\": \"VERTRAGING\", \"reden\": \"r\"}")
                .isDone(201);
        String today = LocalDate.now(Today.AMSTERDAM).toString();
        String yesterday = LocalDate.now(Today.AMSTERDAM).minusDays(1).toString();
        String completion = "{\"verwachteAfronding\": \"%s\"}";
        assertThat(
                        SERVER.post(action + "/wijzigingen", completion.formatted(yesterday))
                                .isProblem(400)
                                .faulty())
                .containsExactly("verwachteAfronding");
        SERVER.post(action + "/wijzigingen", completion.formatted(today)).isDone(201);
        SERVER.post(
                        plan,
                        """
                        {"reden": "r", "als": {"opgenomen": false, "redenNietOpgenomen": "later"}}""")
                .isDone(201);
        assertThat(SERVER.recorded(programme)).hasSize(6);
    }

    @Test
    void no_effective_date_lies_in_the_future() {
        LocalDate tomorrow = LocalDate.now(Today.AMSTERDAM).plusDays(1);
        for (String path :
                List.of(
                        PROGRAMME + "/acties",
                        PROGRAMME + "/actielijnen",
                        ACTION + "/openingsstand",
                        ACTION + "/statuswijzigingen",
                        ACTION + "/toelichtingen",
                        ACTION + "/wijzigingen")) {
            Answer answer = refused(path, "{\"ingangsdatum\": \"%s\"}".formatted(tomorrow));
            assertThat(message(answer, "ingangsdatum")).contains("toekomst");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"soort\": \"START\"",
                "[]",
                "\"START\"",
                "{} {}",
                "",
                "{\"soort\": 'START'}",
                "{\"soort\": \"START\", \"soort\": \"START\"}",
                "{\"soort\": NaN}"
            })
    void what_is_not_one_json_object_is_refused(String body) {
        refused(ACTION + "/statuswijzigingen", body);
    }

    @ParameterizedTest
    @CsvSource({"\\u0000", "\\ud800", "\\udc00x", "\\u0007", "\\ufffe"})
    void what_cannot_be_stored_is_refused(String character) {
        for (String body :
                List.of(
                        "{\"toelichting\": \"a%sb\"}".formatted(character),
                        "{\"toelichting\": \"a\", \"reden\": \"a%sb\"}".formatted(character),
                        "{\"toelichting\": \"a\", \"bron\": \"a%sb\"}".formatted(character))) {
            refused(ACTION + "/toelichtingen", body);
        }
        refused(
                PROGRAMME + "/actielijnen",
                "{\"nummer\": 9, \"titel\": \"a\", \"langeTitel\": \"b\", \"doelen\": [\"a%sb\"]}"
                        .formatted(character));
    }

    @Test
    void a_raw_nul_and_bytes_that_are_no_text_are_refused() {
        byte[] nul = {'{', '"', 'a', '"', ':', '"', 0, '"', '}'};
        byte[] latin = {'{', '"', 'a', '"', ':', '"', (byte) 0xe9, '"', '}'};
        SERVER.send("POST", ACTION + "/toelichtingen", nul).isProblem(400);
        SERVER.send("POST", ACTION + "/toelichtingen", latin).isProblem(400);
    }

    @Test
    void every_character_that_can_be_stored_comes_back_as_it_was() {
        String text = "Ça va? ‘ja’ – 100% \\\\ {0} '' 𝄞 مرحبا \uD83D\uDC4D";
        SERVER.post(ACTION + "/toelichtingen", "{\"toelichting\": \"%s\"}".formatted(text))
                .isDone(201);
        assertThat(
                        SERVER.jdbc()
                                .sql(
                                        """
                                        SELECT convert_from(texts, 'UTF8')::jsonb ->> 'explanation'
                                        FROM events.event WHERE programme = ?
                                        ORDER BY journal_number DESC LIMIT 1""")
                                .param(PROGRAMME.substring(PROGRAMME.lastIndexOf('/') + 1))
                                .query(String.class)
                                .single())
                .isEqualTo(text.replace("\\\\", "\\"));
    }

    @Test
    void json_says_that_it_is_json_and_is_not_too_large() {
        SERVER.post(ACTION + "/toelichtingen", "{}", "Content-Type", "text/plain").isProblem(415);
        SERVER.post(ACTION + "/toelichtingen", "{}", "Content-Type", "").isProblem(415);
        SERVER.post(
                        ACTION + "/toelichtingen",
                        "{\"toelichting\": \"%s\"}".formatted("x".repeat(1_100_000)))
                .isProblem(413);
        refused(
                ACTION + "/toelichtingen",
                "{\"toelichting\": \"%s\"}".formatted("x".repeat(20_001)));
    }

    @Test
    void an_answer_in_a_form_there_is_not_is_refused_before_anything_is_recorded() {
        String programme = SERVER.programme();
        String action = SERVER.action(programme, "22");
        for (String form : List.of("text/html", "application/xml", "onzin")) {
            SERVER.post(action + "/statuswijzigingen", "{\"soort\": \"START\"}", "Accept", form)
                    .isProblem(406);
            SERVER.put(programme + "/actielijnen/1", "{}", "Accept", form).isProblem(406);
        }
        assertThat(SERVER.recorded(programme)).hasSize(2);
    }

    @Test
    void a_query_string_means_nothing_to_a_command() {
        for (String path :
                List.of(
                        ACTION + "/toelichtingen",
                        ACTION + "/openingsstand",
                        "/api/v1/programmas")) {
            assertThat(refused(path + "?prof=true", "{}").faulty()).contains("prof");
        }
        assertThat(refused("/api/v1/programmas?proef=true", "{}").faulty()).contains("proef");
    }
}
