/**
 * Following a programme as it is recorded, by server-sent events; uses the names of the
 * projections, the event store, HTTP and JDBC.
 */
@NullMarked
package nl.peildatum.query.api.following;

import org.jspecify.annotations.NullMarked;
