/**
 * Everything recorded, as it reads on a cut: the history of an action and the journal; uses the
 * cut, what is known, the actions, the people, the event store, HTTP and Spring Data JPA.
 */
@NullMarked
package nl.peildatum.query.api.trail;

import org.jspecify.annotations.NullMarked;
