package nl.peildatum.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import nl.peildatum.contract.Contract;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Says of every answer to GET and HEAD by whom it may be kept, gives every whole one a strong
 * entity tag, and answers 304 where the caller already has it; streams pass by without a tag. The
 * tag is over what the answer rests on where that is said before it is made, else over its bytes
 * and content type. An empty condition is refused with every method.
 */
final class EntityTags extends OncePerRequestFilter {
    private static final List<String> CONDITIONS =
            List.of(HttpHeaders.IF_MATCH, HttpHeaders.IF_NONE_MATCH);
    private static final List<String> STREAMS = List.of("text/event-stream", "application/zip");
    private static final String TAG = EntityTags.class.getName();

    static void restsOn(HttpServletRequest request, Object... parts) {
        StringJoiner all = new StringJoiner("\n");
        all.add(Build.id()).add(request.getRequestURI()).add(request.getQueryString());
        Arrays.stream(parts).map(String::valueOf).forEach(all::add);
        String tag = tag("", all.toString().getBytes(StandardCharsets.UTF_8));
        request.setAttribute(TAG, tag);
        if (matches(Collections.list(request.getHeaders(HttpHeaders.IF_NONE_MATCH)), tag, false)) {
            throw new NotModified();
        }
    }

    private final Contract contract;

    EntityTags(Contract contract) {
        this.contract = contract;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        refuseEmpty(request);
        boolean head = "HEAD".equals(request.getMethod());
        if (!head && !"GET".equals(request.getMethod())) {
            chain.doFilter(request, response);
            return;
        }
        Kept kept = WebUtils.getNativeResponse(response, Kept.class);
        if (kept == null) {
            List<String> vary = new ArrayList<>(List.of("Accept", "Authorization"));
            vary.addAll(response.getHeaders(HttpHeaders.VARY));
            response.setHeader(HttpHeaders.VARY, String.join(", ", vary));
            kept = new Kept(response, keeping(request));
            chain.doFilter(request, kept);
        } else {
            chain.doFilter(request, response);
        }
        if (request.isAsyncStarted()) {
            kept.keep();
        } else {
            kept.finish(
                    (String) request.getAttribute(TAG),
                    Collections.list(request.getHeaders(HttpHeaders.IF_NONE_MATCH)),
                    head);
        }
    }

    /** What shows persons to whoever asks is kept nowhere; what needs a token by nobody else. */
    private String keeping(HttpServletRequest request) {
        Caller caller = Caller.current();
        boolean persons =
                contract.operation(request.getMethod(), Addresses.of(request)).stream()
                        .flatMap(asked -> asked.unkeptFor().stream())
                        .anyMatch(
                                unkept ->
                                        caller.roles().stream()
                                                .anyMatch(role -> role.claim().equals(unkept)));
        return persons ? "no-store" : caller.anonymous() ? "no-cache" : "private, no-cache";
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    /** A condition that names nothing is a mistake: it would let everything pass, or nothing. */
    private static void refuseEmpty(HttpServletRequest request) {
        for (String name : CONDITIONS) {
            List<String> lines = Collections.list(request.getHeaders(name));
            if (!lines.isEmpty() && lines.stream().allMatch(String::isBlank)) {
                throw Problem.invalid(name, Wording.EMPTY_HEADER.text());
            }
        }
    }

    private static String tag(@Nullable String contentType, byte[] body) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(String.valueOf(contentType).getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) 0);
            byte[] digest = sha256.digest(body);
            return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(digest) + '"';
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("Every JDK has SHA-256", never);
        }
    }

    /** RFC 9110 13.1.2: weak comparison; {@code *} matches any answer that is there. */
    private static boolean matches(List<String> ifNoneMatch, String tag, boolean any) {
        String opaque = tag.startsWith("W/") ? tag.substring(2) : tag;
        for (String line : ifNoneMatch) {
            for (String candidate : line.split(",", -1)) {
                String asked = candidate.strip();
                if ((any && asked.equals("*"))
                        || (asked.startsWith("W/") ? asked.substring(2) : asked).equals(opaque)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** An answer that is held back until it is whole, unless it turns out to be a stream. */
    private static final class Kept extends HttpServletResponseWrapper {
        private final ByteArrayOutputStream body = new ByteArrayOutputStream(4096);
        private final HttpServletResponse response;
        private final String keeping;
        private @Nullable ServletOutputStream out;
        private @Nullable PrintWriter writer;
        private boolean passing;

        Kept(HttpServletResponse response, String keeping) {
            super(response);
            this.response = response;
            this.keeping = keeping;
        }

        /** By whom, unless the answer says so itself. */
        void keep() {
            if (!containsHeader(HttpHeaders.CACHE_CONTROL)) {
                setHeader(HttpHeaders.CACHE_CONTROL, keeping);
            }
        }

        void finish(@Nullable String known, List<String> ifNoneMatch, boolean head)
                throws IOException {
            if (passing || response.isCommitted()) {
                return;
            }
            if (writer != null) {
                writer.flush();
            }
            byte[] bytes = body.toByteArray();
            if (getStatus() == HttpServletResponse.SC_OK
                    || getStatus() == HttpServletResponse.SC_NOT_MODIFIED) {
                keep();
                String given = known == null ? getHeader(HttpHeaders.ETAG) : known;
                String tag = given == null ? tag(getContentType(), bytes) : given;
                setHeader(HttpHeaders.ETAG, tag);
                if (matches(ifNoneMatch, tag, true)) {
                    setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                }
            }
            if (getStatus() == HttpServletResponse.SC_NOT_MODIFIED
                    || getStatus() == HttpServletResponse.SC_NO_CONTENT) {
                return;
            }
            response.setContentLength(bytes.length);
            if (!head) {
                response.getOutputStream().write(bytes);
            }
        }

        private boolean stream() {
            String type = getContentType();
            if (!passing && type != null && getStatus() == HttpServletResponse.SC_OK) {
                String lower = type.toLowerCase(Locale.ROOT);
                passing = STREAMS.stream().anyMatch(lower::startsWith);
                if (passing) {
                    keep();
                }
            }
            return passing;
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            if (out == null) {
                out = stream() ? response.getOutputStream() : new Holding(body);
            }
            return out;
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            if (writer == null) {
                if (stream()) {
                    writer = response.getWriter();
                } else {
                    Charset charset = Charset.forName(getCharacterEncoding());
                    setCharacterEncoding(charset.name());
                    writer = new PrintWriter(new OutputStreamWriter(body, charset));
                }
            }
            return writer;
        }

        @Override
        public void flushBuffer() throws IOException {
            if (stream()) {
                response.flushBuffer();
            }
        }

        @Override
        public void resetBuffer() {
            body.reset();
            out = null;
            writer = null;
            response.resetBuffer();
        }

        @Override
        public void reset() {
            body.reset();
            out = null;
            writer = null;
            response.reset();
        }

        @Override
        public void setContentLength(int length) {
            if (stream()) {
                response.setContentLength(length);
            }
        }

        @Override
        public void setContentLengthLong(long length) {
            if (stream()) {
                response.setContentLengthLong(length);
            }
        }
    }

    private static final class Holding extends ServletOutputStream {
        private final ByteArrayOutputStream body;

        Holding(ByteArrayOutputStream body) {
            this.body = body;
        }

        @Override
        public void write(int b) {
            body.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            body.write(bytes, from, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("Answers are written in one go");
        }
    }
}
