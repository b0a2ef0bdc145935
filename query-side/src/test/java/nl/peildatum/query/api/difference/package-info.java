/** Tests of what differs between two cuts. */
@NullMarked
package nl.peildatum.query.api.difference;

import org.jspecify.annotations.NullMarked;
