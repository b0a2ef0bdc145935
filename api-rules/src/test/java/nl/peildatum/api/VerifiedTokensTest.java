package nl.peildatum.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

class VerifiedTokensTest {
    private static final Instant EXPIRES = Instant.parse("2026-03-01T12:00:00Z");

    private final List<String> verified = new ArrayList<>();
    private Instant now = EXPIRES.minusSeconds(60);

    private final JwtDecoder tokens =
            new VerifiedTokens(
                    this::signed,
                    token ->
                            now.isBefore(EXPIRES)
                                    ? OAuth2TokenValidatorResult.success()
                                    : OAuth2TokenValidatorResult.failure(
                                            new OAuth2Error("invalid_token")),
                    2);

    private Jwt signed(String token) {
        verified.add(token);
        if (token.startsWith("vals")) {
            throw new BadJwtException("no such signature");
        }
        return Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .subject(token)
                .expiresAt(EXPIRES)
                .build();
    }

    @Test
    void a_signature_is_verified_once_in_the_life_of_a_token() {
        assertThat(tokens.decode("een").getSubject()).isEqualTo("een");
        assertThat(tokens.decode("een").getSubject()).isEqualTo("een");

        assertThat(verified).containsExactly("een");
    }

    @Test
    void a_token_that_differs_in_one_byte_is_another() {
        tokens.decode("token-a");
        tokens.decode("token-b");

        assertThat(verified).containsExactly("token-a", "token-b");
    }

    @Test
    void what_is_known_is_dead_at_its_expiry() {
        tokens.decode("een");
        now = EXPIRES;

        assertThatThrownBy(() -> tokens.decode("een")).isInstanceOf(JwtValidationException.class);
        now = EXPIRES.minusSeconds(1);
        tokens.decode("een");
        assertThat(verified).containsExactly("een", "een");
    }

    @Test
    void what_was_not_signed_stays_unknown() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> tokens.decode("vals")).isInstanceOf(BadJwtException.class);
        }
        assertThat(verified).containsExactly("vals", "vals");
    }

    @Test
    void of_too_many_the_one_shown_longest_ago_is_verified_again() {
        tokens.decode("een");
        tokens.decode("twee");
        tokens.decode("een");
        tokens.decode("drie");
        tokens.decode("een");
        tokens.decode("twee");

        assertThat(verified).containsExactly("een", "twee", "drie", "twee");
    }
}
