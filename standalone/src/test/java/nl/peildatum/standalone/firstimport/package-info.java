/** Tests of the room of the same name. */
@NullMarked
package nl.peildatum.standalone.firstimport;

import org.jspecify.annotations.NullMarked;
