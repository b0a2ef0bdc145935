package nl.peildatum.portal.login;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Something that a browser keeps for this address until it is closed, sealed; in pieces where one
 * cookie cannot hold it (RFC 6265, 6.1: 4096 bytes with its name).
 */
final class SealedCookie<T> {

    private static final int PIECE = 3_500;
    private static final int MOST_PIECES = 4;

    private final String name;
    private final Class<T> type;
    private final Seal seal;
    private final boolean secure;
    private final JsonMapper json;

    SealedCookie(String name, Class<T> type, Seal seal, boolean secure, JsonMapper json) {
        this.name = name;
        this.type = type;
        this.seal = seal;
        this.secure = secure;
        this.json = json;
    }

    /** What the browser kept, if it is whole. */
    @Nullable T read(HttpServletRequest request) {
        Map<String, String> sent = sent(request);
        String first = sent.get(piece(0));
        if (first == null || !first.matches("[1-4]\\..*")) {
            return null;
        }
        StringBuilder text = new StringBuilder(first.substring(2));
        for (int i = 1; i < first.charAt(0) - '0'; i++) {
            text.append(sent.getOrDefault(piece(i), ""));
        }
        byte[] content = seal.open(name, text.toString());
        try {
            return content == null ? null : json.readValue(content, type);
        } catch (JacksonException ofAnotherVersion) {
            return null;
        }
    }

    void write(T value, HttpServletResponse response) {
        String text = seal.close(name, json.writeValueAsBytes(value));
        int pieces = (text.length() + PIECE - 1) / PIECE;
        if (pieces > MOST_PIECES) {
            throw new IllegalStateException(name + " of " + text.length() + " characters");
        }
        for (int i = 0; i < pieces; i++) {
            String part = text.substring(i * PIECE, Math.min(text.length(), (i + 1) * PIECE));
            set(piece(i), i == 0 ? pieces + "." + part : part, response);
        }
    }

    void clear(HttpServletRequest request, HttpServletResponse response) {
        for (String kept : sent(request).keySet()) {
            response.addHeader(
                    HttpHeaders.SET_COOKIE, cookie(kept, "").maxAge(0).build().toString());
        }
    }

    private void set(String cookie, String value, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(cookie, value).build().toString());
    }

    private ResponseCookie.ResponseCookieBuilder cookie(String cookie, String value) {
        return ResponseCookie.from(cookie, value)
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .secure(secure);
    }

    private Map<String, String> sent(HttpServletRequest request) {
        Map<String, String> sent = new HashMap<>();
        Cookie[] cookies = request.getCookies();
        for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
            if (cookie.getName().equals(name) || cookie.getName().startsWith(name + ".")) {
                sent.put(cookie.getName(), cookie.getValue());
            }
        }
        return sent;
    }

    private String piece(int number) {
        return number == 0 ? name : name + "." + number;
    }
}
