/** Every entry as it was recorded, with its hash; uses JDBC. */
@NullMarked
package nl.peildatum.query.journal;

import org.jspecify.annotations.NullMarked;
