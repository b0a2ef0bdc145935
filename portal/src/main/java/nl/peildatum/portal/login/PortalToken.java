package nl.peildatum.portal.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.client.RestClientException;

/** What the portal asks the sides with as itself, a reader: renewed before it expires. */
public final class PortalToken {

    private static final Duration SOON = Duration.ofMinutes(1);

    private final LoginIssuer issuer;
    private final Clock clock;
    private @Nullable OAuth2AccessToken last;

    PortalToken(LoginIssuer issuer, Clock clock) {
        this.issuer = issuer;
        this.clock = clock;
    }

    /**
     * A token that is good for a minute at least.
     *
     * @throws OAuth2AuthorizationException when the issuer gives none
     * @throws RestClientException while the issuer does not answer
     */
    public synchronized String value() {
        OAuth2AccessToken token = last;
        if (token == null || expiresSoon(token)) {
            token = issuer.own();
            last = token;
        }
        return token.getTokenValue();
    }

    private boolean expiresSoon(OAuth2AccessToken token) {
        Instant until = token.getExpiresAt();
        return until == null || clock.instant().isAfter(until.minus(SOON));
    }
}
