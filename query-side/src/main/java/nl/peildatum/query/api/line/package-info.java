/**
 * The action lines on a cut: all of them and one; uses the cut, what is known on it, the history,
 * the event store and HTTP.
 */
@NullMarked
package nl.peildatum.query.api.line;

import org.jspecify.annotations.NullMarked;
