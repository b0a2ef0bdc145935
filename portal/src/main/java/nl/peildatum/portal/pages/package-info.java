/** What every page of the portal has in common: its headers and what it says when it fails. */
@NullMarked
package nl.peildatum.portal.pages;

import org.jspecify.annotations.NullMarked;
