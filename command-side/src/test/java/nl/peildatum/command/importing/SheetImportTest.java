package nl.peildatum.command.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import nl.peildatum.api.Today;
import nl.peildatum.command.Answer;
import nl.peildatum.command.CommandSideServer;
import nl.peildatum.command.http.Parallel;
import nl.peildatum.command.sheet.OdsFiles;
import nl.peildatum.events.ActionEvent.ActionPlanned;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.Basis;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.PostgresEventStorageEngine;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Updates in bulk, over HTTP. */
class SheetImportTest {

    private static final CommandSideServer SERVER = CommandSideServer.shared();
    private static final String ODS = "application/vnd.oasis.opendocument.spreadsheet";

    /** A programme with these actions, each not yet started since 2025-01-01. */
    private static String holding(String... actions) {
        String programme = SERVER.programme();
        for (String action : actions) {
            SERVER.action(programme, action);
        }
        return programme;
    }

    private static void baseline(String programme, String action, String status) {
        SERVER.post(
                        programme + "/acties/" + action + "/openingsstand",
                        """
                        {"status": "%s", "bron": "Overzicht", "ingangsdatum": "2025-11-30"}"""
                                .formatted(status))
                .isDone(201);
    }

    private static Answer csv(String programme, String query, String sheet, String... headers) {
        return send(programme, query, "text/csv", sheet.getBytes(StandardCharsets.UTF_8), headers);
    }

    private static Answer send(
            String programme, String query, String type, byte[] sheet, String... more) {
        List<String> headers = new ArrayList<>(List.of("Content-Type", type));
        headers.addAll(List.of(more));
        return SERVER.send(
                "POST",
                programme + "/importen?peildatum=2026-03-31" + query,
                sheet,
                headers.toArray(String[]::new));
    }

    private static List<String> rows(Answer answer) {
        List<String> rows = new ArrayList<>();
        for (JsonNode row : answer.json().get("regels")) {
            rows.add(
                    "%s %s %s > %s op %s, rij %s%s"
                            .formatted(
                                    row.get("actie").asString(),
                                    row.get("soort").asString(),
                                    row.get("huidig").asString("-"),
                                    row.get("voorgesteld").asString("-"),
                                    row.get("ingangsdatum").asString("-"),
                                    row.get("regel").asInt(),
                                    row.get("uitvoerbaar").asBoolean() ? "" : ", kan niet"));
        }
        return rows;
    }

    private static List<String> recordedSince(String programme, int number) {
        List<String> recorded = SERVER.recorded(programme);
        return recorded.subList(number, recorded.size());
    }

    @Test
    void a_sheet_is_shown_row_by_row_and_then_taken_over_by_one_append() {
        String programme = holding("1", "2", "3");
        baseline(programme, "1", "IN_UITVOERING");
        baseline(programme, "2", "AFGEROND");
        String sheet =
                """
                Actie;Status;Ingangsdatum;Reden;Toelichting;Verwachte afronding
                1;In uitvoering, vertraging;15-1-2026;de pilots liepen uit;Nieuwe tekst;2027-06-30
                2;In uitvoering, vertraging;;toch niet klaar;;
                3;NOG_NIET_GESTART;2026-02-01;;;
                """;
        Answer trial = csv(programme, "&proef=true", sheet).isDone(200);
        assertThat(rows(trial))
                .containsExactly(
                        "1 VERTRAGING IN_UITVOERING > IN_UITVOERING_VERTRAGING op 2026-01-15, rij 2",
                        "1 PLANNING - > 2027-06-30 op 2026-01-15, rij 2",
                        "1 TOELICHTING - > Nieuwe tekst op 2026-01-15, rij 2",
                        "2 HEROPENING AFGEROND > IN_UITVOERING op 2026-03-31, rij 3",
                        "2 VERTRAGING IN_UITVOERING > IN_UITVOERING_VERTRAGING op 2026-03-31, rij 3");
        assertThat(trial.json().get("regels").get(0).get("reden").asString())
                .isEqualTo("de pilots liepen uit");
        assertThat(trial.json().get("gelezenAls").asString())
                .isEqualTo("CSV met een puntkomma tussen de kolommen, tekens als UTF-8");
        assertThat(SERVER.recorded(programme)).hasSize(6);
        String seen = trial.json().get("voorstel").asString();
        csv(programme, "&voorstel=" + seen, sheet.replace("liepen uit", "duurden lang"))
                .isProblem(409);
        csv(programme, "&voorstel=" + seen, sheet.replace("15-1-2026", "16-1-2026")).isProblem(409);
        Answer taken = csv(programme, "&voorstel=" + seen, sheet).isDone(201);
        assertThat(taken.number()).isEqualTo(11);
        assertThat(recordedSince(programme, 6))
                .containsExactly(
                        "action-delayed",
                        "delay-rescheduled",
                        "action-explained",
                        "action-reopened",
                        "action-delayed");
        assertThat(
                        SERVER.jdbc()
                                .sql(
                                        """
                                        SELECT count(DISTINCT xmin::text) FROM events.event
                                        WHERE programme = ? AND journal_number > 6""")
                                .param(programme.substring(programme.lastIndexOf('/') + 1))
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
        assertThat(rows(csv(programme, "&proef=true", sheet).isDone(200))).isEmpty();
        csv(programme, "", sheet).isDone(200);
        assertThat(SERVER.recorded(programme)).hasSize(11);
    }

    @Test
    void an_ods_asks_for_the_same_as_its_csv() {
        String programme = holding("22");
        byte[] ods =
                OdsFiles.rows(
                        OdsFiles.row("actie", "status", "ingangsdatum")
                                + OdsFiles.row(
                                        OdsFiles.number("22"),
                                        "In uitvoering",
                                        OdsFiles.date("2026-03-15")));
        Answer trial = send(programme, "&proef=true", ODS, ods).isDone(200);
        assertThat(rows(trial))
                .containsExactly("22 START NOG_NIET_GESTART > IN_UITVOERING op 2026-03-15, rij 2");
        JsonNode asked =
                csv(
                                programme,
                                "&proef=true",
                                "actie,status,ingangsdatum\n22,In uitvoering,2026-03-15")
                        .json();
        assertThat(trial.json().get("regels")).isEqualTo(asked.get("regels"));
        // what was seen is this document, not another that asks for the same
        assertThat(trial.json().get("voorstel")).isNotEqualTo(asked.get("voorstel"));
        send(programme, "", ODS, ods).isDone(201);
        assertThat(recordedSince(programme, 2)).containsExactly("action-started");
    }

    @Test
    void a_reason_that_is_missing_is_told_per_row_and_never_made_up() {
        String programme = holding("1", "2");
        baseline(programme, "1", "IN_UITVOERING");
        baseline(programme, "2", "IN_UITVOERING");
        String sheet =
                "actie;status;reden\n1;In uitvoering, vertraging;\n2;In uitvoering, vertraging;eigen\n";
        Answer trial = csv(programme, "&proef=true", sheet).isDone(200);
        assertThat(rows(trial))
                .containsExactly(
                        "1 VERTRAGING IN_UITVOERING > IN_UITVOERING_VERTRAGING op 2026-03-31, rij 2, kan niet",
                        "2 VERTRAGING IN_UITVOERING > IN_UITVOERING_VERTRAGING op 2026-03-31, rij 3");
        assertThat(trial.json().get("regels").get(0).get("melding").asString())
                .isEqualTo("Geef een reden: bij VERTRAGING is die verplicht.");
        Answer refused = csv(programme, "", sheet).isProblem(409);
        assertThat(rows(refused)).hasSize(1);
        assertThat(recordedSince(programme, 5)).isEmpty();
        Answer withReason = csv(programme, "&proef=true&reden=volgens%20opgave", sheet).isDone(200);
        assertThat(withReason.json().get("regels"))
                .extracting(row -> row.get("reden").asString())
                .containsExactly("volgens opgave", "eigen");
        csv(programme, "&zonder=1", sheet).isDone(201);
        assertThat(recordedSince(programme, 5)).containsExactly("action-delayed");
    }

    @Test
    void what_does_not_fit_what_is_held_stands_in_the_way() {
        String programme = holding("1", "2", "3", "4");
        baseline(programme, "1", "IN_UITVOERING");
        SERVER.post(
                        programme + "/acties/1/statuswijzigingen",
                        """
                        {"soort": "VERTRAGING", "reden": "ziekte", "ingangsdatum": "2026-03-01"}""")
                .isDone(201);
        SERVER.post(
                        programme + "/acties/2/statuswijzigingen",
                        """
                        {"soort": "INTREKKING", "reden": "dubbel", "ingangsdatum": "2026-03-01"}""")
                .isDone(201);
        Answer trial =
                csv(
                                programme,
                                "&proef=true",
                                """
                                actie;status;ingangsdatum;verwachte afronding
                                1;Afgerond;2026-02-01;
                                2;In uitvoering;;
                                3;In uitvoering;2024-12-31;
                                4;In uitvoering;0205-01-01;
                                """)
                        .isDone(200);
        assertThat(rows(trial))
                .containsExactly(
                        "1 AFRONDING IN_UITVOERING > AFGEROND op 2026-02-01, rij 2, kan niet",
                        "2 STATUS VERVALLEN > IN_UITVOERING op -, rij 3, kan niet",
                        "3 STATUS - > IN_UITVOERING op -, rij 4, kan niet",
                        "4 STATUS - > IN_UITVOERING op -, rij 5, kan niet");
        assertThat(trial.json().at("/regels/2/melding").asString())
                .contains("corrigeer eerst de openingsstand");
        assertThat(trial.json().at("/regels/3/melding").asString()).contains("1 januari 2019");
    }

    @Test
    void an_expected_completion_goes_with_a_delay_and_is_let_go_with_it() {
        String programme = holding("1", "2");
        baseline(programme, "1", "IN_UITVOERING");
        baseline(programme, "2", "IN_UITVOERING");
        SERVER.post(
                        programme + "/acties/1/statuswijzigingen",
                        """
                        {"soort": "VERTRAGING", "reden": "ziekte", "ingangsdatum": "2026-03-01",
                         "verwachteAfronding": "2026-12-31"}""")
                .isDone(201);
        assertThat(
                        rows(
                                csv(
                                        programme,
                                        "&proef=true",
                                        "actie;status;verwachte afronding\n1;;31-01-2027\n2;;2027-01-01\n")))
                .containsExactly(
                        "1 PLANNING 2026-12-31 > 2027-01-31 op 2026-03-31, rij 2",
                        "2 PLANNING - > 2027-01-01 op 2026-03-31, rij 3, kan niet");
        assertThat(
                        rows(
                                csv(
                                        programme,
                                        "&proef=true",
                                        "actie;status;verwachte afronding\n1;Afgerond;2026-12-31\n")))
                .containsExactly(
                        "1 AFRONDING IN_UITVOERING_VERTRAGING > AFGEROND op 2026-03-31, rij 2");
    }

    @Test
    void columns_that_inform_are_told_where_they_differ_and_stand_in_the_way() {
        String programme = holding("1");
        String sheet =
                "actie;titel;huidige status;status\n1;Andere titel;Nog niet gestart;Nog niet gestart\n";
        Answer trial = csv(programme, "&proef=true", sheet).isDone(200);
        assertThat(rows(trial))
                .containsExactly(
                        "1 NIET_OVERGENOMEN Een actie > Andere titel op -, rij 2, kan niet");
        csv(programme, "", sheet).isProblem(409);
        csv(programme, "&zonder=1", sheet).isDone(200);
        assertThat(SERVER.recorded(programme)).hasSize(2);
    }

    // --- what is typed is done or refused

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "actie;status;status sinds~24;Afgerond;2026-02-15|2025-11-30 > 2026-02-15",
                "actie;status sinds~24;15-2-2026|2025-11-30 > 2026-02-15",
                "actie;status sinds~24;binnenkort|2025-11-30 > binnenkort",
                "actie;actielijn~24;3|- > 3",
                "actie;huidige status~24;Afgerond|In uitvoering > Afgerond",
                "actie;status;reden~24;In uitvoering;al lang|- > al lang",
                "actie;reden~24;al lang|- > al lang",
                "actie;reden;toelichting~24;al lang;Zo ver|- > al lang",
                "actie;toelichting~24;tekst gewist|Zo ver > tekst gewist"
            })
    void what_no_change_takes_along_stands_in_the_way(String sheet, String expected) {
        String programme = explained();
        String text = sheet.replace('~', '\n');
        Answer trial = csv(programme, "&proef=true", text).isDone(200);
        assertThat(rows(trial))
                .contains("24 NIET_OVERGENOMEN " + expected + " op -, rij 2, kan niet");
        assertThat(trial.json().get("regels").valueStream().toList())
                .allMatch(
                        row ->
                                row.get("uitvoerbaar").asBoolean()
                                        || !row.get("melding").asString().isBlank());
        int before = SERVER.recorded(programme).size();
        csv(programme, "", text).isProblem(409);
        assertThat(SERVER.recorded(programme)).hasSize(before);
    }

    /** Action 24, in progress since the end of November, with an explanation. */
    private static String explained() {
        String programme = holding("24");
        baseline(programme, "24", "IN_UITVOERING");
        SERVER.post(
                        programme + "/acties/24/toelichtingen",
                        """
                        {"toelichting": "Zo ver", "ingangsdatum": "2025-12-01"}""")
                .isDone(201);
        return programme;
    }

    @Test
    void an_emptied_cell_removes_and_an_absent_column_leaves() {
        String programme = explained();
        assertThat(rows(csv(programme, "&proef=true", "actie;status\n24;In uitvoering\n")))
                .isEmpty();
        String emptied = "actie;status;toelichting\n24;In uitvoering;\n";
        assertThat(rows(csv(programme, "&proef=true", emptied)))
                .containsExactly("24 TOELICHTING Zo ver > - op 2026-03-31, rij 2");
        csv(programme, "", emptied).isDone(201);
        assertThat(rows(csv(programme, "&proef=true", emptied))).isEmpty();

        csv(
                        programme,
                        "",
                        """
                        actie;status;reden;verwachte afronding
                        24;In uitvoering, vertraging;ziekte;2026-12-31
                        """)
                .isDone(201);
        assertThat(rows(csv(programme, "&proef=true", "actie;toelichting\n24;\n"))).isEmpty();
        String removed = "actie;verwachte afronding\n24;\n";
        assertThat(rows(csv(programme, "&proef=true", removed)))
                .containsExactly("24 PLANNING 2026-12-31 > - op 2026-03-31, rij 2");
        csv(programme, "", removed).isDone(201);
        assertThat(rows(csv(programme, "&proef=true", removed))).isEmpty();
    }

    @Test
    void a_sheet_that_comes_again_with_its_reasons_is_done_already() {
        String programme = explained();
        String sheet =
                "actie;status;ingangsdatum;reden\n24;In uitvoering, vertraging;2026-02-01;ziekte\n";
        csv(programme, "", sheet).isDone(201);
        Answer again = csv(programme, "&proef=true", sheet).isDone(200);
        assertThat(rows(again)).isEmpty();
        assertThat(again.json().get("opmerkingen").get(0).get("plaats").asString())
                .isEqualTo("rij 2");
        csv(programme, "", sheet).isDone(200);
        assertThat(rows(csv(programme, "&proef=true", sheet.replace("ziekte", "brand"))))
                .containsExactly("24 NIET_OVERGENOMEN - > brand op -, rij 2, kan niet");
    }

    @Test
    void a_reason_or_a_title_of_an_action_that_is_not_there_yet_is_not_lost() {
        String programme = explained();
        assertThat(
                        rows(
                                csv(
                                        programme,
                                        "&proef=true",
                                        "actie;ingangsdatum;reden\n24;2024-01-01;vroeger\n")))
                .containsExactly("24 STATUS - > - op -, rij 2, kan niet");
        Answer early =
                SERVER.send(
                        "POST",
                        programme + "/importen?peildatum=2024-06-30&proef=true",
                        "actie;titel\n24;Een actie\n".getBytes(StandardCharsets.UTF_8),
                        "Content-Type",
                        "text/csv");
        assertThat(rows(early))
                .containsExactly("24 NIET_OVERGENOMEN - > Een actie op -, rij 2, kan niet");
    }

    @Test
    void a_row_that_empties_what_is_not_there_yet_is_told() {
        String programme = holding("1");

        JsonNode proposal =
                csv(programme, "&proef=true", "actie;ingangsdatum;toelichting\n1;2024-12-31;\n")
                        .isDone(200)
                        .json();

        assertThat(proposal.get("regels")).isEmpty();
        assertThat(proposal.at("/opmerkingen/0/plaats").asString()).isEqualTo("rij 2");
        assertThat(proposal.at("/opmerkingen/0/melding").asString())
                .isEqualTo(
                        "Over actie 1 is op 31 december 2024 nog niets vastgelegd. Deze rij"
                                + " verandert niets.");
    }

    @Test
    void a_change_after_the_date_of_its_sheet_is_refused_with_its_cell() {
        String programme = explained();
        String sheet = "actie;status;ingangsdatum;toelichting\n24;Afgerond;2026-04-01;Zo ver\n";
        for (String query : List.of("", "&proef=true", "&zonder=24")) {
            Answer refused = csv(programme, query, sheet).isProblem(422);
            assertThat(refused.faulty()).containsExactly("rij 2, kolom 3");
            assertThat(refused.body()).contains("1 april 2026").contains("31 maart 2026");
        }
        assertThat(rows(csv(programme, "&proef=true", sheet.replace("Afgerond", "In uitvoering"))))
                .isEmpty();
        csv(programme, "", sheet.replace("2026-04-01", "2026-03-31")).isDone(201);
    }

    @Test
    void a_text_that_differs_in_white_space_only_is_a_question() {
        String programme = holding("24");
        SERVER.post(
                        programme + "/acties/24/toelichtingen",
                        """
                        {"toelichting": "Een.\\n\\n- twee\\n- drie", "ingangsdatum": "2025-12-01"}""")
                .isDone(201);
        String sheet = "actie;toelichting\n24;Een.- twee- drie\n";
        Answer trial = csv(programme, "&proef=true", sheet).isDone(200);
        assertThat(rows(trial)).isEmpty();
        JsonNode question = trial.json().get("vragen").get(0);
        assertThat(question.get("antwoordMet").valueStream().map(JsonNode::asString))
                .containsExactly("witruimte=24:behouden", "witruimte=24:overnemen");
        assertThat(csv(programme, "", sheet).isProblem(409).faulty()).containsExactly("witruimte");
        csv(programme, "&zonder=24", sheet).isDone(200);
        csv(programme, "&witruimte=24:behouden", sheet).isDone(200);
        assertThat(SERVER.recorded(programme)).hasSize(3);
        assertThat(csv(programme, "&herken=extra-2:extra-1", sheet).isProblem(400).faulty())
                .containsExactly("herken");
        csv(programme, "&witruimte=24:overnemen", sheet).isDone(201);
        assertThat(csv(programme, "&witruimte=24:overnemen", sheet).isProblem(400).faulty())
                .containsExactly("witruimte");
        assertThat(rows(csv(programme, "&proef=true", sheet))).isEmpty();
    }

    @Test
    void faults_are_the_same_refusal_with_and_without_trial_and_nothing_is_recorded() {
        String programme = holding("1");
        LocalDate tomorrow = LocalDate.now(Today.AMSTERDAM).plusDays(1);
        String sheet =
                "actie;status;ingangsdatum;kleur\n1;Bijna klaar;" + tomorrow + ";\n1;;;\n9;;;\n";
        Answer trial = csv(programme, "&proef=true", sheet).isProblem(422);
        assertThat(csv(programme, "", sheet).isProblem(422).body()).isEqualTo(trial.body());
        assertThat(trial.faulty())
                .containsExactly(
                        "rij 1, kolom 4",
                        "rij 2, kolom 2",
                        "rij 2, kolom 3",
                        "rij 3, kolom 1",
                        "rij 4, kolom 1");
        JsonNode first = trial.json().get("fouten").get(1);
        assertThat(first.get("regel").asInt()).isEqualTo(2);
        assertThat(first.get("kolom").asInt()).isEqualTo(2);
        assertThat(first.get("melding").asString())
                .startsWith(
                        "‘Bijna klaar’ is geen status. Gebruik: Nog niet gestart; In uitvoering;");
        send(programme, "", ODS, new byte[] {1, 2, 3}).isProblem(422);
        send(programme, "", ODS, new byte[0]).isProblem(422);
        csv(programme, "", "").isProblem(422);
        assertThat(SERVER.recorded(programme)).hasSize(2);
    }

    @Test
    void a_sheet_is_the_secretariats_business() {
        String programme = holding("1");
        for (String role : List.of("lezer", "auditor", "beheerder")) {
            csv(programme, "", "actie\n1\n", CommandSideServer.as("subject-x", role))
                    .isProblem(403);
        }
    }

    @Test
    void a_sheet_with_a_key_is_answered_once() {
        String programme = holding("1");
        String key = CommandSideServer.key();
        String sheet = "actie;status\n1;In uitvoering\n";
        List<Answer> answers =
                Parallel.answers(4, _ -> csv(programme, "", sheet, "Idempotency-Key", key));
        assertThat(answers.stream().map(Answer::body).distinct()).hasSize(1);
        assertThat(answers.stream().map(Answer::status)).containsOnly(201);
        assertThat(recordedSince(programme, 2)).containsExactly("action-started");
        csv(programme, "", sheet + "\n", "Idempotency-Key", key).isProblem(409);
    }

    @Test
    void a_thousand_rows_are_proposed_within_seconds() {
        String programme = SERVER.programme();
        List<String> codes = IntStream.rangeClosed(1, 1_000).mapToObj(String::valueOf).toList();
        plan(programme, codes);
        StringBuilder sheet = new StringBuilder("actie;status;ingangsdatum;reden;toelichting\n");
        codes.forEach(
                code ->
                        sheet.append(code)
                                .append(
                                        ";In uitvoering, vertraging;2026-03-15;uitgelopen;Tekst\n"));
        long start = System.nanoTime();
        Answer trial = csv(programme, "&proef=true", sheet.toString()).isDone(200);
        double seconds = (System.nanoTime() - start) / 1e9;
        assertThat(trial.json().get("regels")).hasSize(3_000);
        assertThat(seconds).isLessThan(10);
        csv(programme, "", sheet.toString()).isDone(201);
        assertThat(SERVER.recorded(programme)).hasSize(4_001);
    }

    /** In one append, where a thousand requests would be most of what the test takes. */
    private static void plan(String programme, List<String> codes) {
        ProgrammeId id = new ProgrammeId(programme.substring(programme.lastIndexOf('/') + 1));
        Basis basis = new Basis(LocalDate.parse("2025-01-01"), "subject-1", null);
        new PostgresEventStorageEngine(SERVER.database().dataSource())
                .appendEvents(
                        codes.stream()
                                .map(code -> new ActionId(id, code))
                                .map(
                                        action ->
                                                new GenericDomainEventMessage<>(
                                                        "Action",
                                                        action.toString(),
                                                        0,
                                                        planned(action, basis)))
                                .toList());
    }

    private static ActionPlanned planned(ActionId action, Basis basis) {
        return new ActionPlanned(
                action,
                action.code(),
                "Een actie",
                null,
                new TreeSet<>(List.of(2025)),
                true,
                null,
                null,
                basis,
                null,
                null);
    }
}
