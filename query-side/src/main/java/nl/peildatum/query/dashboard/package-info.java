/** The counts of today, with everything known; uses the timeline and JDBC. */
@NullMarked
package nl.peildatum.query.dashboard;

import org.jspecify.annotations.NullMarked;
