/** The first page of a programme: how many actions had which status. */
@NullMarked
package nl.peildatum.portal.stand;

import org.jspecify.annotations.NullMarked;
