package nl.peildatum.standalone.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import nl.peildatum.contract.HoldingClient;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at the front door, with a token or without one. */
public record Visitor(URI address, @Nullable String token) {

    private static final HttpClient HTTP =
            HoldingClient.of(
                    HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build());
    private static final JsonMapper JSON = new JsonMapper();

    /** An answer, with its body as JSON where it has one. */
    public record Answer(int status, JsonNode body, HttpResponse<String> response) {}

    /** The overview of November 2025, as published. */
    public static String publication() {
        try (InputStream stream =
                Visitor.class.getResourceAsStream("/monitoringsoverzicht-2025-11.md")) {
            return new String(
                    Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** Waits until what was recorded up to an entry is to be read. */
    public void awaits(String programme, long entry) {
        long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        String path = "/api/v1/programmas/" + programme + "?minstensJournaal=" + entry;
        while (get(path).status() != 200) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Not to be read: " + path);
            }
        }
    }

    public Answer post(String path, Object body, Map<String, String> headers) {
        HttpRequest.Builder request =
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
        headers.forEach(request::header);
        return send(request);
    }

    public Answer post(String path, Object body) {
        return post(path, body, Map.of());
    }

    public Answer postMarkdown(String path, String body) {
        return send(
                request(path)
                        .header("Content-Type", "text/markdown; charset=utf-8")
                        .POST(BodyPublishers.ofString(body)));
    }

    /** The bytes in a form. */
    public byte[] download(String path, String accept) {
        try {
            return HTTP.send(
                            request(path).header("Accept", accept).GET().build(),
                            BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    public Answer upload(String path, String type, byte[] body) {
        return send(
                request(path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(60));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            String type = response.headers().firstValue("Content-Type").orElse("");
            JsonNode body =
                    type.contains("json") && !response.body().isEmpty()
                            ? JSON.readTree(response.body())
                            : JSON.createObjectNode();
            return new Answer(response.statusCode(), body, response);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
