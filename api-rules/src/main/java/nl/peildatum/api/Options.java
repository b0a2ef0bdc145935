package nl.peildatum.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import nl.peildatum.contract.Contract;
import nl.peildatum.contract.Operation;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells anyone which methods an address of the document takes, a browser which of them a page of
 * another site may use there, and whoever uses one that is old until when it is there.
 */
final class Options extends OncePerRequestFilter {

    /** What a browser is not told it may do it does not; who is no browser is not bound by it. */
    private static final DefaultCorsProcessor TELLING =
            new DefaultCorsProcessor() {
                @Override
                protected void rejectRequest(ServerHttpResponse response) {}
            };

    private final Contract contract;
    private final Cors cors;

    Options(Contract contract, Cors cors) {
        this.contract = contract;
        this.cors = cors;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        TELLING.processRequest(cors.getCorsConfiguration(request), request, response);
        String address = Addresses.of(request);
        if (HttpMethod.OPTIONS.matches(request.getMethod())) {
            Set<String> methods = contract.methods(address);
            if (!methods.isEmpty()) {
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
                response.setHeader(HttpHeaders.ALLOW, String.join(", ", methods) + ", OPTIONS");
                return;
            }
        }
        contract.operation(request.getMethod(), address)
                .ifPresent(asked -> tell(asked, request, response));
        chain.doFilter(request, response);
    }

    private void tell(Operation asked, HttpServletRequest request, HttpServletResponse response) {
        if (cors.isForAnyone(asked, request)) {
            // whoever asks, so that one kept answer serves all
            response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
            response.setHeader(
                    HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, String.join(", ", Cors.EXPOSED));
        }
        asked.retired().ifPresent(retired -> Retirement.tell(retired, response));
    }
}
