package nl.peildatum.command.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import nl.peildatum.command.Answer;
import nl.peildatum.command.CommandSideServer;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.Checkpoint;
import nl.peildatum.eventstore.Checkpoints;
import nl.peildatum.eventstore.Journal;
import nl.peildatum.eventstore.TestDatabase;
import nl.peildatum.reportform.Digests;
import nl.peildatum.reportform.PlainFold;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class CheckpointsOverHttpTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final String[] BEHEERDER =
            CommandSideServer.as("subject-beheerder", "beheerder");
    private static @TempDir Path directory;
    private static CommandSideServer server;

    @BeforeAll
    static void start() {
        server = CommandSideServer.start(DATABASE, "--peildatum.controlepunten.map=" + directory);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static ProgrammeId id(String programme) {
        return new ProgrammeId(programme.substring(programme.lastIndexOf('/') + 1));
    }

    private static void fix(String programme) {
        ProgrammeId id = id(programme);
        LocalDate day = LocalDate.parse("2025-12-31");
        String digest =
                Digests.of(
                        PlainFold.overview(
                                id, new Journal(DATABASE.dataSource()).between(id, 1, 1), day, 1));
        server.post(
                        programme + "/rapportages",
                        "{\"peildatum\": \"%s\", \"bekendTot\": 1, \"digest\": \"%s\"}"
                                .formatted(day, digest))
                .isDone(201);
    }

    @Test
    void who_asks_gets_the_signed_head_and_who_asks_again_the_same() {
        String programme = server.programme();
        String checkpoints = programme + "/journaal/controlepunten";

        Answer made = server.post(checkpoints, "{}").isDone(201);
        Answer again = server.send("POST", checkpoints, (byte[]) null, BEHEERDER).isDone(200);

        assertThat(made.location()).isEqualTo(checkpoints);
        assertThat(again.json()).isEqualTo(made.json());
        assertThat(made.json().get("vorm").asString()).isEqualTo("peildatum-controlepunt/1");
        assertThat(made.json().get("journaalnummer").asLong()).isEqualTo(1);
        assertThat(made.json().get("hash").asString()).matches("[0-9a-f]{64}");
        assertThat(made.json().get("sleutel").asString()).matches("[0-9a-f]{64}");
    }

    @Test
    void a_report_that_is_fixed_is_covered_at_once() {
        String programme = server.programme();

        fix(programme);

        assertThat(new Checkpoints(DATABASE.dataSource()).of(id(programme).value()))
                .extracting(Checkpoint::number)
                .containsExactly(2L);
    }

    @Test
    void a_key_in_trouble_stands_in_no_command_s_way() throws IOException {
        String programme = server.programme();
        Path key = directory.resolve("sleutel.pem");
        byte[] kept = Files.readAllBytes(key);
        Files.delete(key);
        try {
            fix(programme);
            server.action(programme, "22");
            Answer refused =
                    server.post(programme + "/journaal/controlepunten", "{}").isProblem(503);
            assertThat(refused.detail()).contains("Zet het bestand terug");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(health().json().at("/components/checkpoints/status").asString())
                    .isEqualTo("AFWIJKING");
        } finally {
            Files.write(key, kept);
        }
        server.post(programme + "/journaal/controlepunten", "{}").isDone(201);
    }

    private static Answer health() {
        return server.send("GET", "/actuator/health", (byte[]) null, BEHEERDER);
    }

    @Test
    void the_beheerder_rotates_the_key_and_says_why() {
        assertThat(server.post("/api/v1/sleutels", "{}", BEHEERDER).isProblem(400).faulty())
                .containsExactly("reden");
        String earlier = server.programme();
        server.post(earlier + "/journaal/controlepunten", "{}").isDone(201);

        Answer rotated =
                server.post("/api/v1/sleutels", "{\"reden\": \"jaarlijks\"}", BEHEERDER)
                        .isDone(201);

        assertThat(rotated.location()).isEqualTo("/api/v1/sleutels");
        assertThat(rotated.json().get("vorige").asString()).matches("[0-9a-f]{64}");
        JsonNode key = rotated.json().get("vingerafdruk");
        assertThat(signer(earlier, 200)).isEqualTo(key);
        assertThat(signer(server.programme(), 201)).isEqualTo(key);
    }

    private static JsonNode signer(String programme, int status) {
        return server.post(programme + "/journaal/controlepunten", "{}")
                .isDone(status)
                .json()
                .get("sleutel");
    }

    @Test
    void others_may_not() {
        String programme = server.programme();
        String checkpoints = programme + "/journaal/controlepunten";
        server.post(checkpoints, "{}", CommandSideServer.as("iemand", "auditor")).isProblem(403);
        server.post(checkpoints, "{}", CommandSideServer.as("iemand", "lezer")).isProblem(403);
        server.post(checkpoints, "{}", "Authorization", "").isProblem(401);
        server.post("/api/v1/sleutels", "{\"reden\": \"zomaar\"}").isProblem(403);
        server.post("/api/v1/programmas/onbekend/journaal/controlepunten", "{}").isProblem(404);
        assertThat(server.post(checkpoints, "{\"nummer\": 1}").isProblem(400).faulty())
                .containsExactly("nummer");
    }

    @Test
    void without_a_directory_they_are_off_and_say_so() {
        CommandSideServer off = CommandSideServer.shared();
        String programme = off.programme();

        assertThat(off.post(programme + "/journaal/controlepunten", "{}").isProblem(503).detail())
                .contains("peildatum.controlepunten.map");
    }
}
