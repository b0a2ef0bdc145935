package nl.peildatum.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nl.peildatum.api.AnswerHeaders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the front door leaves to the sides, and what it says itself. */
class AnyMethodTest {
    private static final String HSTS = "Strict-Transport-Security";

    private static Side side;
    private static RunningPortal portal;

    @BeforeAll
    static void start() {
        side = Side.saying("{}");
        portal = new RunningPortal(side.address(), side.address());
    }

    @AfterAll
    static void stop() {
        portal.close();
        side.close();
    }

    @BeforeEach
    void forget() {
        side.forget();
        side.answers(Side.json(200, "{\"kant\":\"achter\"}"));
    }

    @Test
    void a_trace_is_answered_by_the_side_and_by_nobody_else() throws Exception {
        String passed = raw("TRACE /api/v1/x HTTP/1.1", "X-Geheim: dit");
        assertThat(side.asked()).extracting(Side.Asked::method).containsExactly("TRACE");
        assertThat(passed).startsWith("HTTP/1.1 200").endsWith("{\"kant\":\"achter\"}");

        String own = raw("TRACE / HTTP/1.1", "X-Geheim: dit");
        assertThat(own).startsWith("HTTP/1.1 405").doesNotContain("X-Geheim").contains("Allow: ");
    }

    @Test
    void whether_a_page_of_another_site_may_ask_is_for_the_side_to_say() throws Exception {
        String passed =
                raw(
                        "OPTIONS /api/v1/x HTTP/1.1",
                        "Origin: https://cijfers.example",
                        "Access-Control-Request-Method: GET",
                        "Access-Control-Request-Headers: accept");

        assertThat(passed).startsWith("HTTP/1.1 200").contains("achter").doesNotContain("Allow");
        assertThat(side.last().method()).isEqualTo("OPTIONS");
        assertThat(side.last().headers().get("Origin")).containsExactly("https://cijfers.example");
        assertThat(side.last().headers().get("Access-Control-Request-Method"))
                .containsExactly("GET");
        assertThat(side.last().headers().get("Access-Control-Request-Headers"))
                .containsExactly("accept");
    }

    @Test
    void a_problem_of_its_own_has_the_headers_of_every_problem() throws Exception {
        URI nobody;
        try (Side gone = Side.saying("")) {
            nobody = gone.address();
        }
        try (RunningPortal alone = new RunningPortal(nobody, nobody)) {
            for (HttpResponse<String> problem : List.of(alone.get("/api/v1/x"), tooLarge(alone))) {
                assertThat(problem.statusCode()).isGreaterThan(400);
                assertThat(problem.headers().firstValue("Link").orElse(""))
                        .matches("</problemen/[a-z-]+>; rel=\"help\"");
                AnswerHeaders.EVERYWHERE.forEach(
                        (name, value) ->
                                assertThat(problem.headers().allValues(name))
                                        .as(name)
                                        .containsExactly(value));
            }
        }
    }

    @Test
    void behind_tls_a_browser_is_told_to_come_back_over_tls() throws Exception {
        assertThat(portal.get("/").headers().firstValue(HSTS)).isEmpty();
        try (RunningPortal behind =
                new RunningPortal(side.address(), side.address(), "--peildatum.achter-tls=true")) {
            for (String path : List.of("/", "/api/v1/x", "/bestaat-niet")) {
                assertThat(behind.get(path).headers().allValues(HSTS))
                        .as(path)
                        .containsExactly("max-age=63072000 ; includeSubDomains");
            }
            side.answers(
                    (exchange, asked) -> {
                        exchange.getResponseHeaders().set(HSTS, "max-age=1");
                        Side.send(exchange, 200, "{}");
                    });
            assertThat(behind.get("/api/v1/x").headers().allValues(HSTS))
                    .containsExactly("max-age=1");
        }
    }

    @Test
    void what_is_searched_for_is_in_no_access_log(@TempDir Path place) throws Exception {
        try (RunningPortal logging =
                new RunningPortal(
                        side.address(),
                        side.address(),
                        "--server.tomcat.basedir=" + place,
                        "--server.tomcat.accesslog.enabled=true")) {
            logging.get("/api/v1/programmas/p/acties?zoek=Janssen");
        }
        try (Stream<Path> logs = Files.list(place.resolve("logs"))) {
            assertThat(Files.readString(logs.findFirst().orElseThrow()))
                    .contains("\"GET /api/v1/programmas/p/acties HTTP/1.1\" 200")
                    .doesNotContain("Janssen");
        }
    }

    private static HttpResponse<String> tooLarge(RunningPortal portal) throws Exception {
        return portal.send(
                HttpRequest.newBuilder(portal.at("/api/v1/x"))
                        .POST(BodyPublishers.ofByteArray(new byte[10 * 1024 * 1024 + 1])));
    }

    private static String raw(String request, String... headers) throws Exception {
        return portal.raw(
                request
                        + "\nHost: localhost\nConnection: close\n"
                        + String.join("\n", headers)
                        + "\n\n");
    }
}
