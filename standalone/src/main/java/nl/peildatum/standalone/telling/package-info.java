/** What a standalone tells whoever started it, in Dutch lines; uses the JDK alone. */
@NullMarked
package nl.peildatum.standalone.telling;

import org.jspecify.annotations.NullMarked;
