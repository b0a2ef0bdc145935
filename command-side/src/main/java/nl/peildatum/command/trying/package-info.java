/**
 * What a command would do, without doing it: what it would record and what would read differently;
 * uses the rules of all subjects, what is held, the plain fold and the words, and knows nothing of
 * HTTP.
 */
@NullMarked
package nl.peildatum.command.trying;

import org.jspecify.annotations.NullMarked;
