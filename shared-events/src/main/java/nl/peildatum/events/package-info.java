/**
 * What happened: the event records of a programme, and the ids and values inside them; uses
 * JSpecify and Jackson's annotations and nothing else.
 */
@NullMarked
package nl.peildatum.events;

import org.jspecify.annotations.NullMarked;
