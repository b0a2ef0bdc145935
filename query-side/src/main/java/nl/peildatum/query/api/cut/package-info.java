/**
 * Which cut of the two times a question is about, and the moment at which the projections can
 * answer it; uses the journal, the progress of the projections and one snapshot per answer.
 */
@NullMarked
package nl.peildatum.query.api.cut;

import org.jspecify.annotations.NullMarked;
