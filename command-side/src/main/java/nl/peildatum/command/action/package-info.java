/**
 * What may happen to an action: its commands, its timeline and the rules; pure, and knows no
 * framework.
 */
@NullMarked
package nl.peildatum.command.action;

import org.jspecify.annotations.NullMarked;
