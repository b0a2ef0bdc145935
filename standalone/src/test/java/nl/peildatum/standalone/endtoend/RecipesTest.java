package nl.peildatum.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.peildatum.standalone.RunningStandalone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipes of docs/recepten.md, cut out of the page and run as they stand there. */
class RecipesTest {
    private static final Path PAGE = Path.of("..", "docs", "recepten.md");
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin");

    private @TempDir Path place;

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
        try (RunningStandalone standalone = RunningStandalone.start()) {
            assertThat(run(standalone, "bash", "recepten.sh"))
                    .containsExactly(
                            "44 acties",
                            "vastgelegd",
                            "De pilots zijn geëvalueerd.",
                            "47 acties op alle bladzijden",
                            "400 reden",
                            "IN ORDE");
            assertThat(run(standalone, JAVA.resolve("java").toString(), "Recepten.java"))
                    .containsExactly(
                            "44 acties",
                            "vastgelegd",
                            "De pilots worden herhaald.",
                            "47 acties op alle bladzijden",
                            "400 reden",
                            "IN ORDE");
        }
    }

    private static String blocks(String kind) throws IOException {
        return Pattern.compile("^```" + kind + "\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(Files.readString(PAGE))
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining("\n"));
    }

    private List<String> run(RunningStandalone standalone, String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).directory(place.toFile());
        Path told = place.resolve("fouten.txt");
        builder.redirectError(told.toFile());
        builder.environment().put("ADRES", standalone.address().toString());
        builder.environment()
                .put("GEHEIM_SECRETARIAAT", standalone.secret("secretariaat.client-secret"));
        builder.environment().put("GEHEIM_AUDITOR", standalone.secret("auditor.client-secret"));
        builder.environment().merge("PATH", JAVA.toString(), (path, java) -> java + ":" + path);
        Process process = builder.start();
        String lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(lines + Files.readString(told)).isZero();
        return lines.lines().toList();
    }
}
