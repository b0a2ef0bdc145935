/**
 * Pages that are about no programme: help, privacy, the accessibility statement and the interface,
 * readable; uses the page and the words of the portal, and asks for the document of the interface.
 */
@NullMarked
package nl.peildatum.portal.about;

import org.jspecify.annotations.NullMarked;
