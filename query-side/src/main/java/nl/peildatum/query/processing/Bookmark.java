package nl.peildatum.query.processing;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.JournalEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Up to which entry a projection has processed each programme: read once in a transaction, and
 * written once, with its commit.
 */
final class Bookmark {

    private final JdbcClient jdbc;
    private final String projection;
    private final PerTransaction<Map<ProgrammeId, Place>> places;

    Bookmark(JdbcClient jdbc, String projection) {
        this.jdbc = jdbc;
        this.projection = projection;
        places = new PerTransaction<>(HashMap::new, read -> write(read.values()));
    }

    /** A programme, and the entry that was processed last in this transaction, if any was. */
    private record Place(ProgrammeId programme, long processed, @Nullable Instant recordedAt) {}

    long processed(ProgrammeId programme) {
        return places.get().computeIfAbsent(programme, this::read).processed();
    }

    private Place read(ProgrammeId programme) {
        return new Place(
                programme,
                jdbc.sql("SELECT processed FROM progress WHERE projection = ? AND programme = ?")
                        .params(projection, programme.value())
                        .query(Long.class)
                        .optional()
                        .orElse(0L),
                null);
    }

    /** Moves on to an entry, within a transaction. */
    void advance(JournalEntry<Event> entry) {
        ProgrammeId programme = entry.programme();
        places.get().put(programme, new Place(programme, entry.number(), entry.recordedAt()));
    }

    private void write(Collection<Place> read) {
        List<Place> moved = read.stream().filter(place -> place.recordedAt() != null).toList();
        if (moved.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        INSERT INTO progress (projection, programme, processed, recorded_at)
                        SELECT ?, * FROM unnest(?::text[], ?::bigint[], ?::timestamptz[])
                        ON CONFLICT (projection, programme) DO UPDATE
                            SET processed = excluded.processed, recorded_at = excluded.recorded_at""")
                .param(projection)
                .param(
                        moved.stream()
                                .map(place -> place.programme().value())
                                .toArray(String[]::new))
                .param(moved.stream().map(Place::processed).toArray(Long[]::new))
                .param(
                        moved.stream()
                                .map(place -> String.valueOf(place.recordedAt()))
                                .toArray(String[]::new))
                .update();
    }

    void reset() {
        jdbc.sql("DELETE FROM progress WHERE projection = ?").param(projection).update();
        places.get().clear();
    }
}
