/** The projection of the reports that were proposed and fixed; uses the journal. */
@NullMarked
package nl.peildatum.query.reports;

import org.jspecify.annotations.NullMarked;
