/**
 * Correcting and retracting entries of the journal; uses the rules of all subjects, and the HTTP
 * side.
 */
@NullMarked
package nl.peildatum.command.correcting;

import org.jspecify.annotations.NullMarked;
