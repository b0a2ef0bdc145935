/**
 * The counts of today, with everything known; uses the processing, the timeline, the event store
 * and JDBC.
 */
@NullMarked
package nl.peildatum.query.dashboard;

import org.jspecify.annotations.NullMarked;
