package nl.peildatum.query.journal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.peildatum.events.ActionEvent;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.EntryCorrected;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeEvent.TextErased;
import nl.peildatum.eventstore.JournalEntry;
import nl.peildatum.query.processing.Projection;
import nl.peildatum.reportform.EntryKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What was recorded in a programme, entry by entry, as it was recorded. */
@Component
public final class RecordedEntries implements Projection {

    /** The projection's name. */
    public static final String NAME = "journal";

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;

    public RecordedEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void on(List<JournalEntry<Event>> entries) {
        jdbc.sql(
                        """
                        INSERT INTO journal_entry (
                            programme, number, id, kind, action, effective_on, recorded_at, actor,
                            reason, explanation, source, hash, commitment, hashed_text)
                        SELECT r.programme, r.number, r.id, r.kind, r.action, r.effective_on,
                            r.recorded_at, r.actor, r.reason, r.explanation, r.source,
                            coalesce(before.hash, r.hash), r.commitment,
                            coalesce(before.hashed_text, (
                            SELECT events.hashed_text(
                                e.programme, e.journal_number, e.recorded_at, e.event_id,
                                e.aggregate_type, e.aggregate_id, e.sequence_number, e.name,
                                e.revision, e.facts, e.commitment,
                                coalesce(previous.hash, decode(repeat('00', 32), 'hex')))
                            FROM events.event e
                            LEFT JOIN events.event previous
                                ON previous.programme = e.programme
                                    AND previous.journal_number = e.journal_number - 1
                            WHERE e.event_id = r.id))
                        FROM json_populate_recordset(NULL::journal_entry, ?::json) r
                        LEFT JOIN journal_before before
                            ON before.programme = r.programme AND before.number = r.number""")
                .param(JSON.writeValueAsString(entries.stream().map(RecordedEntries::row).toList()))
                .update();
    }

    private static Map<String, @Nullable Object> row(JournalEntry<Event> entry) {
        Event event = entry.event();
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("programme", entry.programme().value());
        row.put("number", entry.number());
        row.put("id", entry.id());
        row.put("kind", EntryKind.of(event));
        row.put("action", about(event));
        row.put("effective_on", entry.effectiveOn());
        row.put("recorded_at", entry.recordedAt());
        row.put("actor", event.basis().actor());
        row.put("reason", event.reason());
        row.put("explanation", explanation(event));
        row.put("source", event.basis().source());
        row.put("hash", entry.hash());
        row.put("commitment", entry.commitment());
        return row;
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

    private static @Nullable String explanation(Event event) {
        return switch (event) {
            case EntryCorrected correction -> correction.entryExplanation();
            case ActionEvent about -> about.explanation();
            default -> null;
        };
    }

    @Override
    public void erase(JournalEntry<Event> erased, long processed) {
        jdbc.sql(
                        """
                        UPDATE journal_entry SET reason = ?, explanation = ?, erased = true
                        WHERE programme = ? AND number = ?""")
                .param(erased.event().reason())
                .param(explanation(erased.event()))
                .params(erased.programme().value(), erased.number())
                .update();
    }

    @Override
    public void reset() {
        jdbc.sql("DELETE FROM journal_entry").update();
    }
}
