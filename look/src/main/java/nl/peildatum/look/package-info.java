/**
 * How every page looks: the signs of the statuses, the figures, the shell of a page and what it
 * loads. Knows words only as they are given to it, and no domain.
 */
@NullMarked
package nl.peildatum.look;

import org.jspecify.annotations.NullMarked;
