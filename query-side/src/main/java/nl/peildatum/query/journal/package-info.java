/**
 * Every entry as it was recorded, with its hash; uses the processing, the event store, what kinds
 * of entries are called, and JDBC.
 */
@NullMarked
package nl.peildatum.query.journal;

import org.jspecify.annotations.NullMarked;
