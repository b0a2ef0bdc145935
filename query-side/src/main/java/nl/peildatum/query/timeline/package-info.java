/**
 * What held when: the pure fold of entries into states over days; uses the events, the entries of a
 * journal, and nothing else.
 */
@NullMarked
package nl.peildatum.query.timeline;

import org.jspecify.annotations.NullMarked;
