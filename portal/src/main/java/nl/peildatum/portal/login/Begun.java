package nl.peildatum.portal.login;

import java.time.Duration;
import java.time.Instant;

/** A login that was begun at the issuer, as the browser keeps it until it comes back. */
record Begun(
        String state, String nonce, String verifier, String redirectUri, Instant at, String back) {

    private static final Duration LONGEST = Duration.ofMinutes(15);

    boolean over(Instant now) {
        return now.isAfter(at.plus(LONGEST));
    }
}
