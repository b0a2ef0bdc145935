package nl.peildatum.standalone.apart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The three jars, started with settings that cannot be right: a Dutch line, and exit code 1. */
@Tag("apart")
class StartingTest {

    private static final String DATABASE = "SPRING_DATASOURCE_";
    private static final String ISSUER = "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI";

    /** What each needs, so that nothing is wrong but that nothing answers there. */
    private static final Map<String, Map<String, String>> ENOUGH =
            Map.of(
                    "command-side", side(),
                    "query-side", side(),
                    "portal",
                            Map.of(
                                    "PEILDATUM_COMMAND_SIDE", "http://127.0.0.1:1",
                                    "PEILDATUM_QUERY_SIDE", "http://127.0.0.1:1"));

    /** How a process ended. */
    private record Ended(int exitCode, String output, String errors) {}

    @ParameterizedTest
    @ValueSource(strings = {"command-side", "query-side", "portal"})
    void without_any_setting_it_names_each_that_it_needs(String application) throws Exception {
        Ended ended = run(application, Map.of());

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.output()).isEmpty();
        assertThat(ended.errors().lines())
                .allMatch(line -> line.matches("De instelling [A-Z0-9_]+ ontbreekt. Vul in: .+\\."))
                .hasSameSizeAs(enough(application).keySet());
        for (String needed : enough(application).keySet()) {
            assertThat(ended.errors()).contains(" " + needed + " ");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "command-side | SPRING_DATASOURCE_PASSWORD= | SPRING_DATASOURCE_PASSWORD ontbreekt",
                "command-side | SPRING_FLYWAY_USER=peildatum | Vul ook SPRING_FLYWAY_PASSWORD in",
                "query-side | SPRING_FLYWAY_PASSWORD=geheim | Vul ook SPRING_FLYWAY_USER in",
                "command-side | SPRING_DATASOURCE_URL=postgres | SPRING_DATASOURCE_URL klopt niet",
                "command-side | PEILDATUM_OPENBAAR=misschien | PEILDATUM_OPENBAAR klopt niet",
                "command-side | PEILDATUM_CORS_TOEGESTAAN=* | PEILDATUM_CORS_TOEGESTAAN klopt niet",
                "query-side | PEILDATUM_CORS_TOEGESTAAN=https://a.example, https://b.example/pad | PEILDATUM_CORS_TOEGESTAAN klopt niet",
                "command-side | PEILDATUM_CORS_TOEGESTAAN=https://a.example, http://localhost:3000 | De database is niet te bereiken",
                "portal | PEILDATUM_ACHTER_TLS=soms | PEILDATUM_ACHTER_TLS klopt niet",
                "command-side | PEILDATUM_VIER_OGEN=soms | PEILDATUM_VIER_OGEN klopt niet",
                "command-side | PEILDATUM_CONTROLEPUNTEN_ADRES=https://elders.nl/ | kan niet zonder PEILDATUM_CONTROLEPUNTEN_MAP",
                "command-side | PEILDATUM_CONTROLEPUNTEN_TOKEN=geheim | kan niet zonder PEILDATUM_CONTROLEPUNTEN_ADRES",
                "query-side | PEILDATUM_PROJECTIES_SEGMENTEN=0 | PEILDATUM_PROJECTIES_SEGMENTEN klopt niet",
                "query-side | PEILDATUM_CONTROLE_TIJDSTIP=vannacht | PEILDATUM_CONTROLE_TIJDSTIP klopt niet",
                "query-side | PEILDATUM_AUDITLOG_SAMENTELLEN=lang | PEILDATUM_AUDITLOG_SAMENTELLEN klopt niet",
                "portal | PEILDATUM_QUERY_SIDE=query-side:8082 | PEILDATUM_QUERY_SIDE klopt niet",
                "portal | SERVER_PORT=99999 | SERVER_PORT klopt niet",
                "portal | SPRING_CONFIG_IMPORT=configtree:/nergens/ | Er wordt naar instellingen verwezen die er niet zijn",
                "portal | SPRING_CONFIG_IMPORT=foo | De instellingen kunnen niet worden gelezen. Controleer SPRING_CONFIG_IMPORT",
                "portal | LOGGING_LEVEL_ROOT=geheim | LOGGING_LEVEL_ROOT klopt niet",
                "portal | PEILDATUM_GROOTSTE_IMPORT=-1MB | PEILDATUM_GROOTSTE_IMPORT klopt niet",
                "query-side | PEILDATUM_AUDITLOG_SAMENTELLEN=-1m | PEILDATUM_AUDITLOG_SAMENTELLEN klopt niet",
                "query-side | SPRING_DATASOURCE_URL=jdbc:postgresql://db:5432abc/x | SPRING_DATASOURCE_URL klopt niet",
                "command-side | PEILDATUM_CONTROLEPUNTEN_MAP=/proc/nergens | PEILDATUM_CONTROLEPUNTEN_MAP klopt niet",
                "command-side | PEILDATUM_OPENBAAR= | De database is niet te bereiken",
                "query-side | PEILDATUM_PROJECTIES_SEGMENTEN= | De database is niet te bereiken",
                "command-side | | De database is niet te bereiken",
                "query-side | | De database is niet te bereiken"
            })
    void what_cannot_be_right_is_one_line(String application, @Nullable String setting, String line)
            throws Exception {
        Map<String, String> environment = new HashMap<>(enough(application));
        if (setting != null) {
            int at = setting.indexOf('=');
            environment.put(setting.substring(0, at), setting.substring(at + 1));
        }

        Ended ended = run(application, environment);

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.errors().lines()).singleElement().asString().contains(line);
        assertThat(ended.output() + ended.errors())
                .doesNotContain("\tat ", "Exception", "APPLICATION FAILED", "geheim");
    }

    @Test
    void a_login_in_the_address_and_one_of_the_owner_contradict() throws Exception {
        Map<String, String> environment = new HashMap<>(enough("command-side"));
        environment.put(DATABASE + "URL", "jdbc:postgresql://127.0.0.1:1/x?user=a&password=geheim");
        environment.put("SPRING_FLYWAY_USER", "peildatum");
        environment.put("SPRING_FLYWAY_PASSWORD", "geheim");

        Ended ended = run("command-side", environment);

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.errors().lines())
                .singleElement()
                .asString()
                .startsWith("SPRING_DATASOURCE_URL bevat al een login")
                .doesNotContain("geheim");
    }

    @Test
    void a_port_that_is_taken_is_one_line() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
            Map<String, String> environment = new HashMap<>(enough("portal"));
            environment.put("SERVER_PORT", Integer.toString(taken.getLocalPort()));

            Ended ended = run("portal", environment);

            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(ended.errors())
                    .isEqualTo(
                            "Poort "
                                    + taken.getLocalPort()
                                    + " is al in gebruik. Stop het programma dat daar draait, of kies"
                                    + " een andere poort met SERVER_PORT.\n");
        }
    }

    @Test
    void a_setting_that_nothing_reads_is_told() throws Exception {
        Map<String, String> environment = new HashMap<>(enough("portal"));
        environment.put("SERVER_PORT", "0");
        environment.put("PEILDATUM_OPENBAAR", "true"); // of the sides, not of the portal
        Process portal = process("portal", environment);
        try {
            String output = "";
            while (!output.contains("portal draait op poort")) {
                String line = portal.inputReader(StandardCharsets.UTF_8).readLine();
                assertThat(line).as(output).isNotNull();
                output += line + "\n";
            }

            assertThat(output.lines().filter(line -> line.contains("niet gelezen")))
                    .singleElement()
                    .asString()
                    .endsWith(
                            "De instelling PEILDATUM_OPENBAAR wordt door deze toepassing niet gelezen."
                                    + " Controleer de naam.");
        } finally {
            portal.destroyForcibly().waitFor();
        }
    }

    private static Map<String, String> enough(String application) {
        return Objects.requireNonNull(ENOUGH.get(application));
    }

    private static Map<String, String> side() {
        return Map.of(
                DATABASE + "URL",
                "jdbc:postgresql://127.0.0.1:1/peildatum",
                DATABASE + "USERNAME",
                "peildatum",
                DATABASE + "PASSWORD",
                "geheim",
                ISSUER,
                "http://127.0.0.1:1/realms/peildatum");
    }

    private static Ended run(String application, Map<String, String> environment)
            throws IOException, InterruptedException {
        Process process = process(application, environment);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Ended(process.exitValue(), output, errors);
    }

    private static Process process(String application, Map<String, String> environment)
            throws IOException {
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        Composed.jar(application).toString());
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }
}
