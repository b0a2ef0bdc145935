package nl.peildatum.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
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
import java.time.Duration;
import java.util.Base64;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A standalone in a process of its own, started as a user starts it. */
final class Started implements AutoCloseable {

    static final String PROGRAMMES = "/api/v1/programmas";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Process process;
    private final Path dataDir;
    private final int port;
    private final Duration startUp;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Started(Process process, Path dataDir, int port, Duration startUp) {
        this.process = process;
        this.dataDir = dataDir;
        this.port = port;
        this.startUp = startUp;
    }

    /** Starts it, and returns once it says that it runs. */
    static Started start(Path jar, Path dataDir) throws IOException {
        int port = freePort();
        ProcessBuilder builder =
                new ProcessBuilder(java("java").toString(), "-jar", jar.toString())
                        .redirectErrorStream(true);
        builder.environment().put("PEILDATUM_PORT", Integer.toString(port));
        builder.environment().put("PEILDATUM_DATA_DIR", dataDir.toString());
        long begin = System.nanoTime();
        Process process = builder.start();
        BufferedReader told = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder all = new StringBuilder();
        for (String line = told.readLine(); line != null; line = told.readLine()) {
            if (line.startsWith("Peildatum draait")) {
                Duration startUp = Duration.ofNanos(System.nanoTime() - begin);
                Thread.ofVirtual().start(() -> told.lines().forEach(_ -> {}));
                return new Started(process, dataDir, port, startUp);
            }
            all.append(line).append('\n');
        }
        throw new IllegalStateException("It did not start:\n" + all);
    }

    /** From its start to its own word that it runs. */
    Duration startUp() {
        return startUp;
    }

    /** The secret of that name. */
    String secret(String file, String name) throws IOException {
        Properties secrets = new Properties();
        try (Reader reader = Files.newBufferedReader(dataDir.resolve(file))) {
            secrets.load(reader);
        }
        return secrets.getProperty(name);
    }

    /** The address of a database of its PostgreSQL. */
    String jdbcUrl(String database) throws IOException {
        String databasePort = Files.readAllLines(postmaster()).get(3).strip();
        return "jdbc:postgresql://127.0.0.1:" + databasePort + "/" + database;
    }

    /** An access token of the secretariat, fresh from the issuer. */
    String token() throws IOException, InterruptedException {
        String login =
                "secretariaat:" + secret("credentials.properties", "secretariaat.client-secret");
        HttpRequest request =
                request("/oauth2/token")
                        .header(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString(
                                                        login.getBytes(StandardCharsets.UTF_8)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                        .build();
        return answer(request, 200).path("access_token").asString();
    }

    /** Records, and gives the journal number of what was recorded. */
    long post(String token, String path, String json, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                request(path)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return answer(request.build(), 201).path("journaalnummer").asLong();
    }

    /** Reads. */
    JsonNode get(String path) throws IOException, InterruptedException {
        return answer(request(path).build(), 200);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private JsonNode answer(HttpRequest request, int status)
            throws IOException, InterruptedException {
        HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
        if (response.statusCode() != status) {
            throw new IllegalStateException(
                    request.uri()
                            + " "
                            + response.statusCode()
                            + " "
                            + new String(response.body(), StandardCharsets.UTF_8));
        }
        return JSON.readTree(response.body());
    }

    /** What it keeps on the heap, in megabytes, once what can go is gone. */
    double heap() throws IOException, InterruptedException {
        String pid = Long.toString(process.pid());
        run(java("jcmd").toString(), pid, "GC.run");
        return Memory.usedHeap(run(java("jcmd").toString(), pid, "GC.heap_info"));
    }

    /** What its JVM has in memory, in megabytes. */
    double resident() throws IOException, InterruptedException {
        return Memory.resident(process.toHandle());
    }

    /** What its PostgreSQL has in memory, in megabytes. */
    double residentPostgres() throws IOException, InterruptedException {
        long pid = Long.parseLong(Files.readAllLines(postmaster()).getFirst().strip());
        ProcessHandle postgres = ProcessHandle.of(pid).orElseThrow();
        double sum = Memory.resident(postgres);
        for (ProcessHandle child : postgres.descendants().toList()) {
            sum += Memory.resident(child);
        }
        return sum;
    }

    /** Stops it in an orderly way. */
    @Override
    public void close() {
        client.close();
        process.toHandle().destroy();
        try {
            if (process.waitFor(60, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        throw new IllegalStateException("It does not stop");
    }

    static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            String all = output.readAllAsString();
            process.waitFor();
            return all;
        }
    }

    private Path postmaster() {
        return dataDir.resolve("postgres/postmaster.pid");
    }

    static Path java(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
