/** An action line, as its chapter is published. */
@NullMarked
package nl.peildatum.portal.lines;

import org.jspecify.annotations.NullMarked;
