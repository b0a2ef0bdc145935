package nl.peildatum.query.processing;

import java.util.List;
import nl.peildatum.events.Event;
import nl.peildatum.eventstore.JournalEntry;

/**
 * Keeps tables of its own that answer one kind of question.
 *
 * <p>Gets every act of a programme once, in journal order, inside the transaction in which its
 * progress is kept.
 */
public interface Projection {

    /** Its name, which is also that of its processing group. */
    String name();

    /**
     * Takes in the acts that come next, of one programme or of several: all their entries, those of
     * a programme in journal order.
     */
    void on(List<JournalEntry<Event>> entries);

    /**
     * Takes the erased texts of an earlier entry out of its tables, which then are as if those
     * texts had never been read. Done when the entry that erases comes, and at once where a
     * programme is parked before it.
     *
     * @param erased the entry, as it reads without them
     * @param processed the last number of the programme that was taken in
     */
    default void erase(JournalEntry<Event> erased, long processed) {}

    /** Empties its tables. */
    void reset();
}
