/**
 * The days that stand out in a programme: of fixed reports, and on which something changed; uses
 * the cut, what is known on it, HTTP and Spring Data JPA.
 */
@NullMarked
package nl.peildatum.query.api.moment;

import org.jspecify.annotations.NullMarked;
