/**
 * What held on which day, as known up to which entry; uses the processing, the timeline, the event
 * store and JDBC.
 */
@NullMarked
package nl.peildatum.query.versions;

import org.jspecify.annotations.NullMarked;
