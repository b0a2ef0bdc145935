/**
 * The names of people: kept from the tokens with which they ask, shown beside what they recorded;
 * uses the event store's table of people and HTTP.
 */
@NullMarked
package nl.peildatum.query.api.people;

import org.jspecify.annotations.NullMarked;
