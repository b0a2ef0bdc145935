package nl.peildatum.portal;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerExecutionChain;

/**
 * Hands on every method to who is to answer it. A servlet would answer TRACE with what was sent,
 * and Spring MVC a preflight with what it knows itself.
 */
final class AnyMethod extends DispatcherServlet {

    @Override
    protected void doTrace(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        processRequest(request, response);
    }

    @Override
    protected @Nullable HandlerExecutionChain getHandler(HttpServletRequest request)
            throws Exception {
        return super.getHandler(new NoPreflight(request));
    }

    /** What is to be handed on has the header still. */
    private static final class NoPreflight extends HttpServletRequestWrapper {

        NoPreflight(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return name.equalsIgnoreCase(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD)
                    ? null
                    : super.getHeader(name);
        }
    }
}
