/**
 * The one address: passes reading to the query-side, changing to the command-side and logging in to
 * the issuer, as it came in and as it comes back; uses Apache HttpClient and the words of
 * api-rules.
 */
@NullMarked
package nl.peildatum.portal.door;

import org.jspecify.annotations.NullMarked;
