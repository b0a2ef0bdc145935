package nl.peildatum.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.peildatum.standalone.RunningStandalone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipes of docs/recepten.md, cut out of the page and run as they stand there. */
class RecipesTest {
    private static final Path PAGE = Path.of("..", "docs", "recepten.md");
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin");
    private static final Path CLIENT = Path.of("target", "client").toAbsolutePath();

    private static RunningStandalone standalone;

    private @TempDir Path place;

    @BeforeAll
    static void start() {
        standalone = RunningStandalone.start();
    }

    @AfterAll
    static void stop() {
        standalone.close();
    }

    @Test
    void every_recipe_does_what_the_page_says_in_curl_and_in_java() throws Exception {
        Files.writeString(
                place.resolve("recepten.sh"),
                "set -euo pipefail\nexport LC_ALL=C.UTF-8\n" + blocks("bash"));
        Files.writeString(
                place.resolve("Recepten.java"),
                """
                import module java.net.http;
                import java.net.http.HttpRequest.BodyPublishers;
                import java.net.http.HttpResponse.BodyHandlers;

                %s
                void main() throws Exception {
                %s
                }
                """
                        .formatted(blocks("java methoden"), blocks("java")));
        assertThat(run("bash", "recepten.sh"))
                .containsExactly(
                        "44 acties",
                        "vastgelegd",
                        "De pilots zijn geëvalueerd.",
                        "47 acties op alle bladzijden",
                        "400 reden",
                        "IN ORDE");
        assertThat(run(JAVA.resolve("java").toString(), "Recepten.java"))
                .containsExactly(
                        "44 acties",
                        "vastgelegd",
                        "De pilots worden herhaald.",
                        "47 acties op alle bladzijden",
                        "400 reden",
                        "IN ORDE");
    }

    @Test
    void a_client_that_is_generated_from_the_document_reads_and_records() throws Exception {
        Path classes = Files.createDirectory(place.resolve("klassen"));
        String libraries = String.join(File.pathSeparator, in("lib", ".jar"));
        List<String> compile = new ArrayList<>(List.of("-nowarn", "-proc:none", "-cp", libraries));
        compile.addAll(List.of("-d", classes.toString()));
        compile.addAll(in("src/main/java", ".java"));
        StringWriter told = new StringWriter();
        int failed =
                ToolProvider.findFirst("javac")
                        .orElseThrow()
                        .run(
                                new PrintWriter(told),
                                new PrintWriter(told),
                                compile.toArray(String[]::new));
        assertThat(failed).as(told.toString()).isZero();
        Files.writeString(
                place.resolve("Client.java"),
                """
                import peildatum.client.*;
                import peildatum.client.api.*;
                import peildatum.client.model.*;

                void main() throws Exception {
                %s
                }
                """
                        .formatted(blocks("java client")));
        assertThat(
                        run(
                                JAVA.resolve("java").toString(),
                                "-cp",
                                classes + File.pathSeparator + libraries,
                                "Client.java"))
                .containsExactly("44 acties", "201 Pilots tegen ronselen", "true 1", "400 reden");
    }

    private static List<String> in(String part, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(CLIENT.resolve(part))) {
            return files.map(Path::toString).filter(name -> name.endsWith(ending)).toList();
        }
    }

    private static String blocks(String kind) throws IOException {
        return Pattern.compile("^```" + kind + "\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(Files.readString(PAGE))
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining("\n"));
    }

    private List<String> run(String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).directory(place.toFile());
        Path told = place.resolve("fouten.txt");
        builder.redirectError(told.toFile());
        builder.environment().put("ADRES", standalone.address().toString());
        builder.environment()
                .put("GEHEIM_SECRETARIAAT", standalone.secret("secretariaat.client-secret"));
        builder.environment().put("TOKEN", standalone.token("secretariaat"));
        builder.environment().put("GEHEIM_AUDITOR", standalone.secret("auditor.client-secret"));
        builder.environment().merge("PATH", JAVA.toString(), (path, java) -> java + ":" + path);
        Process process = builder.start();
        String lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(lines + Files.readString(told)).isZero();
        return lines.lines().toList();
    }
}
