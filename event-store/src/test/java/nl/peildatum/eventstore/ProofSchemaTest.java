package nl.peildatum.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.peildatum.events.ProgrammeId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

class ProofSchemaTest {

    private static final ProgrammeId ONE = Recording.programme(1);
    private static final Instant NOON = Instant.parse("2026-03-29T12:00:00.000120Z");
    private static final TestDatabase database = TestDatabase.create();

    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final Checkpoints checkpoints = new Checkpoints(database.dataSource());
    private final AuditLog auditLog = new AuditLog(database.dataSource());
    private final People people = new People(database.dataSource());

    @BeforeEach
    void record_three_entries_of_which_two_have_texts() {
        database.clear();
        PostgresEventStorageEngine engine = new PostgresEventStorageEngine(database.dataSource());
        engine.appendEvents(Recording.message(Recording.adopted(ONE), 0));
        engine.appendEvents(
                Recording.message(Recording.planned(ONE, "22", "Een naam van iemand"), 0),
                Recording.message(Recording.explained(ONE, "22", "Een andere tekst"), 1));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static List<StoredEntry> entries() throws SQLException {
        List<StoredEntry> entries = new ArrayList<>();
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            StoredJournal.read(connection, ONE.value(), 1, Long.MAX_VALUE, entries::add);
            connection.rollback();
        }
        return entries;
    }

    /** Appends an entry of which the interface does not exist yet, straight by the function. */
    private void erase(long entry) {
        jdbc.sql(
                        """
                        SELECT number FROM events.append('programma-1', ARRAY[gen_random_uuid()],
                            ARRAY['Programme'], ARRAY['programma-1'],
                            ARRAY[(SELECT max(sequence_number) + 1 FROM events.event
                                WHERE aggregate_id = 'programma-1')],
                            ARRAY['text-erased'], ARRAY[1],
                            ARRAY[convert_to('{"entry": %d}', 'UTF8')], ARRAY[NULL]::bytea[],
                            ARRAY[NULL]::bytea[], NULL, NULL, NULL, NULL, NULL, NULL)"""
                                .formatted(entry))
                .query(Long.class)
                .single();
    }

    private static void assertChained(List<StoredEntry> entries) {
        String previous = StoredEntry.BEFORE_THE_FIRST;
        for (StoredEntry entry : entries) {
            assertThat(entry.recomputedHash(previous)).isEqualTo(entry.hash());
            assertThat(entry.keepsItsTexts()).isTrue();
            previous = entry.hash();
        }
    }

    @Test
    void stored_entries_come_byte_for_byte_and_give_their_hashes() throws SQLException {
        List<StoredEntry> entries = entries();

        assertThat(entries).extracting(StoredEntry::number).containsExactly(1L, 2L, 3L);
        assertChained(entries);
    }

    @Test
    void an_entry_that_erases_takes_the_texts_of_the_named_entry_and_nothing_else()
            throws SQLException {
        List<StoredEntry> before = entries();

        erase(2);

        List<StoredEntry> after = entries();
        assertChained(after);
        assertThat(after.get(1).texts()).isNull();
        assertThat(after.get(1).salt()).isNull();
        assertThat(after.get(1).commitment()).isEqualTo(before.get(1).commitment());
        assertThat(after.get(1).factsDigest()).isEqualTo(before.get(1).factsDigest());
        assertThat(after.get(2).texts()).isEqualTo(before.get(2).texts());
        assertThat(after).hasSize(4);
    }

    @Test
    void what_has_no_texts_or_has_them_no_more_cannot_be_erased_and_nothing_is_recorded()
            throws SQLException {
        erase(2);

        for (long entry : List.of(1L, 2L, 99L)) {
            assertThatThrownBy(() -> erase(entry))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("entry " + entry + " of programma-1 has no texts");
        }
        assertThat(entries()).hasSize(4);
    }

    @Test
    void after_an_erasure_every_other_change_is_refused_as_before() {
        erase(2);

        for (String change :
                List.of(
                        "UPDATE events.event SET texts = NULL, salt = NULL",
                        "UPDATE events.event SET name = 'anders'",
                        "DELETE FROM events.event WHERE name = 'text-erased'")) {
            assertThatThrownBy(() -> jdbc.sql(change).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("what was recorded never changes");
        }
    }

    @Test
    void the_statistics_of_the_table_hold_no_text() {
        jdbc.sql("ANALYZE events.event").update();

        assertThat(
                        jdbc.sql(
                                        """
                                        SELECT count(*) FROM pg_stats
                                        WHERE schemaname = 'events' AND attname IN ('texts', 'salt')""")
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void the_audit_log_numbers_and_chains_its_lines() {
        auditLog.append(AuditLog.Kind.CONTROLE, null, Map.of("programma", "p", "inOrde", true));
        auditLog.append(AuditLog.Kind.PERSOON_GEWIST, "beheerder", Map.of("subject", "s-1"));

        List<AuditLog.Line> lines = auditLog.from(1, 10);
        assertThat(auditLog.head()).isEqualTo(2);
        assertThat(lines).extracting(AuditLog.Line::number).containsExactly(1L, 2L);
        assertThat(lines.getFirst().content()).isEqualTo("{\"inOrde\":true,\"programma\":\"p\"}");
        assertThat(lines.getLast().subject()).isEqualTo("beheerder");
        assertThat(lines.getLast().recordedAt()).isAfter(lines.getFirst().recordedAt());
        String previous = StoredEntry.BEFORE_THE_FIRST;
        for (AuditLog.Line line : lines) {
            assertThat(line.recomputedHash(previous)).isEqualTo(line.hash());
            previous = line.hash();
        }
    }

    @Test
    void an_erased_person_stays_erased() {
        people.name("s-1", "Jan");
        people.name("s-1", "Jan Jansen");
        people.name("s-2", "Piet");
        assertThat(people.names(List.of("s-1", "s-3")))
                .containsExactly(Map.entry("s-1", "Jan Jansen"));

        assertThat(people.erase("s-1")).isTrue();
        assertThat(people.erase("s-1")).isFalse();
        people.name("s-1", "Jan Jansen");

        Map<String, @Nullable String> expected = new HashMap<>();
        expected.put("s-1", null);
        expected.put("s-2", "Piet");
        assertThat(people.names(List.of("s-1", "s-2"))).isEqualTo(expected);
    }

    @Test
    void who_was_never_seen_can_be_erased_too() {
        assertThat(people.erase("s-9")).isTrue();
        assertThat(people.erase("s-9")).isFalse();
        people.name("s-9", "Nooit Gezien");

        assertThat(people.names(List.of("s-9")).values()).containsOnlyNulls();
    }

    @Test
    void an_erasure_has_its_line_in_the_audit_log_from_the_same_commit() {
        erase(2);

        assertThat(auditLog.from(1, 10))
                .singleElement()
                .satisfies(
                        line -> {
                            assertThat(line.kind()).isEqualTo("TEKST_GEWIST");
                            assertThat(line.content()).contains("\"journaalnummer\": 2");
                            assertThat(line.recomputedHash(StoredEntry.BEFORE_THE_FIRST))
                                    .isEqualTo(line.hash());
                        });
    }

    @Test
    void keys_follow_one_another_and_a_checkpoint_is_of_an_entry_that_is_there()
            throws GeneralSecurityException, SQLException {
        KeyPair first = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        KeyPair second = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        CheckpointKey one = key(first, null, null);
        CheckpointKey two = key(second, first, one.fingerprint());
        checkpoints.add(one);
        checkpoints.add(two);
        assertThat(checkpoints.keys()).containsExactly(one, two);
        assertThatThrownBy(() -> checkpoints.add(key(second, null, null)))
                .isInstanceOf(DuplicateKeyException.class);

        StoredEntry head = entries().getLast();
        Checkpoint checkpoint = checkpoint(head, second, two.fingerprint());
        assertThat(checkpoints.add(checkpoint)).isTrue();
        assertThat(checkpoints.add(checkpoint)).isFalse();
        assertThat(checkpoints.of(ONE.value())).containsExactly(checkpoint);
        assertThat(checkpoints.newestOf(ONE.value())).contains(checkpoint);
        Checkpoint elsewhere =
                new Checkpoint(
                        ONE.value(),
                        2,
                        head.hash(),
                        NOON,
                        two.fingerprint(),
                        checkpoint.signature());
        assertThatThrownBy(() -> checkpoints.add(elsewhere))
                .isInstanceOf(DataAccessException.class);
    }

    private static CheckpointKey key(
            KeyPair pair, @Nullable KeyPair before, @Nullable String previous)
            throws GeneralSecurityException {
        byte[] bytes = pair.getPublic().getEncoded();
        String fingerprint = HashedText.sha256(bytes);
        String publicKey = Base64.getEncoder().encodeToString(bytes);
        String text = CheckpointKey.introduction(fingerprint, publicKey, NOON, previous);
        return new CheckpointKey(
                fingerprint,
                publicKey,
                NOON,
                sign(pair, text),
                previous,
                before == null ? null : sign(before, text));
    }

    private static Checkpoint checkpoint(StoredEntry head, KeyPair pair, String key)
            throws GeneralSecurityException {
        String text = Checkpoint.signedText(ONE.value(), head.number(), head.hash(), NOON, key);
        return new Checkpoint(ONE.value(), head.number(), head.hash(), NOON, key, sign(pair, text));
    }

    private static String sign(KeyPair pair, String text) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(signature.sign());
    }
}
