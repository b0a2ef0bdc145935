/**
 * The programmes themselves, in order of adoption; uses the cut, what is known on it, the history,
 * the event store and HTTP.
 */
@NullMarked
package nl.peildatum.query.api.programme;

import org.jspecify.annotations.NullMarked;
