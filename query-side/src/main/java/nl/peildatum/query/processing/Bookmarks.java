package nl.peildatum.query.processing;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.JournalEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Up to which entry each of some projections has processed each of some programmes, within a
 * transaction: read in one statement when it begins, and written in one when it ends.
 */
final class Bookmarks {

    /** Instead of a segment: all projections, whether fed together or alone. */
    static final int ANY = -1;

    private final JdbcClient jdbc;
    private final Map<Of, Place> places = new HashMap<>();
    private final Set<String> projections = new LinkedHashSet<>();
    private final Map<ProgrammeId, Long> ofProgrammes = new HashMap<>();

    private record Of(String projection, ProgrammeId programme) {}

    /**
     * @param processed the last entry that was processed
     * @param waiting how many entries after that one wait among the dead letters
     * @param recordedAt when the last entry was recorded, if it was processed in this transaction
     */
    record Place(long processed, long waiting, @Nullable Instant recordedAt) {}

    private Bookmarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Reads where projections are.
     *
     * @param together the segment of which only those projections matter that are fed together, or
     *     {@link #ANY}
     */
    static Bookmarks read(
            JdbcClient jdbc,
            Collection<String> projections,
            Collection<ProgrammeId> programmes,
            int together) {
        Bookmarks bookmarks = new Bookmarks(jdbc);
        // The arrays are selected, so that no plan looks at them and one is kept.
        jdbc.sql(
                        """
                        SELECT projection, programme, coalesce(p.processed, 0), (
                                SELECT count(*) FROM dead_letter WHERE processing_group = projection
                                    AND sequence_identifier = programme), (
                                SELECT coalesce(max(sequence_number) + 1, 0) FROM events.event
                                WHERE aggregate_id = programme)
                        FROM unnest((SELECT ?::text[])) projection
                        CROSS JOIN unnest((SELECT ?::text[])) programme
                        LEFT JOIN progress p USING (projection, programme)
                        WHERE NOT EXISTS (
                            SELECT FROM token_entry
                            WHERE processor_name = projection AND segment = ?)""")
                .param(projections.toArray(String[]::new))
                .param(programmes.stream().map(ProgrammeId::value).toArray(String[]::new))
                .param(together)
                .query(
                        row -> {
                            ProgrammeId programme = new ProgrammeId(row.getString(2));
                            bookmarks.projections.add(row.getString(1));
                            bookmarks.ofProgrammes.put(programme, row.getLong(5));
                            bookmarks.places.put(
                                    new Of(row.getString(1), programme),
                                    new Place(row.getLong(3), row.getLong(4), null));
                        });
        return bookmarks;
    }

    /** Where one projection is with one programme. */
    static Place read(JdbcClient jdbc, String projection, ProgrammeId programme) {
        return read(jdbc, List.of(projection), List.of(programme), ANY).of(projection, programme);
    }

    /** The projections of which it was read where they are. */
    Set<String> projections() {
        return projections;
    }

    /** How many entries were recorded about each programme itself. */
    Map<ProgrammeId, Long> ofProgrammes() {
        return ofProgrammes;
    }

    Place of(String projection, ProgrammeId programme) {
        Place place = places.get(new Of(projection, programme));
        if (place == null) {
            throw new IllegalArgumentException(
                    "%s was not asked about %s".formatted(projection, programme));
        }
        return place;
    }

    /** Whether a projection does not have all up to an entry, processed or waiting. */
    boolean anyBefore(ProgrammeId programme, long number) {
        return projections.stream().anyMatch(one -> of(one, programme).processed() < number);
    }

    /** An entry was processed, and all before it. */
    void advance(String projection, JournalEntry<Event> entry) {
        places.put(
                new Of(projection, entry.programme()),
                new Place(entry.number(), 0, entry.recordedAt()));
    }

    /** More entries wait. */
    void letWait(String projection, ProgrammeId programme, int more) {
        Place place = of(projection, programme);
        places.put(
                new Of(projection, programme),
                new Place(place.processed(), place.waiting() + more, place.recordedAt()));
    }

    /** Writes what was processed. */
    void write() {
        List<Map.Entry<Of, Place>> moved =
                places.entrySet().stream()
                        .filter(one -> one.getValue().recordedAt() != null)
                        .toList();
        if (moved.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        INSERT INTO progress (projection, programme, processed, recorded_at)
                        SELECT * FROM unnest(?::text[], ?::text[], ?::bigint[], ?::timestamptz[])
                        ON CONFLICT (projection, programme) DO UPDATE
                            SET processed = excluded.processed, recorded_at = excluded.recorded_at""")
                .param(moved.stream().map(one -> one.getKey().projection()).toArray(String[]::new))
                .param(
                        moved.stream()
                                .map(one -> one.getKey().programme().value())
                                .toArray(String[]::new))
                .param(moved.stream().map(one -> one.getValue().processed()).toArray(Long[]::new))
                .param(
                        moved.stream()
                                .map(one -> String.valueOf(one.getValue().recordedAt()))
                                .toArray(String[]::new))
                .update();
    }
}
