package nl.peildatum.query;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Which room may use what, as the sentence of its package says. What is only a constant of another
 * room leaves no trace in the classes, and is not seen here.
 */
class RoomsTest {
    private static final String ROOT = "nl.peildatum.query";
    private static final JavaClasses ALL =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    // made of the templates of a room, with that room's types
                    .withImportOption(place -> !place.contains("/query/templates/"))
                    .importPackages(ROOT);

    private static final String EVENTS = "nl.peildatum.events";
    private static final String STORE = "nl.peildatum.eventstore";
    private static final String FORM = "nl.peildatum.reportform";
    private static final String HOUSE = "nl.peildatum.api";
    private static final String CONTRACT = "nl.peildatum.contract";

    /** A technique, by the words of the sentences, and where its classes are. */
    private static final Map<String, List<String>> TECHNIQUES =
            Map.of(
                    "HTTP",
                    List.of(
                            HOUSE,
                            CONTRACT,
                            "org.springframework.web..",
                            "org.springframework.http..",
                            "org.springframework.security..",
                            "org.springframework.util..",
                            "jakarta.servlet..",
                            "com.fasterxml.jackson.annotation",
                            "tools.jackson.."),
                    "JDBC",
                    List.of(
                            "javax.sql",
                            "org.springframework.jdbc..",
                            "org.springframework.dao",
                            "org.springframework.transaction..",
                            "tools.jackson.databind.json"),
                    "Spring Data JPA",
                    List.of(
                            "jakarta.persistence",
                            "org.hibernate..",
                            "org.springframework.data..",
                            "org.springframework.orm.jpa",
                            "org.springframework.transaction..",
                            "org.springframework.boot.persistence.autoconfigure"),
                    "actuator",
                    List.of(
                            "org.springframework.boot.health.contributor",
                            "org.springframework.boot.actuate..",
                            "org.springframework.scheduling..",
                            "org.springframework.context.event",
                            "io.micrometer.core.instrument.."),
                    "Axon",
                    List.of(
                            "org.axonframework..",
                            "org.flywaydb.core..",
                            "org.postgresql.util",
                            "org.springframework.boot.jdbc.autoconfigure",
                            "org.springframework.boot.jpa.autoconfigure",
                            "tools.jackson.."),
                    "Spring Boot",
                    List.of("org.springframework.boot..", "org.springframework.scheduling.."),
                    "documents",
                    List.of(
                            "com.github.miachm.sods",
                            "com.openhtmltopdf..",
                            "org.apache.pdfbox..",
                            "org.apache.fontbox..",
                            "org.apache.commons.csv",
                            "javax.xml..",
                            "org.w3c.dom",
                            "org.xml.sax"),
                    "templates",
                    List.of("nl.peildatum.look", ROOT + ".templates", "gg.jte.."));

    /** What every room may use. */
    private static final List<String> ANYWHERE = List.of("java..", "org.jspecify.annotations");

    /** The rooms that no framework finds. */
    private static final Set<String> PURE =
            Set.of(ROOT + ".timeline", ROOT + ".saying", ROOT + ".download", ROOT + ".cause");

    /** How a room that is no pure rule is found and told of its settings, and writes to the log. */
    private static final List<String> WIRING =
            List.of(
                    "org.springframework.stereotype",
                    "org.springframework.beans.factory..",
                    "org.springframework.context..",
                    "jakarta.annotation",
                    "org.slf4j");

    /** Every room, the lowest first; none may use the root, which is the application. */
    private static final List<Room> ROOMS =
            List.of(
                    room("timeline", EVENTS, STORE),
                    room("saying", CONTRACT),
                    room("download", HOUSE, "documents"),
                    room("processing", "timeline", EVENTS, STORE, "JDBC", "Axon"),
                    room("journal", "processing", EVENTS, STORE, FORM, "JDBC"),
                    room("versions", "processing", "timeline", EVENTS, STORE, "JDBC"),
                    room("dashboard", "processing", "timeline", EVENTS, STORE, "JDBC"),
                    room(
                            "trail",
                            "processing",
                            "timeline",
                            "saying",
                            EVENTS,
                            STORE,
                            CONTRACT,
                            "JDBC"),
                    room("reports", "processing", EVENTS, STORE, "JDBC"),
                    room("cause", "timeline", EVENTS, STORE, FORM),
                    room("operations", "processing", EVENTS, "actuator"),
                    room("api", EVENTS, "HTTP", "Spring Data JPA"),
                    room("api.known", "Spring Data JPA"),
                    room(
                            "api.cut",
                            "api",
                            "api.known",
                            EVENTS,
                            STORE,
                            "HTTP",
                            "JDBC",
                            "Spring Data JPA"),
                    room("api.people", "api", STORE, "HTTP", "JDBC"),
                    room(
                            "api.programme",
                            "api.known",
                            "api.cut",
                            "timeline",
                            EVENTS,
                            STORE,
                            "HTTP"),
                    room(
                            "api.line",
                            "api",
                            "api.known",
                            "api.cut",
                            "timeline",
                            EVENTS,
                            STORE,
                            "HTTP"),
                    room("api.action", "api", "api.known", "api.cut", EVENTS, STORE, "HTTP"),
                    room("api.following", "api", "api.cut", EVENTS, STORE, "HTTP", "JDBC"),
                    room("api.moment", "api.known", "api.cut", "HTTP", "Spring Data JPA"),
                    room(
                            "api.dashboard",
                            "api",
                            "api.known",
                            "api.cut",
                            "api.action",
                            "api.moment",
                            "HTTP",
                            "Spring Data JPA"),
                    room(
                            "api.course",
                            "api",
                            "api.known",
                            "api.cut",
                            "api.action",
                            "api.dashboard",
                            "HTTP"),
                    room(
                            "api.difference",
                            "api",
                            "api.known",
                            "api.cut",
                            "api.action",
                            "cause",
                            "saying",
                            EVENTS,
                            STORE,
                            FORM,
                            "HTTP"),
                    room(
                            "api.trail",
                            "api",
                            "api.known",
                            "api.cut",
                            "api.action",
                            "api.people",
                            EVENTS,
                            STORE,
                            "HTTP",
                            "Spring Data JPA"),
                    room(
                            "api.signal",
                            "api",
                            "api.known",
                            "api.cut",
                            "api.action",
                            "timeline",
                            EVENTS,
                            STORE,
                            "HTTP"),
                    room(
                            "api.possibility",
                            "api",
                            "api.known",
                            "api.cut",
                            "api.action",
                            "timeline",
                            EVENTS,
                            STORE,
                            FORM,
                            "HTTP"),
                    room(
                            "api.template",
                            "api",
                            "api.known",
                            "api.cut",
                            "api.action",
                            "download",
                            "HTTP",
                            "documents"),
                    room(
                            "api.report",
                            "api",
                            "api.known",
                            "api.cut",
                            "api.action",
                            "api.dashboard",
                            "cause",
                            EVENTS,
                            STORE,
                            FORM,
                            "HTTP",
                            "Spring Data JPA",
                            "actuator"),
                    room(
                            "api.overview",
                            "api",
                            "api.known",
                            "api.cut",
                            "api.action",
                            "api.dashboard",
                            "api.report",
                            "download",
                            FORM,
                            "HTTP",
                            "templates",
                            "documents"),
                    room(
                            "checking",
                            "api",
                            "api.report",
                            "download",
                            EVENTS,
                            STORE,
                            "HTTP",
                            "JDBC",
                            "actuator"),
                    room("proof", "api", "download", EVENTS, STORE, "HTTP", "JDBC"),
                    room("", "processing", STORE, HOUSE, HOUSE + ".starting", "Spring Boot"));

    private static Room room(String name, String... uses) {
        return new Room(name.isEmpty() ? ROOT : ROOT + "." + name, List.of(uses));
    }

    static List<Room> rooms() {
        return ROOMS;
    }

    /** A package and what it may use: rooms, techniques and other modules of the house. */
    record Room(String name, List<String> uses) {

        private String[] allowed() {
            boolean pure = PURE.contains(name);
            return Stream.of(
                            ANYWHERE,
                            pure ? List.<String>of() : WIRING,
                            List.of(name),
                            uses.stream().flatMap(Room::packages).toList())
                    .flatMap(List::stream)
                    .toArray(String[]::new);
        }

        private static Stream<String> packages(String use) {
            return TECHNIQUES.containsKey(use)
                    ? TECHNIQUES.getOrDefault(use, List.of()).stream()
                    : Stream.of(use.startsWith("nl.") ? use : ROOT + "." + use);
        }
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void a_room_uses_what_its_sentence_says_and_nothing_else(Room room) {
        classes()
                .that()
                .resideInAPackage(room.name())
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(room.allowed())
                .check(ALL);
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void a_room_does_use_what_its_sentence_says(Room room) {
        for (String use : room.uses()) {
            List<String> packages = Room.packages(use).toList();
            assertThat(ALL.stream().filter(type -> type.getPackageName().equals(room.name())))
                    .as(use)
                    .anyMatch(type -> dependsOnAny(type, packages));
        }
    }

    private static boolean dependsOnAny(JavaClass type, List<String> packages) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(found -> found.getTargetClass().getPackageName())
                .anyMatch(
                        found ->
                                packages.stream()
                                        .anyMatch(
                                                one ->
                                                        one.endsWith("..")
                                                                ? found.startsWith(
                                                                        one.replace("..", ""))
                                                                : found.equals(one)));
    }

    @Test
    void these_are_the_rooms() {
        Set<String> rooms = new TreeSet<>();
        ALL.forEach(type -> rooms.add(type.getPackageName()));
        assertThat(rooms)
                .containsExactlyInAnyOrderElementsOf(ROOMS.stream().map(Room::name).toList());
    }

    @Test
    void no_two_packages_need_each_other() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(ALL);
    }

    @Test
    void the_other_sides_are_unknown() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("nl.peildatum.command..", "nl.peildatum.portal..")
                .check(ALL);
    }

    @Test
    void one_name_stands_for_one_thing() {
        assertThat(
                        ALL.stream()
                                .filter(type -> !type.isNestedClass())
                                .map(JavaClass::getSimpleName)
                                .filter(name -> !name.equals("package-info"))
                                .toList())
                .doesNotHaveDuplicates();
    }

    @Test
    void names_say_what_things_are() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Dto")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Service")
                .check(ALL);
    }

    @Test
    void nothing_static_changes() {
        fields().that().areStatic().should().beFinal().check(ALL);
    }

    @Test
    void every_package_says_that_null_is_marked() {
        assertThat(ALL).allMatch(type -> type.getPackage().isAnnotatedWith(NullMarked.class));
    }
}
