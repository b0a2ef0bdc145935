package nl.peildatum.portal.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import nl.peildatum.portal.login.Login;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** What the page that this thread makes knows of how it was asked for. */
public final class Form {

    private final HttpServletRequest request;

    private Form(HttpServletRequest request) {
        this.request = request;
    }

    /** Of the page that this thread makes. */
    public static Form current() {
        return new Form(
                ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes())
                        .getRequest());
    }

    /** The field of every form by which it is known to be ours; it belongs to this browser. */
    public CsrfToken token() {
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            return token;
        }
        throw new IllegalStateException("No forms at " + request.getRequestURI());
    }

    /** Where logging in begins, to come back here; null where nobody can log in. */
    public @Nullable String loginAddress() {
        return Login.possible(request)
                ? UriComponentsBuilder.fromPath(Login.BEGIN)
                        .queryParam("terug", "{terug}")
                        .build(address())
                        .toString()
                : null;
    }

    @Nullable String parameter(String name) {
        return request.getParameter(name);
    }

    /** The address that was asked for, with its query where it was a question. */
    String address() {
        Object failedAt = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        boolean failed = failedAt instanceof String;
        String path = failed ? (String) failedAt : request.getRequestURI();
        Object query =
                failed
                        ? request.getAttribute(RequestDispatcher.ERROR_QUERY_STRING)
                        : request.getQueryString();
        return query == null ? path : path + "?" + query;
    }
}
