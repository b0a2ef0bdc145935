/** What people take with them as a file: the overview by extension, and what pages show as csv. */
@NullMarked
package nl.peildatum.portal.download;

import org.jspecify.annotations.NullMarked;
