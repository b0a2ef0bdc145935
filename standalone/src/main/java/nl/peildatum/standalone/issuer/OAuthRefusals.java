package nl.peildatum.standalone.issuer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.MissingResourceException;
import nl.peildatum.contract.DutchTexts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import tools.jackson.databind.json.JsonMapper;

/** What a program reads when it gets no token: RFC 6749, 5.2, with a Dutch description. */
final class OAuthRefusals {

    private static final DutchTexts WORDS = Pages.WORDS;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private OAuthRefusals() {}

    /** Answers what was refused; a wrong secret counts as a guess. */
    static void answer(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        String code =
                why instanceof OAuth2AuthenticationException known
                        ? known.getError().getErrorCode()
                        : OAuth2ErrorCodes.SERVER_ERROR;
        if (code.equals(OAuth2ErrorCodes.INVALID_CLIENT)) {
            Slowing.wrong(request);
            nobody(request, response, why);
        } else {
            write(response, HttpStatus.BAD_REQUEST, code);
        }
    }

    /** Answers a program that did not say who it is, or not rightly. */
    static void nobody(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"peildatum\"");
        write(response, HttpStatus.UNAUTHORIZED, OAuth2ErrorCodes.INVALID_CLIENT);
    }

    static void write(
            HttpServletResponse response, HttpStatus status, String code, Object... values)
            throws IOException {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("error", code);
        members.put("error_description", description(code, values));
        response.setStatus(status.value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(JSON.writeValueAsBytes(members));
    }

    private static String description(String code, Object... values) {
        try {
            return WORDS.told("oauth." + code, values);
        } catch (MissingResourceException rare) {
            return WORDS.plain("oauth.invalid_request");
        }
    }
}
