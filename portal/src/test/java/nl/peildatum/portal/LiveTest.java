package nl.peildatum.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What pages hear that keep themselves up to date. */
@Timeout(60)
class LiveTest {

    private static final String STREAM = "/programmas/p/stroom";
    private static final String UPSTREAM = "/api/v1/programmas/p/gebeurtenissen";
    private static final String END = "end";
    private static final long MEGABYTE = 1 << 20;

    private final BlockingQueue<String> recorded = new LinkedBlockingQueue<>();
    private final AtomicBoolean away = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Side issuer = Side.saying("{}");
    private final Side query = Side.saying("{}");
    private final RunningPortal portal;

    LiveTest() {
        String at = issuer.address().toString();
        portal =
                new RunningPortal(
                        query.address(),
                        query.address(),
                        "--peildatum.inloggen.issuer=" + at,
                        "--peildatum.inloggen.adres=http://localhost",
                        "--peildatum.inloggen.client-secret=geheim");
        issuer.answers(
                (exchange, asked) ->
                        Side.json(
                                        200,
                                        asked.target().equals("/token")
                                                ? """
                                                {"access_token":"van-het-portaal","token_type":"Bearer","expires_in":3600}"""
                                                : """
                                                {"issuer":"%s","authorization_endpoint":"%s/authorize","token_endpoint":"%s/token",
                                                 "jwks_uri":"%s/jwks","subject_types_supported":["public"]}"""
                                                        .formatted(at, at, at, at))
                                .to(exchange, asked));
        query.answers(
                (exchange, asked) -> {
                    boolean stream = asked.target().equals(UPSTREAM);
                    String token = asked.headers().getFirst("Authorization");
                    if (away.get()) {
                        Side.json(503, "{}").to(exchange, asked);
                    } else if (closed.get() && stream && token == null) {
                        Side.json(401, "{}").to(exchange, asked);
                    } else if (stream) {
                        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
                        exchange.sendResponseHeaders(200, 0);
                        String next = "retry: 2000\nid: 98";
                        while (!next.equals(END)) {
                            exchange.getResponseBody()
                                    .write((next + "\n\n").getBytes(StandardCharsets.UTF_8));
                            exchange.getResponseBody().flush();
                            next = taken();
                        }
                    } else if (asked.target().startsWith("/api/v1/programmas/geen")) {
                        Side.json(404, "{}").to(exchange, asked);
                    } else {
                        Side.json(200, "{}").to(exchange, asked);
                    }
                });
    }

    private String taken() {
        try {
            return recorded.take();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return END;
        }
    }

    @AfterEach
    void stop() {
        recorded.add(END);
        client.shutdownNow();
        portal.close();
        query.close();
        issuer.close();
    }

    private HttpResponse<InputStream> open() throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(portal.at(STREAM)).build(), BodyHandlers.ofInputStream());
    }

    private int status() throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = open();
        answer.body().close();
        return answer.statusCode();
    }

    private BufferedReader listen() throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = open();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    private static String told(BufferedReader stream) throws IOException {
        String line = stream.readLine();
        while (line != null && !line.startsWith("data:")) {
            line = stream.readLine();
        }
        return String.valueOf(line);
    }

    private long upstreams() {
        return query.asked().stream().filter(asked -> asked.target().equals(UPSTREAM)).count();
    }

    private static long megabytesInUse() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
    }

    @Test
    void two_hundred_pages_hear_by_one_stream_of_the_query_side_and_cost_little() throws Exception {
        assertThat(told(listen())).isEqualTo("data: 98");
        long before = megabytesInUse();
        List<BufferedReader> pages = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            BufferedReader page = listen();
            assertThat(told(page)).isEqualTo("data: 98");
            pages.add(page);
        }
        long cost = megabytesInUse() - before;
        System.out.println("200 open pages: " + cost + " MB, with those who listen");

        recorded.add("id: 99\ndata: 99");
        for (BufferedReader page : pages) {
            assertThat(told(page)).isEqualTo("data: 99");
        }
        assertThat(upstreams()).isEqualTo(1);
        assertThat(cost).isLessThan(200);
    }

    @Test
    void where_reading_needs_a_login_the_portal_listens_as_itself() throws Exception {
        closed.set(true);
        assertThat(told(listen())).isEqualTo("data: 98");
        assertThat(query.last().headers().getFirst("Authorization"))
                .isEqualTo("Bearer van-het-portaal");
        assertThat(issuer.last().text()).isEqualTo("grant_type=client_credentials");
    }

    @Test
    void a_stream_that_ends_is_opened_again_without_anybody_noticing() throws Exception {
        BufferedReader page = listen();
        assertThat(told(page)).isEqualTo("data: 98");
        recorded.add(END);
        recorded.add("id: 99");
        assertThat(told(page)).isEqualTo("data: 99");
        assertThat(upstreams()).isEqualTo(2);
    }

    @Test
    void while_nothing_can_be_heard_pages_are_told_so_and_later_hear_again() throws Exception {
        BufferedReader page = listen();
        assertThat(told(page)).isEqualTo("data: 98");
        away.set(true);
        recorded.add(END);
        assertThat(told(page)).isEqualTo("null");
        assertThat(portal.get(STREAM).statusCode()).isEqualTo(503);

        away.set(false);
        int tries = 0;
        while (status() == 503) {
            assertThat(++tries).isLessThan(100);
            Thread.sleep(100);
        }
        assertThat(told(listen())).isEqualTo("data: 98");
    }

    @Test
    void who_may_not_read_hears_nothing_and_is_not_led_on_to_log_in() throws Exception {
        query.answers(Side.json(401, "{}"));
        assertThat(portal.get(STREAM).statusCode()).isEqualTo(401);
        query.answers(Side.json(404, "{}"));
        assertThat(portal.get("/programmas/geen/stroom").statusCode()).isEqualTo(404);
        assertThat(upstreams()).isZero();
    }
}
