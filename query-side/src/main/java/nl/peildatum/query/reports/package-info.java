/**
 * The projection of the reports that were proposed and fixed; uses the processing, the event store
 * and JDBC.
 */
@NullMarked
package nl.peildatum.query.reports;

import org.jspecify.annotations.NullMarked;
