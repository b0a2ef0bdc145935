/**
 * Carries every entry to every projection once and in order, parks a programme whose entry fails,
 * and replays; uses the timelines, the event store, and Axon's streaming processors, token store
 * and dead letters over JDBC.
 */
@NullMarked
package nl.peildatum.query.processing;

import org.jspecify.annotations.NullMarked;
