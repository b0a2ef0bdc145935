/** Tests of the room of the same name. */
@NullMarked
package nl.peildatum.standalone.credentials;

import org.jspecify.annotations.NullMarked;
