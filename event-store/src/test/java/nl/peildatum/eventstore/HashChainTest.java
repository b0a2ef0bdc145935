package nl.peildatum.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import nl.peildatum.events.ActionEvent.ActionPlanned;
import nl.peildatum.events.Event;
import nl.peildatum.events.FreeText;
import nl.peildatum.events.ProgrammeId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HashChainTest {

    private static final ProgrammeId ONE = Recording.programme(1);
    private static final ProgrammeId TWO = Recording.programme(2);

    private static final TestDatabase database = TestDatabase.create();

    private final Journal journal = new Journal(database.dataSource());

    @BeforeEach
    void record_two_journals_that_alternate() {
        database.clear();
        PostgresEventStorageEngine engine = new PostgresEventStorageEngine(database.dataSource());
        engine.appendEvents(Recording.message(Recording.adopted(ONE), 0));
        engine.appendEvents(Recording.message(Recording.adopted(TWO), 0));
        engine.appendEvents(
                Recording.message(Recording.planned(ONE, "22", "Een slachtoffer, met naam"), 0),
                Recording.message(Recording.explained(ONE, "22", "Tweede – ‘tekst’ 🙂"), 1));
        engine.appendEvents(Recording.message(Recording.planned(TWO, "22", null), 0));
        engine.appendEvents(Recording.message(Recording.explained(ONE, "22", null), 2));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    /** The numbers, with their programme, whose hash is not what their content gives. */
    private List<String> deviations() {
        Map<String, String> heads = new HashMap<>();
        List<String> deviations = new ArrayList<>();
        for (StoredRow row : StoredRow.all(database.dataSource())) {
            String previous = heads.getOrDefault(row.programme(), StoredRow.BEFORE_THE_FIRST);
            if (!row.recomputed(previous).equals(row.hash())) {
                deviations.add(row.programme() + " " + row.number());
            }
            heads.put(row.programme(), row.hash());
        }
        return deviations;
    }

    @Test
    void the_documented_thirteen_lines_give_every_hash_from_the_first_entry_on() {
        assertThat(StoredRow.all(database.dataSource())).hasSize(6);
        assertThat(deviations()).isEmpty();
    }

    @Test
    void an_entry_carries_the_hash_that_stands_in_the_table() {
        List<StoredRow> rows = StoredRow.all(database.dataSource());

        assertThat(journal.between(ONE, 1, 4))
                .extracting(JournalEntry::hash)
                .containsExactly(
                        rows.get(0).hash(),
                        rows.get(2).hash(),
                        rows.get(3).hash(),
                        rows.get(5).hash());
    }

    @Test
    void the_commitment_is_the_hash_of_a_salt_of_its_own_and_the_texts() {
        List<StoredRow> withTexts =
                StoredRow.all(database.dataSource()).stream()
                        .filter(row -> row.texts() != null)
                        .toList();

        assertThat(withTexts).hasSize(2);
        for (StoredRow row : withTexts) {
            assertThat(row.salt()).hasSize(2 * 32);
            assertThat(row.commitment())
                    .isEqualTo(StoredRow.sha256(HexFormat.of().parseHex(row.salt() + row.texts())));
            assertThat(row.factsAsText()).doesNotContain("slachtoffer", "Tweede");
        }
        assertThat(withTexts.get(0).salt()).isNotEqualTo(withTexts.get(1).salt());
    }

    @Test
    void an_erased_text_reads_as_erased_and_the_chain_still_verifies() {
        Recording.tamper(
                database.dataSource(),
                "UPDATE events.event SET texts = NULL, salt = NULL WHERE aggregate_id = 'programma-1/22'");

        Event erased = journal.between(ONE, 2, 2).getFirst().event();

        assertThat(erased)
                .isInstanceOfSatisfying(
                        ActionPlanned.class,
                        planned -> {
                            assertThat(planned.explanation()).isEqualTo(FreeText.ERASED);
                            assertThat(planned.reason()).isNull();
                            assertThat(planned.title()).isEqualTo("Een actie");
                        });
        assertThat(deviations()).isEmpty();
    }

    @Test
    void what_is_changed_in_the_table_is_found_at_its_number() {
        for (String change :
                List.of(
                        "facts = convert_to('{}', 'UTF8')",
                        "recorded_at = recorded_at - interval '1 microsecond'",
                        "commitment = sha256('anders')",
                        "name = 'action-completed'",
                        "revision = 2",
                        "aggregate_id = 'programma-1/23'",
                        "aggregate_type = 'Programme'",
                        "sequence_number = 7",
                        "event_id = gen_random_uuid()")) {
            String before = "CREATE TABLE kept AS SELECT * FROM events.event";
            Recording.tamper(database.dataSource(), before);
            Recording.tamper(
                    database.dataSource(),
                    "UPDATE events.event SET %s WHERE programme = 'programma-1' AND journal_number = 2"
                            .formatted(change));

            assertThat(deviations()).as(change).containsExactly("programma-1 2");

            Recording.tamper(database.dataSource(), "DELETE FROM events.event");
            Recording.tamper(database.dataSource(), "INSERT INTO events.event SELECT * FROM kept");
            Recording.tamper(database.dataSource(), "DROP TABLE kept");
        }
        assertThat(deviations()).isEmpty();
    }

    @Test
    void what_is_removed_from_the_table_is_found_at_the_next_number() {
        Recording.tamper(
                database.dataSource(),
                "DELETE FROM events.event WHERE programme = 'programma-1' AND journal_number = 3");

        assertThat(deviations()).containsExactly("programma-1 4");
    }
}
