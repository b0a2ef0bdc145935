/**
 * How an application starts on its own: its settings are checked before anything else, and what
 * keeps it from starting is told in one Dutch line; uses Spring Boot, and the words and private
 * files of api-rules.
 */
@NullMarked
package nl.peildatum.api.starting;

import org.jspecify.annotations.NullMarked;
