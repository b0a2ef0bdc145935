package nl.peildatum.command;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;
import java.util.TreeSet;
import nl.peildatum.contract.Characters;
import nl.peildatum.contract.DutchTexts;
import org.jspecify.annotations.NullMarked;

/** Which room may use what. */
@AnalyzeClasses(
        packages = "nl.peildatum.command",
        importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {

    private static final String ROOT = "nl.peildatum.command";

    @ArchTest
    static final ArchRule the_rules_know_no_framework =
            classes()
                    .that()
                    .resideInAnyPackage(
                            ROOT + ".rules..",
                            ROOT + ".status..",
                            ROOT + ".action..",
                            ROOT + ".programme..",
                            ROOT + ".report..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            "org.jspecify.annotations",
                            "nl.peildatum.events",
                            ROOT + ".rules",
                            ROOT + ".status",
                            ROOT + ".action",
                            ROOT + ".programme",
                            ROOT + ".report");

    @ArchTest
    static final ArchRule nobody_knows_the_application =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(ROOT)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(ROOT);

    @ArchTest
    static void the_root_is_the_application_and_nothing_else(JavaClasses all) {
        assertThat(all)
                .filteredOn(type -> type.getPackageName().equals(ROOT))
                .extracting(JavaClass::getSimpleName)
                .containsExactlyInAnyOrder("CommandSide", "package-info");
    }

    @ArchTest
    static final ArchRule words_and_what_is_held_know_nothing_of_http =
            noClasses()
                    .that()
                    .resideInAnyPackage(ROOT + ".words..", ROOT + ".journal..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            ROOT + ".http..",
                            ROOT + ".deciding..",
                            "jakarta..",
                            "org.springframework..");

    @ArchTest
    static final ArchRule reading_an_edition_knows_the_jdk_the_statuses_texts_and_its_words =
            classes()
                    .that()
                    .resideInAPackage(ROOT + ".edition..")
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage(
                                            "java..",
                                            "org.jspecify.annotations",
                                            "nl.peildatum.events",
                                            ROOT + ".edition")
                                    .or(type(DutchTexts.class))
                                    .or(type(Characters.class)));

    @ArchTest
    static final ArchRule reading_a_sheet_knows_texts_and_standings =
            classes()
                    .that()
                    .resideInAPackage(ROOT + ".sheet..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            "javax.xml.stream",
                            "org.jspecify.annotations",
                            "org.apache.commons.csv",
                            "nl.peildatum.api",
                            "nl.peildatum.contract",
                            ROOT + ".status",
                            ROOT + ".sheet");

    @ArchTest
    static final ArchRule only_the_shell_knows_axon =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(ROOT + ".deciding..")
                    .should()
                    .dependOnClassesThat(
                            new DescribedPredicate<JavaClass>("Axon, but for what a lost race is") {
                                @Override
                                public boolean test(JavaClass type) {
                                    return type.getPackageName().startsWith("org.axonframework")
                                            && !type.getSimpleName().equals("ConcurrencyException");
                                }
                            });

    @ArchTest
    static final ArchRule the_other_sides_are_unknown =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("nl.peildatum.query..", "nl.peildatum.portal..");

    @ArchTest
    static final ArchRule no_two_packages_need_each_other =
            slices().assignedFrom(
                            new SliceAssignment() {
                                @Override
                                public SliceIdentifier getIdentifierOf(JavaClass type) {
                                    return type.getPackageName().startsWith(ROOT)
                                            ? SliceIdentifier.of(type.getPackageName())
                                            : SliceIdentifier.ignore();
                                }

                                @Override
                                public String getDescription() {
                                    return "packages, the root one included";
                                }
                            })
                    .should()
                    .beFreeOfCycles();

    @ArchTest
    static final ArchRule no_package_is_a_drawer =
            noClasses()
                    .should()
                    .resideInAnyPackage(
                            "..common..",
                            "..util..",
                            "..shared..",
                            "..impl..",
                            "..dto..",
                            "..helper..",
                            "..mapper..");

    @ArchTest
    static final ArchRule names_say_what_things_are =
            noClasses()
                    .should()
                    .haveSimpleNameEndingWith("Impl")
                    .orShould()
                    .haveSimpleNameEndingWith("Dto")
                    .orShould()
                    .haveSimpleNameEndingWith("Manager")
                    .orShould()
                    .haveSimpleNameEndingWith("Service")
                    .orShould()
                    .haveSimpleNameEndingWith("Event");

    @ArchTest
    static final ArchRule nothing_static_changes = fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule every_package_says_that_null_is_marked =
            classes().should(new ResideInAMarkedPackage());

    private static final class ResideInAMarkedPackage extends ArchCondition<JavaClass> {

        ResideInAMarkedPackage() {
            super("reside in a package whose package-info is @NullMarked");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
            events.add(new SimpleConditionEvent(type, marked, type.getName() + " is not"));
        }
    }

    @ArchTest
    static void the_rooms_are_these(JavaClasses all) {
        Set<String> rooms = new TreeSet<>();
        all.forEach(type -> rooms.add(type.getPackageName()));
        assertThat(rooms)
                .containsExactly(
                        ROOT,
                        ROOT + ".action",
                        ROOT + ".correcting",
                        ROOT + ".deciding",
                        ROOT + ".edition",
                        ROOT + ".forgetting",
                        ROOT + ".http",
                        ROOT + ".importing",
                        ROOT + ".journal",
                        ROOT + ".judging",
                        ROOT + ".programme",
                        ROOT + ".report",
                        ROOT + ".reporting",
                        ROOT + ".rules",
                        ROOT + ".sealing",
                        ROOT + ".sheet",
                        ROOT + ".status",
                        ROOT + ".trying",
                        ROOT + ".words");
    }
}
