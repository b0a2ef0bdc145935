/**
 * The counts per action line on a cut, from the current counts or from the versions; uses the cut,
 * programmes, lines and actions.
 */
@NullMarked
package nl.peildatum.query.api.dashboard;

import org.jspecify.annotations.NullMarked;
