package nl.peildatum.api;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Verifies the signature of a token once in its life, and checks what it says, its times above all,
 * each time it is shown. A token is known by the digest of all of it, so that one with a single
 * other byte is verified like any other. What was shown longest ago is verified again where too
 * many are known, and one that no longer holds is forgotten.
 */
final class VerifiedTokens implements JwtDecoder {
    private final JwtDecoder signatures;
    private final OAuth2TokenValidator<Jwt> checks;
    private final Map<ByteBuffer, Jwt> known;

    /**
     * @param signatures reads a token whose signature holds, whatever it says
     * @param most so many are known at once
     */
    VerifiedTokens(JwtDecoder signatures, OAuth2TokenValidator<Jwt> checks, int most) {
        this.signatures = signatures;
        this.checks = checks;
        known =
                Collections.synchronizedMap(
                        new LinkedHashMap<>(16, 0.75f, true) {
                            @Override
                            protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Jwt> eldest) {
                                return size() > most;
                            }
                        });
    }

    @Override
    public Jwt decode(String token) {
        ByteBuffer digest = digest(token);
        Jwt before = known.get(digest);
        Jwt read = before == null ? signatures.decode(token) : before;
        OAuth2TokenValidatorResult result = checks.validate(read);
        if (result.hasErrors()) {
            known.remove(digest);
            throw new JwtValidationException("The token does not hold", result.getErrors());
        }
        if (before == null) {
            known.put(digest, read);
        }
        return read;
    }

    private static ByteBuffer digest(String token) {
        try {
            return ByteBuffer.wrap(
                    MessageDigest.getInstance("SHA-256")
                            .digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("Every JDK has SHA-256", never);
        }
    }
}
