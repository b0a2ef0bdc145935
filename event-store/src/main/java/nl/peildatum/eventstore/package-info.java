/**
 * The event store in which the two sides meet: its schema, the append function's engine, the stored
 * form of events, and the stream that is woken by NOTIFY; uses Axon's event sourcing and JDBC.
 */
@NullMarked
package nl.peildatum.eventstore;

import org.jspecify.annotations.NullMarked;
