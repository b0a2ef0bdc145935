package nl.peildatum.portal.login;

import java.time.Instant;
import java.util.Set;
import nl.peildatum.api.Role;
import org.jspecify.annotations.Nullable;

/** What the issuer gave, and what the sides will read in it. */
record Tokens(
        String accessToken,
        Instant accessUntil,
        @Nullable String refreshToken,
        @Nullable String idToken,
        Set<Role> roles,
        @Nullable String name) {}
