package nl.peildatum.query.proof;

import static nl.peildatum.query.RecordedEvents.adopted;
import static nl.peildatum.query.RecordedEvents.line;
import static nl.peildatum.query.RecordedEvents.on;
import static nl.peildatum.query.RecordedEvents.planned;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.peildatum.events.ActionEvent.ActionCompleted;
import nl.peildatum.events.ActionEvent.ActionDelayed;
import nl.peildatum.events.ActionEvent.ActionEntryCorrected;
import nl.peildatum.events.ActionEvent.ActionEntryRetracted;
import nl.peildatum.events.ActionEvent.ActionExplained;
import nl.peildatum.events.ActionEvent.ActionReopened;
import nl.peildatum.events.ActionEvent.ActionResumed;
import nl.peildatum.events.ActionEvent.ActionStarted;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.Correction;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.TestCorrections;
import nl.peildatum.query.proof.Unpacked.Outcome;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How long and how large a proof may be; with {@code -Dpeildatum.bewijs.regels=100000} as long as
 * the requirement says.
 */
class LongJournalTest {

    private static final int ENTRIES = Integer.getInteger("peildatum.bewijs.regels", 20_000);
    private static final int AT_ONCE = 1_000;
    private static final int ACTIONS = 50;
    private static final ProgrammeId PROGRAMME = new ProgrammeId("p");
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);

    @TempDir private Path temporary;

    private static ActionId action(int number) {
        return new ActionId(PROGRAMME, Integer.toString(number % ACTIONS));
    }

    private static LocalDate day(int number) {
        return FIRST_DAY.plusDays(number * 700L / ENTRIES);
    }

    /** Not one after the other for an action, but so that it stays a legal sequence. */
    private static Event event(int number) {
        ActionId action = action(number);
        var basis = on(day(number));
        String text = "Toelichting " + number + ": " + "de gemeente wacht op de pilot. ".repeat(6);
        return switch (number / ACTIONS % 10) {
            case 0 -> new ActionDelayed(action, day(number).plusDays(90), basis, "reden", text);
            case 1 ->
                    new ActionEntryCorrected(
                            action,
                            number - ACTIONS + 1L,
                            later(number),
                            on(day(number)),
                            "beter bekeken",
                            "betere reden",
                            null,
                            null);
            case 2 -> new ActionResumed(action, basis, null, text);
            case 3 -> new ActionCompleted(action, basis, null, null);
            case 4 -> new ActionReopened(action, basis, "toch niet klaar", text);
            case 7 -> new ActionEntryRetracted(action, number - ACTIONS + 1L, basis, "vergissing");
            default -> new ActionExplained(action, basis, null, text);
        };
    }

    private static Correction later(int number) {
        return TestCorrections.of("effectiveOn", day(number));
    }

    private static List<Event> beginning() {
        List<Event> events = new ArrayList<>(List.of(adopted(PROGRAMME), line(PROGRAMME, 1)));
        for (int i = 0; i < ACTIONS; i++) {
            events.add(planned(action(i), i % 3 == 0 ? null : 1, FIRST_DAY.toString()));
        }
        return events;
    }

    private static void record(ProvenJournal journal, int entries) {
        List<Event> events = new ArrayList<>();
        int reports = 0;
        for (int number = 0; number < entries; number++) {
            if (number < ACTIONS + 2) {
                events.add(beginning().get(number));
            } else if (number < 2 * ACTIONS + 2) {
                events.add(new ActionStarted(action(number), on(FIRST_DAY), null, null));
            } else {
                events.add(event(number));
            }
            if (events.size() == AT_ONCE || number == entries - 1) {
                journal.record(events);
                events.clear();
                journal.checkpoint(PROGRAMME);
                if (number * 8L / entries > reports) {
                    reports++;
                    journal.fix(PROGRAMME, day(number).toString(), "de zoveelste");
                    number++;
                }
            }
        }
        journal.fix(PROGRAMME, day(entries).toString(), "de laatste");
        journal.erase(PROGRAMME, 2 * ACTIONS + 3);
        journal.checkpoint(PROGRAMME);
    }

    @ParameterizedTest
    @ValueSource(ints = {60, -1})
    void a_proof_is_written_and_verified_in_little_time_and_memory(int asked) throws Exception {
        int entries = asked < 0 ? ENTRIES : asked;
        try (ProvenJournal journal = new ProvenJournal()) {
            journal.rotate();
            if (entries < 2 * ACTIONS) {
                journal.record(beginning());
                for (int i = 0; i < 7; i++) {
                    journal.record(
                            List.of(new ActionStarted(action(i), on(FIRST_DAY), null, null)));
                }
                journal.fix(PROGRAMME, "2024-01-31", null);
                journal.checkpoint(PROGRAMME);
            } else {
                record(journal, entries);
            }
            long head = journal.head(PROGRAMME);
            Path zip = temporary.resolve("bewijs.zip");

            long begun = System.nanoTime();
            String written = written(journal, head, zip);
            Duration writing = Duration.ofNanos(System.nanoTime() - begun);
            Unpacked proof = Unpacked.of(Files.newInputStream(zip), temporary.resolve("bewijs"));
            begun = System.nanoTime();
            Outcome outcome = proof.runByItself(List.of("-Xmx512m"));
            Duration verifying = Duration.ofNanos(System.nanoTime() - begun);

            System.out.printf(
                    "%d entries: zip %d kB, written in %d ms (%s), verified in %d ms%n%s",
                    head,
                    Files.size(zip) / 1024,
                    writing.toMillis(),
                    written.strip(),
                    verifying.toMillis(),
                    outcome.out());
            assertThat(outcome.out()).startsWith("IN ORDE");
            assertThat(outcome.exit()).isZero();
            assertThat(verifying).isLessThan(Duration.ofSeconds(30));
        }
    }

    /** Writes it in a process whose heap could never hold it. */
    private static String written(ProvenJournal journal, long head, Path zip)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xmx32m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                WritesAProof.class.getName(),
                                journal.database.jdbcUrl(),
                                PROGRAMME.value(),
                                Long.toString(head),
                                zip.toString())
                        .redirectErrorStream(true)
                        .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return out.lines().filter(line -> line.startsWith("heap")).findFirst().orElse(out);
    }
}
