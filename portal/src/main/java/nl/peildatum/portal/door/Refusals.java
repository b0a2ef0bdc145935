package nl.peildatum.portal.door;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.peildatum.api.AnswerHeaders;
import nl.peildatum.api.ApiVersion;
import nl.peildatum.api.ProblemKind;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.json.JsonMapper;

/** What the front door itself answers when it cannot pass a request on. */
@Component
public class Refusals {

    private static final String RETRY_AFTER_SECONDS = "5";

    private final JsonMapper json;

    Refusals(JsonMapper json) {
        this.json = json;
    }

    /** Whether the one who asks reads pages rather than the interface. */
    public static boolean wantsPage(HttpServletRequest request, @Nullable String path) {
        if (path == null || path.equals("/api") || path.startsWith("/api/")) {
            return false;
        }
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept == null) {
            return false;
        }
        try {
            return MimeTypeUtils.parseMimeTypes(accept).stream()
                    .anyMatch(type -> type.includes(MediaType.TEXT_HTML) && !type.isWildcardType());
        } catch (InvalidMimeTypeException unreadable) {
            return false;
        }
    }

    /** The headers of a problem of this kind. */
    public HttpHeaders headers(ProblemKind kind) {
        HttpHeaders headers = pageHeaders(kind);
        AnswerHeaders.EVERYWHERE.forEach(headers::set);
        headers.set(HttpHeaders.LINK, kind.help());
        return headers;
    }

    /** Those of a page that tells of it, which has headers of its own besides. */
    public HttpHeaders pageHeaders(ProblemKind kind) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setCacheControl("no-store");
        headers.set(HttpHeaders.CONTENT_LANGUAGE, "nl");
        headers.set(ApiVersion.HEADER, ApiVersion.VERSION);
        if (kind == ProblemKind.UNAVAILABLE) {
            headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return headers;
    }

    /** A problem of this kind as it goes over the line. */
    public byte[] body(ProblemKind kind, @Nullable String path) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", kind.type().toString());
        members.put("title", kind.title());
        members.put("status", kind.status());
        members.put("detail", detail(kind));
        members.put("instance", path == null || path.isEmpty() ? "/" : printable(path));
        return json.writeValueAsBytes(members);
    }

    /** What happened and what to do, for a page. */
    public String detail(ProblemKind kind) {
        return Words.refusal(kind);
    }

    /** A path as it came in is a URI reference already, unless it was malformed. */
    private static String printable(String path) {
        return path.matches("[-A-Za-z0-9._~!$&'()*+,;=:@/%]*")
                ? path
                : UriUtils.encodePath(path, StandardCharsets.UTF_8);
    }
}
