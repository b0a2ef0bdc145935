/**
 * How each entry reads, as known up to which entry; uses the processing, the timeline, the rules of
 * sentences, the event store and JDBC.
 */
@NullMarked
package nl.peildatum.query.trail;

import org.jspecify.annotations.NullMarked;
