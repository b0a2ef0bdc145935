/**
 * Brings an empty store its first content, through the interface that everyone uses; knows the
 * front door's address and nothing behind it.
 */
@NullMarked
package nl.peildatum.standalone.firstimport;

import org.jspecify.annotations.NullMarked;
