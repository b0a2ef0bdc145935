/**
 * The monitoring overview of a cut as one model, and the formats in which it is published; uses the
 * cut, programmes, lines, actions and the counts of the dashboard.
 */
@NullMarked
package nl.peildatum.query.api.overview;

import org.jspecify.annotations.NullMarked;
