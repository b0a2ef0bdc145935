/** What is written in a log, one line an event; knows nothing but the logging itself. */
@NullMarked
package nl.peildatum.api.logging;

import org.jspecify.annotations.NullMarked;
