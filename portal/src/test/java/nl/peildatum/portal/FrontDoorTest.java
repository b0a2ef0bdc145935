package nl.peildatum.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrontDoorTest {

    private static Side command;
    private static Side query;
    private static Side issuer;
    private static RunningPortal portal;

    @BeforeAll
    static void start() {
        command = Side.saying("{}");
        query = Side.saying("{}");
        issuer = Side.saying("{}");
        portal =
                new RunningPortal(
                        command.address(),
                        query.address(),
                        "--peildatum.issuer=" + issuer.address());
    }

    @AfterAll
    static void stop() {
        portal.close();
        command.close();
        query.close();
        issuer.close();
    }

    @BeforeEach
    void forget() {
        for (Side side : List.of(command, query, issuer)) {
            side.forget();
        }
        command.answers(Side.json(200, "{\"kant\":\"command\"}"));
        query.answers(Side.json(200, "{\"kant\":\"query\"}"));
        issuer.answers(Side.json(200, "{\"kant\":\"issuer\"}"));
    }

    @Test
    void what_is_too_long_says_so() throws Exception {
        String headers =
                portal.raw(
                        "GET /api/v1/x HTTP/1.1\nHost: localhost\nX-Veel: "
                                + "x".repeat(9_000)
                                + "\n\n");
        assertThat(headers).startsWith("HTTP/1.1 431").contains("kopregels-te-groot");
        String address =
                portal.raw(
                        "GET /api/v1/x?zoek="
                                + "x".repeat(9_000)
                                + " HTTP/1.1\nHost: localhost\n\n");
        assertThat(address).startsWith("HTTP/1.1 414").contains("adres-te-lang");
    }

    @Test
    void who_is_logged_in_on_pages_is_not_told_to_the_sides() throws Exception {
        portal.get(
                "/api/v1/programmas",
                "Cookie",
                "peildatum-sessie=1.geheim; ander=1; peildatum-formulier=x");
        assertThat(query.last().headers().get("Cookie")).containsExactly("ander=1");
        portal.get("/api/v1/programmas", "Cookie", "peildatum-sessie=1.geheim");
        assertThat(query.last().headers()).doesNotContainKey("Cookie");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void reading_goes_to_the_query_side(String method) throws Exception {
        portal.send(
                HttpRequest.newBuilder(portal.at("/api/v1/programmas"))
                        .method(method, BodyPublishers.noBody()));

        assertThat(query.asked()).extracting(Side.Asked::method).containsExactly(method);
        assertThat(command.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "OPTIONS", "ANDERS"})
    void every_other_method_goes_to_the_command_side(String method) throws Exception {
        portal.send(
                HttpRequest.newBuilder(portal.at("/api/v1/programmas"))
                        .method(method, BodyPublishers.noBody()));

        assertThat(command.asked()).extracting(Side.Asked::method).containsExactly(method);
        assertThat(query.asked()).isEmpty();
    }

    @Test
    void logging_in_goes_to_the_issuer() throws Exception {
        portal.send(
                HttpRequest.newBuilder(portal.at("/oauth2/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Authorization", "Basic eDp5")
                        .POST(
                                BodyPublishers.ofString(
                                        "grant_type=client_credentials&naam=a%20b%26c")));
        portal.get("/.well-known/openid-configuration");

        assertThat(issuer.asked())
                .extracting(Side.Asked::target)
                .containsExactly("/oauth2/token", "/.well-known/openid-configuration");
        assertThat(issuer.asked().getFirst().text().split("&"))
                .containsExactlyInAnyOrder("grant_type=client_credentials", "naam=a+b%26c");
        assertThat(issuer.asked().getFirst().headers().getFirst("Authorization"))
                .isEqualTo("Basic eDp5");
    }

    @Test
    void a_request_arrives_as_it_was_sent() throws Exception {
        portal.send(
                HttpRequest.newBuilder(
                                portal.at("/api/v1/programmas/p/importen?peildatum=2025-11-30"))
                        .header("Authorization", "Bearer abc")
                        .header("Idempotency-Key", "sleutel-1")
                        .header("If-Match", "\"3\"")
                        .header("Accept", "application/json;q=0.5, text/csv")
                        .header("Content-Type", "text/markdown")
                        .POST(BodyPublishers.ofString("# Creëren")));

        Side.Asked asked = command.last();
        assertThat(asked.target()).isEqualTo("/api/v1/programmas/p/importen?peildatum=2025-11-30");
        assertThat(asked.text()).isEqualTo("# Creëren");
        assertThat(asked.headers().getFirst("Authorization")).isEqualTo("Bearer abc");
        assertThat(asked.headers().getFirst("Idempotency-Key")).isEqualTo("sleutel-1");
        assertThat(asked.headers().getFirst("If-Match")).isEqualTo("\"3\"");
        assertThat(asked.headers().getFirst("Accept"))
                .isEqualTo("application/json;q=0.5, text/csv");
        assertThat(asked.headers().getFirst("Content-Type")).isEqualTo("text/markdown");
        assertThat(asked.headers().getFirst("Content-Length")).isEqualTo("10");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/programmas/a%20b/acties",
                "/api/v1/programmas/a%2Fb/acties",
                "/api/v1/programmas/a%5Cb/acties",
                "/api/v1/programmas/%C3%AB/acties?zoek=a%20b+c%26d&zoek=e",
                "/api/v1/programmas?leeg&is=&peildatum=2025-11-30",
                "/api/v1/programmas?bekendOp=2026-11-23T10:00:00%2B01:00",
                "/api/v1"
            })
    void an_address_is_not_mangled(String address) throws Exception {
        portal.get(address);

        assertThat(query.last().target()).isEqualTo(address);
    }

    @Test
    void an_answer_comes_back_as_it_was_given() throws Exception {
        query.answers(
                (exchange, asked) -> {
                    exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
                    exchange.getResponseHeaders().set("API-Version", "1.0.0");
                    exchange.getResponseHeaders().set("ETag", "\"abc\"");
                    exchange.getResponseHeaders().set("Retry-After", "7");
                    Side.send(exchange, 404, "{\"title\":\"Onbekend, écht\"}");
                });

        HttpResponse<String> answer = portal.get("/api/v1/programmas/x");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("{\"title\":\"Onbekend, écht\"}");
        assertThat(answer.headers().allValues("Content-Type"))
                .containsExactly("application/problem+json");
        assertThat(answer.headers().allValues("API-Version")).containsExactly("1.0.0");
        assertThat(answer.headers().allValues("ETag")).containsExactly("\"abc\"");
        assertThat(answer.headers().allValues("Retry-After")).containsExactly("7");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isEmpty();
    }

    @Test
    void whether_something_has_changed_is_for_the_side_to_say() throws Exception {
        query.answers(
                (exchange, asked) -> {
                    exchange.getResponseHeaders().set("ETag", "\"abc\"");
                    exchange.sendResponseHeaders(304, -1);
                });
        HttpResponse<String> same = portal.get("/api/v1/x", "If-None-Match", "\"abc\"");
        query.answers(
                (exchange, asked) -> {
                    exchange.getResponseHeaders().set("ETag", "\"abc\"");
                    Side.send(exchange, 200, "toch");
                });
        HttpResponse<String> nevertheless = portal.get("/api/v1/x", "If-None-Match", "\"abc\"");

        assertThat(query.last().headers().getFirst("If-None-Match")).isEqualTo("\"abc\"");
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(nevertheless.statusCode()).isEqualTo(200);
        assertThat(nevertheless.body()).isEqualTo("toch");
    }

    @Test
    void a_head_has_the_headers_and_no_body() throws Exception {
        query.answers(Side.json(200, "{\"acties\":44}"));

        String answer =
                portal.raw("HEAD /api/v1/x HTTP/1.1\nHost: localhost\nConnection: close\n\n");

        assertThat(answer).startsWith("HTTP/1.1 200").contains("Content-Length: 13");
        assertThat(answer).endsWith("\r\n\r\n");
    }

    @Test
    void what_was_packed_stays_packed() throws Exception {
        byte[] packed = {31, (byte) 139, 8, 0, 1, 2, 3};
        query.answers(
                (exchange, asked) -> {
                    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                    exchange.sendResponseHeaders(200, packed.length);
                    exchange.getResponseBody().write(packed);
                });

        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer =
                    client.send(
                            HttpRequest.newBuilder(portal.at("/api/v1/x"))
                                    .header("Accept-Encoding", "gzip")
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.body()).isEqualTo(packed);
            assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        }
    }

    @Test
    void a_location_leads_through_the_front_door() throws Exception {
        command.answers(
                (exchange, asked) -> {
                    exchange.getResponseHeaders()
                            .set("Location", command.address() + "/api/v1/programmas/p?x=1");
                    Side.send(exchange, 201, "{}");
                });
        HttpResponse<String> own = post("{}");
        command.answers(
                (exchange, asked) -> {
                    exchange.getResponseHeaders().set("Location", "/api/v1/programmas/p");
                    Side.send(exchange, 201, "{}");
                });
        HttpResponse<String> relative = post("{}");

        assertThat(own.headers().firstValue("Location")).contains("/api/v1/programmas/p?x=1");
        assertThat(relative.headers().firstValue("Location")).contains("/api/v1/programmas/p");
    }

    @Test
    void a_side_hears_the_address_of_the_front_door_and_not_what_the_caller_claims()
            throws Exception {
        portal.raw(
                """
                GET /api/v1/x HTTP/1.1
                Host: peildatum.example:8443
                X-Forwarded-Host: evil.example
                X-Forwarded-For: 10.0.0.1
                Forwarded: host=evil.example
                Connection: close

                """);

        assertThat(query.last().headers().get("X-Forwarded-Host"))
                .containsExactly("peildatum.example:8443");
        assertThat(query.last().headers().get("X-Forwarded-Proto")).containsExactly("http");
        assertThat(query.last().headers().get("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(query.last().headers().get("Forwarded")).isNull();
    }

    @Test
    void what_is_between_two_neighbours_is_not_passed_on() throws Exception {
        query.answers(
                (exchange, asked) -> {
                    exchange.getResponseHeaders().set("Keep-Alive", "timeout=60");
                    exchange.getResponseHeaders().set("X-Tussen", "ons");
                    exchange.getResponseHeaders().set("Connection", "X-Tussen");
                    Side.send(exchange, 200, "{}");
                });

        String answer =
                portal.raw(
                        """
                        GET /api/v1/x HTTP/1.1
                        Host: localhost
                        Keep-Alive: timeout=5
                        TE: trailers
                        X-Buur: hallo
                        Connection: close, X-Buur

                        """);

        assertThat(query.last().headers().get("Keep-Alive")).isNull();
        assertThat(query.last().headers().get("TE")).isNull();
        assertThat(query.last().headers().get("X-Buur")).isNull();
        assertThat(answer).doesNotContain("X-Tussen").doesNotContain("timeout=60");
    }

    @Test
    void a_large_body_is_passed_on_whole() throws Exception {
        byte[] large = new byte[10 * 1024 * 1024];
        Arrays.fill(large, (byte) 'a');

        HttpResponse<String> answer =
                portal.send(
                        HttpRequest.newBuilder(portal.at("/api/v1/x"))
                                .POST(BodyPublishers.ofByteArray(large)));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(command.last().length()).isEqualTo(large.length);
    }

    @Test
    void a_body_of_unknown_length_is_passed_on_whole() throws Exception {
        byte[] large = new byte[3 * 1024 * 1024];

        HttpResponse<String> answer =
                portal.send(
                        HttpRequest.newBuilder(portal.at("/api/v1/x"))
                                .POST(
                                        BodyPublishers.ofInputStream(
                                                () -> new java.io.ByteArrayInputStream(large))));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(command.last().length()).isEqualTo(large.length);
    }

    @Test
    void too_large_a_body_is_refused_with_a_problem() throws Exception {
        byte[] tooLarge = new byte[10 * 1024 * 1024 + 1];

        HttpResponse<String> told =
                portal.send(
                        HttpRequest.newBuilder(portal.at("/api/v1/x"))
                                .POST(BodyPublishers.ofByteArray(tooLarge)));
        HttpResponse<String> found =
                portal.send(
                        HttpRequest.newBuilder(portal.at("/api/v1/x"))
                                .POST(
                                        BodyPublishers.ofInputStream(
                                                () -> new java.io.ByteArrayInputStream(tooLarge))));

        assertThat(told.statusCode()).isEqualTo(413);
        assertThat(found.statusCode()).isEqualTo(413);
        assertThat(found.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void events_are_passed_on_as_they_happen() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        query.answers(
                (exchange, asked) -> {
                    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write("id: 1\n\n".getBytes(StandardCharsets.UTF_8));
                    exchange.getResponseBody().flush();
                    await(seen);
                });

        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> answer =
                    client.send(
                            HttpRequest.newBuilder(portal.at("/api/v1/x"))
                                    .timeout(Duration.ofSeconds(5))
                                    .build(),
                            HttpResponse.BodyHandlers.ofInputStream());
            byte[] first = answer.body().readNBytes(7);
            seen.countDown();
            assertThat(new String(first, StandardCharsets.UTF_8)).isEqualTo("id: 1\n\n");
        }
    }

    /** Sends events until nobody listens any more, which counts the latch down. */
    private static Side.Answer forEver(CountDownLatch ended, String event) {
        return (exchange, asked) -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            try {
                while (true) {
                    exchange.getResponseBody().write(event.getBytes(StandardCharsets.UTF_8));
                    exchange.getResponseBody().flush();
                    TimeUnit.MILLISECONDS.sleep(20);
                }
            } catch (IOException | InterruptedException nobodyListens) {
                ended.countDown();
            }
        };
    }

    @Test
    @Timeout(20)
    void events_end_at_the_side_when_the_one_who_follows_leaves() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        query.answers(forEver(ended, ":\n\n"));

        try (Socket follower = new Socket(InetAddress.getLoopbackAddress(), portal.port())) {
            follower.getOutputStream()
                    .write("GET /api/v1/x HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(UTF_8));
            assertThat(follower.getInputStream().readNBytes(8)).asString().isEqualTo("HTTP/1.1");
        }

        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    @Timeout(60)
    void who_does_not_read_is_cut_off_from_what_a_side_would_send_for_ever() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        query.answers(forEver(ended, ":" + "x".repeat(1 << 20) + "\n\n"));

        try (RunningPortal impatient =
                        new RunningPortal(
                                command.address(),
                                query.address(),
                                "--server.tomcat.connection-timeout=2s");
                Socket silent = new Socket()) {
            silent.setReceiveBufferSize(4096);
            silent.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), impatient.port()));
            silent.getOutputStream()
                    .write(
                            "GET /api/v1/x HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                    .getBytes(StandardCharsets.UTF_8));
            assertThat(ended.await(40, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    @Timeout(20)
    void half_an_answer_is_never_taken_for_a_whole_one() {
        query.answers(
                (exchange, asked) -> {
                    exchange.sendResponseHeaders(200, 1_000_000);
                    exchange.getResponseBody().write(new byte[500_000]);
                    exchange.getResponseBody().flush();
                    throw new IOException("breaks off");
                });

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> portal.get("/api/v1/x")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void a_side_that_is_down_is_a_503_that_says_so() throws Exception {
        URI nobody;
        try (Side gone = Side.saying("")) {
            nobody = gone.address();
        }
        try (RunningPortal alone = new RunningPortal(nobody, nobody)) {
            HttpResponse<String> reading = alone.get("/api/v1/programmas/a%20b");
            HttpResponse<String> changing =
                    alone.send(
                            HttpRequest.newBuilder(alone.at("/api/v1/programmas"))
                                    .POST(BodyPublishers.ofString("{}")));

            for (HttpResponse<String> answer : List.of(reading, changing)) {
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.headers().firstValue("Content-Type"))
                        .contains("application/problem+json");
                assertThat(answer.headers().firstValue("Retry-After")).contains("5");
                assertThat(answer.headers().firstValue("API-Version")).isPresent();
                assertThat(answer.body())
                        .contains("\"status\":503")
                        .contains("niet bereikbaar")
                        .doesNotContain("Exception");
            }
            assertThat(reading.body()).contains("\"instance\":\"/api/v1/programmas/a%20b\"");
        }
    }

    @Test
    void without_an_issuer_there_is_nothing_to_log_in_to() throws Exception {
        try (RunningPortal alone = new RunningPortal(command.address(), query.address())) {
            assertThat(alone.get("/oauth2/jwks").statusCode()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/programmas?x=%zz HTTP/1.1",
                "GET /api/v1/%zz HTTP/1.1",
                "GET /api/v1/a|b HTTP/1.1",
                "GET /api/v1/x?a=\"b\" HTTP/1.1"
            })
    void a_malformed_address_is_a_400_problem(String requestLine) throws Exception {
        String answer = portal.raw(requestLine + "\nHost: localhost\nConnection: close\n\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json")
                .contains("API-Version")
                .doesNotContain("Exception")
                .doesNotContain("Tomcat");
    }

    @ParameterizedTest
    @CsvSource({
        "GET /api/v1/x HTTP/9.9, X: y, 505, HTTP/1.1",
        "GET / HTTP/2.0, X: y, 505, HTTP/1.1",
        "' /api/v1/x HTTP/1.1', X: y, 400, Controleer",
        "G@T /api/v1/x HTTP/1.1, X: y, 400, Controleer",
        "CONNECT localhost:1 HTTP/1.1, X: y, 501, methode",
        "POST /api/v1/x HTTP/1.1, Transfer-Encoding: vreemd, 501, Transfer-Encoding",
        "'POST /oauth2/token HTTP/1.1', 'Transfer-Encoding: gzip, chunked', 501, Transfer-Encoding",
        "POST /api/v1/x HTTP/1.1, Content-Length: x, 400, Controleer",
        "GET /api/v1/x HTTP/1.1, X-Kop: a\u007fb, 400, Controleer",
        "GET /api/v1/x HTTP/1.1, X-Kop: caf\u00e9, 200, query"
    })
    void odd_http_is_a_problem_that_fits(String line, String header, int status, String says)
            throws Exception {
        String answer =
                portal.raw(line + "\nHost: localhost\nConnection: close\n" + header + "\n\n");

        assertThat(answer).startsWith("HTTP/1.1 " + status).contains(says);
        if (status != 200) {
            assertThat(answer)
                    .contains("application/problem+json")
                    .contains("API-Version")
                    .contains("\"status\":" + status);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api/v1/x HTTP/1.1\nContent-Type: application/json\nTransfer-Encoding: chunked\n\nzz\n\n",
                "POST /api/v1/x HTTP/1.1\nContent-Type: application/x-www-form-urlencoded\nContent-Length: 3\n\n%zz",
                "GET /api/v1/x?peildatum=%0aALARM%zz HTTP/1.1\nX: y\n\n",
                "GET /?peildatum=%0aALARM%zz HTTP/1.1\nAccept: text/html\n\n",
                "POST /oauth2/token HTTP/1.1\nContent-Type: application/x-www-form-urlencoded\nContent-Length: 3\n\n%zz",
                "GET /a|b HTTP/1.1\nX: y\n\n"
            })
    void what_cannot_be_read_is_a_400_and_no_error_in_the_log(String request) throws Exception {
        PrintStream console = System.out;
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        System.setOut(new PrintStream(heard, true, StandardCharsets.UTF_8));
        try {
            assertThat(
                            portal.raw(
                                    request.replaceFirst(
                                            "\n", "\nHost: localhost\nConnection: close\n")))
                    .startsWith("HTTP/1.1 400");
        } finally {
            System.setOut(console);
        }
        assertThat(heard.toString(StandardCharsets.UTF_8))
                .doesNotContain("No answer", "ERROR", "\tat ");
    }

    private static HttpResponse<String> post(String body) throws Exception {
        return portal.send(
                HttpRequest.newBuilder(portal.at("/api/v1/x"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(5, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody saw it");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
