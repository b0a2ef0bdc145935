package nl.peildatum.portal.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import nl.peildatum.portal.door.FrontDoor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.web.client.RestClientException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/**
 * Logging in by authorization code with PKCE, and out at both ends. Who may do what is for the
 * sides to say, by the token that they are asked with: here is only who asks.
 */
@Configuration(proxyBeanMethods = false)
public class Login {

    /** Where logging in begins; with {@code terug}, the page to go on to. */
    public static final String BEGIN = "/aanmelden/" + LoginIssuer.REGISTRATION;

    /** Where a login that failed ends. */
    public static final String FAILED = "/aanmelden";

    /** Where a form leads to that logs out. */
    public static final String OUT = "/afmelden";

    private static final Logger LOG = LoggerFactory.getLogger(Login.class);

    /** After what refuses requests that cannot be read, before security. */
    private static final int BEFORE_SECURITY = Ordered.HIGHEST_PRECEDENCE + 200;

    /** Whether people can log in where this was asked. */
    public static boolean possible(HttpServletRequest request) {
        return request.getAttribute(Login.class.getName()) != null;
    }

    /** What the front door passes on has not to do with it, and is passed on as it is. */
    @Bean
    HttpFirewall asItCame() {
        return new AsItCame();
    }

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http,
            CookieCsrfTokenRepository tokens,
            ObjectProvider<AtAnIssuer> issuer) {
        http.securityMatcher(request -> !FrontDoor.passesOn(request.getRequestURI()))
                .csrf(
                        csrf ->
                                csrf.csrfTokenRepository(tokens)
                                        // a form that was open while its session ended goes on
                                        .sessionAuthenticationStrategy(
                                                new NullAuthenticatedSessionStrategy()))
                .securityContext(
                        c -> c.securityContextRepository(new NullSecurityContextRepository()))
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable);
        issuer.ifAvailable(there -> there.addTo(http));
        return http.build();
    }

    @Bean
    CookieCsrfTokenRepository formTokens(LoginSettings settings) {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("peildatum-formulier");
        tokens.setParameterName("formulier");
        tokens.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).sameSite("Lax").path("/").secure(secure(settings)));
        return tokens;
    }

    private static boolean secure(LoginSettings settings) {
        URI home = settings.adres();
        return home != null && "https".equals(home.getScheme());
    }

    /** Where there is an issuer. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("peildatum.inloggen.issuer")
    static class AtAnIssuer {

        private final LoginSettings settings;
        private final LoginIssuer issuer;
        private final Sessions sessions;
        private final BegunLogins begun;
        private final PortalToken own;

        AtAnIssuer(
                LoginSettings settings,
                JsonMapper json,
                @Value("${peildatum.roles-claim:roles}") String rolesClaim) {
            Clock clock = Clock.systemUTC();
            Seal seal = new Seal(settings.secret());
            boolean secure = secure(settings);
            this.settings = settings;
            this.issuer = new LoginIssuer(settings, rolesClaim, clock);
            this.sessions =
                    new Sessions(
                            new SealedCookie<>(
                                    "peildatum-sessie", Session.class, seal, secure, json),
                            issuer,
                            clock);
            this.begun =
                    new BegunLogins(
                            new SealedCookie<>(
                                    "peildatum-aanmelden", Begun.class, seal, secure, json),
                            issuer,
                            clock);
            this.own = new PortalToken(issuer, clock);
        }

        @Bean
        PortalToken portalToken() {
            return own;
        }

        @Bean
        FilterRegistrationBean<WhoAsks> whoAsks() {
            FilterRegistrationBean<WhoAsks> filter =
                    new FilterRegistrationBean<>(new WhoAsks(settings, issuer, sessions));
            filter.setOrder(BEFORE_SECURITY);
            return filter;
        }

        void addTo(HttpSecurity http) {
            RestClientAuthorizationCodeTokenResponseClient codes =
                    new RestClientAuthorizationCodeTokenResponseClient();
            codes.setRestClient(issuer.tokens());
            http.oauth2Login(
                    login ->
                            login.loginPage(FAILED)
                                    .clientRegistrationRepository(issuer)
                                    .authorizedClientRepository(sessions)
                                    .authorizationEndpoint(
                                            at ->
                                                    at.baseUri("/aanmelden")
                                                            .authorizationRequestRepository(begun))
                                    .tokenEndpoint(at -> at.accessTokenResponseClient(codes))
                                    .successHandler(AtAnIssuer::goOn)
                                    .failureHandler(AtAnIssuer::failed));
            http.logout(
                    out ->
                            out.logoutUrl(OUT)
                                    .addLogoutHandler((asked, to, _) -> sessions.end(asked, to))
                                    .logoutSuccessHandler(this::leave));
        }

        private static void goOn(
                HttpServletRequest request, HttpServletResponse response, Authentication who)
                throws IOException {
            Object back = request.getAttribute(BegunLogins.BACK);
            response.sendRedirect(back instanceof String page ? page : "/");
        }

        private static void failed(
                HttpServletRequest request,
                HttpServletResponse response,
                AuthenticationException why)
                throws IOException {
            LOG.warn("Somebody could not log in: {}", why.getMessage());
            Object back = request.getAttribute(BegunLogins.BACK);
            response.sendRedirect(
                    UriComponentsBuilder.fromPath(FAILED)
                            .queryParam(BegunLogins.BACK, "{terug}")
                            .build(back instanceof String page ? page : "/")
                            .toString());
        }

        /** On to the issuer, to end what is there too; home at once where that cannot be. */
        private void leave(
                HttpServletRequest request,
                HttpServletResponse response,
                @Nullable Authentication who)
                throws IOException {
            response.sendRedirect(after(request));
        }

        private String after(HttpServletRequest request) {
            if (!(request.getAttribute(Session.ATTRIBUTE) instanceof Session session)
                    || session.refreshToken() == null) {
                return "/";
            }
            try {
                URI end = issuer.endSession();
                Tokens last = issuer.next(session);
                issuer.revoke(session.renewed(last));
                if (end == null || last.idToken() == null) {
                    return "/";
                }
                return UriComponentsBuilder.fromUri(end)
                        .queryParam("id_token_hint", last.idToken())
                        .queryParam("client_id", settings.clientId())
                        .queryParam("post_logout_redirect_uri", settings.home() + "/")
                        .build()
                        .toUriString();
            } catch (RestClientException | OAuth2AuthorizationException away) {
                LOG.warn("Somebody logged out here, not at the issuer: {}", away.getMessage());
                return "/";
            }
        }
    }

    /** Who asks for a page; and that logging in begins where the issuer will end it. */
    static final class WhoAsks extends OncePerRequestFilter {

        private final LoginSettings settings;
        private final LoginIssuer issuer;
        private final Sessions sessions;

        WhoAsks(LoginSettings settings, LoginIssuer issuer, Sessions sessions) {
            this.settings = settings;
            this.issuer = issuer;
            this.sessions = sessions;
        }

        @Override
        protected void doFilterInternal(
                HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (request.getRequestURI().equals(BEGIN)) {
                if (!request.getServerName().equalsIgnoreCase(settings.home().getHost())) {
                    // a cookie that is set here would not come along to there
                    String query = request.getQueryString();
                    response.sendRedirect(
                            settings.home() + BEGIN + (query == null ? "" : "?" + query));
                    return;
                }
                try {
                    issuer.registration();
                } catch (RestClientException away) {
                    LOG.warn("Nobody can log in: {}", away.getMessage());
                    response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
                    return;
                }
            }
            request.setAttribute(Login.class.getName(), settings);
            request.setAttribute(Session.ATTRIBUTE, sessions.of(request, response));
            chain.doFilter(request, response);
        }

        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            return FrontDoor.passesOn(request.getRequestURI());
        }
    }

    /** Decides nothing about what an address may look like: every page has that in its own hand. */
    private static final class AsItCame implements HttpFirewall {

        @Override
        public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
            return new FirewalledRequest(Objects.requireNonNull(request)) {
                @Override
                public void reset() {}
            };
        }

        @Override
        public HttpServletResponse getFirewalledResponse(HttpServletResponse response) {
            return response;
        }
    }
}
