/** Actions: the list with its filters, and everything about one. */
@NullMarked
package nl.peildatum.portal.actions;

import org.jspecify.annotations.NullMarked;
