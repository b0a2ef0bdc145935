/**
 * Which cut of the two times a question is about, the moment at which the projections can answer
 * it, and what is known on it; uses what is known, the event store, HTTP, JDBC and Spring Data JPA.
 */
@NullMarked
package nl.peildatum.query.api.cut;

import org.jspecify.annotations.NullMarked;
