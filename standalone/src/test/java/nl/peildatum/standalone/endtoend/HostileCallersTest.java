package nl.peildatum.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import nl.peildatum.eventstore.TestDirectories;
import nl.peildatum.standalone.RunningStandalone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** Whoever sends what nobody should, at the front door of a standalone as it is run. */
class HostileCallersTest {

    private static final String PROGRAMME = "/api/v1/programmas/samen-tegen-mensenhandel";

    private static Path dataDir;
    private static RunningStandalone standalone;

    @BeforeAll
    static void start() throws IOException {
        dataDir = TestDirectories.create("hostile");
        // as an earlier version left it
        Files.setPosixFilePermissions(dataDir, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (String log : List.of("peildatum.log", "peildatum.log.1", "postgres.log")) {
            Files.writeString(dataDir.resolve(log), "");
            Files.setPosixFilePermissions(
                    dataDir.resolve(log), PosixFilePermissions.fromString("rw-r--r--"));
        }
        standalone = RunningStandalone.asProcess(dataDir);
    }

    @AfterAll
    static void stop() {
        standalone.close();
        FileSystemUtils.deleteRecursively(dataDir.toFile());
    }

    @Test
    void the_data_directory_and_every_log_in_it_are_closed_to_others() throws IOException {
        assertThat(mode(dataDir)).isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(dataDir)) {
            assertThat(files.filter(file -> file.getFileName().toString().contains(".log")))
                    .hasSize(3)
                    .allSatisfy(log -> assertThat(mode(log)).isEqualTo("rw-------"));
        }
    }

    @Test
    @Timeout(120)
    void nobody_gets_a_500_and_the_log_keeps_its_lines() throws IOException {
        List<String> injected =
                List.of(
                        "%0a2026-01-01 ERROR ALARM",
                        "%0d", "%00", "%e2%80%a8", "%1b[31m", "%0aALARM%zz");
        for (String bad : injected) {
            String safe = bad.replace(" ", "%20");
            for (String target :
                    List.of(
                            "/" + safe,
                            PROGRAMME + "/dashboard?peildatum=" + safe,
                            PROGRAMME + "/acties?zoek=" + safe,
                            "/?peildatum=" + safe,
                            "/oauth2/authorize?client_id=" + safe,
                            "/connect/logout?id_token_hint=" + safe)) {
                for (String method : List.of("GET", "POST", "get", "")) {
                    String answer = raw(method + " " + target + " HTTP/1.1", "Accept: text/html");
                    assertThat(answer).as(method + " " + target).doesNotStartWith("HTTP/1.1 5");
                }
            }
            assertThat(raw("POST /oauth2/token HTTP/1.1", "X-Kop: " + bad))
                    .doesNotStartWith("HTTP/1.1 5");
        }
        for (String line : List.of("GET / HTTP/9.9", "GET " + PROGRAMME + " HTTP/2.0")) {
            assertThat(raw(line, "X: y")).startsWith("HTTP/1.1 505");
        }
        for (String condition : List.of("If-Match:", "If-None-Match: ")) {
            assertThat(raw("GET " + PROGRAMME + "/acties HTTP/1.1", condition))
                    .startsWith("HTTP/1.1 400");
        }
        for (String encoding : List.of("vreemd", "gzip, chunked", "identity")) {
            assertThat(
                            raw(
                                    "POST " + PROGRAMME + "/acties HTTP/1.1",
                                    "Transfer-Encoding: " + encoding))
                    .startsWith("HTTP/1.1 501");
        }

        List<String> log = Files.readAllLines(dataDir.resolve("peildatum.log"));
        assertThat(log)
                .isNotEmpty()
                .allMatch(line -> line.matches("2\\d{3}-\\d\\d-\\d\\dT\\S+ [A-Z]+ +\\P{C}*"))
                .noneMatch(line -> line.contains(" ERROR "));
    }

    @Test
    void guesses_at_the_front_door_are_slowed_down_and_stand_in_the_audit_log() throws Exception {
        for (int i = 0; i < 6; i++) {
            assertThat(
                            standalone
                                    .send(
                                            HttpRequest.newBuilder(at("/oauth2/token"))
                                                    // its own word, which nobody takes
                                                    .header("X-Forwarded-For", "8.8.8." + i)
                                                    .header("Forwarded", "for=8.8.8." + i)
                                                    .header(
                                                            "Content-Type",
                                                            "application/x-www-form-urlencoded")
                                                    .POST(
                                                            BodyPublishers.ofString(
                                                                    "grant_type=client_credentials&client_id=beheerder"
                                                                            + "&client_secret=geraden")))
                                    .statusCode())
                    .isEqualTo(i < 5 ? 401 : 429);
        }
        Visitor auditor = new Visitor(standalone.address(), standalone.token("auditor"));
        List<Integer> told = List.of();
        for (int i = 0; i < 100 && told.size() < 2; i++) {
            Thread.sleep(100);
            JsonNode lines = auditor.get("/api/v1/auditlog").body();
            told =
                    lines.findValues("inhoud").stream()
                            .filter(line -> line.path("pad").asString("").equals("/oauth2/token"))
                            .map(line -> line.path("status").asInt())
                            .toList();
        }
        assertThat(told).contains(401, 429);
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static URI at(String path) {
        return standalone.address().resolve(path);
    }

    private static String raw(String line, String header) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), standalone.address().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(
                            (line
                                            + "\r\nHost: localhost\r\nConnection: close\r\n"
                                            + header
                                            + "\r\n\r\n")
                                    .getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
