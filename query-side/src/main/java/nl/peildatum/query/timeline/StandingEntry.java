package nl.peildatum.query.timeline;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.peildatum.events.EntryCorrected;
import nl.peildatum.events.EntryRetracted;
import nl.peildatum.events.Event;
import nl.peildatum.eventstore.JournalEntry;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it stands with all that is known: with every correction of it applied.
 *
 * @param recorded the entry as it was recorded at first
 * @param event what it says now
 * @param correctedBy the journal number of its last correction, or null
 * @param texts for each free text that a correction gave, the number of that correction
 */
public record StandingEntry<E extends Event>(
        JournalEntry<?> recorded, E event, @Nullable Long correctedBy, Map<String, Long> texts) {

    /** The field of a reason. */
    static final String REASON = "reason";

    /** The field of an explanation. */
    static final String EXPLANATION = "explanation";

    /** The field of a reason for an exclusion. */
    static final String EXCLUSION_REASON = "exclusionReason";

    public StandingEntry {
        texts = Map.copyOf(texts);
    }

    /** The journal number of the original, which places it among those of one date. */
    public long number() {
        return recorded.number();
    }

    /** The calendar date (Europe/Amsterdam) from which it holds. */
    public LocalDate effectiveOn() {
        return event.basis().effectiveOn();
    }

    /** A free text of the entry with where it stands, or null where there is none. */
    @Nullable Text text(String field, @Nullable String words) {
        return words == null ? null : new Text(words, texts.getOrDefault(field, number()));
    }

    /**
     * What stands of a set of entries, in the order in which the originals were recorded; what was
     * retracted is not among it.
     *
     * @param kind what is wanted; other kinds of facts are passed over
     */
    public static <E extends Event> List<StandingEntry<E>> of(
            Collection<? extends JournalEntry<? extends Event>> entries, Class<E> kind) {
        Map<Long, Long> originals = new HashMap<>();
        Map<Long, StandingEntry<E>> standing = new TreeMap<>();
        for (JournalEntry<? extends Event> entry :
                entries.stream().sorted(Comparator.comparing(JournalEntry::number)).toList()) {
            switch (entry.event()) {
                case EntryCorrected correction -> {
                    long original = original(originals, correction.entry());
                    originals.put(entry.number(), original);
                    standing.computeIfPresent(
                            original,
                            (_, before) -> before.corrected(entry.number(), correction, kind));
                }
                case EntryRetracted retraction ->
                        standing.remove(original(originals, retraction.entry()));
                case Event fact -> {
                    if (kind.isInstance(fact)) {
                        standing.put(
                                entry.number(),
                                new StandingEntry<>(entry, kind.cast(fact), null, Map.of()));
                    }
                }
            }
        }
        return List.copyOf(standing.values());
    }

    private static long original(Map<Long, Long> originals, long named) {
        return originals.getOrDefault(named, named);
    }

    private StandingEntry<E> corrected(long number, EntryCorrected correction, Class<E> kind) {
        Map<String, Long> given = new HashMap<>(texts);
        putIfGiven(given, REASON, correction.entryReason(), number);
        putIfGiven(given, EXPLANATION, correction.entryExplanation(), number);
        putIfGiven(given, EXCLUSION_REASON, correction.entryExclusionReason(), number);
        return new StandingEntry<>(recorded, kind.cast(correction.correct(event)), number, given);
    }

    private static void putIfGiven(
            Map<String, Long> given, String field, @Nullable String text, long number) {
        if (text != null) {
            given.put(field, number);
        }
    }
}
