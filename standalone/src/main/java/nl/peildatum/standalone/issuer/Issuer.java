package nl.peildatum.standalone.issuer;

import static org.springframework.security.config.Customizer.withDefaults;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.peildatum.api.ContainerProblems;
import nl.peildatum.api.UnreadableRequests;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The issuer as an application: client credentials for programs, a login page for persons. */
@SpringBootConfiguration(proxyBeanMethods = false)
@ComponentScan
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    ConfigurationPropertiesAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    ServletWebSecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
})
public class Issuer {

    /** The path of the login page; another than that of a portal that logs in at an issuer. */
    static final String LOGIN = "/inloggen";

    /** The field of its form that holds the name. */
    static final String NAME = "naam";

    private static final long SWALLOWED_AT_MOST = 2 * 1024 * 1024;

    /** The application, to be run with the port to listen on. */
    public static SpringApplicationBuilder application(Identity identity) {
        return new SpringApplicationBuilder(Issuer.class)
                .bannerMode(Banner.Mode.OFF)
                .properties("spring.config.name=issuer")
                .initializers(
                        context ->
                                ((GenericApplicationContext) context)
                                        .registerBean(Identity.class, () -> identity));
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(Identity identity) {
        return AuthorizationServerSettings.builder().issuer(identity.address().toString()).build();
    }

    @Bean
    JWKSource<SecurityContext> signingKeys(Identity identity) throws IOException {
        return new ImmutableJWKSet<>(SigningKey.keptIn(identity.keys()));
    }

    @Bean
    JwtDecoder ownTokens(JWKSource<SecurityContext> signingKeys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(signingKeys);
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new GeneratedSecrets();
    }

    @Bean
    UserDetailsService persons(Identity identity) {
        List<UserDetails> persons = new ArrayList<>();
        for (String person : Identity.persons()) {
            persons.add(
                    User.withUsername(person)
                            .password(identity.credentials().secret(Identity.password(person)))
                            .authorities(Identity.role(person))
                            .build());
        }
        return new InMemoryUserDetailsManager(persons);
    }

    @Bean
    RegisteredClientRepository clients(Identity identity) {
        List<RegisteredClient> clients = new ArrayList<>();
        for (String role : Identity.ROLES) {
            clients.add(
                    client(role, identity)
                            .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                            .build());
        }
        clients.add(
                client(Identity.PORTAL, identity)
                        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                        .redirectUri(identity.address() + "/login/oauth2/code/peildatum")
                        .postLogoutRedirectUri(identity.address() + "/")
                        .scope(OidcScopes.OPENID)
                        .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                        .build());
        return new InMemoryRegisteredClientRepository(clients);
    }

    private static RegisteredClient.Builder client(String name, Identity identity) {
        return RegisteredClient.withId(
                        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString())
                .clientId(name)
                .clientSecret(identity.credentials().secret(Identity.clientSecret(name)))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .tokenSettings(
                        TokenSettings.builder().accessTokenTimeToLive(Identity.TOKEN_LIFE).build());
    }

    /** Before security, which checks what is given. */
    @Bean
    FilterRegistrationBean<Slowing> slowing(ApplicationEventPublisher events) {
        FilterRegistrationBean<Slowing> filter = new FilterRegistrationBean<>(new Slowing(events));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return filter;
    }

    /** Before security, which takes another method for another address. */
    @Bean
    FilterRegistrationBean<Methods> methods() {
        FilterRegistrationBean<Methods> filter = new FilterRegistrationBean<>(new Methods());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 50);
        return filter;
    }

    @Bean
    UnreadableRequests unreadableRequests() {
        return new UnreadableRequests();
    }

    @Bean
    ContainerProblems problemsOfTheContainer() {
        return new ContainerProblems(SWALLOWED_AT_MOST);
    }

    /** Of the client where a program asks, of the person where one logs in. */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims() {
        return context -> {
            Authentication who = context.getPrincipal();
            if (who != null && Identity.knows(who.getName())) {
                context.getClaims()
                        .claim(Identity.ROLES_CLAIM, List.of(Identity.role(who.getName())));
                context.getClaims().claim(Identity.NAME_CLAIM, Identity.name(who.getName()));
            }
            if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
                context.getClaims().audience(List.of(Identity.AUDIENCE));
            }
        };
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain endpoints(HttpSecurity http) {
        http.oauth2AuthorizationServer(
                server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.oidc(withDefaults());
                    server.clientAuthentication(c -> c.errorResponseHandler(OAuthRefusals::answer));
                    server.tokenEndpoint(t -> t.errorResponseHandler(OAuthRefusals::answer));
                    server.tokenIntrospectionEndpoint(
                            t -> t.errorResponseHandler(OAuthRefusals::answer));
                    server.tokenRevocationEndpoint(
                            t -> t.errorResponseHandler(OAuthRefusals::answer));
                });
        http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated());
        http.oauth2ResourceServer(server -> server.jwt(withDefaults()));
        http.exceptionHandling(
                refused ->
                        refused.defaultAuthenticationEntryPointFor(
                                        OAuthRefusals::nobody, Slowing::isForPrograms)
                                .defaultAuthenticationEntryPointFor(
                                        new LoginUrlAuthenticationEntryPoint(LOGIN), aBrowser()));
        return http.build();
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain browserLogin(HttpSecurity http) {
        http.authorizeHttpRequests(
                requests ->
                        requests.requestMatchers(LOGIN, "/error")
                                .permitAll()
                                .anyRequest()
                                .denyAll());
        http.formLogin(
                form ->
                        form.loginPage(LOGIN)
                                .usernameParameter(NAME)
                                .passwordParameter("wachtwoord")
                                .failureHandler(
                                        (request, response, wrong) -> {
                                            Slowing.wrong(request);
                                            response.sendRedirect(LOGIN + "?fout");
                                        })
                                .defaultSuccessUrl("/"));
        http.headers(
                headers ->
                        headers.contentSecurityPolicy(
                                        policy ->
                                                policy.policyDirectives(
                                                        "default-src 'self';"
                                                                + " object-src 'none'; base-uri 'none';"
                                                                + " frame-ancestors 'none'"))
                                .referrerPolicy(withDefaults()));
        return http.build();
    }

    private static RequestMatcher aBrowser() {
        MediaTypeRequestMatcher html = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        html.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        return html;
    }
}
