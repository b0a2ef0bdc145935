package nl.peildatum.standalone.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.peildatum.api.AccessRefused;
import nl.peildatum.standalone.credentials.Credentials;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IssuerTest {

    private static final String ADDRESS = "http://localhost:8080";

    @TempDir private static Path directory;
    private static Credentials credentials;
    private static ConfigurableApplicationContext issuer;

    /** Of one person, who begins without cookies. */
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @BeforeAll
    static void start() throws IOException {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        credentials =
                Credentials.keptIn(
                        directory.resolve("credentials.properties"), List.of(), Identity.secrets());
        issuer = run();
    }

    @AfterAll
    static void stop() {
        issuer.close();
    }

    @AfterEach
    void leave() {
        client.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lezer", "secretariaat", "auditor", "beheerder"})
    void a_client_gets_a_token_for_its_own_role(String role) throws Exception {
        SignedJWT token = SignedJWT.parse(accessToken(byBasic(role, secret(role))));

        assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo(ADDRESS);
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo(role);
        assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("peildatum");
        assertThat(token.getJWTClaimsSet().getStringListClaim("roles")).containsExactly(role);
        assertThat(
                        Duration.between(
                                Instant.now(),
                                token.getJWTClaimsSet().getExpirationTime().toInstant()))
                .isBetween(Duration.ofMinutes(15), Duration.ofMinutes(60));
    }

    @Test
    void a_client_may_give_its_secret_in_the_form() throws Exception {
        HttpResponse<String> answer =
                post(
                        "/oauth2/token",
                        Map.of(
                                "grant_type", "client_credentials",
                                "client_id", "auditor",
                                "client_secret", secret("auditor")));

        assertThat(accessToken(answer)).isNotBlank();
    }

    @Test
    void a_wrong_secret_gets_nothing() throws Exception {
        assertThat(byBasic("secretariaat", "geraden").statusCode()).isEqualTo(401);
        assertThat(byBasic("secretariaat", secret("lezer")).statusCode()).isEqualTo(401);
        assertThat(byBasic("onbekend", "geraden").statusCode()).isEqualTo(401);
    }

    @Test
    void the_portal_asks_for_itself_as_a_reader() throws Exception {
        SignedJWT token = SignedJWT.parse(accessToken(byBasic("portal", secret("portal"))));
        assertThat(token.getJWTClaimsSet().getStringListClaim("roles")).containsExactly("lezer");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /oauth2/token, POST",
        "PUT, /oauth2/token, POST",
        "DELETE, /oauth2/%74oken, POST",
        "OPTIONS, /oauth2/token, POST",
        "GET, /oauth2/introspect, POST",
        "GET, /oauth2/revoke, POST",
        "POST, /oauth2/jwks, 'GET, HEAD'",
        "DELETE, /.well-known/openid-configuration, 'GET, HEAD'",
        "POST, /.well-known/oauth-authorization-server, 'GET, HEAD'",
        "PUT, /oauth2/authorize, 'GET, POST'",
        "DELETE, /userinfo, 'GET, POST'",
        "PATCH, /connect/logout, 'GET, POST'",
        "DELETE, /inloggen, 'GET, HEAD, POST'"
    })
    void another_method_is_a_405_that_names_the_right_ones(String method, String path, String allow)
            throws Exception {
        for (String accept : List.of("*/*", "application/json", "text/html")) {
            HttpResponse<String> answer =
                    send(
                            HttpRequest.newBuilder(at(path))
                                    .header("Accept", accept)
                                    .method(method, HttpRequest.BodyPublishers.noBody()));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(405);
            assertThat(answer.headers().firstValue("Allow")).contains(allow);
            assertThat(answer.headers().firstValue("Content-Language")).contains("nl");
            assertThat(answer.body()).contains("Gebruik op dit adres een andere methode.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oauth2/jwks",
                "/.well-known/openid-configuration",
                "/.well-known/oauth-authorization-server",
                "/inloggen"
            })
    void what_is_read_is_also_headed(String path) throws Exception {
        HttpResponse<String> answer =
                send(
                        HttpRequest.newBuilder(at(path))
                                .method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void a_token_outlives_a_restart() throws Exception {
        String before = accessToken(byBasic("lezer", secret("lezer")));
        issuer.close();
        issuer = run();

        NimbusJwtDecoder decoder =
                NimbusJwtDecoder.withJwkSetUri(at("/oauth2/jwks").toString()).build();
        decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(ADDRESS));
        assertThat(decoder.decode(before).getSubject()).isEqualTo("lezer");
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(directory.resolve("keys.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void what_is_published_of_the_key_is_its_public_half() throws Exception {
        String keys = get("/oauth2/jwks").body();

        assertThat(keys).contains("\"n\":").doesNotContain("\"d\":").doesNotContain("\"p\":");
    }

    @Test
    void a_program_finds_the_endpoints_at_the_public_address() throws Exception {
        JsonNode published =
                JsonMapper.shared().readTree(get("/.well-known/openid-configuration").body());

        assertThat(published.path("issuer").asString()).isEqualTo(ADDRESS);
        assertThat(published.path("token_endpoint").asString())
                .isEqualTo(ADDRESS + "/oauth2/token");
    }

    @Test
    void a_person_logs_in_with_a_browser_and_the_portal_gets_the_token() throws Exception {
        String verifier = "a".repeat(50);
        String authorize =
                "/oauth2/authorize?"
                        + form(
                                Map.of(
                                        "response_type", "code",
                                        "client_id", "portal",
                                        "scope", "openid",
                                        "state", "s",
                                        "redirect_uri", ADDRESS + "/login/oauth2/code/peildatum",
                                        "code_challenge", challenge(verifier),
                                        "code_challenge_method", "S256"));
        HttpResponse<String> toLogin = get(authorize);
        assertThat(toLogin.statusCode()).isEqualTo(302);
        assertThat(location(toLogin)).endsWith("/inloggen");

        assertThat(login("secretariaat", "geraden").headers().firstValue("Location"))
                .hasValueSatisfying(l -> assertThat(l).endsWith("/inloggen?fout"));
        assertThat(get("/inloggen?fout").body()).contains("Inloggen is niet gelukt");

        HttpResponse<String> loggedIn =
                login("secretariaat", credentials.secret("secretariaat.password"));
        assertThat(location(loggedIn)).contains("/oauth2/authorize?");
        String toPortal = location(get(authorize));
        assertThat(toPortal).startsWith(ADDRESS + "/login/oauth2/code/peildatum?");
        Matcher code = Pattern.compile("[?&]code=([^&]+)").matcher(toPortal);
        assertThat(code.find()).isTrue();

        HttpResponse<String> answer =
                post(
                        "/oauth2/token",
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                code.group(1),
                                "redirect_uri",
                                ADDRESS + "/login/oauth2/code/peildatum",
                                "code_verifier",
                                verifier,
                                "client_id",
                                "portal",
                                "client_secret",
                                secret("portal")));
        SignedJWT token = SignedJWT.parse(accessToken(answer));
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("secretariaat");
        assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("peildatum");
        assertThat(token.getJWTClaimsSet().getStringListClaim("roles"))
                .containsExactly("secretariaat");
    }

    @Test
    void the_login_page_is_dutch_and_loads_from_its_own_address_only() throws Exception {
        HttpResponse<String> page = get("/inloggen");

        assertThat(page.body())
                .contains("lang=\"nl\"")
                .contains("Wachtwoord")
                .contains("name=\"_csrf\"")
                .doesNotContainPattern("(?:src|href)=\"(?:https?:)?//");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'self'"));
        assertThat(page.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(
                        cookie ->
                                assertThat(cookie)
                                        .startsWith("PEILDATUM_ISSUER=")
                                        .contains("HttpOnly")
                                        .contains("SameSite=Lax"));
    }

    // --- what went wrong, in Dutch and of our own

    @Test
    void a_login_form_that_expired_says_so_and_leads_back() throws Exception {
        HttpResponse<String> answer =
                post("/inloggen", Map.of("naam", "lezer", "wachtwoord", "x"), "text/html");

        isPage(answer, 403, "De inlogpagina was verlopen");
        assertThat(answer.body()).contains("href=\"/inloggen\"");
    }

    @ParameterizedTest
    @CsvSource({
        "client_id=onbekend, Dit programma kennen we niet",
        "client_id=portal&redirect_uri=https://elders.example/, We kunnen u niet terugsturen",
        "client_id=portal&client_id=portal, Dit programma kennen we niet",
        "scope=openid, Dit programma kennen we niet"
    })
    void a_bad_way_in_is_a_page_that_says_what_to_do(String query, String title) throws Exception {
        isPage(get("/oauth2/authorize?response_type=code&" + query), 400, title);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id_token_hint=onzin",
                "client_id=onbekend",
                "post_logout_redirect_uri=https://elders.example/"
            })
    void a_bad_way_out_is_a_page_that_says_what_to_do(String query) throws Exception {
        isPage(get("/connect/logout?" + query), 400, "Uitloggen is niet gelukt");
    }

    @Test
    void what_no_filter_ever_saw_is_a_problem_in_dutch() throws Exception {
        for (String line : List.of("GET /inloggen HTTP/9.9", "G@T /inloggen HTTP/1.1")) {
            String answer = raw(line + "\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(answer)
                    .contains("application/problem+json")
                    .contains("urn:peildatum:probleem:")
                    .doesNotContain("<html");
        }
    }

    @Test
    void a_program_reads_what_is_wrong_as_rfc_6749_says() throws Exception {
        isRefusal(byBasic("lezer", "geraden"), 401, "invalid_client");
        isRefusal(post("/oauth2/token", Map.of()), 401, "invalid_client");
        isRefusal(token(Map.of()), 400, "invalid_request");
        isRefusal(token(Map.of("grant_type", "wachtwoord")), 400, "unsupported_grant_type");
        isRefusal(
                token(Map.of("grant_type", "client_credentials", "scope", "alles")),
                400,
                "invalid_scope");
        isRefusal(
                token(Map.of("grant_type", "authorization_code", "code", "x")),
                400,
                "invalid_grant");
    }

    @Test
    void who_guesses_the_secret_of_a_program_is_slowed_down_the_right_one_too() throws Exception {
        refused.clear();
        for (int i = 0; i < 5; i++) {
            assertThat(from("7.7.7.1", "auditor", "geraden" + i).statusCode()).isEqualTo(401);
        }
        for (String given : List.of("geraden", secret("auditor"))) {
            HttpResponse<String> answer = from("7.7.7.1", "auditor", given);
            isRefusal(answer, 429, "temporarily_unavailable");
            assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow()))
                    .isBetween(50, 60);
        }
        accessToken(from("7.7.7.2", "auditor", secret("auditor")));
        accessToken(from("7.7.7.1", "lezer", secret("lezer")));
        assertThat(refused)
                .extracting(AccessRefused::status)
                .containsExactly(401, 401, 401, 401, 401, 429);
        assertThat(refused)
                .allSatisfy(
                        one -> {
                            assertThat(one.subject()).isEqualTo("auditor");
                            assertThat(one.path()).isEqualTo("/oauth2/token");
                        });
    }

    @Test
    void who_guesses_a_password_is_slowed_down_and_what_is_typed_as_a_name_is_not_kept()
            throws Exception {
        refused.clear();
        String typed = "Geheim-wachtwoord-1";
        for (int i = 0; i < 5; i++) {
            assertThat(login(typed, "x").statusCode()).isEqualTo(302);
        }
        HttpResponse<String> answer = login(typed, "x");
        isPage(answer, 429, "Te vaak een verkeerd wachtwoord");
        assertThat(answer.body()).containsPattern("Wacht [1-6]?\\d seconden");
        assertThat(refused).hasSize(6).allSatisfy(one -> assertThat(one.subject()).isNull());
        assertThat(login("lezer", "x").statusCode()).isEqualTo(302);
    }

    @Test
    void a_person_is_slowed_down_however_the_name_is_written() throws Exception {
        for (String name : List.of("auditor", "AUDITOR", " auditor", "Auditor ", "audiTor\t")) {
            assertThat(login(name, "x").statusCode()).isEqualTo(302);
        }
        for (String name : List.of("auditor", "auditoR")) {
            isPage(login(name, secret("auditor")), 429, "Te vaak een verkeerd wachtwoord");
        }
    }

    @Test
    void two_hundred_guesses_are_cheap_and_get_five_looks() throws Exception {
        refused.clear();
        for (int i = 0; i < 200; i++) {
            from("7.7.7.3", "beheerder", "geraden" + i);
        }
        assertThat(refused).hasSize(6);
    }

    @Test
    void nobody_but_the_front_door_says_where_a_caller_is() throws Exception {
        for (int i = 0; i < 5; i++) {
            // of two the last one was added by the front door: the first is the caller's own word
            from("8.8.8." + i + ", 7.7.7.4", "beheerder", "geraden");
        }
        assertThat(from("8.8.8.9, 7.7.7.4", "beheerder", "geraden").statusCode()).isEqualTo(429);
    }

    private void isPage(HttpResponse<String> answer, int status, String title) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body())
                .contains("lang=\"nl\"")
                .contains("<h1>" + title)
                .doesNotContain("Whitelabel", "Exception", "OAuth 2.0", "invalid_request");
    }

    private static void isRefusal(HttpResponse<String> answer, int status, String error) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        JsonNode body = JsonMapper.shared().readTree(answer.body());
        assertThat(body.path("error").asString()).as(answer.body()).isEqualTo(error);
        assertThat(body.path("error_description").asString())
                .matches("[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]{20,}")
                .doesNotContain("OAuth", "{0}");
        assertThat(answer.headers().firstValue("WWW-Authenticate").isPresent())
                .isEqualTo(status == 401);
    }

    /** As the front door passes on a caller from there. */
    @Test
    void however_the_address_and_the_name_are_written_who_guesses_is_slowed_down()
            throws Exception {
        List<String> paths = List.of("/oauth2/%74oken", "/%6fauth2/token", "/oauth2/token");
        List<String> names = List.of("auditor", "%61uditor", "a%75ditor", "%61%75ditor", "auditor");
        for (int i = 0; i < 5; i++) {
            String path = paths.get(i % paths.size());
            assertThat(from(path, "7.7.7.9", names.get(i), "x").statusCode()).isEqualTo(401);
        }
        for (String path : paths) {
            assertThat(from(path, "7.7.7.9", "auditor", secret("auditor")).statusCode())
                    .isEqualTo(429);
        }
    }

    private HttpResponse<String> from(String address, String client, String secret)
            throws Exception {
        return from("/oauth2/token", address, client, secret);
    }

    private HttpResponse<String> from(String path, String address, String client, String secret)
            throws Exception {
        return send(
                HttpRequest.newBuilder(at(path))
                        .header("X-Forwarded-For", address)
                        .header("Authorization", basic(client, secret))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials")));
    }

    private HttpResponse<String> token(Map<String, String> fields) throws Exception {
        return send(
                HttpRequest.newBuilder(at("/oauth2/token"))
                        .header("Authorization", basic("lezer", secret("lezer")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form(fields))));
    }

    private static String basic(String client, String secret) {
        return "Basic "
                + Base64.getEncoder()
                        .encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    private String raw(String request) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), at("/").getPort())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static final List<AccessRefused> refused = new CopyOnWriteArrayList<>();

    private static final class Hearing
            implements ApplicationListener<PayloadApplicationEvent<AccessRefused>> {
        @Override
        public void onApplicationEvent(PayloadApplicationEvent<AccessRefused> event) {
            refused.add(event.getPayload());
        }
    }

    private static ConfigurableApplicationContext run() {
        return Issuer.application(
                        new Identity(
                                URI.create(ADDRESS), directory.resolve("keys.json"), credentials))
                .listeners(new Hearing())
                .run("--server.port=0", "--server.address=127.0.0.1");
    }

    private HttpResponse<String> login(String name, String password) throws Exception {
        Matcher csrf =
                Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                        .matcher(get("/inloggen").body());
        assertThat(csrf.find()).isTrue();
        return post(
                "/inloggen",
                Map.of("naam", name, "wachtwoord", password, "_csrf", csrf.group(1)),
                "text/html");
    }

    private HttpResponse<String> byBasic(String client, String secret) throws Exception {
        String basic =
                Base64.getEncoder()
                        .encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return send(
                HttpRequest.newBuilder(at("/oauth2/token"))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials")));
    }

    private HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
        return post(path, fields, "*/*");
    }

    private HttpResponse<String> post(String path, Map<String, String> fields, String accept)
            throws Exception {
        return send(
                HttpRequest.newBuilder(at(path))
                        .header("Accept", accept)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form(fields))));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(at(path)).header("Accept", "text/html"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(
                request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private URI at(String path) {
        int port =
                Objects.requireNonNull(((WebServerApplicationContext) issuer).getWebServer())
                        .getPort();
        return URI.create("http://localhost:" + port + path);
    }

    private String secret(String client) {
        return credentials.secret(client + ".client-secret");
    }

    private static String accessToken(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body()).path("access_token").asString();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(
                        f ->
                                f.getKey()
                                        + "="
                                        + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String challenge(String verifier) throws Exception {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        MessageDigest.getInstance("SHA-256")
                                .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    }
}
