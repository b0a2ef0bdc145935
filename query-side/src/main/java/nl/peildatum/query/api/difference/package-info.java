/**
 * What differs between two cuts, which entries made it so, and how it reads; uses the cut, the
 * spans of actions and lines, and the journal.
 */
@NullMarked
package nl.peildatum.query.api.difference;

import org.jspecify.annotations.NullMarked;
