/** Sheets of updates as they come: right, wrong and hostile. */
@NullMarked
package nl.peildatum.command.sheet;

import org.jspecify.annotations.NullMarked;
