package nl.peildatum.query.processing;

import static nl.peildatum.query.RecordedEvents.on;
import static nl.peildatum.query.RecordedEvents.planned;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.peildatum.events.ActionEvent.ActionExplained;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeEvent.TextErased;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.Journal;
import nl.peildatum.eventstore.JournalEntry;
import nl.peildatum.query.ReadDatabase;
import nl.peildatum.query.RecordedEvents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class KnownEntriesTest {

    private static final ProgrammeId PROGRAMME = new ProgrammeId("proef");
    private static final ActionId ACTION = new ActionId(PROGRAMME, "24");

    private final ReadDatabase database = new ReadDatabase();
    private final RecordedEvents events = new RecordedEvents(database.database().dataSource());
    private final Journal journal = database.journal();
    private final KnownEntries known = database.known();
    private final TransactionTemplate transaction =
            new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));

    @AfterEach
    void close() {
        database.close();
    }

    private List<JournalEntry<Event>> recorded() {
        return journal.between(PROGRAMME, 1, Long.MAX_VALUE);
    }

    /** Whoever tells it of every entry, of some or of none. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 1000})
    void it_tells_what_the_journal_tells(int every) {
        events.record(EveryKindOfEvent.in(PROGRAMME));

        transaction.executeWithoutResult(
                _ -> {
                    for (JournalEntry<Event> entry : recorded()) {
                        if (entry.number() % every == 0) {
                            known.add(entry);
                        }
                        for (long upTo = entry.number(); upTo > 0; upTo -= 5) {
                            assertThat(known.of(PROGRAMME, upTo))
                                    .isEqualTo(journal.of(PROGRAMME, upTo));
                            assertThat(known.of(ACTION, upTo)).isEqualTo(journal.of(ACTION, upTo));
                        }
                    }
                });
    }

    @Test
    void what_was_erased_is_not_told_again() {
        events.record(
                planned(ACTION, null, "2025-01-01"),
                new ActionExplained(ACTION, on("2025-01-02"), null, "een naam"));

        transaction.executeWithoutResult(
                _ -> {
                    recorded().forEach(known::add);
                    assertThat(known.of(ACTION, 2).toString()).contains("een naam");
                    events.record(
                            new TextErased(PROGRAMME, 2, ACTION, on("2025-01-03"), "op verzoek"));
                    known.add(recorded().getLast());

                    assertThat(known.of(ACTION, 3)).isEqualTo(journal.of(ACTION, 3));
                    assertThat(known.of(ACTION, 3).toString()).doesNotContain("een naam");
                });
    }

    @Test
    void nothing_is_kept_from_one_transaction_to_the_next() {
        events.record(
                planned(ACTION, null, "2025-01-01"),
                new ActionExplained(ACTION, on("2025-01-02"), null, "een naam"));
        transaction.executeWithoutResult(_ -> known.of(ACTION, 2));
        events.record(new TextErased(PROGRAMME, 2, ACTION, on("2025-01-03"), "op verzoek"));

        transaction.executeWithoutResult(
                _ -> assertThat(known.of(ACTION, 2)).isEqualTo(journal.of(ACTION, 2)));
        assertThat(known.of(ACTION, 2).toString()).doesNotContain("een naam");
    }
}
