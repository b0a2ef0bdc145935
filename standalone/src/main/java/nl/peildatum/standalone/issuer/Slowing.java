package nl.peildatum.standalone.issuer;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import nl.peildatum.api.AccessRefused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UrlPathHelper;

/**
 * Stands before everything that checks a secret: whoever guesses is answered 429 without a look at
 * what was given. Every wrong secret is published as {@link AccessRefused} (401), and the beginning
 * of slowing down as well (429); under its name only where that is one that the issuer knows, since
 * what people type there by mistake is their password.
 */
final class Slowing extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(Slowing.class);
    private static final Set<String> FOR_PROGRAMS =
            Set.of("/oauth2/token", "/oauth2/introspect", "/oauth2/revoke");
    private static final String WRONG = Slowing.class.getName() + ".WRONG";
    private static final String BASIC = "Basic ";

    private final Guesses guesses = new Guesses(System::nanoTime);
    private final ApplicationEventPublisher events;

    Slowing(ApplicationEventPublisher events) {
        this.events = events;
    }

    /** Notes that the secret in this request was wrong. */
    static void wrong(HttpServletRequest request) {
        request.setAttribute(WRONG, true);
    }

    /** Whether programs give their secret there. */
    static boolean isForPrograms(HttpServletRequest request) {
        return FOR_PROGRAMS.contains(path(request));
    }

    /** As it is looked up, however it is written: %74oken is token. */
    private static String path(HttpServletRequest request) {
        return UrlPathHelper.defaultInstance.getPathWithinApplication(request);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod())
                || !(path(request).equals(Issuer.LOGIN) || isForPrograms(request));
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean program = isForPrograms(request);
        String name = program ? client(request) : person(request);
        // a program and a person of one name have secrets of their own
        String guessed = (program ? "programma " : "persoon ") + name;
        String address = request.getRemoteAddr();
        Duration waiting = guesses.waiting(guessed, address);
        if (waiting.isPositive()) {
            long seconds = waiting.plusNanos(999_999_999).toSeconds();
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
            if (program) {
                OAuthRefusals.write(
                        response, HttpStatus.TOO_MANY_REQUESTS, "temporarily_unavailable", seconds);
            } else {
                response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
            }
            return;
        }
        chain.doFilter(request, response);
        if (request.getAttribute(WRONG) != null) {
            tell(HttpStatus.UNAUTHORIZED, name, request);
            if (guesses.wrong(guessed, address)) {
                LOG.warn(
                        "Inloggen wordt een minuut vertraagd: {} vanaf {}",
                        Identity.knows(name) ? guessed : "een onbekende naam",
                        address);
                tell(HttpStatus.TOO_MANY_REQUESTS, name, request);
            }
        }
    }

    private void tell(HttpStatus status, String name, HttpServletRequest request) {
        events.publishEvent(
                new AccessRefused(
                        status.value(),
                        Identity.knows(name) ? name : null,
                        request.getMethod(),
                        request.getRequestURI(),
                        Clock.systemUTC().instant()));
    }

    private static String client(HttpServletRequest request) {
        @Nullable String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return given(request, "client_id");
        }
        try {
            byte[] both = Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
            String name = new String(both, StandardCharsets.UTF_8).split(":", 2)[0];
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }

    /** As it is looked up, however it is written: AUDITOR is auditor. */
    private static String person(HttpServletRequest request) {
        return given(request, Issuer.NAME).trim().toLowerCase(Locale.ROOT);
    }

    private static String given(HttpServletRequest request, String parameter) {
        return Objects.requireNonNullElse(request.getParameter(parameter), "");
    }
}
