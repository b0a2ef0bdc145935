/** Counts of actions by status, as the interface gives them and as pages draw and tell them. */
@NullMarked
package nl.peildatum.portal.counts;

import org.jspecify.annotations.NullMarked;
