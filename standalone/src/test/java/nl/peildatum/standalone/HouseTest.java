package nl.peildatum.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The house as a whole: who may know whom, and that its papers are in order. */
class HouseTest {

    private static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("nl.peildatum");

    @Test
    void the_sides_and_the_portal_do_not_know_one_another() {
        hold(nobodyIn("nl.peildatum.command..", "nl.peildatum.query..", "nl.peildatum.portal.."));
        hold(nobodyIn("nl.peildatum.query..", "nl.peildatum.command..", "nl.peildatum.portal.."));
        hold(
                nobodyIn(
                        "nl.peildatum.portal..",
                        "nl.peildatum.command..",
                        "nl.peildatum.query..",
                        "nl.peildatum.eventstore..",
                        "nl.peildatum.events.."));
    }

    @Test
    void what_they_share_knows_none_of_them() {
        hold(
                nobodyIn(
                        "nl.peildatum.events..",
                        "nl.peildatum.eventstore..",
                        "nl.peildatum.api..",
                        "nl.peildatum.command..",
                        "nl.peildatum.query..",
                        "org.axonframework..",
                        "org.springframework.."));
        hold(
                nobodyIn(
                        "nl.peildatum.eventstore..",
                        "nl.peildatum.api..",
                        "nl.peildatum.command..",
                        "nl.peildatum.query.."));
        hold(
                nobodyIn(
                        "nl.peildatum.api..",
                        "nl.peildatum.events..",
                        "nl.peildatum.eventstore..",
                        "nl.peildatum.command..",
                        "nl.peildatum.query..",
                        "org.axonframework.."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"common", "util", "shared", "impl", "dto", "helper", "mapper"})
    void no_room_is_called(String name) {
        hold(
                noClasses()
                        .should()
                        .resideInAPackage("..%s..".formatted(name))
                        .as("no package is called " + name));
    }

    @Test
    void the_modules_stand_in_no_circle() {
        hold(
                SlicesRuleDefinition.slices()
                        .matching("nl.peildatum.(*)..")
                        .should()
                        .beFreeOfCycles());
    }

    @Test
    void decision_records_are_numbered_without_a_hole_and_say_what_they_must() throws IOException {
        Path records = Path.of("..", "docs", "decisions");
        List<Path> found;
        try (Stream<Path> files = Files.list(records)) {
            found = files.sorted().toList();
        }
        for (int number = 1; number <= found.size(); number++) {
            Path record = found.get(number - 1);
            String text = Files.readString(record);
            assertThat(record.getFileName().toString())
                    .matches("%04d-[a-z0-9-]+\\.md".formatted(number));
            assertThat(text)
                    .startsWith("# %d. ".formatted(number))
                    .contains("## Context", "## Decision", "## Consequences");
        }
        assertThat(found).isNotEmpty();
    }

    @Test
    void operations_names_every_setting_that_is_checked_at_a_start() throws IOException {
        String operations = Files.readString(Path.of("..", "docs", "operations.md"));
        List<String> settings =
                ResourceBundle.getBundle("starting-messages", Locale.of("nl")).keySet().stream()
                        .filter(key -> key.contains("."))
                        .toList();

        assertThat(settings).hasSizeGreaterThan(15);
        for (String setting : settings) {
            String variable = setting.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
            assertThat(operations).contains("`" + variable + "`");
        }
    }

    private static ArchRule nobodyIn(String room, String... strangers) {
        return noClasses()
                .that()
                .resideInAPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(strangers);
    }

    private static void hold(ArchRule rule) {
        rule.check(HOUSE);
    }
}
