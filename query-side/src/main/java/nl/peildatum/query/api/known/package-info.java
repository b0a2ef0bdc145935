/**
 * What is known: the entries and the versions of programme, lines and actions, as the projections
 * keep them, and the questions that a cut puts to them; uses the mark of a withdrawn action and
 * Spring Data JPA.
 */
@NullMarked
package nl.peildatum.query.api.known;

import org.jspecify.annotations.NullMarked;
