/**
 * Whether what was recorded is still as it was recorded: recomputes chains from the stored bytes,
 * holds them against checkpoints and projections, and keeps the audit log's record of it; uses the
 * event store and JDBC.
 */
@NullMarked
package nl.peildatum.query.checking;

import org.jspecify.annotations.NullMarked;
