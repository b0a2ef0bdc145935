/** The overview in the forms that people take with them, by extension. */
@NullMarked
package nl.peildatum.portal.download;

import org.jspecify.annotations.NullMarked;
