/**
 * What the rules of all subjects share: commands, entries as they stand, and what is decided on a
 * command; uses the moves of {@code status}, and knows no framework.
 */
@NullMarked
package nl.peildatum.command.rules;

import org.jspecify.annotations.NullMarked;
