/** What may happen to a programme and its action lines; pure, and knows no framework. */
@NullMarked
package nl.peildatum.command.programme;

import org.jspecify.annotations.NullMarked;
