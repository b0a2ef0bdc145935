/**
 * Which moves an action can make on a day; uses the cut, what is known on it, the actions, the
 * history, the event store, what kinds of entries are called, and HTTP.
 */
@NullMarked
package nl.peildatum.query.api.possibility;

import org.jspecify.annotations.NullMarked;
