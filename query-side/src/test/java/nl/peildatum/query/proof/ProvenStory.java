package nl.peildatum.query.proof;

import static nl.peildatum.query.RecordedEvents.on;

import java.time.LocalDate;
import java.util.List;
import nl.peildatum.events.ActionEvent.ActionEntryCorrected;
import nl.peildatum.events.ActionEvent.ActionEntryRetracted;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeEvent.TextErased;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.events.ReportEvent;
import nl.peildatum.eventstore.Checkpoint;
import nl.peildatum.eventstore.CheckpointKey;
import nl.peildatum.eventstore.TestCorrections;
import nl.peildatum.query.processing.EveryKindOfEvent;
import org.jspecify.annotations.Nullable;

/**
 * A programme in which everything happens: every kind of event, a correction of a correction, a
 * change of kind, a report that supersedes another, erased texts, and checkpoints of two keys.
 */
final class ProvenStory implements AutoCloseable {

    static final ProgrammeId PROGRAMME = new ProgrammeId("p");
    private static final ActionId ACTION = new ActionId(PROGRAMME, "24");

    final ProvenJournal journal = new ProvenJournal();
    final CheckpointKey firstKey = journal.rotate();
    final Checkpoint early;
    final CheckpointKey secondKey;
    final Checkpoint late;

    ProvenStory() {
        journal.record(
                EveryKindOfEvent.in(PROGRAMME).stream()
                        .filter(ProvenStory::isNoMadeUpProof)
                        .toList());
        early = journal.checkpoint(PROGRAMME);
        journal.fix(PROGRAMME, "2026-03-31", null);
        journal.record(
                List.of(
                        corrected(ACTION, 24, "2026-01-08", null, "nog ouder"),
                        corrected(ACTION, 10, "2026-02-02", "action-completed", null),
                        new ActionEntryRetracted(ACTION, 16, on("2026-02-20"), "vergissing")));
        journal.fix(PROGRAMME, "2026-03-31", "er is gecorrigeerd");
        journal.fix(PROGRAMME, "2026-01-31", null);
        journal.erase(PROGRAMME, 7);
        journal.erase(PROGRAMME, 14);
        secondKey = journal.rotate();
        late = journal.checkpoint(PROGRAMME);
        journal.record(List.of(corrected(ACTION, 13, "2026-02-06", null, null)));
    }

    /** Reports and erasures are made here, with what belongs to them. */
    private static boolean isNoMadeUpProof(Event event) {
        return !(event instanceof ReportEvent) && !(event instanceof TextErased);
    }

    /** A correction of the date, and of the kind and the reason where they are given. */
    static ActionEntryCorrected corrected(
            ActionId action,
            long entry,
            String day,
            @Nullable String kind,
            @Nullable String reason) {
        return new ActionEntryCorrected(
                action,
                entry,
                TestCorrections.of("effectiveOn", LocalDate.parse(day), "kind", kind),
                on("2026-02-15"),
                "beter bekeken",
                reason,
                null,
                null);
    }

    long head() {
        return journal.head(PROGRAMME);
    }

    @Override
    public void close() {
        journal.close();
    }
}
