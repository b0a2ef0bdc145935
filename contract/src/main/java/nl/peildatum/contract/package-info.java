/**
 * The interface as its document says it: which addresses there are, who may ask, what is taken and
 * what is wrong with it; knows JSON Schema, HTTP status codes and nothing of the domain or of
 * Spring.
 */
@NullMarked
package nl.peildatum.contract;

import org.jspecify.annotations.NullMarked;
