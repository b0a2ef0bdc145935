/**
 * Taking over a publication: an edition beside what is held on its report date, the proposal that
 * follows from the difference, and the import that carries it out.
 */
@NullMarked
package nl.peildatum.command.importing;

import org.jspecify.annotations.NullMarked;
