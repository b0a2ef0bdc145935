package nl.peildatum.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** What every answer says besides what was asked: to browsers, caches and whoever reads on. */
class AnswerHeadersTest {
    private static final String NAMED = "https://cijfers.example";
    private static final String OTHER = "https://elders.example";
    private static final String ORIGIN = "Access-Control-Allow-Origin";
    private static final String EXPOSED =
            "API-Version, ETag, Link, Location, Retry-After, Digest-Overzicht";
    private static final Issuer ISSUER = new Issuer();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static ServletWebServerApplicationContext open;
    private static ServletWebServerApplicationContext closed;

    @BeforeAll
    static void start() {
        ISSUER.start();
        String issuer = "spring.security.oauth2.resourceserver.jwt.issuer-uri=" + ISSUER.uri();
        open =
                Side.start(
                        issuer,
                        "peildatum.openbaar=true",
                        "peildatum.achter-tls=true",
                        "peildatum.cors.toegestaan=https://nog-een.example, " + NAMED);
        closed = Side.start(issuer);
    }

    @AfterAll
    static void stop() {
        open.close();
        closed.close();
        ISSUER.close();
    }

    // --- what other sites may do

    @Test
    void what_is_open_to_everyone_may_be_asked_by_any_page() throws Exception {
        for (String[] origin : List.of(new String[] {}, from(OTHER), from(NAMED), from("null"))) {
            HttpResponse<String> answer = send(open, "GET", "/api/v1/dingen", origin);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(all(answer, ORIGIN)).containsExactly("*");
            assertThat(all(answer, "Access-Control-Expose-Headers")).containsExactly(EXPOSED);
            assertThat(all(answer, "Access-Control-Allow-Credentials")).isEmpty();
        }
        HttpResponse<String> may = preflight(open, "GET", "/api/v1/dingen", OTHER, "If-None-Match");
        assertThat(may.statusCode()).isEqualTo(204);
        assertThat(all(may, ORIGIN)).containsExactly("*");
        assertThat(all(may, "Access-Control-Allow-Headers")).containsExactly("If-None-Match");
        assertThat(header(may, "Access-Control-Allow-Methods")).contains("GET");
        assertThat(all(send(closed, "GET", "/api/v1/open/ding", from(OTHER)), ORIGIN))
                .containsExactly("*");
    }

    @Test
    void what_is_asked_with_a_token_may_be_asked_by_the_pages_that_are_named() throws Exception {
        String token = "Bearer " + ISSUER.token("iemand", "lezer");
        HttpResponse<String> named =
                send(open, "GET", "/api/v1/dingen", "Origin", NAMED, "Authorization", token);
        assertThat(named.statusCode()).isEqualTo(200);
        assertThat(all(named, ORIGIN)).containsExactly(NAMED);
        assertThat(all(named, "Access-Control-Expose-Headers")).containsExactly(EXPOSED);
        assertThat(header(named, "Vary")).contains("Origin", "Authorization");
        HttpResponse<String> other =
                send(open, "GET", "/api/v1/dingen", "Origin", OTHER, "Authorization", token);
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(all(other, ORIGIN)).isEmpty();
        assertThat(all(send(open, "GET", "/api/v1/geheim/x", from(NAMED)), ORIGIN))
                .containsExactly(NAMED);

        HttpResponse<String> may =
                preflight(open, "POST", "/api/v1/dingen", NAMED, "authorization, content-type");
        assertThat(may.statusCode()).isEqualTo(204);
        assertThat(all(may, ORIGIN)).containsExactly(NAMED);
        assertThat(header(may, "Access-Control-Allow-Headers"))
                .isEqualTo("authorization, content-type");
        assertThat(header(may, "Access-Control-Allow-Methods")).contains("POST");
    }

    @ParameterizedTest
    @CsvSource({
        "POST,   /api/v1/dingen,       https://elders.example,  content-type",
        "GET,    /api/v1/dingen,       https://elders.example,  authorization",
        "GET,    /api/v1/geheim/x,     https://elders.example,  accept",
        "POST,   /api/v1/open/invoer,  https://elders.example,  content-type",
        "DELETE, /api/v1/dingen,       https://cijfers.example, accept",
        "POST,   /api/v1/dingen,       https://cijfers.example, x-vreemd",
        "POST,   /api/v1/dingen,       http://cijfers.example,  content-type",
        "POST,   /api/v1/dingen,       https://cijfers.example.elders.example, content-type",
        "POST,   /api/v1/dingen,       'https://[', content-type"
    })
    void what_a_page_may_not_ask_it_is_not_told_that_it_may(
            String method, String path, String origin, String headers) throws Exception {
        HttpResponse<String> answer = preflight(open, method, path, origin, headers);

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(header(answer, "Allow")).endsWith("OPTIONS");
        assertThat(header(answer, "API-Version")).isNotEmpty();
        assertThat(answer.headers().map().keySet())
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-"));
    }

    @Test
    void where_nobody_is_named_no_page_may_ask_with_a_token() throws Exception {
        HttpResponse<String> answer =
                preflight(closed, "POST", "/api/v1/dingen", NAMED, "content-type");
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(all(answer, ORIGIN)).isEmpty();
        assertThat(all(send(closed, "GET", "/api/v1/dingen", from(NAMED)), ORIGIN)).isEmpty();
    }

    @Test
    void whether_a_page_may_ask_what_is_not_there_is_a_404() throws Exception {
        HttpResponse<String> answer =
                preflight(open, "GET", "/api/v1/bestaat-niet", NAMED, "accept");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(header(answer, "API-Version")).isNotEmpty();
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
    }

    // --- what browsers may do with an answer

    @Test
    void every_answer_is_kept_to_whoever_asked_for_it() throws Exception {
        for (HttpResponse<String> answer :
                List.of(
                        send(open, "GET", "/api/v1/open/ding"),
                        send(open, "OPTIONS", "/api/v1/open/ding"),
                        send(open, "GET", "/api/v1/geheim/x"),
                        send(open, "GET", "/api/v1/bestaat-niet"),
                        send(open, "GET", "/api/v1/open/stuk"),
                        send(open, "GET", "/api/v1/open//x"),
                        send(open, "GET", "/api/v1/open/zip"),
                        send(open, "POST", "/api/v1/open/invoer"))) {
            AnswerHeaders.EVERYWHERE.forEach(
                    (name, value) -> {
                        if (!name.equals("Cache-Control")) {
                            assertThat(all(answer, name))
                                    .as(answer.uri() + " " + name)
                                    .containsExactly(value);
                        }
                    });
            assertThat(all(answer, "Strict-Transport-Security")).hasSize(1);
            assertThat(all(answer, "Cache-Control")).hasSize(1);
        }
        assertThat(all(send(closed, "GET", "/api/v1/open/ding"), "Strict-Transport-Security"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /api/v1/open/a|b HTTP/1.1", "G{}T / HTTP/1.1", "GET / HTTP/9.9"})
    void so_is_what_the_container_refuses(String line) throws Exception {
        String answer = raw(line);
        AnswerHeaders.EVERYWHERE.forEach(
                (name, value) ->
                        assertThat(answer).contains("\r\n" + name + ": " + value + "\r\n"));
    }

    // --- who may keep an answer

    @Test
    void what_is_asked_with_a_token_is_kept_by_nobody_else_and_what_shows_persons_by_nobody()
            throws Exception {
        assertThat(keeping("/api/v1/dingen")).isEqualTo("no-cache");
        assertThat(keeping("/api/v1/dingen", "lezer")).isEqualTo("private, no-cache");
        assertThat(keeping("/api/v1/dingen", "auditor")).isEqualTo("no-store");
        assertThat(keeping("/api/v1/dingen", "lezer", "auditor")).isEqualTo("no-store");
        assertThat(keeping("/api/v1/open/zip", "lezer")).isEqualTo("private, no-cache");
        assertThat(header(send(open, "POST", "/api/v1/open/invoer"), "Cache-Control"))
                .isEqualTo("no-store");
    }

    private static String keeping(String path, String... roles) throws Exception {
        String[] token =
                roles.length == 0
                        ? new String[0]
                        : new String[] {"Authorization", "Bearer " + ISSUER.token("iemand", roles)};
        HttpResponse<String> answer = send(open, "GET", path, token);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(send(open, "HEAD", path, token).headers().allValues("Cache-Control"))
                .isEqualTo(all(answer, "Cache-Control"));
        return header(answer, "Cache-Control");
    }

    // --- what goes

    @Test
    void what_is_old_says_since_when_and_until_when() throws Exception {
        for (String accept : List.of("text/csv", "image/png")) {
            HttpResponse<String> answer =
                    send(open, "GET", "/api/v1/open/vormen", "Accept", accept);
            assertThat(all(answer, "Deprecation")).containsExactly("@1796079600");
            assertThat(all(answer, "Sunset")).containsExactly("Mon, 31 May 2027 22:00:00 GMT");
            assertThat(header(answer, "Link"))
                    .isEqualTo(
                            "</api/v1/openapi.json>; rel=\"deprecation\"; type=\"application/json\"");
        }
        assertThat(all(send(open, "GET", "/api/v1/open/ding"), "Deprecation")).isEmpty();
    }

    @Test
    void a_problem_leads_to_the_page_about_it() throws Exception {
        assertThat(all(send(open, "GET", "/api/v1/geheim/x"), "Link"))
                .containsExactly("</problemen/niet-aangemeld>; rel=\"help\"");
        assertThat(raw("GET / HTTP/9.9"))
                .contains("\r\nLink: </problemen/http-versie-niet-ondersteund>; rel=\"help\"\r\n");
    }

    // --- what no address takes

    @Test
    void a_trace_is_refused_as_any_method_that_an_address_lacks() throws Exception {
        assertThat(raw("TRACE /api/v1/dingen HTTP/1.1"))
                .startsWith("HTTP/1.1 405")
                .contains("\r\nAllow: GET, HEAD, POST\r\n", "methode-niet-toegestaan");
        assertThat(raw("TRACE /api/v1/bestaat-niet HTTP/1.1")).startsWith("HTTP/1.1 404");
    }

    private static String[] from(String origin) {
        return new String[] {"Origin", origin};
    }

    private static HttpResponse<String> preflight(
            ServletWebServerApplicationContext to,
            String method,
            String path,
            String origin,
            String headers)
            throws Exception {
        return send(
                to,
                "OPTIONS",
                path,
                "Origin",
                origin,
                "Access-Control-Request-Method",
                method,
                "Access-Control-Request-Headers",
                headers);
    }

    private static HttpResponse<String> send(
            ServletWebServerApplicationContext to, String method, String path, String... headers)
            throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port(to) + path))
                        .method(
                                method,
                                method.equals("POST")
                                        ? BodyPublishers.ofString("{\"titel\": \"x\"}")
                                        : BodyPublishers.noBody());
        if (method.equals("POST")) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static String raw(String line) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port(open))) {
            socket.setSoTimeout(5000);
            socket.getOutputStream()
                    .write(
                            (line + "\r\nHost: x\r\nConnection: close\r\n\r\n")
                                    .getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(all);
            return all.toString(StandardCharsets.UTF_8);
        }
    }

    private static int port(ServletWebServerApplicationContext of) {
        return Objects.requireNonNull(of.getWebServer()).getPort();
    }

    private static List<String> all(HttpResponse<?> answer, String name) {
        return answer.headers().allValues(name);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
