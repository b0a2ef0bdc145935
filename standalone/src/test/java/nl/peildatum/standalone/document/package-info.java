/** The interface document beside what the code takes and what runs: all three say the same. */
@NullMarked
package nl.peildatum.standalone.document;

import org.jspecify.annotations.NullMarked;
