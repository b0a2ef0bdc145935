package nl.peildatum.query.processing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeEvent.TextErased;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.Journal;
import nl.peildatum.eventstore.JournalEntry;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * An act of which messages arrived. Its entries are read once, when the first projection asks for
 * them: what cannot be read is the fault of who asks.
 */
final class ArrivedAct {

    private final ProgrammeId programme;
    private final long first;
    private final long last;
    private final Journal journal;
    private final List<EventMessage<?>> messages = new ArrayList<>();
    private @Nullable List<JournalEntry<Event>> entries;

    /** The part of an act from one of its entries up to its last. */
    ArrivedAct(ProgrammeId programme, long first, long last, Journal journal) {
        this.programme = programme;
        this.first = first;
        this.last = last;
        this.journal = journal;
    }

    /** The acts that messages are of, in the order in which the first message of each came. */
    static List<ArrivedAct> of(Collection<? extends EventMessage<?>> messages, Journal journal) {
        List<ArrivedAct> acts = new ArrayList<>();
        Map<ProgrammeId, ArrivedAct> latest = new HashMap<>();
        for (EventMessage<?> message : messages) {
            ProgrammeId programme = ByProgramme.of(message);
            ArrivedAct act = latest.get(programme);
            if (act == null || act.last < number(message)) {
                act =
                        new ArrivedAct(
                                programme,
                                number(message),
                                JournalEntry.endOfAct(message.getMetaData()),
                                journal);
                acts.add(act);
                latest.put(programme, act);
            }
            act.messages.add(message);
        }
        return acts;
    }

    static long number(EventMessage<?> message) {
        return Objects.requireNonNull(JournalEntry.numberOf(message.getMetaData()));
    }

    ProgrammeId programme() {
        return programme;
    }

    /** The number of its first entry that arrived. */
    long first() {
        return first;
    }

    /** Those of its messages that arrived, in order. */
    List<EventMessage<?>> messages() {
        return messages;
    }

    /** Its entries from the first that arrived to its last, in order. */
    List<JournalEntry<Event>> entries() {
        if (entries == null) {
            entries =
                    messages.size() == last - first + 1
                            ? messages.stream().map(ArrivedAct::read).toList()
                            : reading(
                                    programme + " " + first,
                                    () -> journal.between(programme, first, last));
        }
        return entries;
    }

    /** Those of its entries that erase the texts of another. */
    List<TextErased> erasures() {
        return entries().stream()
                .map(JournalEntry::event)
                .filter(TextErased.class::isInstance)
                .map(TextErased.class::cast)
                .toList();
    }

    /** The entry of a message. */
    static JournalEntry<Event> read(EventMessage<?> message) {
        return reading(
                message.getIdentifier(),
                () -> {
                    if (!(message.getPayload() instanceof Event)) {
                        throw new UnreadableEntry(message.getIdentifier(), null);
                    }
                    return JournalEntry.of(message);
                });
    }

    /** One entry of a programme's journal. */
    static JournalEntry<Event> read(Journal journal, ProgrammeId programme, long number) {
        return reading(
                programme + " " + number,
                () -> journal.between(programme, number, number).getFirst());
    }

    private static <T> T reading(String what, Supplier<T> read) {
        try {
            return read.get();
        } catch (DataAccessException | UnreadableEntry failure) {
            throw failure;
        } catch (RuntimeException failure) {
            throw new UnreadableEntry(what, failure);
        }
    }
}
