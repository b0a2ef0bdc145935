/** What held on which day, as known up to which entry; uses the timeline and JDBC. */
@NullMarked
package nl.peildatum.query.versions;

import org.jspecify.annotations.NullMarked;
