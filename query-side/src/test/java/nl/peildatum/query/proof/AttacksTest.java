package nl.peildatum.query.proof;

import static nl.peildatum.query.RecordedEvents.adopted;
import static nl.peildatum.query.RecordedEvents.on;
import static nl.peildatum.query.RecordedEvents.planned;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.peildatum.events.ActionEvent.ActionDelayed;
import nl.peildatum.events.ActionEvent.ActionExplained;
import nl.peildatum.events.ActionEvent.ActionStarted;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.Checkpoint;
import nl.peildatum.eventstore.CheckpointKey;
import nl.peildatum.query.proof.Unpacked.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What somebody can do who owns the tables, or makes a proof of their own; each is named. */
class AttacksTest {

    private static final ProvenJournal JOURNAL = new ProvenJournal();
    private static final AtomicInteger PROGRAMMES = new AtomicInteger();
    private static final JsonMapper JSON = new JsonMapper();
    private static final int ENTRIES = 20;

    private final ProgrammeId programme = new ProgrammeId("p" + PROGRAMMES.incrementAndGet());
    private Checkpoint kept;

    @TempDir private Path temporary;

    @BeforeAll
    static void key() {
        JOURNAL.rotate();
    }

    @AfterAll
    static void close() {
        JOURNAL.close();
    }

    @BeforeEach
    void record() {
        ActionId action = new ActionId(programme, "24");
        List<Event> history =
                new ArrayList<>(
                        List.of(
                                adopted(programme),
                                planned(action, null, "2025-11-30"),
                                new ActionStarted(action, on("2025-12-01"), null, null),
                                new ActionDelayed(
                                        action,
                                        null,
                                        on("2026-01-15"),
                                        "de brief bleef uit",
                                        null)));
        for (int i = history.size(); i < ENTRIES; i++) {
            history.add(new ActionExplained(action, on("2026-02-01"), null, "tekst " + i));
        }
        JOURNAL.record(history);
        kept = JOURNAL.checkpoint(programme);
    }

    private String where(String condition) {
        return " WHERE programme = '" + programme + "' AND " + condition;
    }

    private Outcome after(String... statements) {
        JOURNAL.tamper(statements);
        return JOURNAL.proof(programme, temporary.resolve("bewijs")).run();
    }

    private static void names(Outcome outcome, String... findings) {
        List<String> found = outcome.out().lines().filter(line -> line.startsWith("- ")).toList();
        assertThat(found).hasSameSizeAs(findings);
        for (String finding : findings) {
            assertThat(found).as(outcome.out()).anyMatch(line -> line.startsWith("- " + finding));
        }
        assertThat(outcome.exit()).isEqualTo(1);
    }

    @Test
    void an_untouched_journal_is_in_order() {
        assertThat(after().out()).startsWith("IN ORDE");
    }

    @Test
    void a_changed_payload() {
        names(
                after(
                        "UPDATE events.event SET facts = convert_to(replace(convert_from(facts,"
                                + " 'UTF8'), '2026-01-15', '2026-03-15'), 'UTF8')"
                                + where("journal_number = 4")),
                "Regel 4: gewijzigd");
    }

    @Test
    void a_changed_text() {
        names(
                after(
                        "UPDATE events.event SET texts = '{\"reason\":\"ziekte\"}'::text::bytea"
                                + where("journal_number = 4")),
                "Regel 4: de tekst is gewijzigd");
    }

    @Test
    void a_removed_text() {
        names(
                after(
                        "UPDATE events.event SET texts = NULL, salt = NULL"
                                + where("journal_number = 4")),
                "Regel 4: de tekst ontbreekt");
    }

    @Test
    void a_changed_moment() {
        names(
                after(
                        "UPDATE events.event SET recorded_at = recorded_at + interval '1 second'"
                                + where("journal_number = " + ENTRIES)),
                "Regel " + ENTRIES + ": gewijzigd");
    }

    @Test
    void a_moment_before_that_of_the_entry_before() {
        names(
                after(
                        "UPDATE events.event SET recorded_at = recorded_at - interval '1 day'"
                                + where("journal_number = 7")),
                "Regel 7: het moment ligt niet na dat van regel 6",
                "Regel 7: gewijzigd");
    }

    @Test
    void a_deleted_entry() {
        names(
                after("DELETE FROM events.event" + where("journal_number = 8")),
                "Regel 8: ontbreekt");
    }

    @Test
    void a_deleted_entry_after_which_the_others_were_numbered_anew() {
        names(
                after(
                        "DELETE FROM events.event" + where("journal_number = 8"),
                        "UPDATE events.event SET journal_number = journal_number + 999"
                                + where("journal_number > 8"),
                        "UPDATE events.event SET journal_number = journal_number - 1000"
                                + where("journal_number > 999"),
                        "DELETE FROM events.checkpoint" + where("true")),
                "Regel 8: ontbreekt, er is een regel weggehaald; wat volgt is opgeschoven");
    }

    private String[] inserted(String hash) {
        return new String[] {
            "DELETE FROM events.checkpoint" + where("true"),
            "UPDATE events.event SET journal_number = journal_number + 1000"
                    + where("journal_number >= 10"),
            "UPDATE events.event SET journal_number = journal_number - 999"
                    + where("journal_number > 999"),
            "INSERT INTO events.event (global_index, programme, journal_number, recorded_at, event_id,"
                    + " aggregate_type, aggregate_id, sequence_number, name, revision, facts, hash)"
                    + " SELECT nextval('events.global_index'), programme, 10, recorded_at + interval '1"
                    + " millisecond', gen_random_uuid(), aggregate_type, aggregate_id, 99,"
                    + " 'action-resumed', 1, convert_to('{\"action\":\""
                    + programme
                    + "/24\",\"basis\":{\"effectiveOn\":\"2026-01-20\",\"actor\":\"s\"}}', 'UTF8'), "
                    + hash
                    + " FROM events.event"
                    + where("journal_number = 9")
        };
    }

    @Test
    void an_inserted_entry() {
        // moments are stored in microseconds, so that there is not always room for one between
        JOURNAL.tamper(spread());
        names(after(inserted("sha256(facts)")), "Regel 10: ingevoegd; wat volgt is opgeschoven");
    }

    @Test
    void an_inserted_entry_with_a_hash_that_fits() {
        JOURNAL.tamper(spread());
        JOURNAL.tamper(inserted("sha256(facts)"));
        names(
                after(rehashed("journal_number = 10")),
                "Regel 10: ingevoegd; wat volgt is opgeschoven");
    }

    /** Makes room between moments, with hashes that fit: the journal before the attack. */
    private String[] spread() {
        return new String[] {
            "UPDATE events.event SET recorded_at = recorded_at + journal_number * interval '1 second'"
                    + where("true"),
            rehashed("true")
        };
    }

    private String rehashed(String condition) {
        return """
                DO $$
                DECLARE
                    e events.event;
                    previous bytea;
                BEGIN
                    FOR e IN SELECT * FROM events.event WHERE programme = '%s' AND %s ORDER BY journal_number LOOP
                        SELECT hash INTO previous FROM events.event
                            WHERE programme = e.programme AND journal_number = e.journal_number - 1;
                        UPDATE events.event SET hash = sha256(convert_to(events.hashed_text(
                                e.programme, e.journal_number, e.recorded_at, e.event_id, e.aggregate_type,
                                e.aggregate_id, e.sequence_number, e.name, e.revision, e.facts, e.commitment,
                                coalesce(previous, decode(repeat('00', 32), 'hex'))), 'UTF8'))
                            WHERE global_index = e.global_index;
                    END LOOP;
                END
                $$"""
                .formatted(programme, condition);
    }

    private Outcome swapped(int one, int other) {
        return after(
                "UPDATE events.event SET journal_number = 1000" + where("journal_number = " + one),
                "UPDATE events.event SET journal_number = "
                        + one
                        + where("journal_number = " + other),
                "UPDATE events.event SET journal_number = "
                        + other
                        + where("journal_number = 1000"));
    }

    @Test
    void two_swapped_entries() {
        names(
                swapped(6, 12),
                "Regels 6 en 12: verplaatst, zij zijn verwisseld",
                "Regel 7: het moment ligt niet na dat van regel 6",
                "Regel 12: het moment ligt niet na dat van regel 11");
    }

    @Test
    void two_swapped_neighbours() {
        names(
                swapped(6, 7),
                "Regels 6 en 7: verplaatst, zij zijn verwisseld",
                "Regel 7: het moment ligt niet na dat van regel 6");
    }

    @Test
    void a_tail_that_was_cut_shows_in_the_checkpoint_that_stayed() {
        names(
                after("DELETE FROM events.event" + where("journal_number > 15")),
                "Het journaal is ingekort sinds controlepunt " + ENTRIES);
    }

    @Test
    void a_tail_that_was_cut_with_its_checkpoints_shows_against_a_kept_one() {
        Outcome alone =
                after(
                        "DELETE FROM events.event" + where("journal_number > 15"),
                        "UPDATE events.act SET last_number = 15" + where("last_number > 15"),
                        "DELETE FROM events.checkpoint" + where("true"));
        assertThat(alone.exit()).isZero();
        names(
                new Unpacked(temporary.resolve("bewijs"))
                        .run("--controlepunt=" + JSON.writeValueAsString(kept)),
                "Het journaal is ingekort sinds controlepunt " + ENTRIES);
    }

    @Test
    void a_tail_that_was_cut_shows_in_an_act_that_went_on() {
        names(
                after(
                        "DELETE FROM events.event" + where("journal_number > 15"),
                        "DELETE FROM events.checkpoint" + where("true")),
                "Een handeling loopt door na regel 15, de laatste");
    }

    @Test
    void an_act_that_is_gone() {
        names(
                after("DELETE FROM events.act" + where("true")),
                "Regels 1 tot en met 20 horen bij geen handeling");
    }

    @Test
    void acts_that_overlap_and_leave_a_gap() {
        names(
                after(
                        "UPDATE events.act SET first_number = 6" + where("true"),
                        "INSERT INTO events.act VALUES ('" + programme + "', 5, 7)"),
                "Regels 1 tot en met 4 horen bij geen handeling",
                "Regels 6 tot en met 7 horen bij meer dan een handeling");
    }

    @Test
    void a_chain_that_was_rewritten_shows_in_the_checkpoint_that_stayed() {
        names(
                after(
                        "UPDATE events.event SET facts = convert_to(replace(convert_from(facts,"
                                + " 'UTF8'), '2026-01-15', '2026-03-15'), 'UTF8')"
                                + where("journal_number = 4"),
                        rehashed("true")),
                "Het journaal is herschreven sinds controlepunt " + ENTRIES);
        names(
                new Unpacked(temporary.resolve("bewijs")).run("--vingerafdruk=" + kept.key()),
                "Het journaal is herschreven sinds controlepunt " + ENTRIES);
    }

    @Test
    void a_chain_that_was_rewritten_with_a_key_of_its_own_shows_against_a_kept_checkpoint() {
        after(
                "DELETE FROM events.checkpoint" + where("true"),
                "UPDATE events.event SET facts = convert_to(replace(convert_from(facts, 'UTF8'),"
                        + " '2026-01-15', '2026-03-15'), 'UTF8')"
                        + where("journal_number = 4"),
                rehashed("true"));
        Unpacked proof = new Unpacked(temporary.resolve("bewijs"));
        KeyPair pair = ProvenJournal.newPair();
        CheckpointKey key = ProvenJournal.introduce(pair, null, null);
        String hash =
                JSON.readTree(proof.text("gebeurtenissen.jsonl").lines().toList().getLast())
                        .get("hash")
                        .asString();
        Checkpoint signed =
                ProvenJournal.sign(programme.value(), ENTRIES, hash, key.fingerprint(), pair);
        proof.rewrite("sleutels.jsonl", _ -> JSON.writeValueAsString(key) + "\n");
        proof.rewrite("controlepunten.jsonl", _ -> JSON.writeValueAsString(signed) + "\n");

        assertThat(proof.run().exit()).isZero();
        names(
                proof.run("--controlepunt=" + JSON.writeValueAsString(kept)),
                "Bewaard controlepunt 20: is ondertekend met een sleutel die niet in dit bewijs staat",
                "Het journaal is herschreven sinds controlepunt 20");
        names(
                proof.run("--controlepunt=20:" + kept.hash()),
                "Het journaal is herschreven sinds controlepunt 20");
        names(proof.run("--vingerafdruk=" + kept.key()), "De verwachte sleutel " + kept.key());
    }

    @Test
    void a_proof_whose_lines_changed_places() {
        Unpacked proof = JOURNAL.proof(programme, temporary.resolve("bewijs"));
        proof.rewrite(
                "gebeurtenissen.jsonl",
                text -> {
                    List<String> lines = new ArrayList<>(text.lines().toList());
                    lines.add(11, lines.remove(5));
                    return String.join("\n", lines) + "\n";
                });
        names(proof.run(), "Regel 6: verplaatst, staat na regel 12");
        proof.rewrite("gebeurtenissen.jsonl", text -> text + text.lines().toList().get(7) + "\n");
        names(
                proof.run(),
                "Regel 6: verplaatst, staat na regel 12",
                "Regel 9: ingevoegd, dit nummer stond er al");
    }

    @Test
    void a_key_that_nobody_introduced() {
        Unpacked proof = JOURNAL.proof(programme, temporary.resolve("bewijs"));
        KeyPair stranger = ProvenJournal.newPair();
        CheckpointKey key = ProvenJournal.introduce(stranger, kept.key(), stranger);
        proof.rewrite("sleutels.jsonl", text -> text + JSON.writeValueAsString(key) + "\n");
        names(
                proof.run(),
                "Sleutel "
                        + key.fingerprint()
                        + ": de handtekening van de vorige sleutel klopt niet");
    }

    @Test
    void a_report_whose_digest_was_changed_everywhere() {
        JOURNAL.fix(programme, "2026-01-31", null);
        Outcome outcome =
                after(
                        "DELETE FROM events.checkpoint" + where("true"),
                        "UPDATE events.event SET facts = convert_to(regexp_replace(convert_from(facts,"
                                + " 'UTF8'), '\"digest\":\"\\w{64}', '\"digest\":\"' || repeat('0', 64)),"
                                + " 'UTF8')"
                                + where("name = 'report-fixed'"),
                        rehashed("name = 'report-fixed'"));
        names(outcome, "Rapportage over 2026-01-31 (regel 21): de regels geven een andere digest");
    }

    /** What a part of a journal is signed by lies inside it; what lies beyond proves nothing. */
    @ParameterizedTest
    @CsvSource({"1, 15", "5, 15"})
    void a_rewritten_part_under_a_checkpoint_beyond_it(long from, long upTo) {
        JOURNAL.tamper(
                "UPDATE events.event SET facts = convert_to(replace(convert_from(facts, 'UTF8'),"
                        + " '2026-01-15', '2026-03-15'), 'UTF8')"
                        + where("journal_number = 4"),
                rehashed("journal_number BETWEEN 4 AND 15"));
        Unpacked proof = JOURNAL.proof(programme, from, upTo, temporary.resolve("bewijs"));
        assertThat(proof.run().out()).startsWith("IN ORDE").contains("niets is ondertekend");
        names(proof.run("--vingerafdruk=" + kept.key()), "De verwachte sleutel is er, maar");

        proof.rewrite("controlepunten.jsonl", _ -> JSON.writeValueAsString(kept) + "\n");

        names(
                proof.run("--vingerafdruk=" + kept.key()),
                "Controlepunt 20: staat niet op zijn plaats",
                "De verwachte sleutel is er, maar heeft in dit bewijs niets ondertekend");
    }

    @Test
    void a_key_that_was_replaced_signs_nothing_any_more() {
        KeyPair old = ProvenJournal.newPair();
        CheckpointKey first = ProvenJournal.introduce(old, null, null);
        KeyPair next = ProvenJournal.newPair();
        CheckpointKey second = ProvenJournal.introduce(next, first.fingerprint(), old);
        Unpacked proof = JOURNAL.proof(programme, temporary.resolve("bewijs"));
        String both = lines(first, second);
        Checkpoint byOld = signed(15, proof, first, old);
        Checkpoint byNew = signed(15, proof, second, next);
        Checkpoint later = signed(ENTRIES, proof, first, old);
        proof.rewrite("sleutels.jsonl", _ -> both);

        proof.rewrite("controlepunten.jsonl", _ -> lines(byOld));
        names(proof.run("--vingerafdruk=" + second.fingerprint()), "De verwachte sleutel is er");
        assertThat(proof.run("--vingerafdruk=" + first.fingerprint()).exit()).isZero();

        proof.rewrite("controlepunten.jsonl", _ -> lines(byOld, byNew));
        assertThat(proof.run("--vingerafdruk=" + second.fingerprint()).out())
                .startsWith("IN ORDE")
                .contains("Controlepunten: 2", "ondertekende tot en met regel 15");

        proof.rewrite("controlepunten.jsonl", _ -> lines(byNew, later));
        names(
                proof.run(),
                "Controlepunt 20: is ondertekend met een sleutel die toen al vervangen was");

        proof.rewrite("controlepunten.jsonl", _ -> lines(byNew, byNew));
        names(proof.run(), "Controlepunt 15: staat niet op zijn plaats");
    }

    private Checkpoint signed(int number, Unpacked proof, CheckpointKey key, KeyPair pair) {
        String line = proof.text("gebeurtenissen.jsonl").lines().toList().get(number - 1);
        String hash = JSON.readTree(line).get("hash").asString();
        return ProvenJournal.sign(programme.value(), number, hash, key.fingerprint(), pair);
    }

    private static String lines(Object... shown) {
        return Stream.of(shown)
                .map(line -> JSON.writeValueAsString(line) + "\n")
                .collect(Collectors.joining());
    }

    @Test
    void a_text_that_is_gone_by_the_word_of_an_unsigned_entry_is_told() {
        JOURNAL.erase(programme, 4);
        Unpacked whole = JOURNAL.proof(programme, temporary.resolve("bewijs"));
        String note = "Let op:         de tekst van regel 4 is weg volgens regel 21";
        assertThat(whole.run().out()).startsWith("IN ORDE").contains(note);
        Unpacked part = JOURNAL.proof(programme, 1, ENTRIES, temporary.resolve("deel"));
        assertThat(part.run().out()).startsWith("IN ORDE").contains(note);

        part.rewrite(
                "tekstwissingen.jsonl",
                text ->
                        text.replace("\"zout\":\"", "\"zout\":\"00")
                                .replaceFirst("(\"zout\":\"[0-9a-f]{64})[0-9a-f]{2}", "$1"));
        names(part.run(), "Regel 21: deze tekstwissing klopt niet", "Regel 4: de tekst ontbreekt");

        JOURNAL.checkpoint(programme);
        assertThat(JOURNAL.proof(programme, temporary.resolve("later")).run().out())
                .startsWith("IN ORDE")
                .doesNotContain("Let op");
    }

    @Test
    void what_nothing_covers_cannot_stand_in_a_line() {
        Unpacked proof = JOURNAL.proof(programme, temporary.resolve("bewijs"));
        proof.rewrite(
                "gebeurtenissen.jsonl",
                text -> text.replaceFirst("\"hash\"", "\"leesbaar\":\"AFGEROND\",\"hash\""));
        names(
                proof.run(),
                "gebeurtenissen.jsonl, 1e regel: leesbaar hoort hier niet",
                "Regel 1: ontbreekt");
    }
}
