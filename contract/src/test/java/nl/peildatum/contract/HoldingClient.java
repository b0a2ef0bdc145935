package nl.peildatum.contract;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/** A client that holds every answer of the interface against the document. */
public final class HoldingClient extends HttpClient {
    private static final HeldAnswers ALL = new HeldAnswers();

    private final HttpClient client;
    private final HeldAnswers answers;

    private HoldingClient(HttpClient client, HeldAnswers answers) {
        this.client = client;
        this.answers = answers;
    }

    /** One of its own. */
    public static HttpClient create() {
        return of(HttpClient.newHttpClient());
    }

    /** In front of another. */
    public static HttpClient of(HttpClient client) {
        return of(client, ALL);
    }

    /** In front of another, with what its answers show kept apart. */
    public static HttpClient of(HttpClient client, HeldAnswers answers) {
        return new HoldingClient(client, answers);
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> body)
            throws IOException, InterruptedException {
        HttpResponse<T> answer = client.send(request, body);
        answers.hold(answer);
        return answer;
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, BodyHandler<T> body) {
        return client.sendAsync(request, body).whenComplete(this::hold);
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, BodyHandler<T> body, @Nullable PushPromiseHandler<T> pushed) {
        return client.sendAsync(request, body, pushed).whenComplete(this::hold);
    }

    private void hold(@Nullable HttpResponse<?> answer, @Nullable Throwable failure) {
        if (answer != null) {
            answers.hold(answer);
        }
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return client.cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return client.connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return client.followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return client.proxy();
    }

    @Override
    public SSLContext sslContext() {
        return client.sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return client.sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return client.authenticator();
    }

    @Override
    public Version version() {
        return client.version();
    }

    @Override
    public Optional<Executor> executor() {
        return client.executor();
    }

    @Override
    public void close() {
        client.close();
    }
}
