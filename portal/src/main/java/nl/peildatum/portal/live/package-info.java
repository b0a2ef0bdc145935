/**
 * Tells browsers what is recorded while they look, from one stream of the interface for each
 * programme; asks as pages do, and where reading is not open as the portal itself.
 */
@NullMarked
package nl.peildatum.portal.live;

import org.jspecify.annotations.NullMarked;
