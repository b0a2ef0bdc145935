/**
 * The very first step of the jar, compiled for an older Java, so that it can say which Java is
 * needed; uses the JDK alone.
 */
@NullMarked
package nl.peildatum.standalone.start;

import org.jspecify.annotations.NullMarked;
