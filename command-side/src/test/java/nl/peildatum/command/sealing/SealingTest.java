package nl.peildatum.command.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.peildatum.command.CommandSideServer;
import nl.peildatum.command.journal.Migrated;
import nl.peildatum.command.sealing.CannotSeal.Cause;
import nl.peildatum.command.sealing.Sealing.Sealed;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.AuditLog;
import nl.peildatum.eventstore.Checkpoint;
import nl.peildatum.eventstore.CheckpointKey;
import nl.peildatum.eventstore.Checkpoints;
import nl.peildatum.eventstore.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

class SealingTest {

    private static final Instant HALF_PAST = Instant.parse("2026-03-02T10:30:00.123456Z");

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final CommandSideServer SERVER = CommandSideServer.start(DATABASE);

    private final Checkpoints checkpoints = new Checkpoints(DATABASE.dataSource());
    private @TempDir Path directory;

    @BeforeEach
    void empty() {
        DATABASE.clear();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
        DATABASE.close();
    }

    private Sealing sealing(Instant now) {
        return sealing(now, directory);
    }

    private Sealing sealing(Instant now, Path in) {
        return new Sealing(
                DATABASE.dataSource(),
                Clock.fixed(now, ZoneOffset.UTC),
                new KeyFile(in),
                new Handed(in));
    }

    private ProgrammeId programmeOfThree() {
        String path = SERVER.programme();
        SERVER.action(path, "22");
        SERVER.action(path, "23");
        return new ProgrammeId(path.substring(path.lastIndexOf('/') + 1));
    }

    private void recordOneMore(ProgrammeId programme, String code) {
        SERVER.action("/api/v1/programmas/" + programme, code);
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(directory.resolve("controlepunten.jsonl"));
    }

    /** Changes what an owner can only change with the triggers off. */
    private void tamper(String statement) {
        JdbcClient.create(DATABASE.dataSource())
                .sql(
                        "BEGIN; SET LOCAL session_replication_role = replica; "
                                + statement
                                + "; COMMIT")
                .update();
    }

    private static boolean verifies(CheckpointKey key, String text, String signature) {
        try {
            Signature verifying = Signature.getInstance("Ed25519");
            verifying.initVerify(
                    KeyFactory.getInstance("Ed25519")
                            .generatePublic(
                                    new X509EncodedKeySpec(
                                            Base64.getDecoder().decode(key.publicKey()))));
            verifying.update(text.getBytes(StandardCharsets.UTF_8));
            return verifying.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException broken) {
            return false;
        }
    }

    private static Cause cause(Runnable work) {
        CannotSeal refusal = catchThrowableOfType(CannotSeal.class, work::run);
        assertThat(refusal).isNotNull();
        assertThat(refusal.sentence()).doesNotContain("{", "sealing.").endsWith(".");
        return refusal.why();
    }

    @Test
    void a_head_is_signed_with_a_key_that_only_its_owner_can_read() throws IOException {
        ProgrammeId programme = programmeOfThree();

        Sealed sealed = sealing(HALF_PAST).seal(programme);

        Checkpoint checkpoint = sealed.checkpoint();
        assertThat(sealed.added()).isTrue();
        assertThat(checkpoint.number()).isEqualTo(3);
        assertThat(checkpoint.signedAt()).isEqualTo(HALF_PAST);
        assertThat(checkpoints.of(programme.value())).containsExactly(checkpoint);
        CheckpointKey key = checkpoints.keys().getLast();
        assertThat(key.fingerprint()).isEqualTo(checkpoint.key());
        assertThat(verifies(key, checkpoint.signedText(), checkpoint.signature())).isTrue();
        assertThat(verifies(key, key.introduction(), key.signature())).isTrue();
        assertThat(Files.getPosixFilePermissions(directory.resolve("sleutel.pem")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(lines())
                .containsExactly(
                        JsonMapper.shared().writeValueAsString(key),
                        JsonMapper.shared().writeValueAsString(checkpoint));
    }

    @Test
    void a_head_is_signed_once_however_many_ask() throws Exception {
        ProgrammeId programme = programmeOfThree();
        Sealing one = sealing(HALF_PAST);
        Sealing other = sealing(HALF_PAST);
        try (ExecutorService asking = Executors.newFixedThreadPool(8)) {
            List<Future<Sealed>> asked =
                    asking.invokeAll(
                            Collections.nCopies(
                                    16,
                                    () ->
                                            (Thread.currentThread().threadId() % 2 == 0
                                                            ? one
                                                            : other)
                                                    .seal(programme)));
            long added = 0;
            for (Future<Sealed> sealed : asked) {
                added += sealed.get().added() ? 1 : 0;
            }
            assertThat(added).isEqualTo(1);
        }
        assertThat(lines()).hasSize(2);
    }

    @Test
    void every_hour_in_which_something_was_recorded_is_due_once() {
        ProgrammeId programme = programmeOfThree();
        assertThat(sealing(HALF_PAST).due()).containsExactly(programme);

        sealing(HALF_PAST).seal(programme);
        assertThat(sealing(HALF_PAST.plus(Duration.ofHours(3))).due()).isEmpty();

        recordOneMore(programme, "24");
        assertThat(sealing(HALF_PAST.plus(Duration.ofMinutes(29))).due()).isEmpty();
        Sealing nextHour = sealing(HALF_PAST.plus(Duration.ofMinutes(30)));
        assertThat(nextHour.due()).containsExactly(programme);

        nextHour.seal(programme);
        assertThat(nextHour.due()).isEmpty();
        assertThat(checkpoints.of(programme.value()))
                .extracting(Checkpoint::number)
                .containsExactly(3L, 4L);
    }

    @Test
    void a_programme_of_which_nothing_was_recorded_since_is_not_due_beside_one_that_is() {
        ProgrammeId quiet = programmeOfThree();
        ProgrammeId busy = programmeOfThree();
        Sealing now = sealing(HALF_PAST);
        now.seal(quiet);
        now.seal(busy);
        recordOneMore(busy, "24");

        assertThat(sealing(HALF_PAST.plus(Duration.ofHours(1))).due()).containsExactly(busy);
    }

    @Test
    void what_was_altered_since_the_last_checkpoint_is_not_signed() {
        ProgrammeId programme = programmeOfThree();
        Sealing sealing = sealing(HALF_PAST);
        sealing.seal(programme);
        recordOneMore(programme, "24");
        tamper(
                "UPDATE events.event SET facts = convert_to(replace(convert_from(facts, 'UTF8'),"
                        + " 'Een actie', 'Geen actie'), 'UTF8') WHERE journal_number = 4");

        assertThat(cause(() -> sealing.seal(programme))).isEqualTo(Cause.ALTERED);
        assertThat(checkpoints.of(programme.value())).hasSize(1);
    }

    @Test
    void a_journal_that_lost_what_was_signed_is_not_signed_again() {
        ProgrammeId programme = programmeOfThree();
        Sealing sealing = sealing(HALF_PAST);
        sealing.seal(programme);
        tamper("DELETE FROM events.event WHERE journal_number = 3");

        assertThat(sealing.due()).isEmpty();
        assertThat(sealing(HALF_PAST.plus(Duration.ofHours(1))).due()).containsExactly(programme);
        assertThat(cause(() -> sealing.seal(programme))).isEqualTo(Cause.ALTERED);
    }

    @Test
    void a_journal_that_was_altered_keeps_no_other_from_being_signed() {
        ProgrammeId altered = programmeOfThree();
        ProgrammeId sound = programmeOfThree();
        tamper(
                "DELETE FROM events.event WHERE journal_number = 2 AND programme = '"
                        + altered
                        + "'");
        Checkpointing checkpointing =
                new Checkpointing(
                        DATABASE.dataSource(),
                        Clock.systemUTC(),
                        new Migrated(),
                        directory.toString());

        checkpointing.makeWhatIsDue();

        assertThat(altered.value()).isLessThan(sound.value());
        assertThat(checkpoints.of(sound.value())).hasSize(1);
        assertThat(checkpoints.of(altered.value())).isEmpty();
        assertThat(checkpointing.trouble()).contains(altered.value());
    }

    @Test
    void a_journal_with_a_hole_is_not_signed() {
        ProgrammeId programme = programmeOfThree();
        tamper("DELETE FROM events.event WHERE journal_number = 2");

        assertThat(cause(() -> sealing(HALF_PAST).seal(programme))).isEqualTo(Cause.ALTERED);
    }

    @Test
    void nothing_is_signed_once_the_key_is_gone_and_no_other_takes_its_place() throws IOException {
        ProgrammeId programme = programmeOfThree();
        Sealing sealing = sealing(HALF_PAST);
        sealing.begin();
        byte[] kept = Files.readAllBytes(directory.resolve("sleutel.pem"));
        Files.delete(directory.resolve("sleutel.pem"));

        assertThat(cause(() -> sealing.seal(programme))).isEqualTo(Cause.KEY_GONE);

        Files.writeString(directory.resolve("sleutel.pem"), "geen sleutel");
        assertThat(cause(() -> sealing.seal(programme))).isEqualTo(Cause.KEY_GONE);

        Files.write(directory.resolve("sleutel.pem"), kept);
        assertThat(sealing.seal(programme).added()).isTrue();
    }

    @Test
    void a_key_that_the_database_does_not_know_signs_nothing(@TempDir Path elsewhere) {
        ProgrammeId programme = programmeOfThree();
        sealing(HALF_PAST).begin();

        Sealing other = sealing(HALF_PAST, elsewhere);
        assertThat(cause(() -> other.seal(programme))).isEqualTo(Cause.KEY_GONE);
        try {
            new KeyFile(elsewhere).begin(SigningKey.generate());
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
        assertThat(cause(() -> other.seal(programme))).isEqualTo(Cause.KEY_UNKNOWN);
        assertThat(checkpoints.of(programme.value())).isEmpty();
    }

    @Test
    void a_checkpoint_that_cannot_be_kept_in_the_file_is_not_made() throws IOException {
        ProgrammeId programme = programmeOfThree();
        Sealing sealing = sealing(HALF_PAST);
        sealing.begin();
        Files.move(directory.resolve("controlepunten.jsonl"), directory.resolve("weg"));
        Files.createDirectory(directory.resolve("controlepunten.jsonl"));

        assertThat(cause(() -> sealing.seal(programme))).isEqualTo(Cause.FILE);
        assertThat(checkpoints.of(programme.value())).isEmpty();

        Files.delete(directory.resolve("controlepunten.jsonl"));
        assertThat(sealing.seal(programme).added()).isTrue();
    }

    @Test
    void a_line_after_a_half_one_stands_on_its_own() throws IOException {
        ProgrammeId programme = programmeOfThree();
        Sealing sealing = sealing(HALF_PAST);
        sealing.begin();
        Path file = directory.resolve("controlepunten.jsonl");
        Files.writeString(file, Files.readString(file) + "{\"vorm\":\"peild");

        Checkpoint made = sealing.seal(programme).checkpoint();

        assertThat(lines())
                .hasSize(3)
                .last()
                .isEqualTo(JsonMapper.shared().writeValueAsString(made));
    }

    @Test
    void a_new_key_is_introduced_by_the_one_before_it_and_signs_from_then_on() {
        ProgrammeId programme = programmeOfThree();
        Sealing sealing = sealing(HALF_PAST);
        Checkpoint before = sealing.seal(programme).checkpoint();

        CheckpointKey key = sealing.rotate("subject-beheerder", "een jaar voorbij");

        recordOneMore(programme, "24");
        Checkpoint after = sealing.seal(programme).checkpoint();
        List<CheckpointKey> keys = checkpoints.keys();
        assertThat(keys).hasSize(2).last().isEqualTo(key);
        assertThat(key.previous()).isEqualTo(before.key());
        assertThat(after.key()).isEqualTo(key.fingerprint());
        assertThat(verifies(key, key.introduction(), key.signature())).isTrue();
        assertThat(
                        verifies(
                                keys.getFirst(),
                                key.introduction(),
                                Objects.requireNonNull(key.previousSignature())))
                .isTrue();
        assertThat(verifies(key, after.signedText(), after.signature())).isTrue();
        assertThat(verifies(keys.getFirst(), before.signedText(), before.signature())).isTrue();
        assertThat(new AuditLog(DATABASE.dataSource()).from(1, 10))
                .filteredOn(line -> line.kind().equals("SLEUTEL"))
                .last()
                .satisfies(
                        line -> {
                            assertThat(line.subject()).isEqualTo("subject-beheerder");
                            assertThat(line.content()).contains("een jaar voorbij", before.key());
                        });
    }

    @Test
    void a_head_is_signed_anew_by_a_new_key() {
        ProgrammeId programme = programmeOfThree();
        Sealing sealing = sealing(HALF_PAST);
        Checkpoint before = sealing.seal(programme).checkpoint();
        assertThat(sealing.due()).isEmpty();

        CheckpointKey key = sealing.rotate("subject-beheerder", "een jaar voorbij");

        assertThat(sealing.due()).containsExactly(programme);
        Sealed anew = sealing.seal(programme);
        assertThat(anew.added()).isTrue();
        assertThat(anew.checkpoint().key()).isEqualTo(key.fingerprint());
        assertThat(anew.checkpoint().hash()).isEqualTo(before.hash());
        assertThat(anew.checkpoint().signedAt()).isAfter(before.signedAt());
        assertThat(checkpoints.of(programme.value())).containsExactly(before, anew.checkpoint());
        assertThat(sealing.seal(programme)).isEqualTo(new Sealed(anew.checkpoint(), false));
        assertThat(sealing.due()).isEmpty();
    }

    @Test
    void a_rotation_that_was_broken_off_is_ended_or_undone() throws IOException {
        ProgrammeId programme = programmeOfThree();
        Sealing sealing = sealing(HALF_PAST);
        sealing.begin();
        KeyFile keyFile = new KeyFile(directory);
        SigningKey first = Objects.requireNonNull(keyFile.current());

        keyFile.prepare(SigningKey.generate());
        assertThat(sealing.seal(programme).checkpoint().key()).isEqualTo(first.fingerprint());
        assertThat(directory.resolve("sleutel-volgende.pem")).doesNotExist();

        SigningKey second = SigningKey.generate();
        keyFile.prepare(second);
        checkpoints.add(second.introduced(HALF_PAST, first));
        recordOneMore(programme, "24");
        assertThat(sealing.seal(programme).checkpoint().key()).isEqualTo(second.fingerprint());
        assertThat(directory.resolve("sleutel-volgende.pem")).doesNotExist();
        assertThat(lines()).anyMatch(line -> line.contains("\"" + second.fingerprint() + "\""));
    }
}
