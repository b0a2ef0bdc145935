package nl.peildatum.portal.door;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import nl.peildatum.api.ProblemKind;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/** The answer of a side on its way to the caller. */
final class PassedAnswer implements ServerResponse {

    private static final int BUFFER = 16 * 1024;

    private final CloseableHttpResponse answer;
    private final Refusals refusals;
    private final HttpHeaders headers;

    PassedAnswer(URI side, CloseableHttpResponse answer, Refusals refusals) {
        this.answer = answer;
        this.refusals = refusals;
        this.headers = PassedHeaders.of(answer, side);
    }

    @Override
    public HttpStatusCode statusCode() {
        return HttpStatusCode.valueOf(answer.getCode());
    }

    @Override
    public HttpHeaders headers() {
        return headers;
    }

    @Override
    public MultiValueMap<String, Cookie> cookies() {
        return new LinkedMultiValueMap<>();
    }

    @Override
    public @Nullable ModelAndView writeTo(
            HttpServletRequest request, HttpServletResponse response, Context context)
            throws IOException {
        try {
            response.setStatus(answer.getCode());
            headers.forEach((name, values) -> values.forEach(v -> response.addHeader(name, v)));
            HttpEntity body = answer.getEntity();
            if (body == null) {
                return null;
            }
            // asked for only now: the container adds no headers of its own to what stands there
            InputStream from = body.getContent();
            OutputStream to = response.getOutputStream();
            boolean live = isLive();
            if (live) {
                response.flushBuffer();
            }
            byte[] buffer = new byte[BUFFER];
            int read;
            while ((read = next(from, buffer, request, response)) >= 0) {
                to.write(buffer, 0, read);
                if (live) {
                    to.flush();
                }
            }
            return null;
        } finally {
            // at once: what nobody reads any more, events above all, is not read to its end
            answer.close(CloseMode.IMMEDIATE);
        }
    }

    /** A side stopped in the middle of its answer. */
    private static final class BrokenOff extends RuntimeException {
        BrokenOff(String how) {
            super(how);
        }
    }

    /** Events are passed on as they happen. */
    private boolean isLive() {
        String type = headers.getFirst(HttpHeaders.CONTENT_TYPE);
        return type != null && type.startsWith(MediaType.TEXT_EVENT_STREAM_VALUE);
    }

    /**
     * The next part; where the side breaks off, the answer becomes a 503 while that is still
     * possible, and after that a broken connection, so that nobody takes a half for the whole.
     */
    private int next(
            InputStream from,
            byte[] buffer,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        try {
            return from.read(buffer);
        } catch (IOException brokenOff) {
            if (response.isCommitted()) {
                // no IOException and none as its cause: Spring takes those for a caller who left,
                // and ends the answer as if it were whole
                throw new BrokenOff(brokenOff.toString());
            }
            response.reset();
            response.setStatus(ProblemKind.UNAVAILABLE.status());
            refusals.headers(ProblemKind.UNAVAILABLE)
                    .forEach((name, values) -> values.forEach(v -> response.addHeader(name, v)));
            response.getOutputStream()
                    .write(refusals.body(ProblemKind.UNAVAILABLE, request.getRequestURI()));
            return -1;
        }
    }
}
