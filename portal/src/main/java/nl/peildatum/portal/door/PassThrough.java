package nl.peildatum.portal.door;

import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import nl.peildatum.api.ProblemKind;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.util.StreamUtils;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Passes one request on and its answer back as they are. The gateway's own exchange composes the
 * query anew, decides for itself whether an ETag still holds and unpacks what was compressed; here
 * the side that is asked decides all of that.
 */
final class PassThrough implements ProxyExchange, DisposableBean {

    private static final Log LOG = LogFactory.getLog(PassThrough.class);
    private static final Duration CONNECT = Duration.ofSeconds(2);

    private final Backends backends;
    private final Refusals refusals;
    private final HttpClient client;
    private final JdkClientHttpRequestFactory requests;

    PassThrough(Backends backends, Refusals refusals) {
        this.backends = backends;
        this.refusals = refusals;
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(CONNECT)
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .build();
        this.requests = new JdkClientHttpRequestFactory(client);
        this.requests.enableCompression(false);
    }

    @Override
    public ServerResponse exchange(Request request) {
        HttpServletRequest asked = request.getServerRequest().servletRequest();
        String path = asked.getRequestURI();
        long length = asked.getContentLengthLong();
        long most = backends.grootsteImport().toBytes();
        if (length > most) {
            return refused(ProblemKind.TOO_LARGE, asked);
        }
        AtomicReference<@Nullable ProblemKind> callersFault = new AtomicReference<>();
        try {
            URI target = target(request.getUri(), path, asked.getQueryString());
            ClientHttpRequest passed = requests.createRequest(target, request.getMethod());
            copyHeaders(request.getHeaders(), asked, passed.getHeaders());
            if (hasBody(asked)) {
                if (!isForm(asked) && length >= 0) {
                    passed.getHeaders().setContentLength(length);
                }
                InputStream body = new AtMost(asked.getInputStream(), most, callersFault);
                ((StreamingHttpOutputMessage) passed)
                        .setBody(stream -> StreamUtils.copy(body, stream));
            }
            ClientHttpResponse answer = passed.execute();
            return answer(request, target, answer);
        } catch (IllegalArgumentException malformed) {
            // a method, an address or a header that is none
            return refused(ProblemKind.BAD_ADDRESS, asked);
        } catch (IOException away) {
            ProblemKind fault = callersFault.get();
            if (fault == null) {
                LOG.warn("No answer from " + request.getUri() + ": " + away);
                return refused(ProblemKind.UNAVAILABLE, asked);
            }
            return refused(fault, asked);
        }
    }

    @Override
    public void destroy() {
        client.shutdownNow();
    }

    private ServerResponse answer(Request request, URI target, ClientHttpResponse answer)
            throws IOException {
        HttpStatusCode status = answer.getStatusCode();
        PassedAnswer passed = new PassedAnswer(status, answer, refusals);
        Response seen =
                new Response() {
                    @Override
                    public HttpStatusCode getStatusCode() {
                        return status;
                    }

                    @Override
                    public HttpHeaders getHeaders() {
                        return answer.getHeaders();
                    }
                };
        request.getResponseConsumers().forEach(consumer -> consumer.accept(seen, passed));
        removeNamedByConnection(
                answer.getHeaders().getOrEmpty(HttpHeaders.CONNECTION), passed.headers());
        relativeLocation(target, passed.headers());
        return passed;
    }

    private ServerResponse refused(ProblemKind kind, HttpServletRequest asked) {
        String path = asked.getRequestURI();
        if (Refusals.wantsPage(asked, path)) {
            return ServerResponse.status(kind.status())
                    .headers(
                            headers -> {
                                headers.putAll(refusals.pageHeaders(kind));
                                headers.setContentType(MediaType.TEXT_HTML);
                            })
                    .render("fout", Map.of("titel", kind.title(), "uitleg", refusals.detail(kind)));
        }
        return ServerResponse.status(kind.status())
                .headers(headers -> headers.putAll(refusals.headers(kind)))
                .body(refusals.body(kind, path));
    }

    /** The path and the query letter for letter as they came in. */
    private static URI target(@Nullable URI backend, String path, @Nullable String query) {
        if (backend == null) {
            throw new IllegalStateException("no route");
        }
        return URI.create(
                backend.getScheme()
                        + "://"
                        + backend.getRawAuthority()
                        + path
                        + (query == null ? "" : "?" + query));
    }

    private static void copyHeaders(HttpHeaders from, HttpServletRequest asked, HttpHeaders to) {
        to.putAll(from);
        // from the request itself: by now the gateway has removed Connection
        removeNamedByConnection(Collections.list(asked.getHeaders(HttpHeaders.CONNECTION)), to);
        to.remove(HttpHeaders.HOST);
        to.remove(HttpHeaders.CONTENT_LENGTH);
        // Spring adds a character set to it
        String contentType = asked.getHeader(HttpHeaders.CONTENT_TYPE);
        if (contentType == null) {
            to.remove(HttpHeaders.CONTENT_TYPE);
        } else {
            to.set(HttpHeaders.CONTENT_TYPE, contentType);
        }
        // what the sides hear about the caller comes from here, never from the caller; a proxy in
        // front of this door is trusted by server.forward-headers-strategy and no other way
        to.remove("Forwarded");
        to.remove("X-Forwarded-Prefix");
        to.remove("X-Forwarded-Ssl");
        to.set("X-Forwarded-For", asked.getRemoteAddr());
        to.set("X-Forwarded-Proto", asked.getScheme());
        to.set("X-Forwarded-Host", host(asked));
        to.set("X-Forwarded-Port", Integer.toString(asked.getServerPort()));
    }

    private static String host(HttpServletRequest asked) {
        boolean usual = asked.getServerPort() == (asked.getScheme().equals("https") ? 443 : 80);
        return usual ? asked.getServerName() : asked.getServerName() + ":" + asked.getServerPort();
    }

    /** RFC 9110, 7.6.1: what Connection names is between two neighbours only. */
    private static void removeNamedByConnection(List<String> connection, HttpHeaders kept) {
        connection.stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .forEach(kept::remove);
    }

    /** A side that names its own address in Location means this one. */
    private static void relativeLocation(URI target, HttpHeaders headers) {
        String location = headers.getFirst(HttpHeaders.LOCATION);
        String own = target.getScheme() + "://" + target.getRawAuthority();
        if (location != null && (location.equals(own) || location.startsWith(own + "/"))) {
            String rest = location.substring(own.length());
            headers.set(HttpHeaders.LOCATION, rest.isEmpty() ? "/" : rest);
        }
    }

    private static boolean hasBody(HttpServletRequest asked) {
        return asked.getContentLengthLong() > 0
                || asked.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    /** The gateway has read a form to tell its fields from the query, and composes it anew. */
    private static boolean isForm(HttpServletRequest asked) {
        String contentType = asked.getContentType();
        return contentType != null
                && contentType.contains(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
                && HttpMethod.POST.matches(asked.getMethod());
    }

    /**
     * Breaks off when more comes than is let in, and knows when it is the caller who breaks off.
     */
    private static final class AtMost extends FilterInputStream {

        private final AtomicReference<@Nullable ProblemKind> fault;
        private long left;

        AtMost(InputStream in, long most, AtomicReference<@Nullable ProblemKind> fault) {
            super(in);
            this.left = most;
            this.fault = fault;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                int read = super.read(buffer, offset, length);
                left -= Math.max(0, read);
                if (left >= 0) {
                    return read;
                }
            } catch (IOException brokenOff) {
                fault.set(
                        brokenOff instanceof SocketTimeoutException
                                ? ProblemKind.TIMED_OUT
                                : ProblemKind.BAD_ADDRESS);
                throw brokenOff;
            }
            fault.set(ProblemKind.TOO_LARGE);
            throw new IOException("more than is let in");
        }
    }
}
