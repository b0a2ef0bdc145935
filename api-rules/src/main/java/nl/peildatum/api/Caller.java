package nl.peildatum.api;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Who is asking: the subject of the token and its roles; nobody logged in has neither. */
public record Caller(@Nullable String subject, Set<Role> roles) {
    private static final Caller NOBODY = new Caller(null, Set.of());

    public Caller {
        roles = roles.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(roles));
    }

    /** The caller of the request on this thread. */
    public static Caller current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (!(authentication instanceof JwtAuthenticationToken token)) {
            return NOBODY;
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (token.getAuthorities().stream()
                    .anyMatch(a -> ("ROLE_" + role.claim()).equals(a.getAuthority()))) {
                roles.add(role);
            }
        }
        return new Caller(token.getToken().getSubject(), roles);
    }

    /** Whether the caller has at least one of these roles. */
    public boolean is(Role... any) {
        for (Role role : any) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }

    /** Whether nobody is logged in. */
    public boolean anonymous() {
        return subject == null;
    }

    /** The subject that goes into an event; 401 where nobody is logged in. */
    public String actor() {
        if (subject == null) {
            throw Problem.unauthorized();
        }
        return subject;
    }
}
