package nl.peildatum.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.peildatum.contract.Contract;
import nl.peildatum.contract.Operation;
import nl.peildatum.standalone.RunningStandalone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rules of the NLGov REST API Design Rules (2.2.0) that no linter sees, each by its name, at
 * the front door of a standalone. TLS and what a proxy adds is in docs/operations.md.
 */
class DesignRulesTest {
    private static final String NOVEMBER = "/api/v1/programmas/samen-tegen-mensenhandel";
    private static final String OWN = "/api/v1/programmas/ontwerpregels";
    private static final String ELSEWHERE = "https://elders.example";
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";
    private static final List<String> ANYBODY = List.of("", "lezer", "secretariaat", "auditor");
    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNode DOCUMENT =
            JSON.readTree(Contract.published().json(true)).deepCopy();

    private static final Map<String, String> TOKENS = new LinkedHashMap<>();
    private static RunningStandalone standalone;

    @BeforeAll
    static void start() {
        standalone = RunningStandalone.shared();
        for (String role : List.of("lezer", "secretariaat", "auditor", "beheerder")) {
            TOKENS.put(role, standalone.token(role));
        }
    }

    // --- addresses

    @Test
    void adr_no_trailing_slash() {
        for (String role : ANYBODY) {
            for (String address :
                    List.of(
                            "/api/v1",
                            "/api/v1/",
                            "/api/v1/programmas/",
                            NOVEMBER + "/",
                            NOVEMBER + "/dashboard/",
                            NOVEMBER + "/acties/",
                            NOVEMBER + "/journaal/",
                            "/api/v1/auditlog/")) {
                problem(get(address, role), 404);
                problem(post(address, role, "{}"), 404);
            }
        }
    }

    @Test
    void adr_naming_collections() {
        Set<String> made = new TreeSet<>();
        for (Operation operation : operations()) {
            if (operation.method().equals("POST") && operation.retired().isEmpty()) {
                made.add(operation.address().replaceAll(".*/", ""));
            }
            assertThat(operation.address())
                    .as("kebab-case")
                    .matches("(/[a-z0-9.]+(-[a-z0-9]+)*|/\\{[a-z]+})+");
        }
        made.remove("openingsstand"); // an action has one
        assertThat(made).isNotEmpty().allMatch(name -> name.endsWith("en") || name.endsWith("s"));
        assertThat(made).contains("tekstwissingen");
    }

    @Test
    void adr_nested_child() {
        for (String list : List.of("actielijnen", "acties", "journaal", "rapportages")) {
            assertThat(get(NOVEMBER + "/" + list, "auditor").statusCode()).isEqualTo(200);
        }
        assertThat(json(get(NOVEMBER + "/actielijnen/3", "")).path("nummer").asInt()).isEqualTo(3);
    }

    @Test
    void adr_resource_operations() {
        for (Operation operation : operations()) {
            String last = operation.address().replaceAll(".*/", "");
            switch (operation.method()) {
                case "GET", "POST" -> {}
                // what can be replaced or deleted is one thing, and has its own name
                case "PUT", "DELETE" -> assertThat(last).startsWith("{");
                default -> throw new AssertionError(operation.toString());
            }
        }
    }

    @Test
    void adr_no_sensitive_uris() {
        assertThat(
                        post("/api/v1/personen/wissingen", "beheerder", "{\"subject\": \"weg\"}")
                                .statusCode())
                .isEqualTo(204);
        assertThat(operations())
                .filteredOn(one -> one.address().contains("{subject}"))
                .isNotEmpty()
                .allMatch(one -> one.retired().isPresent());
        for (String application : List.of("command-side", "query-side", "portal", "issuer")) {
            assertThat(standalone.setting(application, "server.tomcat.accesslog.pattern"))
                    .as(application)
                    .contains("%m %U")
                    .doesNotContain("%r", "%q", "common", "combined");
        }
    }

    @Test
    void adr_uri_version() {
        assertThat(DOCUMENT.at("/servers/0/url").asString()).isEqualTo("/api/v1");
        assertThat(get("/api/programmas", "").statusCode()).isEqualTo(404);
    }

    // --- the document

    @Test
    void adr_publish_openapi() throws Exception {
        for (String role : ANYBODY) {
            HttpResponse<String> answer = get("/api/v1/openapi.json", role);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
            assertThat(answer.body())
                    .isEqualTo(Files.readString(Path.of("..", "docs", "openapi.json")));
        }
        HttpResponse<String> fromPage =
                send("GET", "/api/v1/openapi.json", "", null, "Origin", ELSEWHERE);
        assertThat(fromPage.headers().allValues("Access-Control-Allow-Origin"))
                .containsExactly("*");
    }

    @Test
    void adr_semver() {
        String version = DOCUMENT.at("/info/version").asString();
        assertThat(version).matches("(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)");
        assertThat(header(get(NOVEMBER, ""), "API-Version")).isEqualTo(version);
    }

    @Test
    void adr_changelog() throws Exception {
        assertThat(DOCUMENT.at("/externalDocs/url").asString()).startsWith("https://");
        assertThat(Files.readString(Path.of("..", "CHANGELOG.md"))).contains("\n### Interface\n");
    }

    @Test
    void adr_doc_language() {
        Pattern english = Pattern.compile("\\b(the|which|with|this|returns?|list of)\\b");
        for (Operation operation : operations()) {
            JsonNode said = said(operation);
            for (String part : List.of("summary", "description")) {
                assertThat(said.path(part).asString("")).as(operation + " " + part).isNotBlank();
                assertThat(said.path(part).asString()).doesNotContainPattern(english);
            }
        }
    }

    @Test
    void adr_interface_language() {
        Set<String> english =
                Set.of(
                        "name",
                        "date",
                        "reason",
                        "from",
                        "until",
                        "since",
                        "page",
                        "pagesize",
                        "count",
                        "number",
                        "line",
                        "action",
                        "list",
                        "items",
                        "value",
                        "message",
                        "error",
                        "errors",
                        "total",
                        "label",
                        "description");
        Set<String> names = new TreeSet<>();
        DOCUMENT.at("/components/schemas")
                .forEach(schema -> names.addAll(schema.path("properties").propertyNames()));
        for (Operation operation : operations()) {
            said(operation)
                    .path("parameters")
                    .forEach(parameter -> names.add(parameter.path("name").asString()));
        }
        assertThat(names).hasSizeGreaterThan(100);
        assertThat(names).noneMatch(name -> english.contains(name.toLowerCase(Locale.ROOT)));
        assertThat(header(get(NOVEMBER + "/x", ""), "Content-Language")).isEqualTo("nl");
    }

    @Test
    void adr_deprecation_schedule() {
        Set<String> old = new TreeSet<>();
        for (Operation operation : operations()) {
            assertThat(said(operation).path("deprecated").asBoolean(false))
                    .as(operation.toString())
                    .isEqualTo(operation.retired().isPresent());
            operation.retired().ifPresent(_ -> old.add(operation.toString()));
        }
        assertThat(old)
                .containsExactly(
                        "DELETE /personen/{subject}",
                        "POST /programmas/{programma}/journaal/{nummer}/tekstwissing");
        for (HttpResponse<String> answer :
                List.of(
                        send("DELETE", "/api/v1/personen/weg", "beheerder", null),
                        post(NOVEMBER + "/journaal/1/tekstwissing", "lezer", "{}"))) {
            assertThat(answer.headers().allValues("Deprecation")).containsExactly("@1796079600");
            assertThat(answer.headers().allValues("Sunset"))
                    .containsExactly("Mon, 31 May 2027 22:00:00 GMT");
            assertThat(header(answer, "Link"))
                    .startsWith("</api/v1/openapi.json>")
                    .contains("rel=\"deprecation\"");
        }
        HttpResponse<String> now = post(NOVEMBER + "/journaal/1/tekstwissingen", "lezer", "{}");
        assertThat(now.headers().firstValue("Deprecation")).isEmpty();
        assertThat(now.headers().firstValue("Sunset")).isEmpty();
    }

    @Test
    void adr_transition_period() {
        for (Operation operation : operations()) {
            operation
                    .retired()
                    .ifPresent(
                            retired ->
                                    assertThat(retired.until())
                                            .as(operation.toString())
                                            .isAfterOrEqualTo(retired.since().plusMonths(6)));
        }
    }

    // --- methods

    @Test
    void adr_http_methods() {
        for (Operation operation : operations()) {
            String address = filled(operation);
            Set<String> methods = Contract.published().methods(address);
            HttpResponse<String> options = send("OPTIONS", address, "", null);
            assertThat(options.statusCode()).as(address).isEqualTo(204);
            assertThat(header(options, "Allow"))
                    .isEqualTo(String.join(", ", methods) + ", OPTIONS");
            for (String method : List.of("TRACE", "PATCH", "VERZIN")) {
                HttpResponse<String> lacking = send(method, address, "", null);
                problem(lacking, 405);
                assertThat(header(lacking, "Allow"))
                        .as(method + " " + address)
                        .isEqualTo(String.join(", ", methods));
            }
        }
        problem(send("OPTIONS", "/api/v1/bestaat-niet", "", null), 404);
        problem(send("TRACE", "/api/v1/bestaat-niet", "", null), 404);
    }

    @Test
    void adr_http_safety() {
        long before = head();
        for (Operation operation : operations()) {
            if (operation.method().equals("GET") && !isStream(operation)) {
                get(filled(operation), "auditor");
                assertThat(send("HEAD", filled(operation), "auditor", null).body()).isEmpty();
            }
        }
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void adr_http_response_code() {
        assertThat(get(NOVEMBER, "").statusCode()).isEqualTo(200);
        assertThat(post(OWN + "/acties", "", "{}").statusCode()).isEqualTo(401);
        assertThat(post(OWN + "/acties", "lezer", "{}").statusCode()).isEqualTo(403);
        assertThat(get(NOVEMBER + "/acties/bestaat-niet", "").statusCode()).isEqualTo(404);
        HttpResponse<String> seen = get(NOVEMBER + "/dashboard?peildatum=2025-11-30", "");
        assertThat(
                        send(
                                        "GET",
                                        NOVEMBER + "/dashboard?peildatum=2025-11-30",
                                        "",
                                        null,
                                        "If-None-Match",
                                        header(seen, "ETag"))
                                .statusCode())
                .isEqualTo(304);
    }

    @Test
    void adr_stateless() {
        HttpResponse<String> one = get(NOVEMBER + "/acties?peildatum=2025-11-30&bekendTot=98", "");
        HttpResponse<String> other =
                get(NOVEMBER + "/acties?peildatum=2025-11-30&bekendTot=98", "lezer");
        assertThat(one.body()).isEqualTo(other.body());
        for (HttpResponse<String> answer : List.of(one, other, post(OWN + "/acties", "", "{}"))) {
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        }
    }

    // --- what is made has an address

    @Test
    void adr_location() {
        List<String> made = new ArrayList<>();
        if (get(OWN, "lezer").statusCode() == 404) {
            made.add(
                    made(
                            "/api/v1/programmas",
                            """
                            {"programma": "ontwerpregels", "naam": "Ontwerpregels", "startjaar": 2024, "eindjaar": 2027,
                             "uitgevers": ["Iemand"], "ingangsdatum": "2024-01-01"}"""));
        }
        made.add(
                made(
                        OWN + "/actielijnen",
                        "{\"nummer\": 1, \"titel\": \"Lijn\", \"langeTitel\": \"Lijn\", \"doelen\": [], \"effecten\": []}"));
        made.add(
                made(
                        OWN + "/acties",
                        """
                        {"actie": "1", "titel": "Een actie", "actielijn": 1, "uitvoeringsjaren": [2025], "opgenomen": true,
                         "ingangsdatum": "2025-01-01"}"""));
        String action = OWN + "/acties/1";
        made.add(
                made(
                        action + "/statuswijzigingen",
                        "{\"soort\": \"START\", \"ingangsdatum\": \"2025-02-01\"}"));
        String entry = made.getLast();
        made.add(
                made(
                        action + "/toelichtingen",
                        "{\"toelichting\": \"Zo\", \"ingangsdatum\": \"2025-02-02\"}"));
        made.add(
                made(
                        action + "/wijzigingen",
                        "{\"titel\": \"Anders\", \"ingangsdatum\": \"2025-02-03\"}"));
        made.add(
                made(
                        entry + "/correcties",
                        "{\"reden\": \"later\", \"als\": {\"ingangsdatum\": \"2025-02-05\"}}"));
        made.add(made(entry + "/intrekkingen", "{\"reden\": \"toch niet\"}"));
        HttpResponse<String> overview =
                get(OWN + "/monitoringsoverzicht?peildatum=2025-03-31&minstensJournaal=8", "lezer");
        long known = json(overview).path("bekendTot").asLong();
        made.add(
                made(
                        OWN + "/rapportages",
                        "{\"peildatum\": \"2025-03-31\", \"bekendTot\": %d, \"digest\": \"%s\"}"
                                .formatted(known, header(overview, "Digest-Overzicht"))));

        assertThat(made).doesNotHaveDuplicates();
        for (String location : made) {
            HttpResponse<String> there =
                    get(location + "?minstensJournaal=" + (known + 1), "secretariaat");
            assertThat(there.statusCode()).as(location + there.body()).isEqualTo(200);
        }
    }

    // --- what an answer says besides

    @Test
    void adr_version_header() throws Exception {
        for (HttpResponse<String> answer :
                List.of(
                        get(NOVEMBER, ""),
                        get("/api/v1/bestaat-niet", ""),
                        post(OWN + "/acties", "", "{}"),
                        send("OPTIONS", NOVEMBER, "", null),
                        send("TRACE", NOVEMBER, "", null),
                        preflight("GET", NOVEMBER, "accept"),
                        preflight("GET", "/api/v1/bestaat-niet", "accept"),
                        tooLarge())) {
            assertThat(answer.headers().allValues("API-Version"))
                    .as(answer.request().method() + " " + answer.uri())
                    .containsExactly("1.0.0");
        }
        for (String line : List.of("GET /api/v1/a|b HTTP/1.1", "GET /api/v1/x HTTP/9.9")) {
            assertThat(raw(line)).contains("\r\nAPI-Version: 1.0.0\r\n");
        }
    }

    @Test
    void adr_cors() {
        HttpResponse<String> answer =
                send("GET", NOVEMBER + "/dashboard", "", null, "Origin", ELSEWHERE);
        assertThat(answer.headers().allValues("Access-Control-Allow-Origin")).containsExactly("*");
        assertThat(header(answer, "Access-Control-Expose-Headers").split(", "))
                .containsExactlyInAnyOrder(
                        "API-Version",
                        "ETag",
                        "Link",
                        "Location",
                        "Retry-After",
                        "Digest-Overzicht");
        HttpResponse<String> may = preflight("GET", NOVEMBER + "/dashboard", "if-none-match");
        assertThat(may.statusCode()).isEqualTo(204);
        assertThat(header(may, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(may, "Access-Control-Allow-Methods")).contains("GET");
        assertThat(header(may, "Access-Control-Allow-Headers")).isEqualTo("if-none-match");

        for (HttpResponse<String> refused :
                List.of(
                        preflight("GET", NOVEMBER + "/dashboard", "authorization"),
                        preflight("GET", NOVEMBER + "/journaal", "accept"),
                        preflight("POST", NOVEMBER + "/acties", "content-type"),
                        preflight("PATCH", NOVEMBER + "/acties", "content-type"))) {
            assertThat(refused.statusCode()).isEqualTo(204);
            assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        }
        problem(preflight("GET", "/api/v1/bestaat-niet", "accept"), 404);
        HttpResponse<String> withToken =
                send("GET", NOVEMBER + "/dashboard", "lezer", null, "Origin", ELSEWHERE);
        assertThat(withToken.statusCode()).isEqualTo(200);
        assertThat(withToken.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void adr_security_headers() throws Exception {
        for (HttpResponse<String> answer :
                List.of(
                        get(NOVEMBER + "/dashboard", ""),
                        send("GET", NOVEMBER + "/bewijs", "auditor", null),
                        send(
                                "GET",
                                NOVEMBER + "/monitoringsoverzicht",
                                "",
                                null,
                                "Accept",
                                "text/csv"),
                        get(NOVEMBER + "/acties?onbekend=1", ""),
                        get("/api/v1/bestaat-niet", ""),
                        post(OWN + "/acties", "", "{}"),
                        post(OWN + "/acties", "lezer", "{}"),
                        post("/api/v1/personen/wissingen", "beheerder", "{\"subject\": \"weg\"}"),
                        send("OPTIONS", NOVEMBER, "", null),
                        tooLarge())) {
            assertThat(answer.headers().allValues("Content-Security-Policy"))
                    .as(answer.uri().toString())
                    .containsExactly(NOTHING);
            isKeptToItself(answer);
        }
        HttpResponse<String> page =
                send("GET", NOVEMBER + "/monitoringsoverzicht", "", null, "Accept", "text/html");
        isKeptToItself(page);
        Matcher style =
                Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL).matcher(page.body());
        assertThat(style.find()).isTrue();
        String hash =
                Base64.getEncoder()
                        .encodeToString(
                                MessageDigest.getInstance("SHA-256")
                                        .digest(style.group(1).getBytes(StandardCharsets.UTF_8)));
        assertThat(style.find()).isFalse();
        assertThat(page.body()).doesNotContain(" style=", "<script", "<img");
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .containsExactly(NOTHING + "; style-src 'sha256-" + hash + "'");
        assertThat(page.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }

    private static void isKeptToItself(HttpResponse<String> answer) {
        for (Map.Entry<String, String> one :
                Map.of(
                                "X-Content-Type-Options", "nosniff",
                                "X-Frame-Options", "DENY",
                                "Referrer-Policy", "no-referrer")
                        .entrySet()) {
            assertThat(answer.headers().allValues(one.getKey()))
                    .as(answer.uri() + " " + one.getKey())
                    .containsExactly(one.getValue());
        }
        assertThat(answer.headers().allValues("Cache-Control")).hasSize(1);
    }

    @Test
    void adr_cache_control() {
        String history = NOVEMBER + "/acties/24/historie";
        assertThat(keeping(NOVEMBER + "/dashboard", "")).isEqualTo("no-cache");
        assertThat(keeping(NOVEMBER + "/dashboard", "lezer")).isEqualTo("private, no-cache");
        assertThat(keeping(NOVEMBER + "/acties/24/mogelijkheden", "secretariaat"))
                .isEqualTo("private, no-cache");
        assertThat(keeping(history, "")).isEqualTo("no-cache");
        assertThat(keeping(history, "lezer")).isEqualTo("private, no-cache");
        assertThat(keeping(history, "secretariaat")).isEqualTo("no-store");
        assertThat(keeping(NOVEMBER + "/journaal", "auditor")).isEqualTo("no-store");
        assertThat(keeping("/api/v1/personen", "beheerder")).isEqualTo("no-store");
        assertThat(keeping("/api/v1/auditlog", "auditor")).isEqualTo("no-store");
        for (Operation operation : operations()) {
            JsonNode schema = said(operation).at("/responses/200/content/application~1json/schema");
            if (operation.method().equals("GET") && shows(schema, new HashSet<>())) {
                Set<String> told = new TreeSet<>(operation.roles());
                told.remove("lezer");
                assertThat(operation.unkeptFor()).as(operation.toString()).isEqualTo(told);
            }
        }
    }

    /** Whether a person can stand in it. */
    private static boolean shows(JsonNode schema, Set<String> seen) {
        String reference = schema.path("$ref").asString("");
        if (!reference.isEmpty()) {
            return seen.add(reference) && shows(DOCUMENT.at(reference.substring(1)), seen);
        }
        for (String person : List.of("door", "voorgesteldDoor", "subject")) {
            if (schema.path("properties").has(person)) {
                return true;
            }
        }
        return schema.valueStream().anyMatch(part -> shows(part, seen));
    }

    private static String keeping(String path, String role) {
        HttpResponse<String> answer = get(path, role);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "ETag")).isNotEmpty();
        HttpResponse<String> again =
                send("GET", path, role, null, "If-None-Match", header(answer, "ETag"));
        assertThat(header(again, "Cache-Control")).isEqualTo(header(answer, "Cache-Control"));
        return header(answer, "Cache-Control");
    }

    @Test
    void adr_hide_implementation() throws Exception {
        for (HttpResponse<String> answer :
                List.of(
                        get(NOVEMBER, ""),
                        get(NOVEMBER + "/acties?zoek=%FF", ""),
                        post(OWN + "/acties", "secretariaat", "{\"actie\": "),
                        get("/api/v1/x%00", ""))) {
            assertThat(answer.headers().map().keySet())
                    .noneMatch(name -> name.equalsIgnoreCase("Server"))
                    .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("x-powered"));
            assertThat(answer.body()).doesNotContain("Exception", "nl.peil", "org.", "SELECT");
        }
        assertThat(raw("GET /api/v1/a|b HTTP/1.1").toLowerCase(Locale.ROOT))
                .doesNotContain("tomcat", "\r\nserver:", "exception");
    }

    // --- faults

    @Test
    void adr_problem_details() {
        problem(get(NOVEMBER + "/dashboard?peildatum=x", ""), 400);
        problem(get(NOVEMBER + "/journaal", ""), 401);
        problem(get(NOVEMBER + "/journaal", "lezer"), 403);
        problem(get("/api/v1/programmas/bestaat-niet", ""), 404);
        problem(send("DELETE", NOVEMBER, "", null), 405);
        problem(send("GET", NOVEMBER, "", null, "Accept", "image/png"), 406);
        String changes = NOVEMBER + "/acties/24/statuswijzigingen";
        problem(post(changes + "?proef=true", "secretariaat", "{\"soort\": \"START\"}"), 409);
        problem(
                send(
                        "POST",
                        changes,
                        "secretariaat",
                        "{\"soort\": \"AFRONDING\"}",
                        "Content-Type",
                        "application/json",
                        "If-Match",
                        "\"999\""),
                412);
        problem(tooLarge(), 413);
        problem(send("POST", changes, "secretariaat", "x", "Content-Type", "text/plain"), 415);
        problem(
                send(
                        "POST",
                        NOVEMBER + "/importen?peildatum=2025-11-30&proef=true",
                        "secretariaat",
                        "geen overzicht",
                        "Content-Type",
                        "text/markdown"),
                422);
    }

    @Test
    void adr_all_errors() {
        JsonNode problem =
                problem(
                        post(
                                NOVEMBER + "/acties/24/statuswijzigingen?proef=ja&vreemd=1",
                                "secretariaat",
                                "{\"soort\": \"VERTRAGING\", \"ingangsdatum\": \"2025-02-30\", \"bron\": 3, \"onbekend\": 1}"),
                        400);
        assertThat(problem.path("fouten").valueStream().map(one -> one.path("veld").asString()))
                .containsExactlyInAnyOrder(
                        "ingangsdatum", "reden", "bron", "onbekend", "proef", "vreemd");
    }

    @Test
    void adr_invalid_input() {
        for (String body : List.of("", "[]", "{\"soort\": ", "{\"soort\": \"RAAR\"}")) {
            problem(post(NOVEMBER + "/acties/24/statuswijzigingen", "secretariaat", body), 400);
        }
        for (String query :
                List.of("pagina=0", "pagina=x", "pagina=1&pagina=2", "status=", "actielijn=-1")) {
            problem(get(NOVEMBER + "/acties?" + query, ""), 400);
        }
    }

    // --- moments

    @Test
    void adr_date_time_format() {
        for (String good : List.of("2026-11-01T10:00:00Z", "2026-11-01T10:00:00.123456%2B01:00")) {
            assertThat(get(NOVEMBER + "/dashboard?bekendOp=" + good, "").statusCode())
                    .as(good)
                    .isEqualTo(200);
        }
        for (String bad :
                List.of(
                        "2026-11-01t10:00:00Z",
                        "2026-11-01T10:00:00z",
                        "2026-11-01T10:00:00-00:00",
                        "2026-11-01T10:00Z",
                        "2026-11-01T10:00:00%2B01",
                        "2026-11-01T10:00:00",
                        "2026-11-01",
                        "2026-02-30T10:00:00Z")) {
            JsonNode problem = problem(get(NOVEMBER + "/dashboard?bekendOp=" + bad, ""), 400);
            assertThat(problem.at("/fouten/0/veld").asString()).as(bad).isEqualTo("bekendOp");
        }
    }

    @Test
    void adr_date_time_timezone() {
        String known =
                json(get(NOVEMBER + "/dashboard?bekendTot=98", "")).path("bekendOp").asString();
        assertThat(known).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
        String elsewhere = known.replace("Z", "");
        for (String zone : List.of("Z", "%2B00:00", "+00:00")) {
            JsonNode answer = json(get(NOVEMBER + "/dashboard?bekendOp=" + elsewhere + zone, ""));
            assertThat(answer.path("bekendTot").asInt()).as(zone).isEqualTo(98);
            assertThat(answer.path("bekendOp").asString()).isEqualTo(known);
        }
    }

    // --- pages

    @Test
    void adr_pagination() {
        String next = NOVEMBER + "/acties?paginagrootte=10&peildatum=2025-11-30";
        List<String> codes = new ArrayList<>();
        Map<String, String> links = Map.of();
        JsonNode page = JSON.missingNode();
        while (next != null) {
            HttpResponse<String> answer = get(next, "");
            page = json(answer);
            page.path("acties").forEach(action -> codes.add(action.path("actie").asString()));
            links = links(answer);
            assertThat(links.values()).allMatch(link -> link.contains("bekendTot="));
            next = links.get("next");
        }
        assertThat(codes).hasSize(page.path("totaal").asInt()).hasSize(47).doesNotHaveDuplicates();
        assertThat(page.path("pagina").asInt()).isEqualTo(5);
        assertThat(page.path("paginagrootte").asInt()).isEqualTo(10);
        assertThat(links.keySet()).containsExactlyInAnyOrder("first", "prev", "last");
        JsonNode first = json(get(links.getOrDefault("first", ""), ""));
        assertThat(first.path("pagina").asInt()).isEqualTo(1);
        assertThat(first.at("/acties/0/actie").asString()).isEqualTo(codes.getFirst());
        assertThat(json(get(links.getOrDefault("last", ""), ""))).isEqualTo(page);
        assertThat(get(NOVEMBER + "/acties?paginagrootte=47", "").headers().firstValue("Link"))
                .isEmpty();
        DOCUMENT.at("/components/schemas")
                .forEachEntry(
                        (name, schema) -> {
                            if (schema.path("properties").has("pagina")) {
                                assertThat(schema.path("properties").propertyNames())
                                        .as(name)
                                        .contains("totaal", "pagina", "paginagrootte");
                            }
                        });
    }

    private static Map<String, String> links(HttpResponse<String> answer) {
        Map<String, String> links = new LinkedHashMap<>();
        Pattern.compile("<([^>]+)>; rel=\"([a-z]+)\"")
                .matcher(header(answer, "Link"))
                .results()
                .forEach(link -> links.put(link.group(2), link.group(1)));
        return links;
    }

    // --- asking

    private static List<Operation> operations() {
        return Contract.published().operations();
    }

    private static JsonNode said(Operation operation) {
        return DOCUMENT.path("paths")
                .path(operation.address())
                .path(operation.method().toLowerCase(Locale.ROOT));
    }

    private static boolean isStream(Operation operation) {
        return operation.address().endsWith("/gebeurtenissen");
    }

    private static String filled(Operation operation) {
        return "/api/v1"
                + operation
                        .address()
                        .replace("{programma}", "samen-tegen-mensenhandel")
                        .replace("{actie}", "24")
                        .replace("actielijnen/{nummer}", "actielijnen/3")
                        .replace("{nummer}", "50")
                        .replace("{peildatum}", LocalDate.of(2025, 11, 30).toString())
                        .replace("{signaal}", "vertraging-37-op-61-97")
                        .replace("{subject}", "iemand");
    }

    private static long head() {
        return json(get(NOVEMBER + "/journaal?vanaf=1&aantal=1", "auditor")).path("hoofd").asLong();
    }

    private static String made(String path, String body) {
        HttpResponse<String> answer = post(path, "secretariaat", body);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(201);
        return header(answer, "Location");
    }

    private static HttpResponse<String> get(String path, String role) {
        return send("GET", path, role, null);
    }

    private static HttpResponse<String> post(String path, String role, String body) {
        return send("POST", path, role, body, "Content-Type", "application/json");
    }

    /** More than the front door lets in. */
    private static HttpResponse<String> tooLarge() {
        return post(NOVEMBER + "/acties", "secretariaat", "x".repeat(10 * 1024 * 1024 + 1));
    }

    private static HttpResponse<String> preflight(String method, String path, String headers) {
        return send(
                "OPTIONS",
                path,
                "",
                null,
                "Origin",
                ELSEWHERE,
                "Access-Control-Request-Method",
                method,
                "Access-Control-Request-Headers",
                headers);
    }

    private static HttpResponse<String> send(
            String method, String path, String role, @Nullable String body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(standalone.address().resolve(path))
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        if (!role.isEmpty()) {
            request.header("Authorization", "Bearer " + TOKENS.get(role));
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return standalone.send(request);
    }

    private static String raw(String line) throws Exception {
        try (Socket socket = new Socket("localhost", standalone.address().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(
                            (line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                                    .getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static JsonNode problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.uri() + " " + answer.body()).isEqualTo(status);
        assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
        assertThat(header(answer, "Content-Language")).isEqualTo("nl");
        JsonNode problem = json(answer);
        assertThat(problem.propertyNames())
                .contains("type", "title", "status", "detail", "instance");
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        String kind = problem.path("type").asString().replaceFirst("urn:peildatum:probleem:", "");
        assertThat(answer.headers().allValues("Link"))
                .contains("</problemen/" + kind + ">; rel=\"help\"");
        return problem;
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
