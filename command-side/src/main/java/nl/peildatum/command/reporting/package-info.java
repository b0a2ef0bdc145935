/**
 * Fixing reports over HTTP: what was seen is what is fixed; uses the rules of reports, and the HTTP
 * side.
 */
@NullMarked
package nl.peildatum.command.reporting;

import org.jspecify.annotations.NullMarked;
