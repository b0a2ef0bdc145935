/**
 * What the one who runs Peildatum sees and does: people whose names are known, keys, and how each
 * part is.
 */
@NullMarked
package nl.peildatum.portal.operations;

import org.jspecify.annotations.NullMarked;
