package nl.peildatum.portal.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.client.RestClientException;

/**
 * The sessions of all browsers, each kept by its own. Tokens are renewed before they expire: once
 * for all that a browser asks at the same moment.
 */
final class Sessions implements OAuth2AuthorizedClientRepository {

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
    private static final int MOST_RENEWED = 1_000;

    /** What the script of the pages says with what nobody asked for. */
    private static final String BY_ITSELF = "Peildatum-Vanzelf";

    private final SealedCookie<Session> kept;
    private final LoginIssuer issuer;
    private final Clock clock;

    /** By the tokens that were shown, since a browser goes on showing them until it is answered. */
    private final Map<String, CompletableFuture<Session>> renewed =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(
                        Map.Entry<String, CompletableFuture<Session>> eldest) {
                    return size() > MOST_RENEWED;
                }
            };

    Sessions(SealedCookie<Session> kept, LoginIssuer issuer, Clock clock) {
        this.kept = kept;
        this.issuer = issuer;
        this.clock = clock;
    }

    /** The session that a request comes with, good for a minute at least, if there is one. */
    @Nullable Session of(HttpServletRequest request, HttpServletResponse response) {
        Session shown = kept.read(request);
        if (shown == null) {
            return null;
        }
        Instant now = clock.instant();
        Session current = shown.over(now) ? null : shown;
        if (current != null && current.expiresSoon(now)) {
            current = renewed(current);
            if (current != null && current.expired(now)) {
                current = null;
            }
        }
        if (current == null) {
            kept.clear(request, response);
            return null;
        }
        if (current.toBeSeen(now) && !byItself(request)) {
            current = current.seenAt(now);
        }
        if (!current.equals(shown)) {
            kept.write(current, response);
        }
        return current;
    }

    /** A page that keeps itself up to date does not say that somebody is there. */
    private static boolean byItself(HttpServletRequest request) {
        return request.getHeader(BY_ITSELF) != null
                || MediaType.TEXT_EVENT_STREAM_VALUE.equals(request.getHeader(HttpHeaders.ACCEPT));
    }

    void end(HttpServletRequest request, HttpServletResponse response) {
        kept.clear(request, response);
    }

    /**
     * With tokens that are new, the same where the issuer does not answer, none when it refuses.
     */
    private @Nullable Session renewed(Session session) {
        if (session.refreshToken() == null) {
            return session;
        }
        CompletableFuture<Session> mine = new CompletableFuture<>();
        CompletableFuture<Session> first;
        synchronized (renewed) {
            first = Objects.requireNonNullElse(renewed.putIfAbsent(key(session), mine), mine);
        }
        if (first == mine) {
            try {
                mine.complete(session.renewed(issuer.next(session)));
            } catch (RuntimeException refused) {
                mine.completeExceptionally(refused);
                synchronized (renewed) {
                    renewed.remove(key(session));
                }
            }
        }
        try {
            return first.join();
        } catch (CompletionException why) {
            if (why.getCause() instanceof OAuth2AuthorizationException refused
                    && !(refused.getCause() instanceof RestClientException)) {
                return null;
            }
            LOG.warn("The issuer does not renew tokens: {}", String.valueOf(why.getCause()));
            return session;
        }
    }

    private static String key(Session session) {
        return session.id() + session.refreshToken() + session.accessUntil();
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // as the library declares it
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
            String registration, Authentication who, HttpServletRequest request) {
        return null;
    }

    /** Somebody logged in. */
    @Override
    public void saveAuthorizedClient(
            OAuth2AuthorizedClient client,
            Authentication who,
            HttpServletRequest request,
            HttpServletResponse response) {
        OidcUser person = (OidcUser) Objects.requireNonNull(who.getPrincipal());
        Tokens tokens =
                issuer.read(
                        client.getAccessToken(),
                        client.getRefreshToken(),
                        null,
                        person.getClaims());
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        kept.write(
                new Session(
                        UUID.randomUUID().toString(),
                        Objects.requireNonNullElse(tokens.name(), who.getName()),
                        tokens.roles(),
                        now,
                        now,
                        tokens.accessToken(),
                        tokens.accessUntil(),
                        tokens.refreshToken()),
                response);
    }

    @Override
    public void removeAuthorizedClient(
            String registration,
            Authentication who,
            HttpServletRequest request,
            HttpServletResponse response) {
        end(request, response);
    }
}
