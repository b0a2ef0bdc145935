package nl.peildatum.portal.door;

import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import nl.peildatum.api.ProblemKind;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Passes one request on and its answer back as they are, over a connection that is kept for the
 * next; the side that is asked decides what its words mean.
 */
final class PassThrough implements AutoCloseable {

    private static final Log LOG = LogFactory.getLog(PassThrough.class);
    private static final Duration CONNECT = Duration.ofSeconds(2);

    /** Shorter than a side keeps a connection on which nothing is asked. */
    private static final Duration KEPT = Duration.ofSeconds(10);

    private static final TimeValue LOOKED_AT_AFTER = TimeValue.ofSeconds(1);

    private final long most;
    private final Refusals refusals;
    private final CloseableHttpClient client;

    PassThrough(long most, Refusals refusals) {
        this.most = most;
        this.refusals = refusals;
        this.client =
                HttpClients.custom()
                        .setConnectionManager(
                                PoolingHttpClientConnectionManagerBuilder.create()
                                        // as many as there are callers: the container counts those
                                        .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                                        .setMaxConnPerRoute(Integer.MAX_VALUE)
                                        .setMaxConnTotal(Integer.MAX_VALUE)
                                        .setDefaultConnectionConfig(
                                                ConnectionConfig.custom()
                                                        .setConnectTimeout(Timeout.of(CONNECT))
                                                        .setValidateAfterInactivity(LOOKED_AT_AFTER)
                                                        .build())
                                        .build())
                        .setDefaultRequestConfig(
                                RequestConfig.custom().setProtocolUpgradeEnabled(false).build())
                        .setKeepAliveStrategy((_, _) -> TimeValue.of(KEPT))
                        .setRetryStrategy(new QuestionsOnce())
                        .disableRedirectHandling()
                        .disableContentCompression()
                        .disableCookieManagement()
                        .disableAuthCaching()
                        .disableConnectionState()
                        .disableDefaultUserAgent()
                        .build();
    }

    /** Passes on to a side what comes in. */
    HandlerFunction<ServerResponse> to(URI side) {
        return asked -> pass(side, asked.servletRequest());
    }

    private ServerResponse pass(URI side, HttpServletRequest asked) {
        if (asked.getMethod().isEmpty()) {
            // the container lets it pass
            return refused(ProblemKind.BAD_ADDRESS, asked);
        }
        if (asked.getContentLengthLong() > most) {
            return refused(ProblemKind.TOO_LARGE, asked);
        }
        AtomicReference<@Nullable ProblemKind> callersFault = new AtomicReference<>();
        try {
            ClassicHttpRequest passed =
                    new BasicClassicHttpRequest(asked.getMethod(), target(side, asked));
            PassedHeaders.copy(asked, passed);
            if (hasBody(asked)) {
                passed.setEntity(
                        new InputStreamEntity(
                                new AtMost(body(asked), most, callersFault),
                                isForm(asked) ? -1 : asked.getContentLengthLong(),
                                null));
            }
            return new PassedAnswer(
                    side,
                    (CloseableHttpResponse) client.executeOpen(HttpHost.create(side), passed, null),
                    refusals);
        } catch (IllegalArgumentException malformed) {
            // an address that is none
            return refused(ProblemKind.BAD_ADDRESS, asked);
        } catch (IOException away) {
            ProblemKind fault = callersFault.get();
            if (fault == null) {
                LOG.warn("No answer from " + side + ": " + away);
                return refused(ProblemKind.UNAVAILABLE, asked);
            }
            return refused(fault, asked);
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }

    private ServerResponse refused(ProblemKind kind, HttpServletRequest asked) {
        String path = asked.getRequestURI();
        if (Refusals.wantsPage(asked, path)) {
            return ServerResponse.status(kind.status())
                    .build(
                            (_, response) -> {
                                response.sendError(kind.status());
                                return null;
                            });
        }
        return ServerResponse.status(kind.status())
                .headers(headers -> headers.putAll(refusals.headers(kind)))
                .body(refusals.body(kind, path));
    }

    /** The path and the query letter for letter as they came in. */
    private static URI target(URI side, HttpServletRequest asked) {
        String query = asked.getQueryString();
        return URI.create(
                side.getScheme()
                        + "://"
                        + side.getRawAuthority()
                        + asked.getRequestURI()
                        + (query == null ? "" : "?" + query));
    }

    private static boolean hasBody(HttpServletRequest asked) {
        return asked.getContentLengthLong() > 0
                || asked.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    /** A form is composed anew of its fields, so that one which cannot be read is refused here. */
    private static InputStream body(HttpServletRequest asked) throws IOException {
        return isForm(asked)
                ? new ServletServerHttpRequest(asked).getBody()
                : asked.getInputStream();
    }

    private static boolean isForm(HttpServletRequest asked) {
        String contentType = asked.getContentType();
        return contentType != null
                && contentType.contains(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
                && HttpMethod.POST.matches(asked.getMethod());
    }

    /**
     * Asks again, once, where a kept connection turns out to be closed; only questions, since a
     * side may have done what it was told before it went.
     */
    private static final class QuestionsOnce extends DefaultHttpRequestRetryStrategy {
        QuestionsOnce() {
            super(1, TimeValue.ZERO_MILLISECONDS);
        }

        @Override
        protected boolean handleAsIdempotent(HttpRequest request) {
            return HttpMethod.GET.matches(request.getMethod())
                    || HttpMethod.HEAD.matches(request.getMethod());
        }

        @Override
        public boolean retryRequest(HttpResponse answer, int count, HttpContext context) {
            return false;
        }
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
