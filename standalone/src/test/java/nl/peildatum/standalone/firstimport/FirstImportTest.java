package nl.peildatum.standalone.firstimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.peildatum.standalone.firstimport.FirstImport.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FirstImportTest {

    private static final String PROGRAMME = "/api/v1/programmas/samen-tegen-mensenhandel";

    private final Map<String, List<String>> answers = new LinkedHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        says("GET /api/v1/programmas", "200 {\"programmas\":[]}");
        says("POST /oauth2/token", "200 {\"access_token\":\"t\"}");
        says("POST /api/v1/programmas", "201 {\"journaalnummer\":1}");
        says("POST " + PROGRAMME + "/importen?peildatum=2025-11-30", "201 {\"journaalnummer\":98}");
        says("POST " + PROGRAMME + "/journaal/controlepunten", "503 {}");
        says("GET " + PROGRAMME + "/dashboard?minstensJournaal=98", "200 {}");
        says("GET " + PROGRAMME + "/acties/22/historie?minstensJournaal=98", "200 {}");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void an_empty_store_gets_the_overview_with_fixed_keys() throws Exception {
        assertThat(run()).isEqualTo(Outcome.IMPORTED);

        assertThat(asked)
                .containsExactly(
                        "POST /oauth2/token",
                        "GET /api/v1/programmas",
                        "POST /api/v1/programmas Bearer t peildatum-eerste-start-programma",
                        "POST "
                                + PROGRAMME
                                + "/importen?peildatum=2025-11-30 Bearer t"
                                + " peildatum-eerste-start-overzicht-2025-11",
                        "POST " + PROGRAMME + "/journaal/controlepunten",
                        "GET " + PROGRAMME + "/dashboard?minstensJournaal=98",
                        "GET " + PROGRAMME + "/acties/22/historie?minstensJournaal=98");
    }

    @Test
    void an_import_that_was_killed_halfway_is_finished() throws Exception {
        says("GET /api/v1/programmas", "200 {\"programmas\":[{\"programma\":\"x\"}]}");
        says("GET " + PROGRAMME, "200 {}");
        says(
                "GET " + PROGRAMME + "/dashboard?peildatum=2025-11-30",
                "200 {\"totaal\":{\"acties\":0},\"nietOpgenomen\":[],\"vervallen\":[],\"nietVastgelegd\":0}");

        assertThat(run()).isEqualTo(Outcome.IMPORTED);
        assertThat(asked).anyMatch(request -> request.contains("/importen"));
    }

    @Test
    void what_has_actions_is_not_touched() throws Exception {
        says("GET /api/v1/programmas", "200 {\"programmas\":[{\"programma\":\"x\"}]}");
        says("GET " + PROGRAMME, "200 {}");
        says(
                "GET " + PROGRAMME + "/dashboard?peildatum=2025-11-30",
                "200 {\"totaal\":{\"acties\":0},\"nietVastgelegd\":1}");

        assertThat(run()).isEqualTo(Outcome.NOT_NEEDED);
        assertThat(asked).noneMatch(request -> request.startsWith("POST /api"));
    }

    @Test
    void a_store_with_another_programme_is_not_touched() throws Exception {
        says("GET /api/v1/programmas", "200 {\"programmas\":[{\"programma\":\"x\"}]}");
        says("GET " + PROGRAMME, "404 {}");

        assertThat(run()).isEqualTo(Outcome.NOT_NEEDED);
        assertThat(asked).noneMatch(request -> request.startsWith("POST /api"));
    }

    @Test
    void a_programme_that_reading_does_not_know_yet_is_not_touched() throws Exception {
        says("POST /api/v1/programmas", "409 {}");

        assertThat(run()).isEqualTo(Outcome.NOT_NEEDED);
        assertThat(asked).noneMatch(request -> request.contains("/importen"));
    }

    @Test
    void too_early_is_asked_again() throws Exception {
        says("GET " + PROGRAMME + "/dashboard?minstensJournaal=98", "503 {}", "200 {}");

        assertThat(run()).isEqualTo(Outcome.IMPORTED);
    }

    @Test
    void a_refusal_is_told_with_what_was_said() {
        says(
                "POST " + PROGRAMME + "/importen?peildatum=2025-11-30",
                "422 {\"detail\":\"regel 3\"}");

        assertThatThrownBy(this::run)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("422")
                .hasMessageContaining("regel 3");
    }

    private Outcome run() throws IOException, InterruptedException {
        URI door = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new FirstImport(door, "geheim", () -> {}).run();
    }

    private void says(String request, String... responses) {
        answers.put(request, new ArrayList<>(List.of(responses)));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            exchange.getRequestBody().readAllBytes();
            String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            asked.add(
                    key == null
                            ? request
                            : request
                                    + " "
                                    + exchange.getRequestHeaders().getFirst("Authorization")
                                    + " "
                                    + key);
            List<String> left = answers.getOrDefault(request, new ArrayList<>(List.of("500 ?")));
            String answer = left.size() > 1 ? left.removeFirst() : left.getFirst();
            byte[] body = answer.substring(4).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(Integer.parseInt(answer.substring(0, 3)), body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
