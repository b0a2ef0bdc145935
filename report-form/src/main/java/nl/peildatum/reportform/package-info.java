/**
 * What a report says of a cut: the frozen form {@code overzicht/1} with its digest, the plain fold
 * that leads to it, and what the kinds of entries are called; uses the events and the journal and
 * nothing else of the house.
 */
@NullMarked
package nl.peildatum.reportform;

import org.jspecify.annotations.NullMarked;
