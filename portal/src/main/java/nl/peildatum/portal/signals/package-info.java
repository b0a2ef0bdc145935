/** What is recorded and does not fit together, with what was judged of it. */
@NullMarked
package nl.peildatum.portal.signals;

import org.jspecify.annotations.NullMarked;
