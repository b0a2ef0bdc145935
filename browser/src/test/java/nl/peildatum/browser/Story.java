package nl.peildatum.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/** A standalone in a process of its own, with the invented programme and another one beside it. */
final class Story implements AutoCloseable {

    static final String PROGRAMME = "/programmas/voorbeeld-verzonnen";
    static final String OTHER = "nog-een-programma";

    private final Path dataDir;
    private final URI address;
    private final Process process;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private @Nullable String token;

    private Story(Path dataDir) throws IOException {
        this.dataDir = dataDir;
        int port = freePort();
        address = URI.create("http://localhost:" + port);
        ProcessBuilder builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-jar",
                                System.getProperty("standalone"))
                        .redirectErrorStream(true);
        builder.environment().put("PEILDATUM_PORT", String.valueOf(port));
        builder.environment().put("PEILDATUM_DATA_DIR", dataDir.toString());
        builder.environment().put("PEILDATUM_VOORBEELD", "ja");
        process = builder.start();
    }

    /** Starts it and records; returns when that is to be seen. */
    static Story tell() throws IOException, InterruptedException {
        Path dataDir = Files.createTempDirectory("peildatum-browser");
        Story story = new Story(dataDir);
        try {
            story.awaitStart();
            story.record();
            return story;
        } catch (IOException | InterruptedException | RuntimeException failure) {
            story.close();
            throw failure;
        }
    }

    /** Where its pages are. */
    URI address() {
        return address;
    }

    private void awaitStart() throws IOException {
        BufferedReader told = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder all = new StringBuilder();
        for (String line = told.readLine(); line != null; line = told.readLine()) {
            if (line.startsWith("Peildatum draait")) {
                Thread.ofVirtual().start(() -> told.lines().forEach(_ -> {}));
                return;
            }
            all.append(line).append('\n');
        }
        throw new IllegalStateException("It did not start:\n" + all);
    }

    private void record() throws IOException, InterruptedException {
        String token = token();
        post(
                token,
                "/programmas",
                """
                {"programma":"%s","naam":"Verzonnen programma met een lange naam voor smalle schermen",
                 "startjaar":2024,"eindjaar":2027,"uitgevers":["Gemeente Voorbeeldstad"]}"""
                        .formatted(OTHER));
    }

    /** Records one thing more, and tells as which entry. */
    long record(String path, String body) {
        try {
            return post(token(), path, body);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** What somebody or some program logs in with. */
    String secret(String name) {
        Properties secrets = new Properties();
        try (Reader reader = Files.newBufferedReader(dataDir.resolve("credentials.properties"))) {
            secrets.load(reader);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return secrets.getProperty(name);
    }

    /** Of the secretariat; good for longer than all tests take. */
    private String token() throws IOException, InterruptedException {
        if (token == null) {
            token = newToken();
        }
        return token;
    }

    private String newToken() throws IOException, InterruptedException {
        String login = "secretariaat:" + secret("secretariaat.client-secret");
        HttpRequest request =
                HttpRequest.newBuilder(address.resolve("/oauth2/token"))
                        .header(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString(
                                                        login.getBytes(StandardCharsets.UTF_8)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                        .build();
        return JsonMapper.shared()
                .readTree(send(request, 200).body())
                .path("access_token")
                .asString();
    }

    private long post(String token, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(address.resolve("/api/v1" + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        return JsonMapper.shared()
                .readTree(send(request, 201).body())
                .path("journaalnummer")
                .asLong();
    }

    private HttpResponse<String> send(HttpRequest request, int status)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != status) {
            throw new IllegalStateException(
                    request.uri() + " " + answer.statusCode() + " " + answer.body());
        }
        return answer;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        client.close();
        process.toHandle().destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        FileSystemUtils.deleteRecursively(dataDir.toFile());
    }
}
