/**
 * The standalone's own OpenID Connect issuer, a Spring context of its own; it knows the generated
 * credentials and nothing of programmes. In production an organisation's issuer takes its place.
 */
@NullMarked
package nl.peildatum.standalone.issuer;

import org.jspecify.annotations.NullMarked;
