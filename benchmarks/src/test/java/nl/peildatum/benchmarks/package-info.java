/** Shows that the figures are what they are called. */
@NullMarked
package nl.peildatum.benchmarks;

import org.jspecify.annotations.NullMarked;
