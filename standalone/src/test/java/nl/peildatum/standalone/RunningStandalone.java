package nl.peildatum.standalone;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import nl.peildatum.contract.HoldingClient;
import nl.peildatum.eventstore.TestDirectories;
import nl.peildatum.eventstore.TestPorts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole standalone on a free port, in this JVM or in one of its own that can be killed. The
 * same data directory can be given to one after the other.
 */
public final class RunningStandalone implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Path dataDir;
    private final int port;
    private final List<String> told;
    private final @Nullable Standalone here;
    private final @Nullable OtherJvm elsewhere;
    private final HttpClient client = HoldingClient.create();
    private boolean throwAway;

    private RunningStandalone(
            Path dataDir,
            int port,
            List<String> told,
            @Nullable Standalone here,
            @Nullable OtherJvm elsewhere) {
        this.dataDir = dataDir;
        this.port = port;
        this.told = told;
        this.here = here;
        this.elsewhere = elsewhere;
    }

    /** Starts with the first test that asks for it, and ends with the JVM. */
    private static final class Shared {
        static final RunningStandalone STANDALONE = start();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(STANDALONE::stop));
        }
    }

    /**
     * The one of this JVM, for who changes nothing of the published programme up to its report
     * date; what else is changed, others may have changed as well.
     */
    public static RunningStandalone shared() {
        return Shared.STANDALONE;
    }

    /** In this JVM, on a data directory that goes with it. */
    public static RunningStandalone start() {
        return start(Map.of());
    }

    /** With settings as the environment gives them, in this JVM, on a data directory of its own. */
    public static RunningStandalone start(Map<String, String> environment) {
        try {
            Path dataDir = TestDirectories.create("peildatum");
            RunningStandalone running = inThisJvm(dataDir, environment);
            running.throwAway = true;
            return running;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** In this JVM; returns when everything runs and the first import is done. */
    public static RunningStandalone inThisJvm(Path dataDir) {
        return inThisJvm(dataDir, Map.of());
    }

    private static RunningStandalone inThisJvm(Path dataDir, Map<String, String> environment) {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        int port = TestPorts.free();
        List<String> told = new CopyOnWriteArrayList<>();
        Settings asked = Settings.of(with(environment, dataDir, port));
        Settings settings =
                new Settings(
                        asked.dataDir(),
                        asked.port(),
                        asked.bind(),
                        asked.address(),
                        0,
                        asked.open(),
                        asked.fourEyes(),
                        asked.example());
        return new RunningStandalone(
                dataDir, port, told, Standalone.start(settings, told::add), null);
    }

    private static Map<String, String> with(
            Map<String, String> environment, Path dataDir, int port) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("PEILDATUM_PORT", Integer.toString(port));
        all.put("PEILDATUM_DATA_DIR", dataDir.toString());
        return all;
    }

    /** As it is run from a command line; returns when it has said that it is ready. */
    public static RunningStandalone asProcess(Path dataDir) {
        int port = TestPorts.free();
        OtherJvm jvm = OtherJvm.run(Standalone.class, with(Map.of(), dataDir, port));
        RunningStandalone running = new RunningStandalone(dataDir, port, jvm.output(), null, jvm);
        try {
            jvm.await(line -> line.startsWith("Peildatum draait"), PATIENCE);
            jvm.await(line -> line.contains("/toelichtingen"), PATIENCE);
        } catch (AssertionError failure) {
            running.close();
            throw failure;
        }
        return running;
    }

    /** The address users type. */
    public URI address() {
        return URI.create("http://localhost:" + port);
    }

    /** Where it keeps everything. */
    public Path dataDir() {
        return dataDir;
    }

    /** What it has told, line by line. */
    public List<String> told() {
        return told;
    }

    /** The secret of that name in {@code credentials.properties}. */
    public String secret(String name) {
        Properties credentials = new Properties();
        try (Reader reader = Files.newBufferedReader(dataDir.resolve("credentials.properties"))) {
            credentials.load(reader);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return credentials.getProperty(name);
    }

    /** An access token of a role, fresh from the issuer. */
    public String token(String role) {
        String basic =
                Base64.getEncoder()
                        .encodeToString(
                                (role + ":" + secret(role + ".client-secret"))
                                        .getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer =
                send(
                        HttpRequest.newBuilder(address().resolve("/oauth2/token"))
                                .header("Authorization", "Basic " + basic)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("grant_type=client_credentials")));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return JsonMapper.shared().readTree(answer.body()).path("access_token").asString();
    }

    /** Asks without a token. */
    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(address().resolve(path)));
    }

    /** Asks with the token of a role. */
    public HttpResponse<String> get(String path, String role) {
        return send(
                HttpRequest.newBuilder(address().resolve(path))
                        .header("Authorization", "Bearer " + token(role)));
    }

    /** Posts JSON with the token of a role. */
    public HttpResponse<String> post(String path, String role, String json) {
        return send(
                HttpRequest.newBuilder(address().resolve(path))
                        .header("Authorization", "Bearer " + token(role))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json)));
    }

    /** Sends any request. */
    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(
                    request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The PostgreSQL that runs on the data directory now. */
    public ProcessHandle postgres() {
        try {
            List<String> pidFile =
                    Files.readAllLines(dataDir.resolve("postgres").resolve("postmaster.pid"));
            return ProcessHandle.of(Long.parseLong(pidFile.getFirst().strip())).orElseThrow();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Ends the JVM as kill -9 does; only for one of its own. */
    public void kill() {
        jvm().kill();
    }

    /** The names of what an application consists of, in order; only for one in this JVM. */
    List<String> beans(String application) {
        return Arrays.stream(application(application).getBeanDefinitionNames()).sorted().toList();
    }

    /** The database as an application logs in to it; only for one in this JVM. */
    public DataSource database(String application) {
        return application(application).getBean(DataSource.class);
    }

    /** What an application was told; only for one in this JVM. */
    public @Nullable String setting(String application, String name) {
        return application(application).getEnvironment().getProperty(name);
    }

    private ApplicationContext application(String name) {
        if (here == null) {
            throw new IllegalStateException("runs in another JVM");
        }
        return Objects.requireNonNull(here.applications().get(name));
    }

    /** The JVM it runs in, when that is one of its own. */
    public OtherJvm jvm() {
        if (elsewhere == null) {
            throw new IllegalStateException("runs in this JVM");
        }
        return elsewhere;
    }

    /** Stops it in an orderly way, and waits for that. */
    public void stop() {
        if (here != null) {
            here.close();
        }
        if (elsewhere != null) {
            elsewhere.terminate();
            elsewhere.exitCode(PATIENCE);
        }
        close();
    }

    @Override
    public void close() {
        client.close();
        if (here != null) {
            here.close();
        }
        if (elsewhere != null) {
            elsewhere.close();
        }
        if (throwAway) {
            FileSystemUtils.deleteRecursively(dataDir.toFile());
        }
    }
}
