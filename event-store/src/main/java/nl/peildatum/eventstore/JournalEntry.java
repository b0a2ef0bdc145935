package nl.peildatum.eventstore;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeId;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * An event with its place in the programme's journal.
 *
 * @param number its journal number, from 1, without gaps, in commit order
 * @param sequence its place among the entries of what it is about, from 0, without gaps
 * @param recordedAt when it was recorded, in microseconds; strictly increases with the number
 * @param hash the SHA-256 over its content and the entry before it, in lower-case hex
 * @param commitment the SHA-256 over its salt and free texts, in lower-case hex, which outlives
 *     them; null where it never had any
 */
public record JournalEntry<E extends Event>(
        long number,
        long sequence,
        UUID id,
        Instant recordedAt,
        String hash,
        @Nullable String commitment,
        E event) {

    static final String NUMBER = "journalNumber";
    static final String RECORDED_AT = "recordedAt";
    static final String HASH = "hash";
    static final String COMMITMENT = "commitment";
    static final String END_OF_ACT = "endOfAct";

    /** The programme in whose journal the entry stands. */
    public ProgrammeId programme() {
        return event.programme();
    }

    /** The calendar date (Europe/Amsterdam) from which it holds. */
    public LocalDate effectiveOn() {
        return event.basis().effectiveOn();
    }

    /**
     * Reads the entry from a message that came out of the store.
     *
     * @throws NullPointerException when the message was never stored
     */
    public static JournalEntry<Event> of(EventMessage<?> message) {
        MetaData place = message.getMetaData();
        return new JournalEntry<>(
                ((Number) stored(place, NUMBER)).longValue(),
                ((DomainEventMessage<?>) message).getSequenceNumber(),
                UUID.fromString(message.getIdentifier()),
                Instant.parse((String) stored(place, RECORDED_AT)),
                (String) stored(place, HASH),
                (String) place.get(COMMITMENT),
                (Event) message.getPayload());
    }

    private static Object stored(MetaData place, String key) {
        return Objects.requireNonNull(place.get(key), key);
    }

    /** The journal number of a message, or null when it has not been stored yet. */
    public static @Nullable Long numberOf(MetaData place) {
        return place.get(NUMBER) instanceof Number number ? (Long) number.longValue() : null;
    }

    /**
     * The number of the last entry of the act that a message from the {@link EventStream} is of.
     *
     * @throws NullPointerException when the message did not come out of that
     */
    public static long endOfAct(MetaData place) {
        return ((Number) stored(place, END_OF_ACT)).longValue();
    }

    /** This entry, when its event is of the given kind. */
    public <T extends Event> JournalEntry<T> as(Class<T> kind) {
        return new JournalEntry<>(
                number, sequence, id, recordedAt, hash, commitment, kind.cast(event));
    }
}
