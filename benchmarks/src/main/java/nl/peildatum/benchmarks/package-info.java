/**
 * Measures a standalone as it is shipped, from outside, beside what the same PostgreSQL could do at
 * most in the same run; knows the event store, and of the rest the interface only.
 */
@NullMarked
package nl.peildatum.benchmarks;

import org.jspecify.annotations.NullMarked;
