/** How each entry reads, as known up to which entry; uses the timeline and JDBC. */
@NullMarked
package nl.peildatum.query.trail;

import org.jspecify.annotations.NullMarked;
