package nl.peildatum.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What holds of every page, however it is looked at. */
@ExtendWith(Seen.ByTests.class)
class EveryPageTest {

    /** What the portal gives besides pages. */
    private static final Set<String> NO_PAGES =
            Set.of(
                    "/uiterlijk/{name}",
                    "/programmas/{programma}/overzicht.{extension}",
                    "/programmas/{programma}/sjabloon.{extension:csv|ods}",
                    "/programmas/{programma}/acties.csv",
                    "/programmas/{programma}/veranderingen.csv",
                    "/programmas/{programma}/verloop.csv",
                    "/programmas/{programma}/bewijs.zip",
                    "/programmas/{programma}/stroom",
                    "/programmas/{programma}/zojuist",
                    "/programmas/{programma}/controlepunten.json");

    private static final int RAW = 150_000;
    private static final int TRANSFERRED = 90_000;
    private static final int AGAIN = 45_000;

    private static final List<ShownPage> EVERY_PAGE = ShownPage.EVERY_PAGE;

    private static List<Arguments> wide_and_light_and_narrow_and_dark() {
        return inLooks(EVERY_PAGE, List.of(Viewing.WIDE, Viewing.NARROW_DARK));
    }

    private static List<Arguments> in_every_look() {
        List<Arguments> all = inLooks(ShownPage.OTHER_STATES, List.of(Viewing.values()));
        List<Viewing> others = new ArrayList<>(List.of(Viewing.values()));
        others.removeAll(List.of(Viewing.WIDE, Viewing.NARROW_DARK));
        all.addAll(inLooks(EVERY_PAGE, others));
        return all;
    }

    private static List<Arguments> inLooks(List<ShownPage> pages, List<Viewing> viewings) {
        return pages.stream()
                .flatMap(page -> viewings.stream().map(viewing -> Arguments.of(page, viewing)))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    @Test
    void every_page_that_the_portal_has_is_looked_at() throws Exception {
        TreeSet<String> mapped = new TreeSet<>();
        ClassPathScanningCandidateComponentProvider controllers =
                new ClassPathScanningCandidateComponentProvider(false);
        controllers.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        for (BeanDefinition found : controllers.findCandidateComponents("nl.peildatum.portal")) {
            Class<?> controller = Class.forName(Objects.requireNonNull(found.getBeanClassName()));
            RequestMapping all =
                    AnnotatedElementUtils.findMergedAnnotation(controller, RequestMapping.class);
            String prefix = all == null ? "" : all.path()[0];
            for (Method method : controller.getDeclaredMethods()) {
                RequestMapping mapping =
                        AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
                if (mapping != null
                        && (mapping.method().length == 0
                                || Arrays.asList(mapping.method()).contains(RequestMethod.GET))) {
                    for (String path : mapping.path()) {
                        mapped.add(prefix + path);
                    }
                }
            }
        }
        assertThat(mapped).containsAll(NO_PAGES);
        mapped.removeAll(NO_PAGES);
        assertThat(EVERY_PAGE.stream().map(ShownPage::mapping).filter(Objects::nonNull))
                .containsAll(mapped)
                .isSubsetOf(mapped);
    }

    @ParameterizedTest
    @MethodSource("wide_and_light_and_narrow_and_dark")
    void everybody_can_use(ShownPage page, Viewing viewing, Seen seen) {
        canBeUsed(page, viewing, seen);
    }

    @Tag("every-look")
    @ParameterizedTest
    @MethodSource("in_every_look")
    void everybody_can_use_in_every_state(ShownPage page, Viewing viewing, Seen seen) {
        canBeUsed(page, viewing, seen);
    }

    private static void canBeUsed(ShownPage page, Viewing viewing, Seen seen) {
        Visit visit = seen.visit(page, viewing);
        assertThat(visit.status()).isEqualTo(page.status());
        assertThat(visit.violations()).as("what axe says").isEmpty();
        assertThat(visit.overflow()).as("pixels beside the window").isZero();
        assertThat(visit.complaints()).as("what the browser says").isEmpty();
        assertThat(visit.origins()).containsExactly(seen.at("").toString().replaceFirst("/$", ""));
    }

    @ParameterizedTest
    @FieldSource("EVERY_PAGE")
    void weighs_little(ShownPage page, Seen seen) {
        Visit visit = seen.visit(page, Viewing.WIDE);
        assertThat(visit.raw()).as("bytes").isBetween(1_000L, (long) RAW);
        assertThat(visit.transferred()).as("over the line").isBetween(1_000L, (long) TRANSFERRED);
        assertThat(visit.again()).as("the second time").isBetween(1L, (long) AGAIN);
    }

    @ParameterizedTest
    @FieldSource("EVERY_PAGE")
    void has_style_and_script_in_files_of_their_own(ShownPage page, Seen seen) {
        assertThat(seen.visit(page, Viewing.WIDE).html())
                .doesNotContainPattern("(?i)<[^>]*\\sstyle\\s*=")
                .doesNotContainPattern("(?i)<style\\b")
                .doesNotContainPattern("(?i)<[^>]*\\son[a-z]+\\s*=")
                .doesNotContainPattern("(?i)<script(?![^>]*\\ssrc=)")
                .doesNotContainPattern("(?i)javascript:");
    }

    @Test
    void is_html_without_a_fault(Seen seen, @TempDir Path folder) throws Exception {
        List<ShownPage> pages =
                Stream.concat(EVERY_PAGE.stream(), ShownPage.OTHER_STATES.stream()).toList();
        for (ShownPage page : pages) {
            Files.writeString(
                    folder.resolve(page.name() + ".html"),
                    html(page, seen),
                    StandardCharsets.UTF_8);
        }
        assertThat(faults(folder)).isEmpty();

        Files.writeString(
                folder.resolve("fout.html"),
                html(EVERY_PAGE.getFirst(), seen).replace("<main", "<main role=\"cell\""),
                StandardCharsets.UTF_8);
        assertThat(faults(folder)).anyMatch(fault -> fault.contains("fout.html"));
    }

    /** Pages that are only asked for their bytes need no look. */
    private static String html(ShownPage page, Seen seen) throws Exception {
        return EVERY_PAGE.contains(page) || page.role() != null
                ? seen.visit(page, Viewing.WIDE).html()
                : seen.bytes(page.address());
    }

    private static List<String> faults(Path folder) throws IOException, InterruptedException {
        String parts = Files.readString(Path.of("target", "html-checker.txt")).strip();
        Process checker =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xss2m",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                parts.replace(":", File.pathSeparator),
                                "nu.validator.client.SimpleCommandLineValidator",
                                "--format",
                                "json",
                                "--exit-zero-always",
                                folder.toString())
                        .redirectErrorStream(true)
                        .start();
        String told;
        try (var output = checker.inputReader(StandardCharsets.UTF_8)) {
            told = output.readAllAsString();
        }
        assertThat(checker.waitFor()).as(told).isZero();
        Matcher json = Pattern.compile("\\{\"version\":.*").matcher(told);
        assertThat(json.find()).as(told).isTrue();
        List<String> faults = new ArrayList<>();
        for (JsonNode message : JsonMapper.shared().readTree(json.group()).path("messages")) {
            if (!message.path("type").asString().equals("info")
                    || message.path("subType").asString("").equals("warning")) {
                faults.add(
                        "%s %s: %s"
                                .formatted(
                                        message.path("url").asString().replaceFirst(".*/", ""),
                                        message.path("message").asString(),
                                        message.path("extract").asString("")));
            }
        }
        return faults;
    }
}
