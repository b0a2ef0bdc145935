/** Tests of reading published overviews. */
@NullMarked
package nl.peildatum.command.edition;

import org.jspecify.annotations.NullMarked;
