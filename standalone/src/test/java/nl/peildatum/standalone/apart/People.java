package nl.peildatum.standalone.apart;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tokens of Keycloak: for programs, for persons who log in, and for who should get nowhere. */
final class People {

    private static final URI KEYCLOAK = URI.create("http://localhost:8180");
    private static final String REALM = "peildatum";
    private static final String LOGGED_IN = "http://localhost:8080/login/oauth2/code/peildatum";
    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");

    private final Composed composed;
    private final List<String> shown = new ArrayList<>();

    People(Composed composed) {
        this.composed = composed;
    }

    /** The token of a client with a service account. */
    String program(String client) throws IOException, InterruptedException {
        return program(REALM, client, shown("programma", client));
    }

    String program(String realm, String client, String secret)
            throws IOException, InterruptedException {
        return token(
                realm,
                Map.of(
                        "grant_type", "client_credentials",
                        "client_id", client,
                        "client_secret", secret));
    }

    /** The token that a person gets by logging in through the portal's client, with PKCE. */
    String person(String name) throws IOException, InterruptedException {
        String verifier = UUID.randomUUID() + "-" + UUID.randomUUID();
        Map<String, String> question = new LinkedHashMap<>();
        question.put("response_type", "code");
        question.put("client_id", "portal");
        question.put("redirect_uri", LOGGED_IN);
        question.put("scope", "openid");
        question.put("state", "s");
        question.put("code_challenge", challenge(verifier));
        question.put("code_challenge_method", "S256");
        HttpClient browser =
                HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
        HttpResponse<String> page =
                browser.send(
                        HttpRequest.newBuilder(
                                        KEYCLOAK.resolve(
                                                "/realms/peildatum/protocol/openid-connect/auth?"
                                                        + form(question)))
                                .build(),
                        BodyHandlers.ofString());
        Matcher action = FORM.matcher(page.body());
        if (!action.find()) {
            throw new AssertionError(page.statusCode() + " " + page.body());
        }
        HttpResponse<String> back =
                browser.send(
                        HttpRequest.newBuilder(URI.create(action.group(1).replace("&amp;", "&")))
                                .header("Cookie", cookies(page))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(
                                        BodyPublishers.ofString(
                                                form(
                                                        Map.of(
                                                                "username",
                                                                name,
                                                                "password",
                                                                shown("persoon", name)))))
                                .build(),
                        BodyHandlers.ofString());
        String location =
                back.headers()
                        .firstValue("Location")
                        .orElseThrow(() -> new AssertionError(back.statusCode() + back.body()));
        Matcher code = Pattern.compile("[?&]code=([^&]+)").matcher(location);
        if (!location.startsWith(LOGGED_IN) || !code.find()) {
            throw new AssertionError(location);
        }
        return token(
                REALM,
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        "portal",
                        "client_secret",
                        composed.secret("keycloak", "PORTAL_CLIENT_SECRET"),
                        "redirect_uri",
                        LOGGED_IN,
                        "code",
                        URLDecoder.decode(code.group(1), StandardCharsets.UTF_8),
                        "code_verifier",
                        verifier));
    }

    /**
     * As a browser does, which takes localhost for safe, so that {@code Secure} is no hindrance.
     */
    private static String cookies(HttpResponse<?> page) {
        return page.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .collect(Collectors.joining("; "));
    }

    /** What a person logs in with. */
    String password(String name) throws IOException, InterruptedException {
        return shown("persoon", name);
    }

    /** Makes something at Keycloak as its administrator. */
    void make(String path, String json) throws IOException, InterruptedException {
        String token =
                token(
                        "master",
                        Map.of(
                                "grant_type", "password",
                                "client_id", "admin-cli",
                                "username", "beheer",
                                "password", shown("keycloak", "beheer")));
        HttpResponse<String> answer =
                client().send(
                                HttpRequest.newBuilder(KEYCLOAK.resolve("/admin/realms" + path))
                                        .header("Authorization", "Bearer " + token)
                                        .header("Content-Type", "application/json")
                                        .POST(BodyPublishers.ofString(json))
                                        .build(),
                                BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
    }

    /** As whoever runs it is shown. */
    private String shown(String what, String name) throws IOException, InterruptedException {
        if (shown.isEmpty()) {
            shown.addAll(composed.printed("geheimen", "tonen"));
        }
        String begin = what + " " + name + " ";
        return shown.stream()
                .filter(line -> line.startsWith(begin))
                .map(line -> line.substring(begin.length()))
                .findFirst()
                .orElseThrow();
    }

    private static String token(String realm, Map<String, String> asked)
            throws IOException, InterruptedException {
        HttpResponse<String> answer =
                client().send(
                                HttpRequest.newBuilder(
                                                KEYCLOAK.resolve(
                                                        "/realms/"
                                                                + realm
                                                                + "/protocol/openid-connect/token"))
                                        .header("Content-Type", "application/x-www-form-urlencoded")
                                        .POST(BodyPublishers.ofString(form(asked)))
                                        .build(),
                                BodyHandlers.ofString());
        JsonNode token = JsonMapper.shared().readTree(answer.body()).path("access_token");
        if (!token.isString()) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return token.asString();
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(
                        field ->
                                field.getKey()
                                        + "="
                                        + URLEncoder.encode(
                                                field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
