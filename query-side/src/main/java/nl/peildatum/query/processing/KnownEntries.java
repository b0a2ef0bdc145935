package nl.peildatum.query.processing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import nl.peildatum.events.ActionEvent;
import nl.peildatum.events.ActionEvent.ActionFact;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeEvent;
import nl.peildatum.events.ProgrammeEvent.TextErased;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.events.ReportEvent;
import nl.peildatum.eventstore.Journal;
import nl.peildatum.eventstore.JournalEntry;
import nl.peildatum.query.timeline.ActionState;
import nl.peildatum.query.timeline.Change;
import org.jspecify.annotations.Nullable;

/**
 * What the journal tells about actions and programmes, read once in a transaction however many of
 * their entries are processed in it, and what each of those changes.
 */
public final class KnownEntries {

    private static final int MOST_KEPT = 10_000;

    private final Journal journal;
    private final PerTransaction<Map<ProgrammeId, Kept>> programmes =
            new PerTransaction<>(HashMap::new);
    private final ActionChanges changes = new ActionChanges();

    public KnownEntries(Journal journal) {
        this.journal = journal;
    }

    /** The entries about one action up to and including a journal number, in journal order. */
    public List<JournalEntry<ActionEvent>> of(ActionId action, long upTo) {
        return kept(action.programme(), upTo)
                .about(action.toString(), number -> journal.of(action, number))
                .filter(entry -> entry.number() <= upTo)
                .<JournalEntry<ActionEvent>>map(entry -> entry.as(ActionEvent.class))
                .toList();
    }

    /**
     * The entries about the programme itself and its lines up to and including a journal number, in
     * journal order.
     */
    public List<JournalEntry<Event>> of(ProgrammeId programme, long upTo) {
        return kept(programme, upTo)
                .about(programme.value(), number -> journal.of(programme, number))
                .filter(entry -> entry.number() <= upTo)
                .<JournalEntry<Event>>map(entry -> entry.as(Event.class))
                .toList();
    }

    /** What an entry about an action changes of its history. */
    public Change<ActionFact, ActionState> change(JournalEntry<ActionEvent> entry) {
        return changes.of(entry, () -> of(entry.event().action(), entry.number()));
    }

    /**
     * Lets what entries change be kept from one transaction to the next, for who processes all
     * entries of a programme in order.
     *
     * @param entriesOfItsOwn how many entries there are about the programme itself; what was kept
     *     counts only while there are no more, since one of them may erase texts
     */
    void begin(ProgrammeId programme, long entriesOfItsOwn) {
        changes.begin(programme, entriesOfItsOwn);
    }

    /**
     * Takes in the entry that is processed next, so that it need not be read again. One that erases
     * texts lets go of what was read with them.
     */
    public void add(JournalEntry<Event> entry) {
        kept(entry.programme()).add(entry);
    }

    /** Lets go of what was read about a programme, with the texts that are being erased. */
    public void forget(ProgrammeId programme) {
        changes.forget(programme);
        kept(programme).beginAt(0);
    }

    /** Lets go of everything that is kept from one transaction to the next. */
    void forgetAll() {
        changes.forget();
    }

    private Kept kept(ProgrammeId programme, long upTo) {
        Kept kept = kept(programme);
        if (kept.upTo < upTo) {
            kept.beginAt(upTo);
        }
        return kept;
    }

    private Kept kept(ProgrammeId programme) {
        return programmes.get().computeIfAbsent(programme, _ -> new Kept());
    }

    /** Whatever was read about a programme, all of it complete up to the same number. */
    private static final class Kept {

        private final Map<String, List<JournalEntry<?>>> subjects = new HashMap<>();
        private long upTo;
        private int entries;

        /** Nothing was let go of since the first entry: there is nothing to read. */
        private boolean fromTheFirst = true;

        void beginAt(long number) {
            subjects.clear();
            upTo = number;
            entries = 0;
            fromTheFirst = number == 0;
        }

        Stream<JournalEntry<?>> about(
                String subject, LongFunction<? extends List<? extends JournalEntry<?>>> reading) {
            List<JournalEntry<?>> known = subjects.get(subject);
            if (known == null && !fromTheFirst) {
                known = new ArrayList<>(reading.apply(upTo));
                keep(known.size());
                subjects.put(subject, known);
            }
            return known == null ? Stream.of() : known.stream();
        }

        void add(JournalEntry<Event> entry) {
            if (entry.number() != upTo + 1 || entry.event() instanceof TextErased) {
                beginAt(entry.number());
                return;
            }
            upTo = entry.number();
            String subject = subject(entry.event());
            if (subject == null) {
                return;
            }
            if (fromTheFirst) {
                subjects.putIfAbsent(subject, new ArrayList<>());
            }
            List<JournalEntry<?>> known = subjects.get(subject);
            if (known != null) {
                known.add(entry);
                keep(1);
            }
        }

        private void keep(int more) {
            entries += more;
            if (entries > MOST_KEPT) {
                beginAt(upTo);
                entries = more;
            }
        }

        private static @Nullable String subject(Event event) {
            return switch (event) {
                case ActionEvent about -> about.action().toString();
                case ProgrammeEvent about -> about.programme().value();
                case ReportEvent _ -> null;
            };
        }
    }
}
