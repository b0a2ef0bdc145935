/**
 * Whether what was recorded is still as it was recorded: recomputes chains from the stored bytes,
 * holds them against checkpoints and the projected journal, and keeps the audit log's record of it;
 * uses the event store, the projection of the journal, the nightly check of reports, the form of
 * the queries, how a file is downloaded, HTTP, JDBC and Spring Boot's actuator.
 */
@NullMarked
package nl.peildatum.query.checking;

import org.jspecify.annotations.NullMarked;
