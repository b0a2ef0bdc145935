package nl.peildatum.portal.pages;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.peildatum.portal.door.FrontDoor;
import nl.peildatum.portal.login.LoginSettings;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * The headers that keep a page to itself: it loads from its own address only, and is shown in no
 * one else's. What is passed through has the headers of whoever made it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageHeaders extends OncePerRequestFilter {

    private final String elsewhere;

    /** A form that logs out leads on to the issuer, which browsers hold against form-action too. */
    PageHeaders(LoginSettings login) {
        String issuer = login.otherOrigin();
        elsewhere = issuer == null ? "" : " " + issuer;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Object failedAt = request.getAttribute(WebUtils.ERROR_REQUEST_URI_ATTRIBUTE);
        String path = failedAt instanceof String asked ? asked : request.getRequestURI();
        if (!FrontDoor.passesOn(path)) {
            request.setCharacterEncoding("UTF-8");
            response.setHeader(
                    "Content-Security-Policy",
                    "default-src 'self'; object-src 'none'; base-uri 'none';"
                            + " frame-ancestors 'none'; form-action 'self'"
                            + elsewhere);
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Referrer-Policy", "same-origin");
            response.setHeader("X-Frame-Options", "DENY");
            response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        }
        chain.doFilter(request, response);
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
