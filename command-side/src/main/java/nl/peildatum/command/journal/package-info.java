/**
 * What the journal holds now, read as the states that the rules decide on; uses the event store and
 * the states of all subjects.
 */
@NullMarked
package nl.peildatum.command.journal;

import org.jspecify.annotations.NullMarked;
