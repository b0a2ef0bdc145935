/**
 * Signs the heads of journals as checkpoints, with a key that stands outside the database; uses the
 * event store and the JDK's Ed25519.
 */
@NullMarked
package nl.peildatum.command.sealing;

import org.jspecify.annotations.NullMarked;
