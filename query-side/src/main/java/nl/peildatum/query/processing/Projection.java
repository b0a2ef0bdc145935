package nl.peildatum.query.processing;

import nl.peildatum.events.Event;
import nl.peildatum.eventstore.JournalEntry;

/**
 * Keeps tables of its own that answer one kind of question.
 *
 * <p>Gets every entry of a programme once, in journal order, inside the transaction in which its
 * progress is kept.
 */
public interface Projection {

    /** Its name, which is also that of its processing group. */
    String name();

    /** Takes in the next entry of a programme. */
    void on(JournalEntry<Event> entry);

    /** Empties its tables. */
    void reset();
}
