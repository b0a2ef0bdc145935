/**
 * Reads a published overview into an edition, checked against its own printed totals, or names
 * every fault in it; may use the JDK, {@code nl.peildatum.events.Status} and the loader of words
 * only, records nothing and knows nothing of what the system holds.
 */
@NullMarked
package nl.peildatum.command.edition;

import org.jspecify.annotations.NullMarked;
