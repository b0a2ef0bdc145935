/** What differs between two cuts. */
@NullMarked
package nl.peildatum.portal.changes;

import org.jspecify.annotations.NullMarked;
