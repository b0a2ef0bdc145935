package nl.peildatum.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holds the worked example of docs/journal.md against the code and against the database. */
class WorkedExampleTest {

    private static final Pattern BLOCK =
            Pattern.compile("```([a-z]+-\\d)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern SALT = Pattern.compile("Its salt is `([0-9a-f]{64})`");
    private static final String PAGE = page();
    private static final Map<String, String> BLOCKS =
            BLOCK.matcher(PAGE)
                    .results()
                    .collect(Collectors.toMap(block -> block.group(1), block -> block.group(2)));
    private static final TestDatabase database = TestDatabase.create();

    private static String page() {
        try {
            return Files.readString(Path.of("../docs/journal.md"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static String block(String name) {
        return Objects.requireNonNull(BLOCKS.get(name), name);
    }

    private static byte[] bytes(String name) {
        return block(name).strip().getBytes(StandardCharsets.UTF_8);
    }

    private static StoredEntry entry(int number, @Nullable String commitment) {
        List<String> lines = block("lines-" + number).lines().toList();
        return new StoredEntry(
                number,
                lines.get(1),
                number,
                Instant.parse(lines.get(3)),
                UUID.fromString(lines.get(4)),
                lines.get(5),
                lines.get(6),
                Long.parseLong(lines.get(7)),
                lines.get(8),
                Integer.parseInt(lines.get(9)),
                bytes("facts-" + number),
                null,
                null,
                commitment,
                block("hash-" + number).strip());
    }

    private static StoredEntry first() {
        return entry(1, null);
    }

    private static StoredEntry second() {
        return entry(2, block("commitment-2").strip());
    }

    @Test
    void the_lines_are_those_that_are_hashed_and_give_the_hashes() {
        assertThat(first().hashedText(StoredEntry.BEFORE_THE_FIRST)).isEqualTo(block("lines-1"));
        assertThat(first().recomputedHash(StoredEntry.BEFORE_THE_FIRST)).isEqualTo(first().hash());
        assertThat(second().hashedText(first().hash())).isEqualTo(block("lines-2"));
        assertThat(second().recomputedHash(first().hash())).isEqualTo(second().hash());
    }

    @Test
    void a_line_of_the_audit_log_has_seven_lines_that_give_its_hash() {
        List<String> lines = block("lines-3").lines().toList();
        AuditLog.Line line =
                new AuditLog.Line(
                        1,
                        Instant.parse(lines.get(2)),
                        lines.get(3),
                        lines.get(4),
                        block("content-3").strip(),
                        block("hash-3").strip());

        assertThat(line.hashedText(StoredEntry.BEFORE_THE_FIRST)).isEqualTo(block("lines-3"));
        assertThat(line.recomputedHash(StoredEntry.BEFORE_THE_FIRST)).isEqualTo(line.hash());
        assertThat(
                        JdbcClient.create(database.dataSource())
                                .sql("SELECT events.audited_text(1, ?::timestamptz, ?, ?, ?, ?)")
                                .params(
                                        lines.get(2),
                                        line.kind(),
                                        lines.get(4),
                                        bytes("content-3"),
                                        HexFormat.of().parseHex(StoredEntry.BEFORE_THE_FIRST))
                                .query(String.class)
                                .single())
                .isEqualTo(block("lines-3"));
    }

    @Test
    void the_salt_and_the_texts_give_the_commitment() {
        String salt =
                SALT.matcher(PAGE).results().map(found -> found.group(1)).findFirst().orElseThrow();

        assertThat(HashedText.sha256(HexFormat.of().parseHex(salt), bytes("texts-2")))
                .isEqualTo(second().commitment());
    }

    @Test
    void the_database_hashes_the_same_lines() {
        assertThat(inTheDatabase(first(), StoredEntry.BEFORE_THE_FIRST))
                .isEqualTo(block("lines-1"));
        assertThat(inTheDatabase(second(), first().hash())).isEqualTo(block("lines-2"));
    }

    private static String inTheDatabase(StoredEntry entry, String previous) {
        return JdbcClient.create(database.dataSource())
                .sql("SELECT events.hashed_text(?, ?, ?::timestamptz, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(entry.programme())
                .param(entry.number())
                .param(HashedText.moment(entry.recordedAt()))
                .param(entry.id())
                .param(entry.aggregateType())
                .param(entry.aggregateId())
                .param(entry.sequenceNumber())
                .param(entry.name())
                .param(entry.revision())
                .param(entry.facts())
                .param(
                        entry.commitment() == null
                                ? null
                                : HexFormat.of().parseHex(entry.commitment()))
                .param(HexFormat.of().parseHex(previous))
                .query(String.class)
                .single();
    }

    private static CheckpointKey key() {
        List<String> lines = block("introduction-1").lines().toList();
        return new CheckpointKey(
                lines.get(1),
                lines.get(2),
                Instant.parse(lines.get(3)),
                block("introduced-1").strip(),
                null,
                null);
    }

    private static Checkpoint checkpoint() {
        List<String> lines = block("checkpoint-1").lines().toList();
        return new Checkpoint(
                lines.get(1),
                Long.parseLong(lines.get(2)),
                lines.get(3),
                Instant.parse(lines.get(4)),
                lines.get(5),
                block("signed-1").strip());
    }

    @Test
    void the_key_introduces_itself_and_signs_the_head() throws GeneralSecurityException {
        byte[] encoded = Base64.getDecoder().decode(key().publicKey());

        assertThat(key().introduction()).isEqualTo(block("introduction-1"));
        assertThat(HashedText.sha256(encoded)).isEqualTo(key().fingerprint());
        assertThat(signed(key().introduction(), key().signature())).isTrue();
        assertThat(checkpoint().signedText()).isEqualTo(block("checkpoint-1"));
        assertThat(checkpoint().hash()).isEqualTo(second().hash());
        assertThat(checkpoint().key()).isEqualTo(key().fingerprint());
        assertThat(signed(checkpoint().signedText(), checkpoint().signature())).isTrue();
        assertThat(PAGE).contains("echo '" + key().publicKey() + "' | base64 -d");
    }

    private static boolean signed(String text, String signature) throws GeneralSecurityException {
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(
                KeyFactory.getInstance("Ed25519")
                        .generatePublic(
                                new X509EncodedKeySpec(
                                        Base64.getDecoder().decode(key().publicKey()))));
        check.update(text.getBytes(StandardCharsets.UTF_8));
        return check.verify(Base64.getDecoder().decode(signature));
    }

    @Test
    void the_page_has_every_part_of_the_example() {
        assertThat(BLOCK.matcher(PAGE).results().map(MatchResult::group)).hasSize(15);
    }
}
