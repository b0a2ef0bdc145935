/** Judging signals over HTTP; uses the rules of programmes, and the HTTP side. */
@NullMarked
package nl.peildatum.command.judging;

import org.jspecify.annotations.NullMarked;
