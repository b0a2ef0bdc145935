/** Asks the query-side what pages show, over the public interface only. */
@NullMarked
package nl.peildatum.portal.asking;

import org.jspecify.annotations.NullMarked;
