package nl.peildatum.portal.login;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import nl.peildatum.api.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Somebody who is logged in, with all that is known about it: a browser keeps it, sealed. It ends
 * eight hours after it began, and when half an hour nothing was asked.
 *
 * @param id of this session, by chance
 * @param name what the one who is logged in is called
 * @param roles what the access token says
 * @param begun when it began
 * @param seen when something was asked last, to the minute
 * @param accessToken what the sides are asked with
 * @param accessUntil when that expires
 * @param refreshToken what gives the next one, where the issuer gave any
 */
public record Session(
        String id,
        String name,
        Set<Role> roles,
        Instant begun,
        Instant seen,
        String accessToken,
        Instant accessUntil,
        @Nullable String refreshToken) {

    static final Duration LIFE = Duration.ofHours(8);
    static final Duration IDLE = Duration.ofMinutes(30);

    /** Under which a request has the session that it came with. */
    static final String ATTRIBUTE = Session.class.getName();

    private static final Duration SOON = Duration.ofMinutes(1);

    public Session {
        roles = roles.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(roles));
    }

    /** Who asks for the page that this thread makes, or null where nobody is logged in. */
    public static @Nullable Session current() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request == null
                ? null
                : (Session) request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
    }

    /** Whether somebody with this role asks for the page that this thread makes. */
    public static boolean has(Role role) {
        Session session = current();
        return session != null && session.roles.contains(role);
    }

    boolean over(Instant now) {
        return now.isAfter(until());
    }

    /** When it ends if nothing is asked any more. */
    private Instant until() {
        Instant idle = seen.plus(IDLE);
        Instant longest = begun.plus(LIFE);
        return idle.isBefore(longest) ? idle : longest;
    }

    /** How many seconds that is from now. */
    public long secondsLeft() {
        return Duration.between(Instant.now(), until()).toSeconds();
    }

    boolean expiresSoon(Instant now) {
        return now.isAfter(accessUntil.minus(SOON));
    }

    boolean expired(Instant now) {
        return !now.isBefore(accessUntil);
    }

    boolean toBeSeen(Instant now) {
        return now.isAfter(seen.plus(SOON));
    }

    Session seenAt(Instant now) {
        return new Session(id, name, roles, begun, now, accessToken, accessUntil, refreshToken);
    }

    Session renewed(Tokens tokens) {
        return new Session(
                id,
                name,
                tokens.roles(),
                begun,
                seen,
                tokens.accessToken(),
                tokens.accessUntil(),
                tokens.refreshToken() == null ? refreshToken : tokens.refreshToken());
    }
}
