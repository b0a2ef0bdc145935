/** The generated secrets of a standalone; uses the JDK alone. */
@NullMarked
package nl.peildatum.standalone.credentials;

import org.jspecify.annotations.NullMarked;
