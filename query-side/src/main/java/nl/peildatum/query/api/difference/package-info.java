/**
 * What differs between two cuts, which entries made it so, and how it reads; uses the cut, what is
 * known, the causes, the actions, the rules of sentences, events, the event store, the frozen form
 * and HTTP.
 */
@NullMarked
package nl.peildatum.query.api.difference;

import org.jspecify.annotations.NullMarked;
