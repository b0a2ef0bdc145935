package nl.peildatum.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem as its answer, outside of content negotiation: an error is always JSON. */
final class ProblemAnswers {
    private static final JsonMapper JSON = DutchJson.customise(JsonMapper.builder()).build();
    private static final String UNRESERVED = "-._~!$&'()*+,;=:@/";

    private ProblemAnswers() {}

    static void write(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        byte[] body = body(problem, request.getRequestURI());
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setHeader(HttpHeaders.ETAG, null);
        AnswerHeaders.EVERYWHERE.forEach(response::setHeader);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, null);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, "nl");
        response.addHeader(HttpHeaders.LINK, problem.kind().help());
        problem.headers().forEach(response::setHeader);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        try {
            response.getOutputStream().write(body);
        } catch (IllegalStateException writerInUse) {
            response.getWriter().write(new String(body, StandardCharsets.UTF_8));
        }
        response.flushBuffer();
    }

    static byte[] body(Problem problem, @Nullable String path) {
        Map<String, @Nullable Object> members = problem.members(instance(path));
        try {
            return JSON.writeValueAsBytes(members);
        } catch (JacksonException notWritable) {
            // What a side added cannot be written; the refusal itself must still arrive.
            return JSON.writeValueAsBytes(
                    Problem.plain(problem.kind(), problem.detail()).members(instance(path)));
        }
    }

    /** The path as a URI reference, also where what was asked is not one. */
    static String instance(@Nullable String path) {
        if (path == null || path.isEmpty()) {
            return "/";
        }
        StringBuilder safe = new StringBuilder();
        byte[] bytes =
                path.substring(0, Math.min(path.length(), 2000)).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            int b = bytes[i] & 0xFF;
            boolean plain =
                    (b >= '0' && b <= '9')
                            || (b >= 'a' && b <= 'z')
                            || (b >= 'A' && b <= 'Z')
                            || UNRESERVED.indexOf(b) >= 0;
            boolean encoded =
                    b == '%'
                            && i + 2 < bytes.length
                            && Character.digit(bytes[i + 1], 16) >= 0
                            && Character.digit(bytes[i + 2], 16) >= 0;
            if (plain || encoded) {
                safe.append((char) b);
            } else {
                safe.append('%')
                        .append(Character.toUpperCase(Character.forDigit(b >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(b & 15, 16)));
            }
        }
        return safe.toString();
    }
}
