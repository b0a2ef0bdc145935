/**
 * The commands of the interface over HTTP: input in Dutch to commands, receipts and refusals back.
 */
@NullMarked
package nl.peildatum.command.http;

import org.jspecify.annotations.NullMarked;
