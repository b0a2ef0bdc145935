package nl.peildatum.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import nl.peildatum.standalone.RunningStandalone;
import nl.peildatum.standalone.endtoend.Visitor.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/**
 * An auditor who trusts nobody: keeps a checkpoint, takes the proof home, and sees what was done
 * since by somebody who owns the database.
 */
class AuditorsProofTest {

    private static final String PROGRAMME = "/api/v1/programmas/samen-tegen-mensenhandel";
    private static final String DAY = "2026-03-31";
    private static final String CHECKPOINTS = PROGRAMME + "/journaal/controlepunten";

    /** Changes one entry and computes every hash after it again, as only an owner can. */
    private static final String REWRITE =
            """
            DO $$
            DECLARE
                entry events.event;
                before bytea := decode(repeat('00', 32), 'hex');
            BEGIN
                ALTER TABLE events.event DISABLE TRIGGER USER;
                UPDATE events.event SET facts = convert_to(
                    replace(convert_from(facts, 'UTF8'), '2026-03-10', '2026-03-30'), 'UTF8')
                    WHERE journal_number = :entry;
                FOR entry IN SELECT * FROM events.event ORDER BY journal_number LOOP
                    before := sha256(convert_to(events.hashed_text(
                        entry.programme, entry.journal_number, entry.recorded_at, entry.event_id,
                        entry.aggregate_type, entry.aggregate_id, entry.sequence_number, entry.name,
                        entry.revision, entry.facts, entry.commitment, before), 'UTF8'));
                    UPDATE events.event SET hash = before WHERE event_id = entry.event_id;
                END LOOP;
                ALTER TABLE events.event ENABLE TRIGGER USER;
            END
            $$""";

    private @TempDir Path home;

    @Test
    void what_was_kept_proves_what_came_since_and_betrays_who_rewrites_it() throws Exception {
        try (RunningStandalone standalone = RunningStandalone.start()) {
            Visitor secretariat =
                    new Visitor(standalone.address(), standalone.token("secretariaat"));
            Visitor auditor = new Visitor(standalone.address(), standalone.token("auditor"));
            Visitor beheerder = new Visitor(standalone.address(), standalone.token("beheerder"));
            assertThat(newest(auditor)).isEqualTo(98);

            long delayed =
                    recorded(
                            secretariat.post(
                                    PROGRAMME + "/acties/24/statuswijzigingen",
                                    Map.of(
                                            "soort",
                                            "VERTRAGING",
                                            "ingangsdatum",
                                            "2026-03-10",
                                            "reden",
                                            "iemand is ziek")));
            long fixed = fixed(secretariat, auditor, delayed);
            assertThat(newest(auditor)).isEqualTo(fixed);
            Path kept = home.resolve("bewaard.json");
            Files.writeString(kept, auditor.get(CHECKPOINTS).response().body());

            Answer rotated = beheerder.post("/api/v1/sleutels", Map.of("reden", "jaarlijks"));
            assertThat(rotated.status()).isEqualTo(201);
            long erased =
                    recorded(
                            beheerder.post(
                                    PROGRAMME + "/journaal/" + delayed + "/tekstwissing",
                                    Map.of("reden", "er staat een naam in")));
            assertThat(secretariat.post(CHECKPOINTS, Map.of()).status()).isEqualTo(201);
            assertThat(newest(auditor)).isEqualTo(erased);

            String fingerprint = rotated.body().get("vingerafdruk").asString();
            Path proof = unpacked(auditor, "voor");
            assertThat(verified(proof, "--controlepunt=" + kept, "--vingerafdruk=" + fingerprint))
                    .startsWith("0 IN ORDE")
                    .contains("regel " + erased, fingerprint, "alleen gegroeid");
            assertThat(deviations(auditor)).isEmpty();

            rewrite(standalone, delayed);

            assertThat(deviations(auditor)).containsExactly("HERSCHREVEN " + delayed);
            assertThat(verified(unpacked(auditor, "na"), "--controlepunt=" + kept))
                    .startsWith("1 NIET IN ORDE")
                    .contains("herschreven sinds controlepunt " + fixed);
            assertThat(secretariat.post(CHECKPOINTS, Map.of()).status()).isEqualTo(409);

            assertThat(auditLog(auditor))
                    .contains("SLEUTEL", "TEKST_GEWIST", "CONTROLE true", "CONTROLE false");
            assertThat(auditor.get("/api/v1/auditlog/controle").body().get("inOrde").asBoolean())
                    .isTrue();
        }
    }

    private static long recorded(Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body().get("journaalnummer").asLong();
    }

    private static long fixed(Visitor secretariat, Visitor auditor, long knownUpTo) {
        String digest =
                auditor.get(
                                PROGRAMME
                                        + "/monitoringsoverzicht?peildatum="
                                        + DAY
                                        + "&minstensJournaal="
                                        + knownUpTo)
                        .response()
                        .headers()
                        .firstValue("Digest-Overzicht")
                        .orElse("");
        return recorded(
                secretariat.post(
                        PROGRAMME + "/rapportages",
                        Map.of("peildatum", DAY, "bekendTot", knownUpTo, "digest", digest)));
    }

    private static long newest(Visitor auditor) {
        JsonNode points = auditor.get(CHECKPOINTS).body().get("controlepunten");
        return points.get(points.size() - 1).get("journaalnummer").asLong();
    }

    private static List<String> deviations(Visitor auditor) {
        JsonNode check = auditor.get(PROGRAMME + "/journaal/controle").body();
        List<String> found = new ArrayList<>();
        check.get("afwijkingen")
                .forEach(
                        one ->
                                found.add(
                                        one.get("soort").asString()
                                                + " "
                                                + one.get("journaalnummer").asLong()));
        assertThat(check.get("inOrde").asBoolean()).as(check.toString()).isEqualTo(found.isEmpty());
        return found;
    }

    private static List<String> auditLog(Visitor auditor) {
        List<String> lines = new ArrayList<>();
        auditor.get("/api/v1/auditlog?paginagrootte=200")
                .body()
                .get("regels")
                .forEach(
                        line ->
                                lines.add(
                                        (line.get("soort").asString()
                                                        + " "
                                                        + line.get("inhoud")
                                                                .path("inOrde")
                                                                .asString(""))
                                                .strip()));
        return lines;
    }

    private Path unpacked(Visitor auditor, String name) throws IOException {
        Path folder = Files.createDirectory(home.resolve(name));
        byte[] zip = auditor.download(PROGRAMME + "/bewijs", "application/zip");
        try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
                Files.write(folder.resolve(file.getName()), files.readAllBytes());
            }
        }
        return folder;
    }

    /** The exit code and what was printed. */
    private static String verified(Path folder, String... options) throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "Controleer.java"));
        command.addAll(List.of(options));
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + printed;
    }

    private static void rewrite(RunningStandalone standalone, long entry) throws IOException {
        Properties secrets = new Properties();
        try (var file =
                Files.newBufferedReader(standalone.dataDir().resolve("postgres.properties"))) {
            secrets.load(file);
        }
        String port =
                Files.readAllLines(standalone.dataDir().resolve("postgres/postmaster.pid")).get(3);
        DriverManagerDataSource owner =
                new DriverManagerDataSource(
                        "jdbc:postgresql://127.0.0.1:" + port.strip() + "/peildatum",
                        "peildatum",
                        secrets.getProperty("peildatum.password"));
        JdbcClient.create(owner).sql(REWRITE.replace(":entry", Long.toString(entry))).update();
    }
}
