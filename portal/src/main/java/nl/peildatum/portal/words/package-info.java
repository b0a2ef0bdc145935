/** The words of the pages, from {@code portal-messages_nl.properties}, and dates in words. */
@NullMarked
package nl.peildatum.portal.words;

import org.jspecify.annotations.NullMarked;
