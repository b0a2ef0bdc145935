package nl.peildatum.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import nl.peildatum.eventstore.TestDirectories;
import nl.peildatum.standalone.RunningStandalone;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/**
 * A data directory that an earlier version left behind is opened by this one: {@code
 * data-of-before.txz} is the first import, a delay of action 24 that was corrected, an explanation
 * whose text was erased, and two fixed reports.
 */
class DataOfBeforeTest {

    private static final String PROGRAMME = "/api/v1/programmas/samen-tegen-mensenhandel";
    private static final int RECORDED = 104;

    private static Path dataDir;
    private static RunningStandalone standalone;
    private static Visitor auditor;

    @BeforeAll
    static void open() throws IOException {
        dataDir = TestDirectories.create("before");
        unpack("/data-of-before.txz", dataDir);
        standalone = RunningStandalone.inThisJvm(dataDir);
        auditor = new Visitor(standalone.address(), standalone.token("auditor"));
    }

    @AfterAll
    static void close() {
        standalone.close();
        FileSystemUtils.deleteRecursively(dataDir.toFile());
    }

    @Test
    void nothing_is_recorded_by_opening_it() {
        assertThat(auditor.get(PROGRAMME + "/journaal").body().path("hoofd").asInt())
                .isEqualTo(RECORDED);
        assertThat(standalone.told()).noneMatch(line -> line.contains("ingelezen"));
    }

    @Test
    void the_dashboard_counts_as_it_did() {
        assertThat(counts("2025-11-30")).containsExactly(44, 13, 20, 5, 5, 1);
        assertThat(counts("2026-03-31")).containsExactly(44, 13, 19, 6, 5, 1);
        assertThat(counts("2026-01-31&bekendTot=102")).containsExactly(44, 13, 20, 5, 5, 1);
        assertThat(counts("2026-01-31")).containsExactly(44, 13, 19, 6, 5, 1);
    }

    @Test
    void its_answers_are_built_anew_in_the_words_of_this_version() {
        List<String> reasons =
                auditor.get(PROGRAMME + "/journaal?aantal=1000")
                        .body()
                        .path("regels")
                        .valueStream()
                        .filter(line -> !line.path("reden").isNull())
                        .map(line -> line.path("zin").asString())
                        .toList();
        assertThat(reasons)
                .isNotEmpty()
                .allMatch(sentence -> sentence.contains("Reden: "))
                .noneMatch(sentence -> sentence.contains("(vastgelegd op"));
        assertThat(
                        JdbcClient.create(standalone.database("query-side"))
                                .sql("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'read%'")
                                .query(String.class)
                                .list())
                .containsExactly("read_v2");
    }

    @Test
    void the_journal_is_in_order_to_its_last_entry() {
        JsonNode check = auditor.get(PROGRAMME + "/journaal/controle").body();

        assertThat(check.path("inOrde").asBoolean()).as(check.toString()).isTrue();
        assertThat(check.path("gecontroleerd").asInt()).isEqualTo(RECORDED);
        assertThat(check.at("/hoofd/hash").asString())
                .isEqualTo("910f0d4a6ccc29a7fa016a630eac13c362f8821576e02798f042d886978cb52b");
        assertThat(check.path("controlepunten").asInt()).isEqualTo(3);
        assertThat(auditor.get("/api/v1/auditlog/controle").body().path("inOrde").asBoolean())
                .isTrue();
    }

    @Test
    void every_report_reproduces_what_was_fixed() {
        assertThat(report("2025-11-30"))
                .isEqualTo("11a3f9609a9278e80b15f874fb4e28abec97212ea837d7ddc105f7086cb4d742");
        assertThat(report("2026-03-31"))
                .isEqualTo("23b06ffbd2595f4f7f3375d81a379454e6e8314e064826307e5f5589e0782113");
        for (String date : List.of("2025-11-30", "2026-01-31", "2026-03-31")) {
            JsonNode cut =
                    auditor.get(PROGRAMME + "/monitoringsoverzicht/controle?peildatum=" + date)
                            .body();
            assertThat(cut.path("inOrde").asBoolean()).as(cut.toString()).isTrue();
        }
    }

    @Test
    void what_is_recorded_next_goes_beside_what_was_there() {
        assertThat(
                        standalone
                                .post(
                                        "/api/v1/programmas",
                                        "secretariaat",
                                        "{\"programma\":\"later\",\"naam\":\"Later\",\"startjaar\":2026,"
                                                + "\"eindjaar\":2027,\"uitgevers\":[\"Ministerie\"]}")
                                .statusCode())
                .isEqualTo(201);
        assertThat(auditor.get("/api/v1/programmas/later/journaal/controle").body().path("inOrde"))
                .hasToString("true");
    }

    private static List<Integer> counts(String date) {
        JsonNode total =
                auditor.get(PROGRAMME + "/dashboard?peildatum=" + date).body().path("totaal");
        return total.propertyNames().stream().map(name -> total.get(name).asInt()).toList();
    }

    /** The digest of a report, once it is seen to reproduce. */
    private static String report(String date) {
        JsonNode report = auditor.get(PROGRAMME + "/rapportages/" + date).body();
        assertThat(report.path("reproduceert").asBoolean()).as(report.toString()).isTrue();
        return report.path("digest").asString();
    }

    private static void unpack(String archive, Path target) throws IOException {
        try (InputStream packed = DataOfBeforeTest.class.getResourceAsStream(archive);
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(
                                new XZCompressorInputStream(Objects.requireNonNull(packed)))) {
            @Nullable TarArchiveEntry entry;
            while ((entry = tar.getNextEntry()) != null) {
                Path file = target.resolve(entry.getName());
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                if (entry.isDirectory()) {
                    // PostgreSQL starts on nothing that others may enter
                    Files.createDirectories(
                            file,
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rwx------")));
                } else {
                    Files.copy(tar, file);
                }
            }
        }
    }
}
