package nl.peildatum.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 400 where what was sent cannot be read: parameters, a form, a body in chunks. The
 * container would do the same, and tell it in the log as a failure of the application.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class UnreadableRequests extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException failure) {
            if (response.isCommitted() || !unreadable(failure)) {
                throw failure;
            }
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private static boolean unreadable(@Nullable Throwable failure) {
        return failure != null
                && (failure instanceof InvalidParameterException
                        || failure instanceof BadRequestException
                        || unreadable(failure.getCause()));
    }
}
