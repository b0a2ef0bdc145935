/** The command-side application: HTTP commands, decided by aggregates, stored as events. */
@NullMarked
package nl.peildatum.command;

import org.jspecify.annotations.NullMarked;
