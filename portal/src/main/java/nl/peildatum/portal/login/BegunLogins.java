package nl.peildatum.portal.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;

/** The login that a browser began, kept by that browser. */
final class BegunLogins implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    /** Where somebody goes on after logging in, for who ends the login. */
    static final String BACK = "terug";

    private final SealedCookie<Begun> kept;
    private final LoginIssuer issuer;
    private final Clock clock;

    BegunLogins(SealedCookie<Begun> kept, LoginIssuer issuer, Clock clock) {
        this.kept = kept;
        this.issuer = issuer;
        this.clock = clock;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(
            HttpServletRequest request) {
        Begun begun = kept.read(request);
        if (begun == null
                || begun.over(clock.instant())
                || !begun.state().equals(request.getParameter(OAuth2ParameterNames.STATE))) {
            return null;
        }
        request.setAttribute(BACK, begun.back());
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(
                        Objects.requireNonNull(
                                issuer.registration().getProviderDetails().getAuthorizationUri()))
                .clientId(issuer.registration().getClientId())
                .redirectUri(begun.redirectUri())
                .scopes(issuer.registration().getScopes())
                .state(begun.state())
                .attributes(
                        Map.of(
                                OAuth2ParameterNames.REGISTRATION_ID,
                                LoginIssuer.REGISTRATION,
                                PkceParameterNames.CODE_VERIFIER,
                                begun.verifier(),
                                OidcParameterNames.NONCE,
                                begun.nonce()))
                .build();
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest begun,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (begun == null) {
            kept.clear(request, response);
            return;
        }
        kept.write(
                new Begun(
                        Objects.requireNonNull(begun.getState()),
                        attribute(begun, OidcParameterNames.NONCE),
                        attribute(begun, PkceParameterNames.CODE_VERIFIER),
                        Objects.requireNonNull(begun.getRedirectUri()),
                        clock.instant(),
                        back(request)),
                response);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest begun = loadAuthorizationRequest(request);
        kept.clear(request, response);
        return begun;
    }

    /** A page of this portal, whatever somebody made of the link. */
    static String back(HttpServletRequest request) {
        String back = request.getParameter(BACK);
        return back != null && back.matches("/(?![/\\\\])[^\\\\\\p{Cntrl}]{0,1500}") ? back : "/";
    }

    private static String attribute(OAuth2AuthorizationRequest begun, String name) {
        return Objects.requireNonNull(begun.<String>getAttribute(name));
    }
}
