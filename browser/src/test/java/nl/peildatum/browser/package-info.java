/**
 * The pages as a browser shows them: uses Playwright, axe and a standalone that runs as a process
 * of its own; knows the portal by its addresses and by the list that it maps.
 */
@NullMarked
package nl.peildatum.browser;

import org.jspecify.annotations.NullMarked;
