package nl.peildatum.query.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeEvent.TextErased;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.JournalEntry;
import nl.peildatum.query.ReadDatabase;
import nl.peildatum.query.RecordedEvents;
import nl.peildatum.query.journal.RecordedEntries;
import nl.peildatum.query.trail.AuditTrail;
import nl.peildatum.query.versions.AnyHistory;
import nl.peildatum.query.versions.AnyHistory.Change;

/** What was projected before a migration reads afterwards as if it were projected then. */
class WhatRowsSayTest {

    @Provide
    Arbitrary<List<List<Change>>> histories() {
        return AnyHistory.changes().list().ofSize(30);
    }

    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE)
    void what_rows_say_besides_is_filled_in_for_what_was_projected_before(
            @ForAll("histories") List<List<Change>> histories) {
        try (ReadDatabase database = new ReadDatabase()) {
            project(database, EveryKindOfEvent.in(new ProgrammeId("alles")));
            for (int i = 0; i < histories.size(); i++) {
                project(database, AnyHistory.of(new ProgrammeId("p" + i), histories.get(i)));
            }
            List<String> projected = rows(database);
            database.jdbc().sql("DROP VIEW IF EXISTS changed_day").update();
            database.jdbc().sql("ALTER TABLE journal_entry DROP COLUMN explanation").update();
            database.jdbc().sql("ALTER TABLE audit_line DROP COLUMN effective_on").update();
            database.jdbc().sql("DELETE FROM flyway_schema_history WHERE version <> '1'").update();

            ReadSchema.prepare(database.database().dataSource());

            assertThat(rows(database)).isEqualTo(projected);
            assertThat(projected)
                    .anyMatch(row -> row.endsWith("tekst gewist"))
                    .anyMatch(row -> row.endsWith("Het loopt weer"));
            // told anew when it starts
            assertThat(database.dump("audit_trail").values()).allMatch(List::isEmpty);
        }
    }

    private static void project(ReadDatabase database, List<Event> history) {
        new RecordedEvents(database.database().dataSource()).record(history);
        ProgrammeId programme = history.getFirst().programme();
        List<Projection> projections =
                List.of(
                        new AuditTrail(database.jdbc(), database.journal(), database.known()),
                        new RecordedEntries(database.jdbc()));
        List<JournalEntry<Event>> entries =
                database.journal().between(programme, 1, history.size());
        projections.forEach(projection -> projection.on(entries));
        for (JournalEntry<Event> entry : entries) {
            if (entry.event() instanceof TextErased erasure) {
                JournalEntry<Event> erased = entries.get((int) erasure.entry() - 1);
                projections.forEach(projection -> projection.erase(erased, history.size()));
            }
        }
    }

    private static List<String> rows(ReadDatabase database) {
        return database.jdbc()
                .sql(
                        """
                        SELECT programme || ' ' || number || ' ' || coalesce(explanation, '-')
                        FROM journal_entry ORDER BY programme, number""")
                .query(String.class)
                .list();
    }
}
