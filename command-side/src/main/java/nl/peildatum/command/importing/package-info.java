/**
 * Taking over a publication or a sheet of updates: what it says beside what is held on its dates,
 * the proposal that follows from the difference, and the import that carries it out.
 */
@NullMarked
package nl.peildatum.command.importing;

import org.jspecify.annotations.NullMarked;
