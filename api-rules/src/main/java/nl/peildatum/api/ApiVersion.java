package nl.peildatum.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says on every response which version of the interface answers (NLGov ADR, /core/version-header).
 */
public final class ApiVersion extends OncePerRequestFilter {
    /** The name of the header. */
    public static final String HEADER = "API-Version";

    /** The version of the interface, semantic. */
    public static final String VERSION = "1.0.0";

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(HEADER, VERSION);
        chain.doFilter(request, response);
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
