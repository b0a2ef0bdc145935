/** The programmes themselves, in order of adoption; uses the cut and the programme versions. */
@NullMarked
package nl.peildatum.query.api.programme;

import org.jspecify.annotations.NullMarked;
