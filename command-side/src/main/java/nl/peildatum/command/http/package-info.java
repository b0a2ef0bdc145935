/**
 * The commands of the interface over HTTP: input in Dutch to commands, receipts and refusals back;
 * holds HTTP only and uses the rules, what is held and the words.
 */
@NullMarked
package nl.peildatum.command.http;

import org.jspecify.annotations.NullMarked;
