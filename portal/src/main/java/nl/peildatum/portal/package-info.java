/**
 * The web pages and the front door; it knows both sides, and the issuer, by their address alone.
 */
@NullMarked
package nl.peildatum.portal;

import org.jspecify.annotations.NullMarked;
