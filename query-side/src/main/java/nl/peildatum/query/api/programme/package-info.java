/** The programmes themselves, in order of adoption; uses the cut and what is known on it. */
@NullMarked
package nl.peildatum.query.api.programme;

import org.jspecify.annotations.NullMarked;
