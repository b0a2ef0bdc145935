package nl.peildatum.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HttpTest {
    private static final Issuer ISSUER = new Issuer();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static ServletWebServerApplicationContext side;
    private static ServletWebServerApplicationContext open;

    @BeforeAll
    static void start() {
        ISSUER.start();
        String issuer = "spring.security.oauth2.resourceserver.jwt.issuer-uri=" + ISSUER.uri();
        side = Side.start(issuer, "peildatum.grootste-invoer=10KB");
        open =
                Side.start(
                        issuer,
                        "spring.security.oauth2.resourceserver.jwt.jwk-set-uri="
                                + ISSUER.uri()
                                + "/jwks",
                        "peildatum.openbaar=true",
                        "peildatum.roles-claim=diep.er.rollen");
    }

    @AfterAll
    static void stop() {
        side.close();
        open.close();
        ISSUER.close();
    }

    // --- answers

    @Test
    void an_answer_says_its_version_and_is_written_as_agreed() throws Exception {
        HttpResponse<String> answer = get("/api/v1/open/ding");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("API-Version")).containsExactly("1.0.0");
        assertThat(answer.body())
                .isEqualTo(
                        "{\"zon\":\"z\",\"aap\":null,\"moment\":\"2026-11-23T10:00:00.000000Z\",\"datum\":\"2026-01-02\"}");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-cache");
        assertThat(header(answer, "Vary")).contains("Accept").contains("Authorization");
        assertThat(header(answer, "ETag")).startsWith("\"").endsWith("\"");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
    }

    @Test
    void what_the_caller_already_has_is_not_sent_again() throws Exception {
        String tag = header(get("/api/v1/open/ding"), "ETag");
        for (String asked : List.of(tag, "W/" + tag, "\"x\", " + tag, "*")) {
            HttpResponse<String> again = get("/api/v1/open/ding", "If-None-Match", asked);
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(header(again, "ETag")).isEqualTo(tag);
            assertThat(header(again, "API-Version")).isEqualTo("1.0.0");
            assertThat(header(again, "Cache-Control")).isEqualTo("no-cache");
        }
        assertThat(get("/api/v1/open/ding", "If-None-Match", "\"x\"").statusCode()).isEqualTo(200);
        assertThat(header(get("/api/v1/open/wie"), "ETag")).isNotEqualTo(tag);
    }

    @Test
    void head_says_what_get_would_say_without_the_body() throws Exception {
        HttpResponse<String> get = get("/api/v1/open/ding");
        HttpResponse<String> head = send(side, "HEAD", "/api/v1/open/ding", null);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (String name : List.of("ETag", "Content-Length", "Content-Type", "Cache-Control")) {
            assertThat(header(head, name)).isEqualTo(header(get, name));
        }
        HttpResponse<String> unchanged =
                send(side, "HEAD", "/api/v1/open/ding", null, "If-None-Match", header(get, "ETag"));
        assertThat(unchanged.statusCode()).isEqualTo(304);
    }

    @Test
    void head_of_an_error_is_that_error() throws Exception {
        HttpResponse<String> head = send(side, "HEAD", "/api/v1/geheim/x", null);
        assertThat(head.statusCode()).isEqualTo(401);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void a_stream_flows_while_it_is_made() throws Exception {
        HttpResponse<InputStream> answer =
                CLIENT.send(
                        request(side, "GET", "/api/v1/open/stroom", null).build(),
                        BodyHandlers.ofInputStream());
        long begin = System.nanoTime();
        byte[] first = new byte[9];
        answer.body().readNBytes(first, 0, 9);
        long waited = System.nanoTime() - begin;
        assertThat(new String(first, StandardCharsets.UTF_8)).startsWith("data:een");
        assertThat(waited).isLessThan(500_000_000L);
        assertThat(new String(answer.body().readAllBytes(), StandardCharsets.UTF_8))
                .contains("data:twee");
        assertThat(answer.headers().firstValue("ETag")).isEmpty();
        assertThat(answer.headers().firstValue("API-Version")).hasValue("1.0.0");
    }

    @Test
    void a_zip_is_not_held_back_and_has_no_tag() throws Exception {
        HttpResponse<String> answer = get("/api/v1/open/zip");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).hasSize(3);
        assertThat(answer.headers().firstValue("ETag")).isEmpty();
    }

    @Test
    void an_answer_that_fails_halfway_is_broken_off_and_never_looks_whole() throws Exception {
        Raw raw =
                raw("GET /api/v1/open/afgebroken HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(raw.status()).isEqualTo(200);
        assertThat(raw.text()).doesNotContain("SELECT").doesNotContain("\r\n0\r\n");
    }

    @Test
    void an_answer_made_on_another_thread_has_its_tag_too() throws Exception {
        HttpResponse<String> answer = get("/api/v1/open/later");
        assertThat(answer.body()).isEqualTo("later");
        assertThat(get("/api/v1/open/later", "If-None-Match", header(answer, "ETag")).statusCode())
                .isEqualTo(304);
        problem(get("/api/v1/open/laterstuk"), 500, "fout-in-het-systeem");
    }

    @Test
    void an_answer_written_by_hand_has_its_tag_too() throws Exception {
        HttpResponse<String> answer = get("/api/v1/open/schrijf");
        assertThat(answer.body()).isEqualTo("één");
        assertThat(header(answer, "ETag")).startsWith("\"");
        assertThat(header(answer, "Content-Length")).isEqualTo("5");
    }

    // --- errors

    @Test
    void a_wrong_parameter_is_told_and_so_is_one_where_none_are_read() throws Exception {
        JsonNode problem =
                problem(get("/api/v1/open/zoek?peildatum=x&bekendO=1"), 400, "ongeldige-invoer");
        assertThat(problem.get("fouten")).hasSize(2);
        assertThat(problem.get("instance").asString()).isEqualTo("/api/v1/open/zoek");
        problem(get("/api/v1/open/ding?x=1"), 400, "ongeldige-invoer");
        assertThat(get("/api/v1/open/zoek?bekendOp=2026-11-23T10:00:00+01:00").body())
                .isEqualTo("null 2026-11-23T09:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/open/%zz",
                "/api/v1/open/%",
                "/api/v1/open/ding?a=%zz",
                "/api/v1/open/zoek?peildatum=%FF",
                "/api/v1/open/a|b",
                "/api/v1/open/<script>",
                "/api/v1/open/a\\b",
                "/api/v1/open/%00",
                "/api/v1/open/%2e%2e/x",
                "/api/v1/open/a%2Fb",
                "/api/v1/open//x",
                "/api/v1/open/a;b=c",
                "/api/v1/open/%FF",
                "/api/v1/open/ding?a={b}",
                "/../..",
                "zonder-schuine-streep",
                "/api/v1/open/zoek?peildatum=\u00e9"
            })
    void an_address_that_is_no_address_is_a_dutch_400(String target) throws Exception {
        Raw raw = raw("GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(raw.status()).as(raw.text()).isIn(400, 401, 404);
        raw.isProblem();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/open/ding HTTP/9.9\r\nHost: x\r\n\r\n",
                "GET /api/v1/open/ding HTTP/1.1\r\n\r\n",
                "GET /api/v1/open/ding HTTP/1.1\r\nHost: a b\r\n\r\n",
                "G{}T / HTTP/1.1\r\nHost: x\r\n\r\n",
                "TRACE /api/v1/open/ding HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "POST /api/v1/open/invoer HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
                "POST /api/v1/open/invoer HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: raar\r\n\r\n",
                "POST /api/v1/open/invoer HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n"
            })
    void what_is_not_http_is_a_dutch_problem_too(String request) throws Exception {
        Raw raw = raw(request);
        assertThat(raw.status()).as(raw.text()).isBetween(400, 505);
        raw.isProblem();
    }

    @Test
    void headers_that_are_too_large_are_a_dutch_problem() throws Exception {
        Raw raw =
                raw(
                        "GET /api/v1/open/ding HTTP/1.1\r\nHost: x\r\nX-Veel: "
                                + "x".repeat(20_000)
                                + "\r\n\r\n");
        assertThat(raw.status()).as(raw.text()).isIn(400, 431);
        raw.isProblem();
    }

    @Test
    void a_header_with_a_control_character_is_refused() throws Exception {
        Raw raw =
                raw(
                        "GET /api/v1/open/ding HTTP/1.1\r\nHost: x\r\nIf-None-Match: a\u0001b\r\nConnection: close\r\n\r\n");
        assertThat(raw.status()).as(raw.text()).isIn(200, 400);
        if (raw.status() == 400) {
            raw.isProblem();
        }
    }

    @Test
    void another_method_is_a_405_that_names_the_right_ones() throws Exception {
        String token = ISSUER.token("s", "lezer");
        HttpResponse<String> answer =
                send(side, "PUT", "/api/v1/dingen", "{}", "Authorization", "Bearer " + token);
        problem(answer, 405, "methode-niet-toegestaan");
        assertThat(header(answer, "Allow")).isEqualTo("GET, HEAD, POST");
        HttpResponse<String> elsewhere =
                send(side, "DELETE", "/api/v1/elders", null, "Authorization", "Bearer " + token);
        problem(elsewhere, 405, "methode-niet-toegestaan");
        assertThat(header(elsewhere, "Allow")).isEqualTo("DELETE");
        HttpResponse<String> strange =
                send(side, "VERZIN", "/api/v1/dingen", null, "Authorization", "Bearer " + token);
        problem(strange, 405, "methode-niet-toegestaan");
        HttpResponse<String> mvc = send(side, "POST", "/api/v1/open/ding", "{}");
        problem(mvc, 405, "methode-niet-toegestaan");
        assertThat(header(mvc, "Allow")).contains("GET");
    }

    @Test
    void a_form_that_does_not_exist_is_a_406() throws Exception {
        JsonNode problem =
                problem(
                        get("/api/v1/open/vormen", "Accept", "application/pdf"),
                        406,
                        "vorm-niet-beschikbaar");
        assertThat(problem.get("detail").asString()).contains("text/csv");
        problem(get("/api/v1/open/ding", "Accept", "onzin"), 406, "vorm-niet-beschikbaar");
        problem(get("/api/v1/geheim/x", "Accept", "text/html"), 401, "niet-aangemeld");
    }

    @Test
    void a_path_that_cannot_be_read_is_a_404() throws Exception {
        problem(get("/api/v1/open/nummer/abc"), 404, "niet-gevonden");
        problem(get("/api/v1/open/bestaat-niet"), 404, "niet-gevonden");
        assertThat(get("/api/v1/open/nummer/5").body()).isEqualTo("5");
    }

    @Test
    void a_failure_says_nothing_but_its_mark() throws Exception {
        for (String path :
                List.of(
                        "/api/v1/open/stuk",
                        "/api/v1/open/zoek?filter=gooit",
                        "/api/v1/open/zoek?filter=error")) {
            JsonNode problem = problem(get(path), 500, "fout-in-het-systeem");
            assertThat(problem.toString())
                    .doesNotContain("SELECT", "geheim", "Exception", "nl.peil");
        }
        JsonNode marked = problem(get("/api/v1/open/stuk"), 500, "fout-in-het-systeem");
        assertThat(marked.get("detail").asString()).contains(marked.get("kenmerk").asString());
        problem(get("/api/v1/open/zoek?filter=meldt"), 418, "ongeldig-verzoek");
    }

    @Test
    void a_database_that_is_away_is_a_503() throws Exception {
        HttpResponse<String> answer = get("/api/v1/open/weg");
        problem(answer, 503, "tijdelijk-niet-beschikbaar");
        assertThat(header(answer, "Retry-After")).isEqualTo("5");
    }

    @Test
    void a_side_translates_its_own_exceptions_and_a_wrapped_problem_is_found() throws Exception {
        assertThat(problem(get("/api/v1/open/deel"), 409, "conflict").get("detail").asString())
                .isEqualTo("Delen door nul kan niet.");
        assertThat(problem(get("/api/v1/open/verpakt"), 409, "conflict").get("toegestaan"))
                .hasSize(1);
    }

    // --- bodies

    @Test
    void a_body_is_read_strictly() throws Exception {
        assertThat(json("/api/v1/open/invoer", "{\"titel\": \"x\"}").statusCode()).isEqualTo(201);
        problem(json("/api/v1/open/invoer", "{\"titel\": "), 400, "ongeldige-invoer");
        problem(json("/api/v1/open/invoer", "{\"titl\": \"x\"}"), 400, "ongeldige-invoer");
        problem(send(side, "POST", "/api/v1/open/invoer", null), 400, "ongeldige-invoer");
        for (String type :
                List.of(
                        "text/plain",
                        "application/merge-patch+json",
                        "raar",
                        "application/json;charset=utf-16")) {
            problem(
                    send(side, "POST", "/api/v1/open/invoer", "{}", "Content-Type", type),
                    415,
                    "vorm-niet-ondersteund");
        }
        problem(
                send(
                        side,
                        "POST",
                        "/api/v1/open/invoer",
                        "{}",
                        "Content-Type",
                        "application/json",
                        "Content-Encoding",
                        "gzip"),
                415,
                "vorm-niet-ondersteund");
    }

    @Test
    void a_body_that_is_too_large_is_a_413_with_and_without_its_length() throws Exception {
        String large = "{\"titel\": \"" + "x".repeat(3_000_000) + "\"}";
        problem(json("/api/v1/open/invoer", large), 413, "te-groot");
        HttpResponse<String> chunked =
                CLIENT.send(
                        request(side, "POST", "/api/v1/open/invoer", null)
                                .method(
                                        "POST",
                                        BodyPublishers.fromPublisher(
                                                BodyPublishers.ofString(large)))
                                .header("Content-Type", "application/json")
                                .build(),
                        BodyHandlers.ofString());
        problem(chunked, 413, "te-groot");
    }

    @Test
    void a_file_comes_as_it_is() throws Exception {
        assertThat(
                        send(
                                        side,
                                        "POST",
                                        "/api/v1/open/bestand",
                                        "# één",
                                        "Content-Type",
                                        "text/markdown")
                                .body())
                .isEqualTo("text/markdown # één");
        problem(
                send(side, "POST", "/api/v1/open/bestand", "x", "Content-Type", "text/plain"),
                415,
                "vorm-niet-ondersteund");
    }

    // --- who may

    @Test
    void without_a_token_everything_closed_is_a_401() throws Exception {
        for (String path :
                List.of("/api/v1/dingen", "/api/v1/geheim/x", "/", "/error", "/actuator/env")) {
            HttpResponse<String> answer = get(path);
            problem(answer, 401, "niet-aangemeld");
            assertThat(header(answer, "WWW-Authenticate")).isEqualTo("Bearer");
        }
    }

    @Test
    void what_is_no_address_of_the_document_is_a_404_for_everybody() throws Exception {
        for (String path :
                List.of(
                        "/api/v1/vergeten",
                        "/api/v1/bestaat-niet",
                        "/api/v1/open/ding/",
                        "/api/v1/")) {
            problem(get(path), 404, "niet-gevonden");
            problem(as(path, "lezer"), 404, "niet-gevonden");
        }
        HttpResponse<String> other = send(side, "DELETE", "/api/v1/dingen", null);
        problem(other, 405, "methode-niet-toegestaan");
        assertThat(header(other, "Allow")).isEqualTo("GET, HEAD, POST");
    }

    @Test
    void what_an_address_takes_is_told_to_anyone() throws Exception {
        HttpResponse<String> options = send(side, "OPTIONS", "/api/v1/dingen", null);
        assertThat(options.statusCode()).isEqualTo(204);
        assertThat(header(options, "Allow")).isEqualTo("GET, HEAD, POST, OPTIONS");
        assertThat(header(options, "API-Version")).isEqualTo("1.0.0");
        problem(send(side, "OPTIONS", "/api/v1/bestaat-niet", null), 404, "niet-gevonden");
    }

    @Test
    void another_role_is_a_403_before_a_404() throws Exception {
        problem(as("/api/v1/geheim/x", "lezer"), 403, "geen-toegang");
        problem(as("/api/v1/geheim/x", "auditor"), 404, "niet-gevonden");
        problem(as("/api/v1/dingen", "beheerder"), 403, "geen-toegang");
        problem(as("/api/v1/dingen", "onbekend"), 403, "geen-toegang");
        assertThat(as("/api/v1/dingen", "lezer").body()).isEqualTo("s-1");
        assertThat(as("/api/v1/dingen", "onbekend", "auditor").statusCode()).isEqualTo(200);
    }

    @Test
    void what_no_rule_names_is_never_reached_whoever_asks() throws Exception {
        problem(
                as("/api/v1/vergeten", "lezer", "secretariaat", "auditor", "beheerder"),
                404,
                "niet-gevonden");
        problem(as("/error", "auditor"), 404, "niet-gevonden");
    }

    @Test
    void a_token_that_is_no_good_is_a_401_on_open_addresses_too() throws Exception {
        Date past = Date.from(Instant.now().minusSeconds(61));
        Date soon = Date.from(Instant.now().plusSeconds(120));
        for (String token :
                List.of(
                        "onzin",
                        "a.b.c",
                        ISSUER.forged(),
                        ISSUER.unsigned(),
                        ISSUER.confused(),
                        ISSUER.token(c -> c.audience("ander")),
                        ISSUER.token(c -> c.audience((String) null)),
                        ISSUER.token(c -> c.issuer("https://ander.example")),
                        ISSUER.token(c -> c.expirationTime(past)),
                        ISSUER.token(c -> c.expirationTime(null)),
                        ISSUER.token(c -> c.notBeforeTime(soon)),
                        ISSUER.token(c -> c.subject(null)),
                        ISSUER.token(c -> c.subject("a\u0000b")),
                        ISSUER.token(c -> c.subject(" ")),
                        ISSUER.typed("logout+jwt", "x"))) {
            HttpResponse<String> answer =
                    get("/api/v1/open/ding", "Authorization", "Bearer " + token);
            problem(answer, 401, "niet-aangemeld");
            assertThat(header(answer, "WWW-Authenticate"))
                    .isEqualTo("Bearer error=\"invalid_token\"");
        }
    }

    @Test
    void the_header_may_be_written_in_small_letters_but_only_once() throws Exception {
        String token = ISSUER.token("s-1", "lezer");
        assertThat(get("/api/v1/dingen", "authorization", "bearer " + token).statusCode())
                .isEqualTo(200);
        problem(
                get(
                        "/api/v1/dingen",
                        "Authorization",
                        "Bearer " + token,
                        "Authorization",
                        "Bearer " + token),
                401,
                "niet-aangemeld");
        problem(get("/api/v1/dingen", "Authorization", "Basic eDp5"), 401, "niet-aangemeld");
        problem(get("/api/v1/dingen", "Authorization", "Bearer"), 401, "niet-aangemeld");
        problem(get("/api/v1/dingen?access_token=" + token), 401, "niet-aangemeld");
    }

    @Test
    void the_caller_is_the_subject_and_the_roles_of_the_claim_only() throws Exception {
        assertThat(as("/api/v1/open/wie", "lezer", "auditor", "ROLE_beheerder").body())
                .contains("s-1")
                .contains("[LEZER, AUDITOR]");
        assertThat(get("/api/v1/open/wie").body()).contains("\"null\"").contains("[]");
        String deep = ISSUER.token("s-2", "beheerder");
        assertThat(
                        send(
                                        open,
                                        "GET",
                                        "/api/v1/open/wie",
                                        null,
                                        "Authorization",
                                        "Bearer " + deep)
                                .body())
                .contains("[LEZER, AUDITOR]");
        assertThat(
                        get(
                                        "/api/v1/open/wie",
                                        "Authorization",
                                        "Bearer " + ISSUER.typed("at+jwt", "s-3"))
                                .body())
                .contains("s-3");
    }

    @Test
    void where_reading_is_open_nobody_needs_to_log_in_but_a_bad_token_stays_bad() throws Exception {
        assertThat(send(open, "GET", "/api/v1/dingen", null).body()).isEqualTo("null");
        assertThat(send(open, "HEAD", "/api/v1/dingen", null).statusCode()).isEqualTo(200);
        problem(send(open, "POST", "/api/v1/dingen", null), 401, "niet-aangemeld");
        problem(send(open, "GET", "/api/v1/geheim/x", null), 401, "niet-aangemeld");
        problem(
                send(open, "GET", "/api/v1/dingen", null, "Authorization", "Bearer x.y.z"),
                401,
                "niet-aangemeld");
    }

    @Test
    void a_refusal_is_told_to_whoever_listens() throws Exception {
        Side.Refusals refusals = side.getBean(Side.Refusals.class);
        refusals.seen.clear();
        as("/api/v1/geheim/x", "lezer");
        assertThat(refusals.seen)
                .singleElement()
                .satisfies(
                        refused -> {
                            assertThat(refused.status()).isEqualTo(403);
                            assertThat(refused.subject()).isEqualTo("s-1");
                            assertThat(refused.path()).isEqualTo("/api/v1/geheim/x");
                        });
    }

    // --- an issuer that is away

    @Test
    void a_side_starts_without_its_issuer_and_finds_it_later() throws Exception {
        try (Issuer late = new Issuer();
                ServletWebServerApplicationContext waiting =
                        Side.start(
                                "spring.security.oauth2.resourceserver.jwt.issuer-uri="
                                        + late.uri())) {
            String bearer = "Bearer " + late.token("s", "lezer");
            assertThat(send(waiting, "GET", "/api/v1/open/ding", null).statusCode()).isEqualTo(200);
            HttpResponse<String> away =
                    send(waiting, "GET", "/api/v1/dingen", null, "Authorization", bearer);
            problem(away, 503, "tijdelijk-niet-beschikbaar");
            assertThat(header(away, "Retry-After")).isEqualTo("5");
            problem(
                    send(waiting, "GET", "/api/v1/dingen", null, "Authorization", "Bearer x"),
                    401,
                    "niet-aangemeld");
            late.start();
            Thread.sleep(1100);
            assertThat(
                            send(waiting, "GET", "/api/v1/dingen", null, "Authorization", bearer)
                                    .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void keys_that_cannot_be_fetched_are_a_503() throws Exception {
        try (Issuer late = new Issuer();
                ServletWebServerApplicationContext waiting =
                        Side.start(
                                "spring.security.oauth2.resourceserver.jwt.jwk-set-uri="
                                        + late.uri()
                                        + "/jwks")) {
            String bearer = "Bearer " + late.token("s", "lezer");
            problem(
                    send(waiting, "GET", "/api/v1/dingen", null, "Authorization", bearer),
                    503,
                    "tijdelijk-niet-beschikbaar");
            late.start();
            assertThat(
                            send(waiting, "GET", "/api/v1/dingen", null, "Authorization", bearer)
                                    .statusCode())
                    .isEqualTo(200);
        }
    }

    // --- tools

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        return send(side, "GET", path, null, headers);
    }

    private static HttpResponse<String> as(String path, String... roles) throws Exception {
        return get(path, "Authorization", "Bearer " + ISSUER.token("s-1", roles));
    }

    private static HttpResponse<String> json(String path, String body) throws Exception {
        return send(side, "POST", path, body, "Content-Type", "application/json");
    }

    private static HttpResponse<String> send(
            ServletWebServerApplicationContext to,
            String method,
            String path,
            @Nullable String body,
            String... headers)
            throws Exception {
        HttpRequest.Builder request = request(to, method, path, body);
        if (headers.length > 0) {
            for (int i = 0; i < headers.length; i += 2) {
                request.header(headers[i], headers[i + 1]);
            }
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(
            ServletWebServerApplicationContext to,
            String method,
            String path,
            @Nullable String body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port(to) + path))
                .version(HttpClient.Version.HTTP_1_1)
                .method(
                        method,
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    private static int port(ServletWebServerApplicationContext of) {
        return Objects.requireNonNull(of.getWebServer()).getPort();
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("(none)");
    }

    private static JsonNode problem(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        Map<String, List<String>> headers = answer.headers().map();
        assertThat(headers.get("api-version")).containsExactly("1.0.0");
        assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
        assertThat(answer.headers().firstValue("ETag")).isEmpty();
        return members(answer.body(), status, type);
    }

    private static JsonNode members(String body, int status, String type) {
        JsonNode problem = JSON.readTree(body);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("type").asString()).isEqualTo("urn:peildatum:probleem:" + type);
        assertThat(problem.get("title").asString()).isNotBlank();
        assertThat(problem.get("detail").asString()).isNotBlank();
        assertThat(URI.create(problem.get("instance").asString())).isNotNull();
        assertThat(body).doesNotContain("Exception", "org.", "Tomcat", "<html");
        return problem;
    }

    // --- what stands in the log

    @Test
    void what_a_caller_sends_makes_no_line_of_its_own_in_the_log() throws Exception {
        String forged =
                "x\n2026-01-01 ERROR ALARM\r\0\u001b[31m\u0085\u2028\u2029\u202e\u2066\ufeffy";
        List<String> lines =
                logged(
                        () ->
                                get(
                                        "/api/v1/open/zegt?wat="
                                                + URLEncoder.encode(
                                                        forged, StandardCharsets.UTF_8)));

        String shown =
                "x\\n2026-01-01 ERROR ALARM\\r\\u{0000}\\u{001B}[31m\\u{0085}\\u{2028}\\u{2029}\\u{202E}\\u{2066}\\u{FEFF}y";
        assertThat(lines)
                .allMatch(LINE.asMatchPredicate())
                .anyMatch(line -> line.endsWith("Gezegd: " + shown))
                .anyMatch(line -> line.equals("java.lang.IllegalStateException: " + shown))
                .anyMatch(
                        line ->
                                line.equals(
                                        "Caused by: java.lang.IllegalArgumentException: " + shown));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/open/a|b HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/v1/open/ding HTTP/9.9\r\nHost: x\r\n\r\n",
                "G@T /api/v1/open/ding HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/v1/open/ding HTTP/1.1\r\nHost: x\r\nX(y: 1\r\n\r\n",
                "GET /api/v1/open/ding HTTP/1.1\r\nHost: x\r\nCookie: a=\u0001;;\r\n\r\n",
                "POST /api/v1/open/invoer HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{]",
                "POST /api/v1/open/invoer HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n",
                "POST /api/v1/open/invoer HTTP/1.1\r\nHost: x\r\nContent-Type: x-www-form-urlencoded;;\r\nContent-Length: 4\r\n\r\n%zz=",
                "GET /api/v1/open/zoek?%zz=%a1 HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/v1/open/ding HTTP/1.1\r\nHost: x\r\nAccept: ;;/\r\n\r\n",
                "GET /api/v1/open/ding HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer a.b.c\r\n\r\n",
                "GET /api/v1/open/ding HTTP/1.1\r\nHost: a b\r\n\r\n"
            })
    void a_mistake_of_the_caller_is_no_error_and_no_stack_trace_in_the_log(String request)
            throws Exception {
        List<String> lines =
                logged(
                        () ->
                                assertThat(
                                                raw(request.replaceFirst(
                                                                "\r\n\r\n",
                                                                "\r\nConnection: close\r\n\r\n"))
                                                        .status())
                                        .isIn(200, 400, 401, 406, 415, 505));

        assertThat(lines).noneMatch(line -> line.contains("ERROR") || line.startsWith("\tat "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"open/zip", "open/afgebroken", "open/schrijf"})
    void a_caller_who_leaves_is_no_error_in_the_log(String path) throws Exception {
        List<String> lines =
                logged(
                        () -> {
                            for (int i = 0; i < 20; i++) {
                                Socket socket =
                                        new Socket(InetAddress.getLoopbackAddress(), port(side));
                                socket.setSoLinger(true, 0);
                                socket.getOutputStream()
                                        .write(
                                                ("GET /api/v1/"
                                                                + path
                                                                + " HTTP/1.1\r\nHost: x\r\n\r\n")
                                                        .getBytes(StandardCharsets.ISO_8859_1));
                                socket.close();
                            }
                            Thread.sleep(300);
                        });

        assertThat(lines)
                .filteredOn(line -> !line.contains("SELECT halverwege"))
                .noneMatch(line -> line.contains("ERROR") && line.contains("Broken pipe"));
    }

    /** A line as it begins, or one of a stack trace. */
    private static final Pattern LINE =
            Pattern.compile(
                    "\\d{4}-\\d\\d-\\d\\dT\\S+ +[A-Z]+ \\P{C}*|[\\w.$]+(Exception|Error): \\P{C}*|Caused by: \\P{C}*|\\t(at|\\.\\.\\.) \\P{C}*|");

    private interface Doing {
        void run() throws Exception;
    }

    /** What is logged meanwhile, as it is run: on the console. */
    private static List<String> logged(Doing doing) throws Exception {
        PrintStream console = System.out;
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        System.setOut(new PrintStream(heard, true, StandardCharsets.UTF_8));
        try {
            doing.run();
        } finally {
            System.setOut(console);
        }
        return List.of(heard.toString(StandardCharsets.UTF_8).split("\n", -1));
    }

    // --- odd HTTP

    @ParameterizedTest
    @CsvSource({
        "GET /api/v1/open/ding HTTP/9.9, X: y, 505, HTTP/1.1",
        "GET /api/v1/open/ding HTTP/2.0, X: y, 505, HTTP/1.1",
        "' /api/v1/open/ding HTTP/1.1', X: y, 400, Controleer",
        "G@T /api/v1/open/ding HTTP/1.1, X: y, 400, Controleer",
        "CONNECT localhost:1 HTTP/1.1, X: y, 501, methode",
        "POST /api/v1/open/invoer HTTP/1.1, Transfer-Encoding: vreemd, 501, Transfer-Encoding",
        "GET /api/v1/open/ding HTTP/1.1, Transfer-Encoding: vreemd, 501, Transfer-Encoding",
        "'POST /api/v1/open/invoer HTTP/1.1', 'Transfer-Encoding: gzip, chunked', 501, Transfer-Encoding"
    })
    void odd_http_is_a_problem_that_fits(String line, String header, int status, String says)
            throws Exception {
        Raw answer = raw(line + "\r\nHost: x\r\nConnection: close\r\n" + header + "\r\n\r\n");

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        if (!line.startsWith(" ")) {
            answer.isProblem();
        }
        assertThat(answer.text()).contains(says);
    }

    @ParameterizedTest
    @CsvSource({"If-Match, ''", "If-None-Match, ''", "If-Match, '  '"})
    void a_condition_that_names_nothing_is_refused(String name, String value) throws Exception {
        for (String line :
                List.of(
                        "GET /api/v1/open/ding",
                        "POST /api/v1/open/invoer",
                        "HEAD /api/v1/open/ding")) {
            Raw answer =
                    raw(
                            line
                                    + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n"
                                    + name
                                    + ":"
                                    + value
                                    + "\r\n\r\n");
            assertThat(answer.status()).as(answer.text()).isEqualTo(400);
            assertThat(answer.text()).contains(line.startsWith("HEAD") ? "no-store" : name);
        }
    }

    @Test
    void a_connection_that_the_pool_closed_is_a_database_that_is_away() throws Exception {
        HttpResponse<String> answer = get("/api/v1/open/dicht");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(header(answer, "Retry-After")).isEqualTo("5");
    }

    private static Raw raw(String request) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port(side))) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(all);
            return new Raw(all.toString(StandardCharsets.UTF_8));
        }
    }

    private record Raw(String text) {
        int status() {
            return Integer.parseInt(text.substring(9, 12));
        }

        void isProblem() {
            String[] parts = text.split("\r\n\r\n", 2);
            assertThat(parts[0].toLowerCase(java.util.Locale.ROOT))
                    .contains("\r\napi-version: 1.0.0")
                    .contains("\r\ncontent-type: application/problem+json")
                    .doesNotContain("\r\nserver:");
            String body = parts[1];
            String json = body.substring(body.indexOf('{'), body.lastIndexOf('}') + 1);
            JsonNode problem = JSON.readTree(json);
            members(
                    json,
                    status(),
                    problem.get("type").asString().replace("urn:peildatum:probleem:", ""));
        }
    }
}
