package nl.peildatum.portal.live;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import nl.peildatum.api.ProblemKind;
import nl.peildatum.portal.cut.Cut;
import nl.peildatum.portal.door.Backends;
import nl.peildatum.portal.login.PortalToken;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Opens the streams of the query-side: as nobody where that is let in, else as the portal. */
@Component
class Upstream implements DisposableBean {

    private static final Timeout CONNECT = Timeout.ofSeconds(2);

    /** Three times as long as a stream is silent when all is well. */
    private static final Timeout SILENT = Timeout.ofSeconds(45);

    private final URI querySide;
    private final ObjectProvider<PortalToken> ours;
    private final CloseableHttpClient client =
            HttpClients.custom()
                    .setConnectionManager(
                            PoolingHttpClientConnectionManagerBuilder.create()
                                    // one for each programme that somebody looks at
                                    .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                                    .setMaxConnPerRoute(Integer.MAX_VALUE)
                                    .setMaxConnTotal(Integer.MAX_VALUE)
                                    .setDefaultConnectionConfig(
                                            ConnectionConfig.custom()
                                                    .setConnectTimeout(CONNECT)
                                                    .setSocketTimeout(SILENT)
                                                    .build())
                                    .build())
                    .setDefaultRequestConfig(
                            RequestConfig.custom().setResponseTimeout(SILENT).build())
                    .disableAutomaticRetries()
                    .disableRedirectHandling()
                    .disableContentCompression()
                    .disableCookieManagement()
                    .disableAuthCaching()
                    .build();

    Upstream(Backends backends, ObjectProvider<PortalToken> ours) {
        this.querySide = backends.querySide();
        this.ours = ours;
    }

    /** A stream that is open; closing it ends it, whoever waits for its next line. */
    static final class Stream implements Closeable {

        private final HttpGet question;
        private final BufferedReader lines;

        private Stream(HttpGet question, ClassicHttpResponse answer) throws IOException {
            this.question = question;
            this.lines =
                    new BufferedReader(
                            new InputStreamReader(
                                    answer.getEntity().getContent(), StandardCharsets.UTF_8));
        }

        /** Its next line, or nothing at its end. */
        @Nullable String line() throws IOException {
            return lines.readLine();
        }

        @Override
        public void close() {
            question.cancel();
        }
    }

    /**
     * The stream of a programme; its first line but one has the number that is reached.
     *
     * @throws IOException when it is not to be had
     */
    Stream open(String programme) throws IOException {
        HttpGet question = question(programme, null);
        ClassicHttpResponse answer = send(question);
        PortalToken our = ours.getIfAvailable();
        if (answer.getCode() == ProblemKind.UNAUTHORIZED.status() && our != null) {
            EntityUtils.consume(answer.getEntity());
            question = question(programme, our.value());
            answer = send(question);
        }
        if (answer.getCode() != 200) {
            question.cancel();
            throw new IOException("The query-side answered " + answer.getCode());
        }
        return new Stream(question, answer);
    }

    private HttpGet question(String programme, @Nullable String token) {
        HttpGet question =
                new HttpGet(
                        querySide.resolve(Cut.now(programme).data("/gebeurtenissen")).toString());
        question.setHeader(HttpHeaders.ACCEPT, MediaType.TEXT_EVENT_STREAM_VALUE);
        if (token != null) {
            question.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        }
        return question;
    }

    private ClassicHttpResponse send(HttpGet question) throws IOException {
        return client.executeOpen(HttpHost.create(querySide), question, null);
    }

    @Override
    public void destroy() throws IOException {
        client.close();
    }
}
