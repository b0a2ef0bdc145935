/** The query-side: remembers what was recorded and answers questions about it. */
@NullMarked
package nl.peildatum.query;

import org.jspecify.annotations.NullMarked;
