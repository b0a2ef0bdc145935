package nl.peildatum.standalone.issuer;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UrlPathHelper;

/**
 * Answers 405 at the addresses of the issuer where another method is used than goes with them;
 * security would take such an address for one that asks for a login.
 */
final class Methods extends OncePerRequestFilter {

    private static final List<String> GIVEN = List.of("POST");
    private static final List<String> READ = List.of("GET", "HEAD");
    private static final List<String> BOTH = List.of("GET", "POST");

    private static final Map<String, List<String>> ALLOWED =
            Map.of(
                    "/oauth2/token",
                    GIVEN,
                    "/oauth2/introspect",
                    GIVEN,
                    "/oauth2/revoke",
                    GIVEN,
                    "/oauth2/jwks",
                    READ,
                    "/.well-known/openid-configuration",
                    READ,
                    "/.well-known/oauth-authorization-server",
                    READ,
                    "/oauth2/authorize",
                    BOTH,
                    "/userinfo",
                    BOTH,
                    "/connect/logout",
                    BOTH,
                    Issuer.LOGIN,
                    List.of("GET", "HEAD", "POST"));

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = UrlPathHelper.defaultInstance.getPathWithinApplication(request);
        List<String> allowed = ALLOWED.getOrDefault(path, List.of(request.getMethod()));
        if (!allowed.contains(request.getMethod())) {
            response.setHeader(HttpHeaders.ALLOW, String.join(", ", allowed));
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        chain.doFilter(request.getMethod().equals("HEAD") ? reading(request) : request, response);
    }

    /** The endpoints know no HEAD; the container leaves the body out. */
    private static HttpServletRequest reading(HttpServletRequest request) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public String getMethod() {
                return "GET";
            }
        };
    }
}
