package nl.peildatum.portal.login;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.peildatum.api.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2ClientCredentialsGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** The issuer at which people log in; asked about itself when somebody does, and once. */
final class LoginIssuer implements ClientRegistrationRepository {

    static final String REGISTRATION = "peildatum";

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(5);

    /** What the portal asks itself, not the browser. */
    private static final List<String> ASKED_FROM_HERE =
            List.of("token_endpoint", "jwks_uri", "revocation_endpoint");

    private final LoginSettings settings;
    private final String rolesClaim;
    private final Clock clock;
    private final RestClient client;
    private final RestClientRefreshTokenTokenResponseClient refreshing;
    private final RestClientClientCredentialsTokenResponseClient asking;
    private volatile @Nullable ClientRegistration registration;

    LoginIssuer(LoginSettings settings, String rolesClaim, Clock clock) {
        this.settings = settings;
        this.rolesClaim = rolesClaim;
        this.clock = clock;
        JdkClientHttpRequestFactory requests =
                new JdkClientHttpRequestFactory(
                        HttpClient.newBuilder()
                                .version(HttpClient.Version.HTTP_1_1)
                                .connectTimeout(CONNECT)
                                .build());
        requests.setReadTimeout(READ);
        this.client = RestClient.builder().requestFactory(requests).build();
        this.refreshing = new RestClientRefreshTokenTokenResponseClient();
        refreshing.setRestClient(tokens());
        this.asking = new RestClientClientCredentialsTokenResponseClient();
        asking.setRestClient(tokens());
    }

    /** Asks for tokens, and reads what it means when there are none. */
    RestClient tokens() {
        return client.mutate()
                .configureMessageConverters(
                        converters ->
                                converters
                                        .addCustomConverter(new FormHttpMessageConverter())
                                        .addCustomConverter(
                                                new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return REGISTRATION.equals(id) ? registration() : null;
    }

    /**
     * What the portal is at the issuer.
     *
     * @throws RestClientException while the issuer does not answer
     */
    ClientRegistration registration() {
        ClientRegistration known = registration;
        if (known == null) {
            known = discovered();
            registration = known;
        }
        return known;
    }

    /** Where a browser ends its session at the issuer, if that is possible. */
    @Nullable URI endSession() {
        return endpoint("end_session_endpoint");
    }

    /**
     * The tokens that come after these.
     *
     * @throws OAuth2AuthorizationException when the issuer gives no more
     */
    Tokens next(Session session) {
        OAuth2AccessTokenResponse given =
                refreshing.getTokenResponse(
                        new OAuth2RefreshTokenGrantRequest(
                                registration(),
                                new OAuth2AccessToken(
                                        OAuth2AccessToken.TokenType.BEARER,
                                        session.accessToken(),
                                        null,
                                        session.accessUntil()),
                                new OAuth2RefreshToken(
                                        Objects.requireNonNull(session.refreshToken()), null)));
        Object idToken = given.getAdditionalParameters().get(OidcParameterNames.ID_TOKEN);
        return read(
                given.getAccessToken(),
                given.getRefreshToken(),
                idToken instanceof String text ? text : null,
                Map.of());
    }

    /**
     * A token for the portal itself, as a program.
     *
     * @throws OAuth2AuthorizationException when the issuer gives none
     */
    OAuth2AccessToken own() {
        ClientRegistration forPeople = registration();
        ClientRegistration asProgram =
                ClientRegistration.withRegistrationId(REGISTRATION)
                        .clientId(forPeople.getClientId())
                        .clientSecret(forPeople.getClientSecret())
                        .clientAuthenticationMethod(forPeople.getClientAuthenticationMethod())
                        .tokenUri(forPeople.getProviderDetails().getTokenUri())
                        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                        .build();
        return asking.getTokenResponse(new OAuth2ClientCredentialsGrantRequest(asProgram))
                .getAccessToken();
    }

    /** Makes tokens worthless, as far as the issuer does that. */
    void revoke(Session session) {
        URI endpoint = endpoint("revocation_endpoint");
        if (endpoint == null || session.refreshToken() == null) {
            return;
        }
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("token", session.refreshToken());
        form.add("token_type_hint", "refresh_token");
        client.post()
                .uri(endpoint)
                .headers(h -> h.setBasicAuth(settings.clientId(), settings.secret()))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .toBodilessEntity();
    }

    /**
     * What the sides will read in an access token.
     *
     * @param identity the claims of the ID token, for a name
     */
    Tokens read(
            OAuth2AccessToken access,
            @Nullable OAuth2RefreshToken refresh,
            @Nullable String idToken,
            Map<String, Object> identity) {
        Map<String, Object> claims = new HashMap<>(Claims.of(access.getTokenValue()));
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(Role.in(claims, rolesClaim));
        Object name = claims.getOrDefault("name", identity.get("name"));
        Instant until = access.getExpiresAt();
        return new Tokens(
                access.getTokenValue(),
                until == null ? clock.instant().plus(Duration.ofMinutes(1)) : until,
                refresh == null ? null : refresh.getTokenValue(),
                idToken,
                roles,
                name instanceof String text ? text : null);
    }

    private @Nullable URI endpoint(String name) {
        Object address = registration().getProviderDetails().getConfigurationMetadata().get(name);
        return address instanceof String text ? URI.create(text) : null;
    }

    private ClientRegistration discovered() {
        URI issuer = settings.itsIssuer();
        URI from = settings.intern() == null ? issuer : settings.intern();
        Map<String, Object> told =
                client.get()
                        .uri(from + "/.well-known/openid-configuration")
                        .retrieve()
                        .body(new ParameterizedTypeReference<>() {});
        if (told == null || !issuer.toString().equals(told.get("issuer"))) {
            throw new RestClientException(
                    "The issuer at "
                            + from
                            + " is "
                            + (told == null ? null : told.get("issuer"))
                            + ", not "
                            + issuer);
        }
        Map<String, Object> seenFromHere = new HashMap<>(told);
        for (String endpoint : ASKED_FROM_HERE) {
            seenFromHere.computeIfPresent(
                    endpoint,
                    (_, address) -> {
                        String text = address.toString();
                        return text.startsWith(issuer + "/")
                                ? from + text.substring(issuer.toString().length())
                                : text;
                    });
        }
        // all that is needed is in the tokens
        seenFromHere.remove("userinfo_endpoint");
        return ClientRegistrations.fromOidcConfiguration(seenFromHere)
                .registrationId(REGISTRATION)
                .clientId(settings.clientId())
                .clientSecret(settings.secret())
                .scope("openid")
                .redirectUri(settings.home() + "/login/oauth2/code/" + REGISTRATION)
                .build();
    }
}
