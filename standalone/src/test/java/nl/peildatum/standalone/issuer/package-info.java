/** Tests of the room of the same name. */
@NullMarked
package nl.peildatum.standalone.issuer;

import org.jspecify.annotations.NullMarked;
