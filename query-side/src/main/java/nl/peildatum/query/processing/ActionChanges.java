package nl.peildatum.query.processing;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import nl.peildatum.events.ActionEvent;
import nl.peildatum.events.ActionEvent.ActionFact;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.JournalEntry;
import nl.peildatum.query.timeline.ActionState;
import nl.peildatum.query.timeline.ActionTimeline;
import nl.peildatum.query.timeline.Change;
import nl.peildatum.query.timeline.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * What entries change of the histories of actions: each worked out once in a transaction, and for
 * an entry that holds after all others from the end of the history alone, which is kept from one
 * transaction to the next.
 */
final class ActionChanges {

    private static final int MOST_ENDS = 2_000;
    private static final int MOST_CHANGED = 200_000;

    /** A history of so many entries is kept as a whole until the end of the transaction. */
    private static final int SHORT = 32;

    private final Map<ActionId, End> ends =
            Collections.synchronizedMap(
                    new LinkedHashMap<>(16, 0.75f, true) {
                        @Override
                        protected boolean removeEldestEntry(Map.Entry<ActionId, End> eldest) {
                            return size() > MOST_ENDS;
                        }
                    });
    private final PerTransaction<Now> now = new PerTransaction<>(Now::new);

    /**
     * The end of a history, or all of it.
     *
     * @param sequence the last entry it was made of
     * @param ofProgramme how many entries there were about the programme itself
     */
    private record End(long sequence, long ofProgramme, Timeline<ActionFact, ActionState> end) {}

    /** What is known in one transaction. */
    private static final class Now {
        private final Map<ProgrammeId, Long> ofProgramme = new HashMap<>();
        private final Map<ActionId, End> ends = new HashMap<>();
        private final Map<UUID, Change<ActionFact, ActionState>> changes = new HashMap<>();
        private int changed;
    }

    /** See {@link KnownEntries#begin}. */
    void begin(ProgrammeId programme, long ofProgramme) {
        Now here = now.get();
        Long before = here.ofProgramme.put(programme, ofProgramme);
        if (before != null && before != ofProgramme) {
            forget(programme);
        }
    }

    /**
     * What an entry changes.
     *
     * @param known all entries about the action up to this one, in journal order
     */
    Change<ActionFact, ActionState> of(
            JournalEntry<ActionEvent> entry, Supplier<List<JournalEntry<ActionEvent>>> known) {
        Now here = now.get();
        Change<ActionFact, ActionState> made = here.changes.get(entry.id());
        if (made == null) {
            made = change(here, entry, known);
            here.changed += 1 + made.size();
            if (here.changed > MOST_CHANGED) {
                here.changes.clear();
                here.changed = 0;
            }
            here.changes.put(entry.id(), made);
        }
        return made;
    }

    private Change<ActionFact, ActionState> change(
            Now here,
            JournalEntry<ActionEvent> entry,
            Supplier<List<JournalEntry<ActionEvent>>> known) {
        Timeline<ActionFact, ActionState> before = endBefore(here, entry);
        Timeline<ActionFact, ActionState> after =
                before == null ? null : ActionTimeline.with(before, entry).orElse(null);
        if (before == null || after == null) {
            List<JournalEntry<ActionEvent>> all = known.get();
            if (before == null || !before.isWhole()) {
                before = ActionTimeline.of(all.subList(0, all.size() - 1));
            }
            after = ActionTimeline.with(before, entry).orElseGet(() -> ActionTimeline.of(all));
        }
        keep(here, entry, after);
        return Change.between(before, after);
    }

    /** The end of the history up to the entry before, where it is known. */
    private @Nullable Timeline<ActionFact, ActionState> endBefore(
            Now here, JournalEntry<ActionEvent> entry) {
        if (entry.sequence() == 0) {
            return Timeline.empty();
        }
        ActionId action = entry.event().action();
        End end = here.ends.get(action);
        if (end == null) {
            end = ends.get(action);
            Long ofProgramme = here.ofProgramme.get(action.programme());
            if (end == null || ofProgramme == null || end.ofProgramme != ofProgramme) {
                return null;
            }
        }
        return end.sequence == entry.sequence() - 1 ? end.end : null;
    }

    private void keep(
            Now here, JournalEntry<ActionEvent> entry, Timeline<ActionFact, ActionState> after) {
        ActionId action = entry.event().action();
        Long ofProgramme = here.ofProgramme.get(action.programme());
        long own = ofProgramme == null ? -1 : ofProgramme;
        End end = new End(entry.sequence(), own, after.end());
        here.ends.put(
                action,
                after.steps().size() <= SHORT ? new End(entry.sequence(), own, after) : end);
        if (ofProgramme != null) {
            ends.put(action, end);
        }
    }

    /** Lets go of what was kept about a programme's actions. */
    void forget(ProgrammeId programme) {
        Now here = now.get();
        here.ends.keySet().removeIf(action -> action.programme().equals(programme));
        here.changes.clear();
        synchronized (ends) {
            ends.keySet().removeIf(action -> action.programme().equals(programme));
        }
    }

    /** Lets go of everything that was kept. */
    void forget() {
        ends.clear();
    }
}
