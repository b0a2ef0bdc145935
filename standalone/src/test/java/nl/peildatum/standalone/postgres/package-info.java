/** Tests of the room of the same name. */
@NullMarked
package nl.peildatum.standalone.postgres;

import org.jspecify.annotations.NullMarked;
