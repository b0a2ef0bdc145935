/** The list of programmes, the front page. */
@NullMarked
package nl.peildatum.portal.programmes;

import org.jspecify.annotations.NullMarked;
