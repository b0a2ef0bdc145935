package nl.peildatum.command.forgetting;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.peildatum.events.EntryCorrected;
import nl.peildatum.events.EntryRetracted;
import nl.peildatum.events.Event;
import nl.peildatum.events.FreeText;
import nl.peildatum.events.ProgrammeEvent.TextErased;
import nl.peildatum.eventstore.JournalEntry;

/** Where texts remain once those of an entry are erased. */
final class RemainingTexts {

    private final List<JournalEntry<Event>> entries;
    private final Map<Long, Long> originals = new HashMap<>();
    private final Set<Long> erased = new HashSet<>();

    /** In a journal up to a number. */
    RemainingTexts(List<JournalEntry<Event>> entries) {
        this.entries = entries;
        for (JournalEntry<Event> entry : entries) {
            switch (entry.event()) {
                case EntryCorrected correction ->
                        originals.put(entry.number(), original(correction.entry()));
                case EntryRetracted retraction ->
                        originals.put(entry.number(), original(retraction.entry()));
                case TextErased erasure -> erased.add(erasure.entry());
                default -> {}
            }
        }
    }

    private long original(long number) {
        return originals.getOrDefault(number, number);
    }

    /** The other entries of its chain (the original, its corrections, a retraction) with a text. */
    List<Long> ofItsChain(long number) {
        return entries.stream()
                .filter(this::hasText)
                .map(JournalEntry::number)
                .filter(other -> other != number && original(other) == original(number))
                .toList();
    }

    /** The other entries in whose texts one of its texts stands word for word. */
    List<Long> wordForWord(JournalEntry<Event> entry) {
        List<String> texts = texts(entry.event());
        return entries.stream()
                .filter(this::hasText)
                .filter(other -> other.number() != entry.number())
                .filter(
                        other ->
                                texts(other.event()).stream()
                                        .anyMatch(text -> texts.stream().anyMatch(text::contains)))
                .map(JournalEntry::number)
                .toList();
    }

    private boolean hasText(JournalEntry<Event> entry) {
        return entry.commitment() != null && !erased.contains(entry.number());
    }

    private static List<String> texts(Event event) {
        return Arrays.stream(event.getClass().getRecordComponents())
                .filter(component -> component.isAnnotationPresent(FreeText.class))
                .map(component -> text(event, component))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static String text(Event event, RecordComponent component) {
        try {
            return component.getAccessor().invoke(event) instanceof String text ? text : "";
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError(impossible.getMessage(), impossible);
        }
    }
}
