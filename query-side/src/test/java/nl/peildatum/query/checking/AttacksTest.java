package nl.peildatum.query.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Attacks straight on the tables, as the owner, with the triggers off: each is named rightly. */
class AttacksTest {

    private static final Attacked journal = new Attacked();

    @BeforeEach
    void record() {
        journal.record(20);
    }

    @AfterAll
    static void close() {
        journal.close();
    }

    private static String shift(int by, String which) {
        return "UPDATE events.event SET journal_number = journal_number + 1000 WHERE "
                + which
                + "; UPDATE events.event SET journal_number = journal_number - 1000 + "
                + by
                + " WHERE journal_number > 1000";
    }

    private static String copy(int of, String asNumber, String hash) {
        return """
        INSERT INTO events.event SELECT 1000 + global_index, programme, %2$s, recorded_at + interval '1 microsecond',
            gen_random_uuid(), aggregate_type, aggregate_id, sequence_number + 500, name, revision, facts, texts,
            salt, commitment, %3$s FROM events.event WHERE journal_number = %1$d"""
                .formatted(of, asNumber, hash);
    }

    private static String exchange(String columns) {
        return """
        UPDATE events.event SET sequence_number = sequence_number + 900 WHERE journal_number IN (7, 15);
        UPDATE events.event e SET (%1$s) = (SELECT %2$s FROM kept o WHERE o.journal_number = 22 - e.journal_number)
            WHERE journal_number IN (7, 15);
        UPDATE events.event SET sequence_number = sequence_number - 900 WHERE sequence_number >= 900"""
                .formatted(columns, columns);
    }

    private static final String FACTS = "facts = convert_to('{\"anders\":true}', 'UTF8')";

    /** What the chain alone tells: no checkpoint, and no projection. */
    static Stream<Arguments> attacks() {
        return Stream.of(
                attack(
                        "a payload is changed",
                        "UPDATE events.event SET " + FACTS + " WHERE journal_number = 7",
                        "GEWIJZIGD 7"),
                attack(
                        "the first payload is changed",
                        "UPDATE events.event SET " + FACTS + " WHERE journal_number = 1",
                        "GEWIJZIGD 1"),
                attack(
                        "two payloads side by side are changed",
                        "UPDATE events.event SET " + FACTS + " WHERE journal_number IN (7, 8)",
                        "GEWIJZIGD 7",
                        "GEWIJZIGD 8"),
                attack(
                        "the last payload is changed",
                        "UPDATE events.event SET " + FACTS + " WHERE journal_number = 20",
                        "GEWIJZIGD 20"),
                attack(
                        "a hash is changed",
                        "UPDATE events.event SET hash = sha256('x') WHERE journal_number = 7",
                        "GEWIJZIGD 7"),
                attack(
                        "a free text is changed",
                        "UPDATE events.event SET texts = convert_to('{}', 'UTF8') WHERE journal_number = 7",
                        "GEWIJZIGD 7"),
                attack(
                        "a free text is removed and no entry says so",
                        "UPDATE events.event SET texts = NULL, salt = NULL WHERE journal_number = 7",
                        "GEWIJZIGD 7"),
                attack(
                        "a timestamp is set back",
                        "UPDATE events.event SET recorded_at = recorded_at - interval '1 day' WHERE journal_number = 7",
                        "GEWIJZIGD 7"),
                attack(
                        "a timestamp is changed within its neighbours'",
                        "UPDATE events.event SET recorded_at = recorded_at + interval '1 microsecond' WHERE journal_number = 7",
                        "GEWIJZIGD 7"),
                attack(
                        "a middle entry is deleted",
                        "DELETE FROM events.event WHERE journal_number = 7",
                        "ONTBREEKT 7"),
                attack(
                        "the first entry is deleted",
                        "DELETE FROM events.event WHERE journal_number = 1",
                        "ONTBREEKT 1"),
                attack(
                        "three entries are deleted in two places",
                        "DELETE FROM events.event WHERE journal_number IN (7, 8, 12)",
                        "ONTBREEKT 7",
                        "ONTBREEKT 12"),
                attack(
                        "the last but one is deleted",
                        "DELETE FROM events.event WHERE journal_number = 19",
                        "ONTBREEKT 19"),
                attack(
                        "a middle entry is deleted and the later ones are renumbered",
                        "DELETE FROM events.event WHERE journal_number = 7;"
                                + shift(-1, "journal_number > 7"),
                        "ONTBREEKT 7"),
                attack(
                        "a copy is inserted and the later ones are renumbered",
                        shift(1, "journal_number >= 7") + ";" + copy(6, "7", "hash"),
                        "INGEVOEGD 7"),
                attack(
                        "an entry is inserted that fits the one before it",
                        shift(1, "journal_number >= 7") + ";" + copy(6, "7", "hash") + ";" + fit(7),
                        "INGEVOEGD 7"),
                attack(
                        "a copy is inserted before the last",
                        shift(1, "journal_number >= 20") + ";" + copy(6, "20", "sha256('x')"),
                        "INGEVOEGD 20"),
                attack("a copy is added at the end", copy(6, "21", "hash"), "INGEVOEGD 21"),
                attack(
                        "a copy is added at the end with a hash of its own",
                        copy(6, "21", "sha256('x')"),
                        "INGEVOEGD 21"),
                attack(
                        "two entries exchange their numbers",
                        exchangeNumbers(7, 15),
                        "VERPLAATST 7",
                        "VERPLAATST 15"),
                attack(
                        "two neighbours exchange their numbers",
                        exchangeNumbers(7, 8),
                        "VERPLAATST 7",
                        "VERPLAATST 8"),
                attack(
                        "two entries exchange their facts",
                        exchange("facts"),
                        "VERPLAATST 7",
                        "VERPLAATST 15"),
                attack(
                        "two entries exchange their facts and texts",
                        exchange("facts, texts, salt, commitment"),
                        "VERPLAATST 7",
                        "VERPLAATST 15"),
                attack(
                        "two entries exchange everything but number and hash",
                        exchange(
                                "facts, texts, salt, commitment, name, revision, recorded_at, aggregate_type"),
                        "VERPLAATST 7",
                        "VERPLAATST 15"),
                attack(
                        "an entry is put at the end",
                        shift(100, "journal_number = 7"),
                        "VERPLAATST 107"),
                attack(
                        "an entry is moved and those between are renumbered",
                        shift(500, "journal_number = 7")
                                + ";"
                                + shift(-1, "journal_number BETWEEN 8 AND 15")
                                + "; UPDATE events.event SET journal_number = 15 WHERE journal_number = 507",
                        "VERPLAATST 15"),
                attack(
                        "the later ones are renumbered and nothing else",
                        shift(1, "journal_number >= 7"),
                        "VERPLAATST 8"),
                attack(
                        "the order among all programmes is changed",
                        "UPDATE events.event SET global_index = 900 WHERE journal_number = 20;"
                                + "UPDATE events.event SET global_index = 20 WHERE journal_number = 19;"
                                + "UPDATE events.event SET global_index = 19 WHERE journal_number = 20",
                        "VERPLAATST 20"));
    }

    private static String exchangeNumbers(int one, int other) {
        return """
        UPDATE events.event SET journal_number = 900 WHERE journal_number = %1$d;
        UPDATE events.event SET journal_number = %1$d WHERE journal_number = %2$d;
        UPDATE events.event SET journal_number = %2$d WHERE journal_number = 900"""
                .formatted(one, other);
    }

    private static String fit(int number) {
        return """
        UPDATE events.event e SET hash = sha256(convert_to(events.hashed_text(
            e.programme, e.journal_number, e.recorded_at, e.event_id, e.aggregate_type, e.aggregate_id,
            e.sequence_number, e.name, e.revision, e.facts, e.commitment,
            (SELECT hash FROM events.event WHERE journal_number = %1$d - 1)), 'UTF8')) WHERE journal_number = %1$d"""
                .formatted(number);
    }

    private static Arguments attack(String name, String statements, String... found) {
        return Arguments.of(name, statements, List.of(found));
    }

    private void attack(String statements) {
        journal.attack(
                "CREATE TEMP TABLE kept ON COMMIT DROP AS SELECT * FROM events.event; "
                        + statements);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void the_chain_alone_names_it(String name, String statements, List<String> found) {
        assertThat(journal.found()).isEmpty();

        attack(statements);

        assertThat(journal.found()).isEqualTo(found);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void it_is_named_alike_where_a_projection_and_checkpoints_are(
            String name, String statements, List<String> found) {
        journal.process();
        journal.sign(5);
        journal.sign(20);
        assertThat(journal.found()).isEmpty();

        attack(statements);

        assertThat(journal.found()).isEqualTo(found);
    }

    @Test
    void what_was_changed_is_told_where_a_projection_knows_what_it_was() {
        journal.process();
        attack(
                "UPDATE events.event SET recorded_at = recorded_at - interval '1 day', name = 'x'"
                        + " WHERE journal_number = 7");

        assertThat(journal.check.check("p", Question.EVERYTHING).deviations())
                .extracting(Deviation::sentence)
                .containsExactly(
                        "Regel 7 is gewijzigd. Anders dan toen de regel werd vastgelegd: het tijdstip en de soort.");
    }

    private static final String CUT = "DELETE FROM events.event WHERE journal_number > 12";
    private static final String REWRITTEN =
            "UPDATE events.event SET "
                    + FACTS
                    + " WHERE journal_number = 7;"
                    + Attacked.rewriteFrom(7);

    @Test
    void a_cut_tail_is_named_against_a_checkpoint() {
        journal.sign(5);
        journal.sign(17);
        attack(CUT);
        assertThat(journal.found()).containsExactly("STAART_AFGESNEDEN 13");
    }

    @Test
    void a_cut_tail_is_named_against_a_checkpoint_that_was_kept_elsewhere() {
        Question given =
                new Question(1, Long.MAX_VALUE, List.of(new Question.Given(17, journal.hash(17))));
        attack(
                CUT
                        + "; UPDATE events.act SET last_number = 12"
                        + " WHERE first_number <= 12 AND last_number > 12;"
                        + " DELETE FROM events.act WHERE first_number > 12");
        assertThat(journal.found()).isEmpty();

        Outcome outcome = journal.check.check("p", given);
        assertThat(Attacked.found(outcome)).containsExactly("STAART_AFGESNEDEN 13");
        assertThat(outcome.given()).singleElement().matches(compared -> !compared.klopt());
    }

    @Test
    void a_cut_tail_is_named_against_the_act_it_was_recorded_in() {
        attack(CUT);
        assertThat(journal.found()).containsExactly("HANDELINGEN_SLUITEN_NIET_AAN 12");
    }

    @Test
    void a_cut_tail_is_named_against_the_projection() {
        journal.process();
        attack(CUT);
        assertThat(journal.found()).containsExactly("STAART_AFGESNEDEN 13");
        attack("DELETE FROM events.event");
        assertThat(journal.check.programmes()).containsExactly("p");
        assertThat(journal.found()).containsExactly("STAART_AFGESNEDEN 1");
    }

    @Test
    void a_rewritten_chain_is_named_against_a_checkpoint() {
        journal.sign(5);
        journal.sign(17);
        journal.sign(19);
        attack(REWRITTEN);

        assertThat(journal.found()).containsExactly("HERSCHREVEN 17");
        assertThat(journal.check.check("p", Question.EVERYTHING).deviations().getFirst().sentence())
                .contains("herschreven sinds controlepunt 17")
                .contains("Tot en met controlepunt 5 klopt het");
    }

    @Test
    void a_rewritten_chain_is_named_against_a_checkpoint_that_was_kept_elsewhere() {
        Question given =
                new Question(1, Long.MAX_VALUE, List.of(new Question.Given(17, journal.hash(17))));
        attack(REWRITTEN);
        assertThat(journal.found()).isEmpty();
        assertThat(Attacked.found(journal.check.check("p", given)))
                .containsExactly("HERSCHREVEN 17");
    }

    @Test
    void a_rewritten_chain_is_named_against_the_projection_from_the_first_entry_on() {
        journal.process();
        attack(REWRITTEN);
        assertThat(journal.found()).containsExactly("HERSCHREVEN 7");
    }

    @Test
    void a_chain_rewritten_without_an_entry_or_with_one_more_is_named_against_the_projection() {
        journal.process();
        attack(
                "DELETE FROM events.event WHERE journal_number = 7;"
                        + shift(-1, "journal_number > 7")
                        + ";"
                        + Attacked.rewriteFrom(7));
        assertThat(journal.found()).containsExactly("HERSCHREVEN 7", "STAART_AFGESNEDEN 20");

        journal.record(20);
        journal.process();
        attack(
                shift(1, "journal_number >= 7")
                        + ";"
                        + copy(6, "7", "hash")
                        + ";"
                        + Attacked.rewriteFrom(7));
        assertThat(journal.found()).contains("HERSCHREVEN 7");
    }

    @Test
    void a_changed_entry_with_a_hash_that_fits_is_named_where_a_projection_knows_better() {
        journal.process();
        attack("UPDATE events.event SET " + FACTS + " WHERE journal_number = 7;" + fit(7));
        assertThat(journal.found()).containsExactly("HERSCHREVEN 7");
    }

    @Test
    void a_projection_that_was_changed_is_named_as_such() {
        journal.process();
        journal.jdbc().sql("UPDATE journal_entry SET hash = 'x' WHERE number = 7").update();
        journal.jdbc()
                .sql("UPDATE journal_entry SET recorded_at = now() WHERE number = 9")
                .update();
        journal.jdbc().sql("DELETE FROM journal_entry WHERE number = 11").update();
        assertThat(journal.found())
                .containsExactly(
                        "PROJECTIE_WIJKT_AF 7", "PROJECTIE_WIJKT_AF 9", "PROJECTIE_WIJKT_AF 11");
    }

    @Test
    void a_forged_checkpoint_and_a_forged_key_are_named() {
        journal.sign(5);
        journal.sign(17);
        attack("UPDATE events.checkpoint SET signed_at = now() WHERE journal_number = 17");
        assertThat(journal.found()).containsExactly("CONTROLEPUNT_ONGELDIG 17");

        attack("UPDATE events.signing_key SET since = now()");
        assertThat(journal.found())
                .containsExactly("CONTROLEPUNT_ONGELDIG 17", "SLEUTEL_ONGELDIG null");
    }

    @Test
    void a_checkpoint_of_a_key_that_was_replaced_is_named_where_its_successor_signed_before() {
        journal.sign(5);
        KeyPair replaced = journal.rotate();
        journal.sign(9, replaced);
        assertThat(journal.found()).isEmpty();
        journal.sign(12);
        assertThat(journal.found()).isEmpty();
        journal.sign(17, replaced);
        assertThat(journal.found()).containsExactly("CONTROLEPUNT_ONGELDIG 17");
    }

    @Test
    void a_text_that_was_erased_by_an_entry_is_in_order_until_it_is_put_back() {
        journal.jdbc()
                .sql("CREATE TABLE IF NOT EXISTS before AS SELECT * FROM events.event LIMIT 0")
                .update();
        journal.jdbc().sql("INSERT INTO before SELECT * FROM events.event").update();
        journal.jdbc()
                .sql(
                        """
                        SELECT number FROM events.append('p', ARRAY[gen_random_uuid()], ARRAY['Programme'],
                            ARRAY['p'], ARRAY[1], ARRAY['text-erased'], ARRAY[1],
                            ARRAY[convert_to('{"entry": 7}', 'UTF8')], ARRAY[NULL]::bytea[],
                            ARRAY[NULL]::bytea[], NULL, NULL, NULL, NULL, NULL, NULL)""")
                .query(Long.class)
                .single();
        assertThat(journal.found()).isEmpty();

        attack(
                "UPDATE events.event e SET texts = b.texts, salt = b.salt FROM before b WHERE"
                        + " b.journal_number = e.journal_number AND e.journal_number = 7");
        assertThat(journal.check.check("p", Question.EVERYTHING).deviations())
                .singleElement()
                .matches(found -> found.sentence().contains("regel 21 zegt dat die is gewist"));
    }

    @Test
    void a_part_is_checked_from_where_it_is_asked() {
        attack("UPDATE events.event SET " + FACTS + " WHERE journal_number = 7");
        assertThat(Attacked.found(journal.check.check("p", new Question(8, 20, List.of()))))
                .isEmpty();
        assertThat(Attacked.found(journal.check.check("p", new Question(3, 7, List.of()))))
                .containsExactly("GEWIJZIGD 7");
    }

    @Test
    void a_part_that_begins_after_what_is_gone_is_told_to_begin_there() {
        attack("DELETE FROM events.event WHERE journal_number = 7");
        assertThat(Attacked.found(journal.check.check("p", new Question(8, 20, List.of()))))
                .isEmpty();
        assertThat(Attacked.found(journal.check.check("p", new Question(7, 20, List.of()))))
                .containsExactly("ONTBREEKT 7");
    }

    @Test
    void a_login_that_owns_nothing_can_check() {
        journal.process();
        journal.sign(17);
        assertThat(journal.asReader().check("p", Question.EVERYTHING).inOrder()).isTrue();
        attack(CUT);
        assertThat(Attacked.found(journal.asReader().check("p", Question.EVERYTHING)))
                .containsExactly("STAART_AFGESNEDEN 13");
    }

    @Test
    void where_everything_is_changed_a_hundred_are_named_and_all_are_counted() {
        journal.record(3000);
        attack("UPDATE events.event SET " + FACTS);
        Outcome outcome = journal.check.check("p", Question.EVERYTHING);
        assertThat(outcome.total()).isEqualTo(3000);
        assertThat(outcome.deviations()).hasSize(100);
    }
}
