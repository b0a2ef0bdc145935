/**
 * Which entries make something read otherwise; uses the timeline, the events, the event store and
 * the frozen form.
 */
@NullMarked
package nl.peildatum.query.cause;

import org.jspecify.annotations.NullMarked;
