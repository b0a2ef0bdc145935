/**
 * The Axon shell around the decisions: aggregates that load their state from events, and one
 * instruction that is decided in one unit of work and stored by one append.
 */
@NullMarked
package nl.peildatum.command.deciding;

import org.jspecify.annotations.NullMarked;
