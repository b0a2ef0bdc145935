/** Where an action can stand and the moves between, as one table; pure, and knows no framework. */
@NullMarked
package nl.peildatum.command.status;

import org.jspecify.annotations.NullMarked;
