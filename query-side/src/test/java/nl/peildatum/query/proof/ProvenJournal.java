package nl.peildatum.query.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.peildatum.query.RecordedEvents.on;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeEvent.TextErased;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.events.ReportEvent.ReportFixed;
import nl.peildatum.eventstore.Checkpoint;
import nl.peildatum.eventstore.CheckpointKey;
import nl.peildatum.eventstore.Checkpoints;
import nl.peildatum.eventstore.Journal;
import nl.peildatum.eventstore.TestDatabase;
import nl.peildatum.query.RecordedEvents;
import nl.peildatum.reportform.Digests;
import nl.peildatum.reportform.OverviewV1;
import nl.peildatum.reportform.PlainFold;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Journals in a database of their own, with keys and checkpoints made here. */
public final class ProvenJournal implements AutoCloseable {

    final TestDatabase database = TestDatabase.create();
    final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final RecordedEvents events = new RecordedEvents(database.dataSource());
    private final Checkpoints checkpoints = new Checkpoints(database.dataSource());
    private final Journal journal = new Journal(database.dataSource());
    private @Nullable KeyPair pair;
    private @Nullable CheckpointKey key;

    void record(List<? extends Event> history) {
        events.record(history);
    }

    long head(ProgrammeId programme) {
        return journal.head(programme).number();
    }

    /** The report that the plain fold gives, to be fixed by the next entry. */
    ReportFixed report(
            ProgrammeId programme, LocalDate day, long knownUpTo, @Nullable String reason) {
        String digest =
                Digests.of(
                        PlainFold.overview(
                                programme,
                                journal.between(programme, 1, knownUpTo),
                                day,
                                knownUpTo));
        return new ReportFixed(
                programme,
                day,
                knownUpTo,
                OverviewV1.NAME,
                digest,
                null,
                null,
                on("2026-04-10"),
                reason);
    }

    void fix(ProgrammeId programme, String day, @Nullable String reason) {
        record(List.of(report(programme, LocalDate.parse(day), head(programme), reason)));
    }

    /** Erases the texts of an entry. */
    void erase(ProgrammeId programme, long entry) {
        record(
                List.of(
                        new TextErased(
                                programme, entry, null, on("2026-04-11"), "er stond een naam in")));
    }

    /** A key that signs from now on, introduced by the one before it. */
    CheckpointKey rotate() {
        KeyPair next = newPair();
        CheckpointKey introduced = introduce(next, key == null ? null : key.fingerprint(), pair);
        checkpoints.add(introduced);
        pair = next;
        key = introduced;
        return introduced;
    }

    public static KeyPair newPair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static CheckpointKey introduce(
            KeyPair pair, @Nullable String previous, @Nullable KeyPair previousPair) {
        byte[] encoded = pair.getPublic().getEncoded();
        String fingerprint = HexFormat.of().formatHex(ProofZip.sha256().digest(encoded));
        String publicKey = Base64.getEncoder().encodeToString(encoded);
        Instant since = Instant.now().truncatedTo(ChronoUnit.MICROS);
        String text = CheckpointKey.introduction(fingerprint, publicKey, since, previous);
        return new CheckpointKey(
                fingerprint,
                publicKey,
                since,
                signed(pair, text),
                previous,
                previousPair == null ? null : signed(previousPair, text));
    }

    static String signed(KeyPair pair, String text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(text.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Signs the head of a journal and keeps that. */
    Checkpoint checkpoint(ProgrammeId programme) {
        long head = head(programme);
        Checkpoint checkpoint =
                sign(
                        programme.value(),
                        head,
                        stored().hash(programme.value(), head),
                        Objects.requireNonNull(key).fingerprint(),
                        Objects.requireNonNull(pair));
        checkpoints.add(checkpoint);
        return checkpoint;
    }

    public static Checkpoint sign(
            String programme, long number, String hash, String key, KeyPair pair) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        String text = Checkpoint.signedText(programme, number, hash, now, key);
        return new Checkpoint(programme, number, hash, now, key, signed(pair, text));
    }

    /** Does to the tables what only their owner can, with every trigger switched off. */
    void tamper(String... statements) {
        List<String> tables = List.of("event", "act", "checkpoint", "signing_key");
        tables.forEach(
                table ->
                        jdbc.sql("ALTER TABLE events." + table + " DISABLE TRIGGER USER").update());
        for (String statement : statements) {
            jdbc.sql(statement).update();
        }
        tables.forEach(
                table -> jdbc.sql("ALTER TABLE events." + table + " ENABLE TRIGGER USER").update());
    }

    /** The whole proof, unpacked. */
    Unpacked proof(ProgrammeId programme, Path folder) {
        long head = head(programme);
        return proof(programme, 1, head, folder);
    }

    /** The proof of a part, unpacked. */
    Unpacked proof(ProgrammeId programme, long from, long upTo, Path folder) {
        Path zip = folder.resolveSibling(folder.getFileName() + ".zip");
        write(database.dataSource(), programme.value(), from, upTo, zip);
        try (var file = Files.newInputStream(zip)) {
            return Unpacked.of(file, folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private StoredProof stored() {
        return new StoredProof(database.dataSource(), new JsonMapper());
    }

    static void write(DataSource dataSource, String programme, long from, long upTo, Path zip) {
        StoredProof stored = new StoredProof(dataSource, new JsonMapper());
        TransactionTemplate snapshot =
                new TransactionTemplate(new JdbcTransactionManager(dataSource));
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.executeWithoutResult(
                _ -> {
                    Extent extent =
                            new Extent(
                                    programme,
                                    from,
                                    upTo,
                                    stored.head(programme),
                                    stored.hash(programme, from - 1),
                                    null);
                    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(zip))) {
                        new Proof(stored).write(extent, out);
                    } catch (IOException failure) {
                        throw new UncheckedIOException(failure);
                    }
                });
    }

    @Override
    public void close() {
        database.close();
    }
}
