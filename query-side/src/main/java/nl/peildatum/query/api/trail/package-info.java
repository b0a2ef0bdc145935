/**
 * Everything recorded, as it reads on a cut: the history of an action and the journal; uses the
 * cut, the recorded entries and their audit lines.
 */
@NullMarked
package nl.peildatum.query.api.trail;

import org.jspecify.annotations.NullMarked;
