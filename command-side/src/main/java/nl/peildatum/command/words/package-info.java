/**
 * The Dutch of the interface: codes, sentences, and what a refusal says; uses the names of moves
 * and of kinds of entries, and knows nothing of HTTP.
 */
@NullMarked
package nl.peildatum.command.words;

import org.jspecify.annotations.NullMarked;
