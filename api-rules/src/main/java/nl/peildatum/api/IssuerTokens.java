package nl.peildatum.api;

import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import nl.peildatum.contract.Characters;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestTemplate;

/**
 * Reads the tokens that one issuer signed. It is looked up when the first token comes, so that an
 * application starts without it; while it is away, asking again waits a second.
 */
final class IssuerTokens implements JwtDecoder {
    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int KNOWN_AT_ONCE = 1_000;
    private static final long RETRY_NANOS = Duration.ofSeconds(1).toNanos();

    private final OAuth2ResourceServerProperties.Jwt settings;
    private final AtomicLong failedAt = new AtomicLong();
    private volatile boolean failed;
    private volatile @Nullable JwtDecoder found;

    private IssuerTokens(OAuth2ResourceServerProperties.Jwt settings) {
        this.settings = settings;
        if (settings.getIssuerUri() == null && settings.getJwkSetUri() == null) {
            throw new IllegalStateException(
                    "Set spring.security.oauth2.resourceserver.jwt.issuer-uri to the address of the"
                            + " OpenID Connect issuer");
        }
    }

    /** Those of them that may be used here and now. */
    static JwtDecoder inForce(OAuth2ResourceServerProperties.Jwt settings, Clock clock) {
        return new VerifiedTokens(
                new IssuerTokens(settings), checks(settings, clock), KNOWN_AT_ONCE);
    }

    @Override
    public Jwt decode(String token) {
        try {
            // Garbage is refused without asking the issuer anything.
            JWTParser.parse(token);
        } catch (ParseException | RuntimeException garbage) {
            throw new BadJwtException("The token is not a JWT", garbage);
        }
        return decoder().decode(token);
    }

    private JwtDecoder decoder() {
        JwtDecoder decoder = found;
        if (decoder != null) {
            return decoder;
        }
        if (failed && System.nanoTime() - failedAt.get() < RETRY_NANOS) {
            throw new JwtDecoderInitializationException(
                    "The issuer is away", new IllegalStateException("It was a moment ago"));
        }
        try {
            decoder = find();
            found = decoder;
            return decoder;
        } catch (RuntimeException away) {
            failedAt.set(System.nanoTime());
            failed = true;
            throw new JwtDecoderInitializationException("The issuer is away", away);
        }
    }

    private JwtDecoder find() {
        SimpleClientHttpRequestFactory connections = new SimpleClientHttpRequestFactory();
        connections.setConnectTimeout(PATIENCE);
        connections.setReadTimeout(PATIENCE);
        String keys = settings.getJwkSetUri();
        String issuer = settings.getIssuerUri();
        NimbusJwtDecoder decoder =
                (keys != null
                                ? NimbusJwtDecoder.withJwkSetUri(keys)
                                : NimbusJwtDecoder.withIssuerLocation(
                                        Objects.requireNonNull(issuer)))
                        .restOperations(new RestTemplate(connections))
                        .jwsAlgorithms(IssuerTokens::signedWithKeyPairs)
                        .build();
        decoder.setJwtValidator(_ -> OAuth2TokenValidatorResult.success());
        return decoder;
    }

    /** Never a shared secret: whoever can check such a token could make one. */
    private static void signedWithKeyPairs(Set<SignatureAlgorithm> algorithms) {
        algorithms.clear();
        algorithms.addAll(
                Set.of(
                        SignatureAlgorithm.RS256,
                        SignatureAlgorithm.RS384,
                        SignatureAlgorithm.RS512,
                        SignatureAlgorithm.PS256,
                        SignatureAlgorithm.PS384,
                        SignatureAlgorithm.PS512,
                        SignatureAlgorithm.ES256,
                        SignatureAlgorithm.ES384,
                        SignatureAlgorithm.ES512));
    }

    private static OAuth2TokenValidator<Jwt> checks(
            OAuth2ResourceServerProperties.Jwt settings, Clock clock) {
        JwtTimestampValidator times = new JwtTimestampValidator(SKEW);
        times.setClock(clock);
        times.setAllowEmptyExpiryClaim(false);
        JwtTypeValidator types = new JwtTypeValidator("JWT", "at+jwt");
        types.setAllowEmpty(true);
        List<String> audiences =
                settings.getAudiences().isEmpty()
                        ? List.of("peildatum")
                        : List.copyOf(settings.getAudiences());
        List<OAuth2TokenValidator<Jwt>> all = new ArrayList<>();
        all.add(times);
        all.add(types);
        all.add(
                token ->
                        result(
                                token.getAudience() != null
                                        && token.getAudience().stream()
                                                .anyMatch(audiences::contains),
                                "the audience"));
        all.add(token -> result(subject(token.getSubject()), "the subject"));
        if (settings.getIssuerUri() != null) {
            all.add(new JwtIssuerValidator(settings.getIssuerUri()));
        }
        return new DelegatingOAuth2TokenValidator<>(all);
    }

    /** The subject is recorded with everything this caller does, so it must be there and fit. */
    private static boolean subject(@Nullable String subject) {
        return subject != null
                && !subject.isBlank()
                && Characters.length(subject) <= Longest.SUBJECT
                && Characters.storable(subject)
                && Characters.oneLine(subject);
    }

    private static OAuth2TokenValidatorResult result(boolean right, String what) {
        return right
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(
                        new OAuth2Error(
                                OAuth2ErrorCodes.INVALID_TOKEN, what + " is not right", null));
    }
}
