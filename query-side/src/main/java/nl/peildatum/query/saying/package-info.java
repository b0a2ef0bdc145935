/**
 * The rules that every sentence about what was recorded keeps, whoever says it; uses the house's
 * Dutch texts and the mark of an erased text.
 */
@NullMarked
package nl.peildatum.query.saying;

import org.jspecify.annotations.NullMarked;
