package nl.peildatum.query.processing;

import java.time.ZoneOffset;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.JournalEntry;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Up to which entry a projection has processed each programme. */
record Bookmark(JdbcClient jdbc, String projection) {

    long processed(ProgrammeId programme) {
        return jdbc.sql("SELECT processed FROM progress WHERE projection = ? AND programme = ?")
                .params(projection, programme.value())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    void advance(JournalEntry<Event> entry) {
        jdbc.sql(
                        """
                        INSERT INTO progress (projection, programme, processed, recorded_at)
                        VALUES (?, ?, ?, ?)
                        ON CONFLICT (projection, programme) DO UPDATE
                            SET processed = excluded.processed, recorded_at = excluded.recorded_at""")
                .param(projection)
                .param(entry.programme().value())
                .param(entry.number())
                .param(entry.recordedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void reset() {
        jdbc.sql("DELETE FROM progress WHERE projection = ?").param(projection).update();
    }
}
