/**
 * Which cut of the two times a question is about, the moment at which the projections can answer
 * it, and what is known on it; uses the journal, the progress of the projections, what is known,
 * and one snapshot per answer.
 */
@NullMarked
package nl.peildatum.query.api.cut;

import org.jspecify.annotations.NullMarked;
