/** The journal as auditors read it, and what proves it. */
@NullMarked
package nl.peildatum.portal.journal;

import org.jspecify.annotations.NullMarked;
