/** Tests of the room of the same name. */
@NullMarked
package nl.peildatum.standalone.telling;

import org.jspecify.annotations.NullMarked;
