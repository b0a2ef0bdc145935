package nl.peildatum.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import nl.peildatum.contract.Contract;
import nl.peildatum.contract.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.CorsUtils;

/**
 * Which pages of other sites may ask what from a browser (NLGov ADR, /transport/cors): any what is
 * open to everyone, as long as they ask without a token, and those that are named all the rest.
 *
 * @param openbaar whether reading is open to all
 * @param named the origins that may ask with a token
 */
record Cors(Contract contract, boolean openbaar, List<String> named)
        implements CorsConfigurationSource {
    static final List<String> EXPOSED =
            List.of(
                    ApiVersion.HEADER,
                    HttpHeaders.ETAG,
                    HttpHeaders.LINK,
                    HttpHeaders.LOCATION,
                    HttpHeaders.RETRY_AFTER,
                    "Digest-Overzicht");

    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private static final List<String> HEADERS =
            List.of(
                    HttpHeaders.ACCEPT,
                    HttpHeaders.CONTENT_TYPE,
                    HttpHeaders.IF_MATCH,
                    HttpHeaders.IF_NONE_MATCH,
                    "Idempotency-Key",
                    "Last-Event-ID",
                    HttpHeaders.AUTHORIZATION);

    Cors {
        named = List.copyOf(named);
    }

    @Override
    public @Nullable CorsConfiguration getCorsConfiguration(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ORIGIN) == null) {
            return null;
        }
        String address = Addresses.of(request);
        String method =
                CorsUtils.isPreFlightRequest(request)
                        ? request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD)
                        : request.getMethod();
        boolean forAnyone =
                contract.operation(method, address)
                        .filter(asked -> isForAnyone(asked, request))
                        .isPresent();
        CorsConfiguration allowed = new CorsConfiguration();
        allowed.setAllowedOrigins(forAnyone ? List.of(CorsConfiguration.ALL) : named);
        allowed.setAllowedMethods(List.copyOf(contract.methods(address)));
        allowed.setAllowedHeaders(HEADERS);
        allowed.setExposedHeaders(EXPOSED);
        allowed.setMaxAge(REMEMBERED);
        return allowed;
    }

    /** Whether any page may ask this, or may ask whether it may. */
    boolean isForAnyone(Operation asked, HttpServletRequest request) {
        return asked.method().equals("GET")
                && (asked.everybody() || (openbaar && asked.open() && !withToken(request)));
    }

    private static boolean withToken(HttpServletRequest request) {
        String wanted = request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS);
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null
                || (wanted != null
                        && Arrays.stream(wanted.split(",", -1))
                                .anyMatch(
                                        name ->
                                                name.strip()
                                                        .equalsIgnoreCase(
                                                                HttpHeaders.AUTHORIZATION)));
    }
}
