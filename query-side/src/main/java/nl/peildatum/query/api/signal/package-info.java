/**
 * The consistency warnings of a cut and what was thought of them, from a fold over the journal;
 * uses the cut, what is known on it, the actions, the timeline, the event store and HTTP.
 */
@NullMarked
package nl.peildatum.query.api.signal;

import org.jspecify.annotations.NullMarked;
