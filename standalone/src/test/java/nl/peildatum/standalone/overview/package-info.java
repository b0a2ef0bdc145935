/** The overview as the query-side publishes it, read back by the command-side. */
@NullMarked
package nl.peildatum.standalone.overview;

import org.jspecify.annotations.NullMarked;
