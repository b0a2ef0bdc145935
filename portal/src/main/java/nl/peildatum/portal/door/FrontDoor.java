package nl.peildatum.portal.door;

import static org.springframework.web.servlet.function.RequestPredicates.methods;
import static org.springframework.web.servlet.function.RequestPredicates.path;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.net.URI;
import java.util.List;
import nl.peildatum.api.ContainerProblems;
import nl.peildatum.api.UnreadableRequests;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** Which way a request goes: by its path and its method, and by nothing else. */
@Configuration(proxyBeanMethods = false)
public class FrontDoor {

    private static final RequestPredicate INTERFACE = path("/api/v1/**");
    private static final RequestPredicate READING = methods(HttpMethod.GET, HttpMethod.HEAD);

    /** The addresses of an issuer; those of a client that logs in there are others. */
    private static final List<String> ISSUER =
            List.of(
                    "/.well-known/openid-configuration",
                    "/.well-known/oauth-authorization-server",
                    "/oauth2/authorize",
                    "/oauth2/token",
                    "/oauth2/jwks",
                    "/oauth2/revoke",
                    "/oauth2/introspect",
                    "/userinfo",
                    "/connect/logout",
                    "/inloggen");

    /** Whether what is asked at this address is not for the portal itself to answer. */
    public static boolean passesOn(String path) {
        return path.startsWith("/api/")
                || path.startsWith("/oauth2/")
                || ISSUER.contains(path)
                || path.startsWith("/actuator/");
    }

    /** GET and HEAD to the query-side. */
    @Bean
    RouterFunction<ServerResponse> reading(Backends backends, PassThrough passing) {
        return route(INTERFACE.and(READING), passing.to(backends.querySide()));
    }

    /** Every other method to the command-side. */
    @Bean
    RouterFunction<ServerResponse> changing(Backends backends, PassThrough passing) {
        return route(INTERFACE.and(READING.negate()), passing.to(backends.commandSide()));
    }

    /** Logging in, where the issuer is to be had at this address. */
    @Bean
    @ConditionalOnProperty("peildatum.issuer")
    RouterFunction<ServerResponse> loggingIn(Backends backends, PassThrough passing) {
        URI issuer = backends.issuer();
        if (issuer == null) {
            throw new IllegalStateException("peildatum.issuer");
        }
        RequestPredicate endpoint =
                ISSUER.stream()
                        .map(RequestPredicates::path)
                        .reduce(RequestPredicate::or)
                        .orElseThrow();
        return route(endpoint, passing.to(issuer));
    }

    @Bean
    PassThrough passThrough(Backends backends, Refusals refusals) {
        return new PassThrough(backends.grootsteImport().toBytes(), refusals);
    }

    /** What the container would decide by itself is left to the side that is asked. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> nothingDecidedEarly() {
        return factory ->
                factory.addConnectorCustomizers(
                        connector -> {
                            String asItIs = EncodedSolidusHandling.PASS_THROUGH.getValue();
                            connector.setEncodedSolidusHandling(asItIs);
                            connector.setEncodedReverseSolidusHandling(asItIs);
                        });
    }

    @Bean
    UnreadableRequests unreadableRequests() {
        return new UnreadableRequests();
    }

    @Bean
    ContainerProblems problemsOfTheContainer(Backends backends) {
        return new ContainerProblems(3 * backends.grootsteImport().toBytes());
    }
}
