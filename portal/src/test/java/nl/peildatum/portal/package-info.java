/** Tests of the portal against real HTTP servers in the place of the sides. */
@NullMarked
package nl.peildatum.portal;

import org.jspecify.annotations.NullMarked;
