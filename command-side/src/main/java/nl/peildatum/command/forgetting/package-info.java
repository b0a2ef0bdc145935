/**
 * Erasing free texts of entries and names of people over HTTP; uses the rules of programmes, and
 * the HTTP side.
 */
@NullMarked
package nl.peildatum.command.forgetting;

import org.jspecify.annotations.NullMarked;
