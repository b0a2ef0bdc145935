package nl.peildatum.query.proof;

import static nl.peildatum.query.RecordedEvents.adopted;
import static nl.peildatum.query.RecordedEvents.on;
import static nl.peildatum.query.RecordedEvents.planned;
import static nl.peildatum.query.proof.ProvenStory.PROGRAMME;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import nl.peildatum.events.ActionEvent.ActionDelayed;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.EventKinds;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.Checkpoint;
import nl.peildatum.eventstore.CheckpointKey;
import nl.peildatum.query.proof.Unpacked.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ControleerTest {

    private static final ProvenStory STORY = new ProvenStory();
    private static final JsonMapper JSON = new JsonMapper();
    private static final int FLIPS = 200;
    private static final List<String> SPOILERS =
            List.of("\"", "{", "}", "\n", "0", "9", "-", "x", "\\", "null", "\u0000", "é", ",");
    private static final Set<String> MAY_BE_EMPTY =
            Set.of("controlepunten.jsonl", "tekstwissingen.jsonl");

    @TempDir private Path temporary;
    private Unpacked proof;

    @AfterAll
    static void close() {
        STORY.close();
    }

    @BeforeEach
    void unpack() {
        proof = STORY.journal.proof(PROGRAMME, temporary.resolve("bewijs"));
    }

    private static String json(Object shown) {
        return JSON.writeValueAsString(shown);
    }

    private static void holds(Outcome outcome) {
        assertThat(outcome.out()).startsWith("IN ORDE\n");
        assertThat(outcome.exit()).isZero();
    }

    private static void fails(Outcome outcome, String finding) {
        assertThat(outcome.out())
                .startsWith("NIET IN ORDE")
                .contains(finding)
                .doesNotContain("Exception")
                .doesNotContain("\tat ");
        assertThat(outcome.exit()).isEqualTo(1);
    }

    private Path kept(String name, String... lines) throws IOException {
        return Files.writeString(temporary.resolve(name), String.join("\n", lines) + "\n");
    }

    @Test
    void everything_that_can_happen_verifies() {
        Outcome outcome = proof.run();

        holds(outcome);
        assertThat(outcome.out())
                .contains("Hoofd:          regel " + STORY.head() + ", hash ")
                .contains("Regels:         " + STORY.head())
                .contains("waarvan 2 met gewiste tekst")
                .contains("Controlepunten: 2 (het laatste bij regel " + STORY.late.number())
                .contains("Rapportages:    3, waarvan opnieuw berekend 3")
                .contains(STORY.firstKey.fingerprint())
                .contains(STORY.secondKey.fingerprint());
    }

    @Test
    void what_an_entry_lost_with_its_kind_does_not_come_back_with_it() {
        ProgrammeId other = new ProgrammeId("q");
        ActionId action = new ActionId(other, "1");
        STORY.journal.record(
                List.of(
                        adopted(other),
                        planned(action, null, "2025-12-01"),
                        new ActionDelayed(
                                action,
                                LocalDate.parse("2026-09-01"),
                                on("2026-01-15"),
                                "ziekte",
                                null),
                        ProvenStory.corrected(action, 3, "2026-01-16", "action-started", null),
                        ProvenStory.corrected(action, 3, "2026-01-17", "action-delayed", null)));
        STORY.journal.fix(other, "2026-01-31", null);

        holds(STORY.journal.proof(other, temporary.resolve("ander")).run());
    }

    @Test
    void it_runs_by_itself() throws Exception {
        Outcome outcome = proof.runByItself(List.of("-Xmx64m"));

        assertThat(outcome).isEqualTo(proof.run());
        holds(outcome);
    }

    @Test
    void every_flipped_bit_is_noticed() throws IOException {
        Random random = new Random(20260329);
        List<Path> files;
        try (Stream<Path> all = Files.list(proof.folder())) {
            files = all.filter(file -> file.toFile().length() > 0).sorted().toList();
        }
        for (int i = 0; i < FLIPS; i++) {
            // every file gets its share, however small it is
            Path file = files.get(i % files.size());
            byte[] whole = Files.readAllBytes(file);
            byte[] flipped = whole.clone();
            int bit = random.nextInt(whole.length * 8);
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, flipped);
            assertThat(proof.run().exit()).as(file + " bit " + bit).isEqualTo(1);
            Files.write(file, whole);
        }
        holds(proof.run());
    }

    @Test
    void a_file_too_many_or_too_few_is_noticed() throws IOException {
        Path more = Files.writeString(proof.folder().resolve("extra.txt"), "x");
        fails(proof.run(), "extra.txt: hoort niet bij dit bewijs");
        Files.delete(more);
        Files.delete(proof.folder().resolve("LEESMIJ.md"));
        fails(proof.run(), "LEESMIJ.md: ontbreekt");
    }

    /** A class of the same name in the folder goes before what java.lang gives unasked. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nothing_that_lies_in_the_folder_takes_the_verifier_over(boolean compiled)
            throws Exception {
        Path packed = Path.of(URI.create("jrt:/java.base/java/lang"));
        List<String> names;
        try (Stream<Path> all = Files.list(packed)) {
            names =
                    all.map(file -> file.getFileName().toString())
                            .filter(file -> file.matches("\\w+\\.class"))
                            .map(file -> file.replace(".class", ""))
                            .toList();
        }
        List<String> poison = new ArrayList<>(List.of("--release", "17", "-nowarn"));
        for (String name : names) {
            Path source = proof.folder().resolve(name + ".java");
            Files.writeString(source, "public class " + name + " {}");
            poison.add(source.toString());
        }
        if (compiled) {
            int failed =
                    ToolProvider.getSystemJavaCompiler()
                            .run(null, null, null, poison.toArray(String[]::new));
            assertThat(failed).isZero();
            for (String name : names) {
                Files.delete(proof.folder().resolve(name + ".java"));
            }
        }

        Outcome outcome = proof.runByItself(List.of());

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out())
                .startsWith("NIET IN ORDE: " + names.size() + " afwijkingen")
                .contains((compiled ? "Math.class" : "Math.java") + ": hoort niet bij dit bewijs");
    }

    @Test
    void a_verifier_from_elsewhere_is_given_the_folder(@TempDir Path elsewhere) throws Exception {
        Files.copy(proof.folder().resolve("Controleer.java"), elsewhere.resolve("Controleer.java"));
        Unpacked own = new Unpacked(elsewhere);

        assertThat(own.runByItself(List.of(), "--map=" + proof.folder())).isEqualTo(proof.run());
        assertThat(own.run("--map=" + elsewhere.resolve("weg")).exit()).isEqualTo(2);
    }

    @Test
    void what_is_asked_wrongly_is_not_checked() {
        assertThat(proof.run("--help").exit()).isZero();
        String fingerprint = "--vingerafdruk=" + STORY.firstKey.fingerprint();
        assertThat(proof.run(fingerprint, fingerprint).exit()).isEqualTo(2);
        assertThat(proof.run(fingerprint, "--regels=2").exit()).isEqualTo(2);
        assertThat(
                        proof.run(
                                        "--controlepunt="
                                                + proof.folder().resolve("controlepunten.jsonl"))
                                .out())
                .startsWith("Geef bij --controlepunt wat u eerder bewaarde");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../geheim", "/etc/passwd", "LEESMIJ.md", "a\\..\\b", "\u001b[2Jweg", ""})
    void the_manifest_can_name_nothing_else(String name) throws IOException {
        Path manifest = proof.folder().resolve("MANIFEST.sha256");
        Files.writeString(
                manifest, Files.readString(manifest) + "0".repeat(64) + "  " + name + "\n");
        Outcome outcome = proof.run();
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out()).doesNotContain("\u001b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "{\"vorm\":5}",
                "{\"vorm\":\"peildatum-journaal/1\"}",
                "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
                "99999999999999999999",
                "{\"vorm\":\"peildatum-bewijs/1\",\"programma\":\"p\",\"vanaf\":-1,\"totEnMet\":0,\"hoofd\":0,\"hashVoor\":\"\"}",
                "\"\\u12\"",
                "tekst"
            })
    void whatever_stands_in_a_file_it_is_told_without_a_stack_trace(String content) {
        for (String name :
                List.of(
                        "bewijs.json",
                        "gebeurtenissen.jsonl",
                        "tekstwissingen.jsonl",
                        "rapportages.jsonl",
                        "controlepunten.jsonl",
                        "sleutels.jsonl")) {
            String before = proof.text(name);
            // nothing signed and nothing erased later can be true, and is told
            boolean possible = content.isEmpty() && MAY_BE_EMPTY.contains(name);
            Outcome outcome = proof.rewrite(name, _ -> content).run();
            assertThat(outcome.out()).as(name).doesNotContain("Exception");
            assertThat(outcome.exit()).as(name + outcome.out()).isEqualTo(possible ? 0 : 1);
            proof.rewrite(name, _ -> before);
        }
    }

    @Test
    void whatever_is_changed_under_a_new_manifest_it_is_told_line_by_line() {
        Random random = new Random(20260401);
        List<String> names =
                List.of(
                        "bewijs.json",
                        "gebeurtenissen.jsonl",
                        "tekstwissingen.jsonl",
                        "rapportages.jsonl",
                        "controlepunten.jsonl",
                        "sleutels.jsonl");
        Unpacked part =
                STORY.journal.proof(
                        PROGRAMME, 1, STORY.early.number() + 1, temporary.resolve("deel"));
        for (int i = 0; i < FLIPS; i++) {
            String name = names.get(i % names.size());
            String before = part.text(name);
            int at = random.nextInt(before.length());
            String other = SPOILERS.get(random.nextInt(SPOILERS.size()));
            part.rewrite(name, text -> text.substring(0, at) + other + text.substring(at + 1));
            assertThat(part.run().out())
                    .as(name + " at " + at + ": " + other)
                    .containsPattern("\\A(NIET )?IN ORDE")
                    .doesNotContain("Exception");
            part.rewrite(name, _ -> before);
        }
    }

    @Test
    void an_expected_fingerprint_is_held_against_the_keys() {
        holds(proof.run("--vingerafdruk=" + STORY.firstKey.fingerprint()));
        holds(
                proof.run(
                        "--vingerafdruk="
                                + STORY.secondKey.fingerprint().toUpperCase(Locale.ROOT)));
        fails(proof.run("--vingerafdruk=" + "ab".repeat(32)), "staat niet in dit bewijs");
        assertThat(proof.run("--vingerafdruk=ab").exit()).isEqualTo(2);
        assertThat(proof.run("--onzin").out()).contains("Onbekend: --onzin").contains("Gebruik");
    }

    @Test
    void a_kept_checkpoint_proves_that_the_journal_only_grew() throws IOException {
        Checkpoint early = STORY.early;
        String grew = "sinds controlepunt " + early.number() + " is het journaal alleen gegroeid";
        Checkpoint foreign =
                new Checkpoint(
                        "q", 3, early.hash(), early.signedAt(), early.key(), early.signature());
        Path lines = kept("lijst.jsonl", json(STORY.firstKey), json(foreign), json(early));
        Path answer =
                kept(
                        "antwoord.json",
                        json(
                                Map.of(
                                        "programma", "p",
                                        "sleutels", List.of(STORY.firstKey),
                                        "controlepunten", List.of(early))));
        Path one = kept("een.json", json(early));

        for (String given :
                List.of(
                        lines.toString(),
                        answer.toString(),
                        one.toString(),
                        json(early),
                        early.number() + ":" + early.hash())) {
            Outcome outcome = proof.run("--controlepunt=" + given);
            holds(outcome);
            assertThat(outcome.out()).contains(grew);
        }
        assertThat(proof.run("--controlepunt=" + lines).out())
                .contains("1 regels van andere programma's overgeslagen");
    }

    @Test
    void a_kept_checkpoint_that_does_not_fit_is_told() throws IOException {
        long number = STORY.early.number();
        fails(
                proof.run("--controlepunt=" + number + ":" + "ab".repeat(32)),
                "herschreven sinds controlepunt " + number);
        fails(
                proof.run("--controlepunt=900:" + "ab".repeat(32)),
                "ingekort sinds controlepunt 900");
        Checkpoint late = STORY.late;
        fails(
                proof.run(
                        "--controlepunt="
                                + json(
                                        new Checkpoint(
                                                "p",
                                                late.number(),
                                                late.hash(),
                                                late.signedAt().plusSeconds(1),
                                                late.key(),
                                                late.signature()))),
                "de handtekening klopt niet");
        CheckpointKey stranger = ProvenJournal.introduce(ProvenJournal.newPair(), null, null);
        fails(
                proof.run("--controlepunt=" + kept("k.jsonl", json(stranger))),
                "Bewaarde sleutel " + stranger.fingerprint());
        fails(proof.run("--controlepunt=" + kept("x.jsonl", "onzin")), "niet te lezen");
        assertThat(proof.run("--controlepunt=nergens.json").exit()).isEqualTo(2);
    }

    @Test
    void a_part_verifies_and_says_what_it_cannot_tell() {
        Unpacked part = STORY.journal.proof(PROGRAMME, 5, 20, temporary.resolve("deel"));
        Outcome outcome = part.run();
        holds(outcome);
        assertThat(outcome.out())
                .contains("(vanaf 5; het journaal loopt tot en met " + STORY.head());
        // the texts of 7 and 14 were erased by entries after 20
        assertThat(outcome.out()).contains("waarvan 2 met gewiste tekst");
        assertThat(part.text("tekstwissingen.jsonl").lines()).hasSize(2);
        fails(
                part.run("--controlepunt=" + STORY.early.number() + ":" + STORY.early.hash()),
                "niet te vergelijken");

        Unpacked tail =
                STORY.journal.proof(PROGRAMME, 25, STORY.head(), temporary.resolve("staart"));
        holds(tail.run("--controlepunt=" + json(STORY.early)));
        assertThat(tail.run().out()).contains("alleen na te rekenen in een bewijs vanaf regel 1");
    }

    @Test
    void a_text_that_is_gone_without_a_word_is_told() {
        Unpacked part = STORY.journal.proof(PROGRAMME, 5, 20, temporary.resolve("deel"));
        fails(
                part.rewrite("tekstwissingen.jsonl", _ -> "").run(),
                "Regel 7: de tekst ontbreekt, en geen latere regel zegt dat zij gewist is");
    }

    @Test
    void the_thirteen_lines_of_an_entry_can_be_shown() throws IOException {
        Outcome outcome = proof.run("--regels=2");
        String hash =
                HexFormat.of()
                        .formatHex(
                                ProofZip.sha256()
                                        .digest(outcome.out().getBytes(StandardCharsets.UTF_8)));
        assertThat(outcome.exit()).isZero();
        assertThat(proof.text("gebeurtenissen.jsonl").lines().toList().get(1))
                .contains("\"hash\":\"" + hash + "\"");
    }

    @Test
    void every_kind_of_event_is_known_to_the_verifier() throws ReflectiveOperationException {
        assertThat(Unpacked.knownKinds())
                .containsExactlyInAnyOrderElementsOf(
                        EventKinds.all().stream().map(EventKinds::nameOf).toList());
        assertThat(EventKinds.all()).allMatch(kind -> EventKinds.revisionOf(kind) == 1);
    }
}
