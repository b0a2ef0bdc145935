/** Tests of what makes a signal. */
@NullMarked
package nl.peildatum.query.api.signal;

import org.jspecify.annotations.NullMarked;
