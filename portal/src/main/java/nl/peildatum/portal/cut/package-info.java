/** What one looks at: a report date and the knowledge of a moment, in addresses and in words. */
@NullMarked
package nl.peildatum.portal.cut;

import org.jspecify.annotations.NullMarked;
