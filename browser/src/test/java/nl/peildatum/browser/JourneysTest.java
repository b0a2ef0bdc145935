package nl.peildatum.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import nl.peildatum.browser.Person.Way;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/** What people come for, from the first page to the last, without a mouse. */
@ExtendWith(Seen.ByTests.class)
class JourneysTest {

    private static final String QUARTER = "?peildatum=2026-06-30";

    static final List<Arguments> EVERYBODY =
            Stream.of(Viewing.WIDE, Viewing.NARROW)
                    .flatMap(viewing -> Stream.of(Way.values()).map(w -> Arguments.of(viewing, w)))
                    .toList();

    /** Actions that are under way and that nobody else touches. */
    private static final Map<String, String> OF =
            Map.of(
                    "WIDE KEYBOARD", "11",
                    "WIDE NAMES", "25",
                    "NARROW KEYBOARD", "32",
                    "NARROW NAMES", "33");

    private static String action(Viewing viewing, Way way) {
        return OF.getOrDefault(viewing + " " + way, "");
    }

    @ParameterizedTest
    @FieldSource("EVERYBODY")
    void a_reader_goes_from_a_number_to_the_action_to_another_day_to_a_file(
            Viewing viewing, Way way, Seen seen) throws IOException {
        try (Person reader = Person.at("/", seen, viewing, way)) {
            reader.goTo("Voorbeeld (verzonnen)");
            assertThat(reader.heading()).isEqualTo("Voorbeeld (verzonnen)");

            reader.goTo("Totaal: 3 met vertraging").goTo("Innovatietraject passendere opvang");
            assertThat(reader.text()).contains("de pilots liepen uit");

            reader.goTo("Vorige rapportage");
            assertThat(reader.address()).contains("peildatum=2026-06-30");
            reader.goTo("Wat is er veranderd").goTo("Sinds de vorige rapportage");
            assertThat(reader.text()).contains("Gebeurd", "Zo telt het op");

            Download file = reader.take("Deze veranderingen als csv");
            assertThat(file.suggestedFilename()).startsWith("voorbeeld-verzonnen").endsWith(".csv");
            assertThat(Files.readString(file.path())).contains("voorbeeld-verzonnen");
        }
    }

    @ParameterizedTest
    @FieldSource("EVERYBODY")
    void an_auditor_goes_from_a_report_to_what_proves_it(
            Viewing viewing, Way way, Seen seen, @TempDir Path folder) throws Exception {
        try (Person auditor =
                Person.at(Story.PROGRAMME + "/rapportages" + QUARTER, seen, viewing, way)) {
            auditor.goTo("Inloggen").logIn("auditor", seen);
            auditor.goTo("Eerste kwartaal 2026");
            assertThat(auditor.text()).contains("Wat sindsdien anders bekend is");
            auditor.goTo("Vergelijk die twee");
            assertThat(auditor.text()).contains("Gecorrigeerd", "Regel 110");

            auditor.goTo("Journaal").type("Ga naar regel", "109").goTo("Toon");
            assertThat(auditor.heading()).isEqualTo("Regel 109");
            assertThat(auditor.text()).contains("de brief is van januari", "Hash");

            auditor.goTo("Journaal").goTo("Controle en bewijs").goTo("Controleer nu");
            assertThat(auditor.text()).contains("In orde: ");
            Download proof = auditor.take("Van het hele journaal (zip)");
            unpack(proof.path(), folder);
            if (viewing == Viewing.WIDE && way == Way.KEYBOARD) {
                Process check =
                        new ProcessBuilder(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "Controleer.java")
                                .directory(folder.toFile())
                                .redirectErrorStream(true)
                                .start();
                String told =
                        new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(check.waitFor()).as(told).isZero();
            }
            assertThat(folder.resolve("Controleer.java")).exists();
        }
    }

    private static void unpack(Path zip, Path folder) throws IOException {
        try (InputStream bytes = Files.newInputStream(zip);
                ZipInputStream entries = new ZipInputStream(bytes)) {
            for (ZipEntry entry = entries.getNextEntry();
                    entry != null;
                    entry = entries.getNextEntry()) {
                Path file = folder.resolve(Path.of(entry.getName()).getFileName());
                Files.write(file, entries.readAllBytes());
            }
        }
    }

    @ParameterizedTest
    @FieldSource("EVERYBODY")
    void the_secretariat_records_a_delay_corrects_it_and_takes_it_back(
            Viewing viewing, Way way, Seen seen) {
        String action = action(viewing, way);
        try (Person secretary =
                Person.at(Story.PROGRAMME + "/acties/" + action, seen, viewing, way)) {
            secretary.goTo("Inloggen").logIn("secretariaat", seen);
            int before = secretary.pages();
            secretary.goTo("Status wijzigen");
            secretary.choose("Vertraging melden").goTo("Bekijk het gevolg");
            assertThat(secretary.title()).startsWith("Fout: ");

            secretary.type("Ingangsdatum", "11-11-2026").type("Reden", "de proef liep uit");
            secretary.goTo("Bekijk het gevolg");
            assertThat(secretary.text())
                    .contains("vanaf 11 november 2026", "In uitvoering, vertraging");
            secretary.goTo("Leg vast");
            assertThat(secretary.text()).contains("Vastgelegd als regel", "de proef liep uit");
            assertThat(secretary.pages() - before).isEqualTo(4);

            secretary.goTo("Ongedaan maken").type("Reden", "andere actie bedoeld");
            secretary.goTo("Bekijk het gevolg").goTo("Leg vast");
            assertThat(secretary.text()).contains("Vastgelegd als regel");
        }
    }

    @ParameterizedTest
    @FieldSource("EVERYBODY")
    void nothing_typed_is_lost_when_somebody_else_was_first_or_the_session_ends(
            Viewing viewing, Way way, Seen seen) {
        String form = Story.PROGRAMME + "/acties/" + action(viewing, way) + "/toelichting-wijzigen";
        try (Person first = Person.at(form, seen, viewing, way).logIn("secretariaat", seen);
                Person second = first.beside(form, seen, viewing).logIn("collega", seen)) {
            first.type("Toelichting", "Van de eerste.").goTo("Bekijk het gevolg").goTo("Leg vast");

            second.type("Toelichting", "Van de tweede.").goTo("Bekijk het gevolg").goTo("Leg vast");
            assertThat(second.title()).startsWith("Fout: ");
            assertThat(second.typed("Toelichting")).isEqualTo("Van de tweede.");

            second.forgetSession();
            second.goTo("Bekijk het gevolg");
            assertThat(second.text()).contains("Van de tweede.");
            second.otherTab("/aanmelden/peildatum", seen);
            second.goTo("Verstuur opnieuw");
            assertThat(second.typed("Toelichting")).isEqualTo("Van de tweede.");
            second.goTo("Leg vast");
            assertThat(second.text()).contains("Vastgelegd als regel", "Van de tweede.");
        }
    }
}
