/**
 * The generated secrets of a standalone and the files only its owner may read; uses the JDK alone.
 */
@NullMarked
package nl.peildatum.standalone.credentials;

import org.jspecify.annotations.NullMarked;
