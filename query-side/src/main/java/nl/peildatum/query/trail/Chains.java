package nl.peildatum.query.trail;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import nl.peildatum.events.EntryCorrected;
import nl.peildatum.events.EntryRetracted;
import nl.peildatum.events.Event;
import nl.peildatum.eventstore.JournalEntry;
import org.jspecify.annotations.Nullable;

/**
 * Which entry put an end to what another one says: the next correction of it, or what took the
 * whole chain back.
 */
final class Chains {

    private final Map<Long, Long> originals = new HashMap<>();
    private final Map<Long, Long> last = new HashMap<>();
    private final Map<Long, Long> endedBy = new HashMap<>();
    private final Map<Long, LocalDate> movedTo = new HashMap<>();

    /** Of entries in journal order. */
    static Chains of(Collection<? extends JournalEntry<? extends Event>> entries) {
        Chains chains = new Chains();
        entries.forEach(chains::add);
        return chains;
    }

    private void add(JournalEntry<? extends Event> entry) {
        switch (entry.event()) {
            case EntryCorrected correction -> {
                long original = original(correction.entry());
                originals.put(entry.number(), original);
                endedBy.put(last.getOrDefault(original, original), entry.number());
                last.put(original, entry.number());
                if (correction.as().effectiveOn() != null) {
                    movedTo.put(original, correction.as().effectiveOn());
                }
            }
            case EntryRetracted retraction -> {
                long original = original(retraction.entry());
                endedBy.put(original, entry.number());
                originals.forEach(
                        (number, of) -> {
                            if (of == original) {
                                endedBy.put(number, entry.number());
                            }
                        });
            }
            default -> {}
        }
    }

    /** The original of the chain that a number belongs to. */
    long original(long number) {
        return originals.getOrDefault(number, number);
    }

    /** The number that ended what another says, or null. */
    @Nullable Long endedBy(long number) {
        return endedBy.get(number);
    }

    /** The day that the corrections of an entry gave last, or null. */
    @Nullable LocalDate movedTo(long number) {
        return movedTo.get(number);
    }

    /** The number that an entry refers to, or null. */
    static @Nullable Long refersTo(Event event) {
        return switch (event) {
            case EntryCorrected correction -> (Long) correction.entry();
            case EntryRetracted retraction -> (Long) retraction.entry();
            default -> null;
        };
    }
}
