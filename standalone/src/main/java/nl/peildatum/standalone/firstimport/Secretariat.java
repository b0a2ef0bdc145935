package nl.peildatum.standalone.firstimport;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks and records at the front door, as the client {@code secretariaat}. */
final class Secretariat {

    private static final String CLIENT = "secretariaat";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private final JsonMapper json = JsonMapper.shared();
    private final URI frontDoor;
    private final String secret;
    private @Nullable String token;

    /**
     * @param frontDoor the address to ask
     * @param secret of the client
     */
    Secretariat(URI frontDoor, String secret) {
        this.frontDoor = frontDoor;
        this.secret = secret;
    }

    /** What is answered with 200. */
    JsonNode get(String path) throws IOException, InterruptedException {
        return read(expect(200, ask(path)));
    }

    /** Whether there is something at an address. */
    boolean has(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = ask(path);
        return answer.statusCode() != 404 && expect(200, answer) != null;
    }

    /** What is answered, whatever it is. */
    HttpResponse<String> ask(String path) throws IOException, InterruptedException {
        return patiently(request(path).GET());
    }

    /** Records, once for a key however often it is sent. */
    HttpResponse<String> post(String path, Object body, String key)
            throws IOException, InterruptedException {
        return post(path, "application/json", json.writeValueAsBytes(body), key);
    }

    /** Brings a document, once for a key however often it is sent. */
    HttpResponse<String> post(String path, String contentType, byte[] body, String key)
            throws IOException, InterruptedException {
        return patiently(
                request(path)
                        .header("Content-Type", contentType)
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    /** Asks for a head that is signed now; where it cannot be, that is so within a minute. */
    void askForCheckpoint(String programme) throws IOException, InterruptedException {
        client.send(
                request(programme + "/journaal/controlepunten")
                        .timeout(PATIENCE)
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }

    /** The entry that was recorded with an answer. */
    long recorded(HttpResponse<String> answer) throws IOException {
        return read(expect(201, answer)).path("journaalnummer").asLong();
    }

    HttpResponse<String> expect(int status, HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() != status) {
            throw new IOException(
                    answer.request().method()
                            + " "
                            + answer.request().uri()
                            + ": "
                            + answer.statusCode()
                            + " "
                            + answer.body());
        }
        return answer;
    }

    private JsonNode read(HttpResponse<String> answer) throws IOException {
        try {
            return json.readTree(answer.body());
        } catch (JacksonException strange) {
            throw new IOException(answer.request().uri().toString(), strange);
        }
    }

    private HttpRequest.Builder request(String path) throws IOException, InterruptedException {
        return HttpRequest.newBuilder(frontDoor.resolve("/api/v1" + path))
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token());
    }

    private String token() throws IOException, InterruptedException {
        String had = token;
        if (had != null) {
            return had;
        }
        String basic =
                Base64.getEncoder()
                        .encodeToString((CLIENT + ":" + secret).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer =
                patiently(
                        HttpRequest.newBuilder(frontDoor.resolve("/oauth2/token"))
                                .header("Authorization", "Basic " + basic)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                "grant_type=client_credentials")));
        String got = read(expect(200, answer)).path("access_token").asString("");
        token = got;
        return got;
    }

    /** Asks again while the answer is that it is too early to ask. */
    private HttpResponse<String> patiently(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            HttpResponse<String> answer =
                    client.send(
                            request.timeout(PATIENCE).build(),
                            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() != 503 || System.nanoTime() > deadline) {
                return answer;
            }
            Thread.sleep(500);
        }
    }
}
