/** Logging in at the issuer, and who is logged in; no node keeps anything of it. */
@NullMarked
package nl.peildatum.portal.login;

import org.jspecify.annotations.NullMarked;
