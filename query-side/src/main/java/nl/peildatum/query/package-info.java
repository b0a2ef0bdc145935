/**
 * The query-side: remembers what was recorded and answers questions about it; uses the read schema,
 * the event store, the house's way of starting, and Spring Boot.
 */
@NullMarked
package nl.peildatum.query;

import org.jspecify.annotations.NullMarked;
