package nl.peildatum.query.checking;

import java.security.KeyPair;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import nl.peildatum.events.ActionEvent.ActionExplained;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.Checkpoints;
import nl.peildatum.eventstore.JournalEntry;
import nl.peildatum.query.ReadDatabase;
import nl.peildatum.query.RecordedEvents;
import nl.peildatum.query.journal.RecordedEntries;
import nl.peildatum.query.processing.ReadSchema;
import nl.peildatum.query.proof.ProvenJournal;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A journal that is recorded as it should, and then attacked straight on the tables. */
final class Attacked implements AutoCloseable {

    static final ProgrammeId PROGRAMME = new ProgrammeId("p");

    private static final int AT_ONCE = 2000;

    private final ReadDatabase database = new ReadDatabase();
    private final JdbcClient jdbc = database.jdbc();
    private final Checkpoints checkpoints = new Checkpoints(database.dataSource());
    final JournalCheck check = new JournalCheck(database.dataSource(), Clock.systemUTC());

    private @Nullable KeyPair signer;

    /** A journal of so many entries, of which no projection knows anything. */
    void record(int entries) {
        database.database().clear();
        jdbc.sql("TRUNCATE journal_entry, progress").update();
        signer = null;
        List<Event> events = new ArrayList<>();
        events.add(RecordedEvents.adopted(PROGRAMME));
        events.add(RecordedEvents.planned(action("22"), null, "2026-01-01"));
        events.add(RecordedEvents.planned(action("24"), null, "2026-01-01"));
        for (int entry = 4; entry <= entries; entry++) {
            events.add(
                    new ActionExplained(
                            action(entry % 2 == 0 ? "22" : "24"),
                            RecordedEvents.on(LocalDate.of(2026, 1, 1).plusDays(entry % 300)),
                            null,
                            "Toelichting " + entry));
        }
        RecordedEvents recorded = new RecordedEvents(database.dataSource());
        for (int from = 0; from < entries; from += AT_ONCE) {
            recorded.record(events.subList(from, Math.min(from + AT_ONCE, entries)));
        }
    }

    private static ActionId action(String code) {
        return new ActionId(PROGRAMME, code);
    }

    /** Lets the projection of the journal take in everything. */
    void process() {
        RecordedEntries projection = new RecordedEntries(jdbc);
        List<JournalEntry<Event>> entries =
                database.journal().between(PROGRAMME, 1, Long.MAX_VALUE);
        new TransactionTemplate(new JdbcTransactionManager(database.dataSource()))
                .executeWithoutResult(_ -> projection.on(entries));
        jdbc.sql("INSERT INTO progress VALUES ('journal', 'p', ?, ?)")
                .params(
                        entries.getLast().number(),
                        entries.getLast().recordedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Signs an entry as it stands. */
    void sign(long number) {
        sign(number, signer());
    }

    /** Signs an entry as it stands, with a key that may have been replaced. */
    void sign(long number, KeyPair pair) {
        String key = Link.sha256Of(pair.getPublic().getEncoded());
        checkpoints.add(ProvenJournal.sign(PROGRAMME.value(), number, hash(number), key, pair));
    }

    /** Has another key sign from now on; the one that was replaced. */
    KeyPair rotate() {
        KeyPair before = signer();
        signer = introduced(before);
        return before;
    }

    private KeyPair signer() {
        if (signer == null) {
            signer = introduced(null);
        }
        return signer;
    }

    private KeyPair introduced(@Nullable KeyPair before) {
        KeyPair pair = ProvenJournal.newPair();
        String previous = before == null ? null : Link.sha256Of(before.getPublic().getEncoded());
        checkpoints.add(ProvenJournal.introduce(pair, previous, before));
        return pair;
    }

    /** The hash of an entry as it stands. */
    String hash(long number) {
        return HexFormat.of()
                .formatHex(
                        jdbc.sql("SELECT hash FROM events.event WHERE journal_number = ?")
                                .param(number)
                                .query(byte[].class)
                                .single());
    }

    /** Changes the tables as only an owner can who switches every trigger off. */
    void attack(String statements) {
        jdbc.sql(
                        """
                        BEGIN;
                        SET LOCAL session_replication_role = replica;
                        %s;
                        COMMIT"""
                                .formatted(statements))
                .update();
    }

    /** The statements that compute every hash anew from a number on, so that all fits again. */
    static String rewriteFrom(long number) {
        return """
        DO $$
        DECLARE
            e events.event;
            previous bytea := coalesce(
                (SELECT hash FROM events.event WHERE journal_number = %1$d - 1), decode(repeat('00', 32), 'hex'));
        BEGIN
            FOR e IN SELECT * FROM events.event WHERE journal_number >= %1$d ORDER BY journal_number LOOP
                previous := sha256(convert_to(events.hashed_text(
                    e.programme, e.journal_number, e.recorded_at, e.event_id, e.aggregate_type, e.aggregate_id,
                    e.sequence_number, e.name, e.revision, e.facts, e.commitment, previous), 'UTF8'));
                UPDATE events.event SET hash = previous WHERE journal_number = e.journal_number;
            END LOOP;
        END
        $$"""
                .formatted(number);
    }

    /** What a check of everything finds: the kinds with their numbers. */
    List<String> found() {
        return found(check.check(PROGRAMME.value(), Question.EVERYTHING));
    }

    static List<String> found(Outcome outcome) {
        return outcome.deviations().stream()
                .map(deviation -> deviation.kind() + " " + deviation.number())
                .toList();
    }

    /** The check as the query-side's own login carries it out. */
    JournalCheck asReader() {
        jdbc.sql(
                        """
                        DO $$ BEGIN
                            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'checking_reader') THEN
                                CREATE ROLE checking_reader LOGIN IN ROLE peildatum_read;
                            END IF;
                        END $$""")
                .update();
        PGSimpleDataSource reader = (PGSimpleDataSource) database.database().as("checking_reader");
        reader.setCurrentSchema(ReadSchema.NAME);
        return new JournalCheck(reader, Clock.systemUTC());
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    @Override
    public void close() {
        database.close();
    }
}
