package nl.peildatum.query.journal;

import java.time.ZoneOffset;
import nl.peildatum.events.ActionEvent;
import nl.peildatum.events.Event;
import nl.peildatum.eventstore.JournalEntry;
import nl.peildatum.query.processing.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was recorded in a programme, entry by entry, as it was recorded. */
@Component
public final class RecordedEntries implements Projection {

    /** The projection's name. */
    public static final String NAME = "journal";

    private final JdbcClient jdbc;

    public RecordedEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void on(JournalEntry<Event> entry) {
        Event event = entry.event();
        jdbc.sql(
                        """
                        INSERT INTO journal_entry (
                            programme, number, id, kind, action, effective_on, recorded_at, actor,
                            reason, source, hash, commitment)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(entry.programme().value())
                .param(entry.number())
                .param(entry.id())
                .param(EntryKind.of(event))
                .param(event instanceof ActionEvent about ? about.action().code() : null)
                .param(entry.effectiveOn())
                .param(entry.recordedAt().atOffset(ZoneOffset.UTC))
                .param(event.basis().actor())
                .param(event.reason())
                .param(event.basis().source())
                .param(entry.hash())
                .param(entry.commitment())
                .update();
    }

    @Override
    public void reset() {
        jdbc.sql("DELETE FROM journal_entry").update();
    }
}
