/**
 * The whole standalone, seen from outside: over HTTP, through the front door, on the real input.
 */
@NullMarked
package nl.peildatum.standalone.endtoend;

import org.jspecify.annotations.NullMarked;
