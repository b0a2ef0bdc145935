package nl.peildatum.api;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** Who comes in: bearer tokens of one issuer, roles from one claim, closed unless a rule opens. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OAuth2ResourceServerProperties.class)
class ResourceServer {

    @Bean
    JwtDecoder issuerTokens(
            OAuth2ResourceServerProperties properties, ObjectProvider<Clock> clock) {
        return IssuerTokens.inForce(properties.getJwt(), clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        // A strange method is a matter of the access rules (401, then 405), not a malformed
        // request.
        firewall.setUnsafeAllowAnyHttpMethod(true);
        return firewall;
    }

    @Bean
    SecurityFilterChain apiSecurity(
            HttpSecurity http,
            JwtDecoder tokens,
            AccessRules rules,
            ApplicationEventPublisher events,
            ObjectProvider<Clock> clocks,
            @Value("${peildatum.roles-claim:roles}") String rolesClaim,
            @Value("${peildatum.openbaar:false}") boolean openbaar) {
        Refusing refusing = new Refusing(events, clocks.getIfAvailable(Clock::systemUTC));
        return http.csrf(AbstractHttpConfigurer::disable)
                // on every answer, those that are given before security too
                .headers(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(
                        requests ->
                                requests.dispatcherTypeMatchers(
                                                DispatcherType.ASYNC,
                                                DispatcherType.ERROR,
                                                DispatcherType.FORWARD)
                                        .permitAll()
                                        .anyRequest()
                                        .access(new Gate(rules, openbaar)))
                .oauth2ResourceServer(
                        server ->
                                server.bearerTokenResolver(oneToken())
                                        .authenticationEntryPoint(refusing::unauthorized)
                                        .accessDeniedHandler(refusing::denied)
                                        .jwt(
                                                jwt ->
                                                        jwt.decoder(tokens)
                                                                .jwtAuthenticationConverter(
                                                                        t ->
                                                                                authenticated(
                                                                                        t,
                                                                                        rolesClaim))))
                .exceptionHandling(
                        handling ->
                                handling.authenticationEntryPoint(refusing::unauthorized)
                                        .accessDeniedHandler(refusing::denied))
                .build();
    }

    /**
     * RFC 6750, header only; two Authorization headers leave open who is asking, so neither counts.
     */
    private static BearerTokenResolver oneToken() {
        DefaultBearerTokenResolver single = new DefaultBearerTokenResolver();
        return request -> {
            if (Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION)).size() > 1) {
                throw new OAuth2AuthenticationException(
                        BearerTokenErrors.invalidToken("more than one Authorization header"));
            }
            return single.resolve(request);
        };
    }

    private static JwtAuthenticationToken authenticated(Jwt token, String rolesClaim) {
        return new JwtAuthenticationToken(token, roles(token, rolesClaim));
    }

    static Collection<GrantedAuthority> roles(Jwt token, String claim) {
        List<GrantedAuthority> authorities = new ArrayList<>();
        for (Role role : Role.in(token.getClaims(), claim)) {
            authorities.add(new SimpleGrantedAuthority("ROLE_" + role.claim()));
        }
        return authorities;
    }

    private record Gate(AccessRules rules, boolean openbaar)
            implements AuthorizationManager<RequestAuthorizationContext> {
        private static final AuthenticationTrustResolver TRUST =
                new AuthenticationTrustResolverImpl();

        @Override
        public AuthorizationResult authorize(
                Supplier<? extends @Nullable Authentication> who,
                RequestAuthorizationContext context) {
            HttpServletRequest request = context.getRequest();
            AccessRules.Access access = rules.of(request.getMethod(), Addresses.of(request));
            boolean anyone =
                    switch (access) {
                        case AccessRules.Access.Everybody _ -> true;
                        case AccessRules.Access.Roles roles -> openbaar && roles.open();
                        case AccessRules.Access.Nobody _ -> false;
                    };
            if (anyone || !TRUST.isAuthenticated(who.get())) {
                return new AuthorizationDecision(anyone);
            }
            return new AuthorizationDecision(
                    switch (access) {
                        case AccessRules.Access.Everybody _ -> true;
                        case AccessRules.Access.Roles allowed ->
                                Caller.current().roles().stream()
                                        .map(Role::claim)
                                        .anyMatch(allowed.roles()::contains);
                        case AccessRules.Access.Nobody nobody -> throw notHere(nobody.methods());
                    });
        }

        /** The address exists for another method, or it does not exist. */
        private static Problem notHere(Set<String> methods) {
            return methods.isEmpty() ? Problem.unknown() : Problem.methodNotAllowed(methods);
        }
    }

    private record Refusing(ApplicationEventPublisher events, Clock clock) {
        void unauthorized(
                HttpServletRequest request, HttpServletResponse response, Exception refusal)
                throws IOException {
            boolean tokenGiven = refusal instanceof OAuth2AuthenticationException;
            if (tokenGiven) {
                tell(401, request);
            }
            ProblemAnswers.write(Problem.unauthorized(tokenGiven), request, response);
        }

        void denied(HttpServletRequest request, HttpServletResponse response, Exception refusal)
                throws IOException {
            tell(403, request);
            ProblemAnswers.write(Problem.forbidden(), request, response);
        }

        private void tell(int status, HttpServletRequest request) {
            events.publishEvent(
                    new AccessRefused(
                            status,
                            Caller.current().subject(),
                            request.getMethod(),
                            ProblemAnswers.instance(request.getRequestURI()),
                            clock.instant()));
        }
    }
}
