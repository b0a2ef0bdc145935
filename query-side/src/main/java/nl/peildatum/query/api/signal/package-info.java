/**
 * The consistency warnings of a cut and what was thought of them, from a fold over the journal;
 * uses the cut, the lines and the timelines.
 */
@NullMarked
package nl.peildatum.query.api.signal;

import org.jspecify.annotations.NullMarked;
