/** Reports that were fixed. */
@NullMarked
package nl.peildatum.portal.reports;

import org.jspecify.annotations.NullMarked;
