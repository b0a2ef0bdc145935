/** The page with the counts of every programme on a report date; asks the query-side over HTTP. */
@NullMarked
package nl.peildatum.portal.counts;

import org.jspecify.annotations.NullMarked;
