package nl.peildatum.command.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nl.peildatum.command.Answer;
import nl.peildatum.command.CommandSideServer;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.Journal;
import nl.peildatum.eventstore.TestDatabase;
import nl.peildatum.reportform.Digests;
import nl.peildatum.reportform.PlainFold;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ReportsOverHttpTest {

    private static final CommandSideServer SERVER = CommandSideServer.shared();
    private static final CommandSideServer FOUR_EYES =
            CommandSideServer.start(TestDatabase.create(), "--peildatum.vier-ogen=true");
    private static final String DAY = "2025-12-31";

    @AfterAll
    static void stop() {
        FOUR_EYES.close();
    }

    private static String digest(CommandSideServer server, String programme, long knownUpTo) {
        ProgrammeId id = new ProgrammeId(programme.substring(programme.lastIndexOf('/') + 1));
        return Digests.of(
                PlainFold.overview(
                        id,
                        new Journal(server.database().dataSource()).between(id, 1, knownUpTo),
                        LocalDate.parse(DAY),
                        knownUpTo));
    }

    private static String body(long knownUpTo, String digest, String more) {
        return """
               {"peildatum": "%s", "bekendTot": %d, "digest": "%s"%s}"""
                .formatted(DAY, knownUpTo, digest, more);
    }

    @Test
    void what_was_seen_is_what_is_fixed() {
        String programme = SERVER.programme();
        SERVER.action(programme, "22");

        Answer fixed =
                SERVER.post(
                                programme + "/rapportages",
                                body(2, digest(SERVER, programme, 2), ", \"titel\": \"Kwartaal\""))
                        .isDone(201);

        assertThat(fixed.location()).isEqualTo(programme + "/rapportages/" + DAY);
        assertThat(fixed.number()).isEqualTo(3);
        assertThat(fixed.json().get("status").asString()).isEqualTo("VASTGESTELD");
        assertThat(SERVER.recorded(programme)).last().isEqualTo("report-fixed");
    }

    @Test
    void what_was_not_seen_is_not_fixed() {
        String programme = SERVER.programme();
        SERVER.action(programme, "22");

        SERVER.post(programme + "/rapportages", body(2, "ab".repeat(32), "")).isProblem(409);
        SERVER.post(programme + "/rapportages", body(1, digest(SERVER, programme, 2), ""))
                .isProblem(409);
        assertThat(SERVER.recorded(programme)).hasSize(2);
    }

    @Test
    void no_report_is_fixed_on_a_part_of_an_act() {
        String programme = SERVER.programme();
        SERVER.action(programme, "22");
        SERVER.post(
                        programme + "/acties/22/wijzigingen",
                        "{\"titel\": \"Nieuw\", \"volgorde\": 3, \"uitvoeringsjaren\": [2026]}")
                .isDone(201);

        for (long inside : List.of(3L, 4L)) {
            assertThat(
                            SERVER.post(
                                            programme + "/rapportages",
                                            body(inside, digest(SERVER, programme, inside), ""))
                                    .isProblem(409)
                                    .json()
                                    .get("detail")
                                    .asString())
                    .isEqualTo(
                            "Regel %d valt binnen één handeling: regels 3 tot en met 5 zijn samen vastgelegd. Vraag het overzicht opnieuw op met bekendTot 5 en stel dat vast."
                                    .formatted(inside));
        }
        assertThat(SERVER.recorded(programme)).hasSize(5);
        SERVER.post(programme + "/rapportages", body(5, digest(SERVER, programme, 5), ""))
                .isDone(201);
    }

    @Test
    void what_is_wrong_is_named_at_once() {
        String programme = SERVER.programme();

        assertThat(
                        SERVER.post(
                                        programme + "/rapportages",
                                        """
                                        {"peildatum": "2999-01-01", "bekendTot": 9,
                                         "digest": "kort", "extra": 1}""")
                                .isProblem(400)
                                .faulty())
                .containsExactlyInAnyOrder("peildatum", "bekendTot", "digest", "extra");
        SERVER.post("/api/v1/programmas/onbekend/rapportages", body(1, "ab".repeat(32), ""))
                .isProblem(404);
    }

    @Test
    void a_second_report_for_a_date_says_why_and_the_first_one_stays() {
        String programme = SERVER.programme();
        String body = body(1, digest(SERVER, programme, 1), "");
        SERVER.post(programme + "/rapportages", body).isDone(201);

        assertThat(SERVER.post(programme + "/rapportages", body).isProblem(400).faulty())
                .containsExactly("reden");
        SERVER.post(
                        programme + "/rapportages",
                        body(1, digest(SERVER, programme, 1), ", \"reden\": \"andere titel\""))
                .isDone(201);
        assertThat(SERVER.recorded(programme))
                .containsExactly("programme-adopted", "report-fixed", "report-fixed");
    }

    @Test
    void one_subject_proposes_and_another_confirms() {
        String programme = FOUR_EYES.programme();
        String reports = programme + "/rapportages";
        String confirmations = reports + "/" + DAY + "/bevestigingen";
        FOUR_EYES.post(confirmations, "{}").isProblem(404);

        Answer proposed =
                FOUR_EYES.post(reports, body(1, digest(FOUR_EYES, programme, 1), "")).isDone(201);
        assertThat(proposed.json().get("status").asString()).isEqualTo("VOORGESTELD");

        FOUR_EYES.post(confirmations, "{}").isProblem(403);
        Answer confirmed =
                FOUR_EYES
                        .post(confirmations, "{}", CommandSideServer.as("ander", "secretariaat"))
                        .isDone(201);
        assertThat(confirmed.json().get("status").asString()).isEqualTo("VASTGESTELD");
        FOUR_EYES
                .post(confirmations, "{}", CommandSideServer.as("ander", "secretariaat"))
                .isProblem(409);
        FOUR_EYES.post(confirmations, "{}", CommandSideServer.as("a", "auditor")).isProblem(403);
        FOUR_EYES
                .post(
                        reports + "/vandaag/bevestigingen",
                        "{}",
                        CommandSideServer.as("ander", "secretariaat"))
                .isProblem(404);
    }

    @Test
    void a_report_is_neither_corrected_nor_retracted() {
        String programme = SERVER.programme();
        long number =
                SERVER.post(programme + "/rapportages", body(1, digest(SERVER, programme, 1), ""))
                        .isDone(201)
                        .number();

        SERVER.post(
                        programme + "/journaal/" + number + "/correcties",
                        "{\"reden\": \"r\", \"als\": {\"reden\": \"x\"}}")
                .isProblem(409);
        SERVER.post(programme + "/journaal/" + number + "/intrekkingen", "{\"reden\": \"r\"}")
                .isProblem(409);
    }

    @Test
    void a_trial_of_a_correction_names_the_reports_it_touches() {
        String programme = SERVER.programme();
        String action = SERVER.action(programme, "22");
        long started =
                SERVER.post(
                                action + "/statuswijzigingen",
                                "{\"soort\": \"START\", \"ingangsdatum\": \"2025-03-01\"}")
                        .isDone(201)
                        .number();
        SERVER.post(
                        programme + "/rapportages",
                        body(started, digest(SERVER, programme, started), ""))
                .isDone(201);

        String path = programme + "/journaal/" + started + "/correcties?proef=true";
        assertThat(
                        SERVER.post(
                                        path,
                                        "{\"reden\": \"r\", \"als\": {\"ingangsdatum\":"
                                                + " \"2025-02-01\"}}")
                                .isDone(200)
                                .json()
                                .get("rapportages"))
                .hasSize(1); // it says since when
        assertThat(
                        SERVER.post(path, "{\"reden\": \"r\", \"als\": {\"bron\": \"een brief\"}}")
                                .isDone(200)
                                .json()
                                .get("rapportages"))
                .isEmpty();
        assertThat(
                        SERVER.post(
                                        path,
                                        "{\"reden\": \"r\", \"als\": {\"ingangsdatum\":"
                                                + " \"2026-02-01\"}}")
                                .isDone(200)
                                .json()
                                .get("rapportages"))
                .hasSize(1);
    }
}
