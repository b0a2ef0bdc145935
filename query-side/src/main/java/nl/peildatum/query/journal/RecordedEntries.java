package nl.peildatum.query.journal;

import java.time.ZoneOffset;
import nl.peildatum.events.ActionEvent;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeEvent.TextErased;
import nl.peildatum.eventstore.JournalEntry;
import nl.peildatum.query.processing.Projection;
import nl.peildatum.reportform.EntryKind;
import org.jspecify.annotations.Nullable;
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
                            reason, source, hash, commitment, hashed_text)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (
                            SELECT events.hashed_text(
                                e.programme, e.journal_number, e.recorded_at, e.event_id,
                                e.aggregate_type, e.aggregate_id, e.sequence_number, e.name,
                                e.revision, e.facts, e.commitment,
                                coalesce(before.hash, decode(repeat('00', 32), 'hex')))
                            FROM events.event e
                            LEFT JOIN events.event before
                                ON before.programme = e.programme
                                    AND before.journal_number = e.journal_number - 1
                            WHERE e.event_id = ?))""")
                .param(entry.programme().value())
                .param(entry.number())
                .param(entry.id())
                .param(EntryKind.of(event))
                .param(about(event))
                .param(entry.effectiveOn())
                .param(entry.recordedAt().atOffset(ZoneOffset.UTC))
                .param(event.basis().actor())
                .param(event.reason())
                .param(event.basis().source())
                .param(entry.hash())
                .param(entry.commitment())
                .param(entry.id())
                .update();
    }

    private static @Nullable String about(Event event) {
        ActionId action =
                switch (event) {
                    case ActionEvent about -> about.action();
                    case TextErased erasure -> erasure.action();
                    default -> null;
                };
        return action == null ? null : action.code();
    }

    @Override
    public void erase(JournalEntry<Event> erased, long processed) {
        jdbc.sql(
                        """
                        UPDATE journal_entry SET reason = ?, erased = true
                        WHERE programme = ? AND number = ?""")
                .param(erased.event().reason())
                .params(erased.programme().value(), erased.number())
                .update();
    }

    @Override
    public void reset() {
        jdbc.sql("DELETE FROM journal_entry").update();
    }
}
