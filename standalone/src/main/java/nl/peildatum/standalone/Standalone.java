package nl.peildatum.standalone;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import nl.peildatum.api.AccessRefused;
import nl.peildatum.command.CommandSide;
import nl.peildatum.portal.Portal;
import nl.peildatum.query.QuerySide;
import nl.peildatum.standalone.credentials.Credentials;
import nl.peildatum.standalone.firstimport.Example;
import nl.peildatum.standalone.firstimport.FirstImport;
import nl.peildatum.standalone.issuer.Identity;
import nl.peildatum.standalone.issuer.Issuer;
import nl.peildatum.standalone.postgres.EmbeddedServer;
import nl.peildatum.standalone.telling.CannotStart;
import nl.peildatum.standalone.telling.Say;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;

/**
 * Peildatum on one machine, ready to use: the portal is the front door, everything behind it
 * listens on loopback. Closing it loses nothing, and neither does killing it.
 */
public final class Standalone implements AutoCloseable {

    private final Settings settings;
    private final Consumer<String> tell;
    private final Deque<Part> parts = new ArrayDeque<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    /** Something that was started, and how it is stopped. */
    private record Part(String name, AutoCloseable stop) {}

    Standalone(Settings settings, Consumer<String> tell) {
        this.settings = settings;
        this.tell = tell;
    }

    /** Runs until the process is told to stop. */
    public static void main(String[] arguments) {
        System.exit(new Console(Map.copyOf(System.getenv()), System.nanoTime()).run());
    }

    /**
     * Starts everything and imports the first overview where nothing is recorded yet.
     *
     * @param tell hears each step as one Dutch line
     * @throws CannotStart with one line for whoever started it
     */
    public static Standalone start(Settings settings, Consumer<String> tell) {
        Standalone standalone = new Standalone(settings, tell);
        standalone.start();
        return standalone;
    }

    /** Starts everything; what was started is stopped again when something does not. */
    void start() {
        try {
            startAll();
        } catch (IOException | RuntimeException | Error failure) {
            close();
            throw asOneLine(failure, settings);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            close();
            throw asOneLine(interrupted, settings);
        }
    }

    /** The address users type. */
    public URI address() {
        return settings.address();
    }

    /** The applications that run, by name. */
    Map<String, ConfigurableApplicationContext> applications() {
        Map<String, ConfigurableApplicationContext> applications = new LinkedHashMap<>();
        synchronized (parts) {
            for (Part part : parts) {
                if (part.stop() instanceof ConfigurableApplicationContext application) {
                    applications.put(part.name(), application);
                }
            }
        }
        return applications;
    }

    /**
     * Drops the connections to a PostgreSQL that is gone: a pool hands out one that was used within
     * the last half second without a look at it.
     */
    private void reconnect() {
        for (ConfigurableApplicationContext application : applications().values()) {
            if (application.isActive()) {
                application.getBeanProvider(HikariDataSource.class).stream()
                        .map(HikariDataSource::getHikariPoolMXBean)
                        // none where no connection was ever asked for
                        .filter(Objects::nonNull)
                        .forEach(HikariPoolMXBean::softEvictConnections);
            }
        }
    }

    /** Stops everything in the order opposite to that in which it started. */
    @Override
    public void close() {
        synchronized (parts) {
            closed.set(true);
        }
        while (true) {
            @Nullable Part part;
            synchronized (parts) {
                part = parts.pollLast();
            }
            if (part == null) {
                return;
            }
            stop(part);
        }
    }

    private void startAll() throws IOException, InterruptedException {
        Ground ground = Ground.checked(settings);
        keep("ground", ground);
        Path dataDir = ground.dataDir();
        Credentials credentials =
                Credentials.keptIn(
                        credentialsFile(dataDir),
                        List.of(
                                "De geheimen van deze Peildatum. Houd dit bestand voor uzelf.",
                                "*.client-secret: voor programma's (OAuth 2.0 client credentials)",
                                "*.password: voor mensen, om mee in te loggen"),
                        Identity.secrets());
        tell.accept(Say.CHECKED.text(settings.port(), dataDir));

        // the issuer needs no database, so it comes up beside it
        CompletableFuture<ConfigurableApplicationContext> issuing =
                beside("issuer", () -> issuer(dataDir, credentials));
        EmbeddedServer postgres = EmbeddedServer.start(dataDir, tell, this::reconnect);
        keep("postgres", postgres);
        tell.accept(Say.POSTGRES_READY.text(postgres.port()));
        ConfigurableApplicationContext issuer = join(issuing);
        tell.accept(Say.ISSUER_READY.text());

        List<String> shared = new ArrayList<>();
        shared.add("--server.port=0");
        shared.add("--server.address=127.0.0.1");
        shared.add("--spring.jmx.enabled=false");
        shared.add("--spring.datasource.url=" + postgres.jdbcUrl());
        shared.add("--spring.flyway.user=" + postgres.owner());
        shared.add("--spring.flyway.password=" + postgres.ownerPassword());
        shared.add("--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + settings.address());
        // asked directly, so that no side waits for the front door, which waits for the sides
        shared.add(
                "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri="
                        + loopback(issuer)
                        + "/oauth2/jwks");
        shared.add("--spring.security.oauth2.resourceserver.jwt.audiences=" + Identity.AUDIENCE);
        shared.add("--peildatum.roles-claim=" + Identity.ROLES_CLAIM);
        shared.add("--peildatum.openbaar=" + settings.open());

        // the query-side waits by itself for what the command-side makes in the database
        CompletableFuture<ConfigurableApplicationContext> answering =
                beside(
                        "query-side",
                        () ->
                                run(
                                        "query-side",
                                        QuerySide.application(),
                                        with(shared, answering(postgres))));
        ConfigurableApplicationContext commandSide =
                run(
                        "command-side",
                        CommandSide.application(),
                        with(shared, deciding(postgres, dataDir)));
        tell.accept(Say.COMMAND_SIDE_READY.text());
        ConfigurableApplicationContext querySide = join(answering);
        tell.accept(Say.QUERY_SIDE_READY.text());
        run(
                "portal",
                Portal.application(),
                List.of(
                        "--server.port=" + settings.port(),
                        "--server.address=" + settings.bind().getHostAddress(),
                        "--spring.jmx.enabled=false",
                        "--peildatum.command-side=" + loopback(commandSide),
                        "--peildatum.query-side=" + loopback(querySide),
                        "--peildatum.issuer=" + loopback(issuer),
                        "--peildatum.roles-claim=" + Identity.ROLES_CLAIM,
                        "--peildatum.inloggen.issuer=" + settings.address(),
                        "--peildatum.inloggen.intern=" + loopback(issuer),
                        "--peildatum.inloggen.adres=" + settings.address(),
                        "--peildatum.inloggen.client-id=" + Identity.PORTAL,
                        "--peildatum.inloggen.client-secret="
                                + credentials.secret(Identity.clientSecret(Identity.PORTAL))));
        tell.accept(Say.PORTAL_READY.text());
        String secret = credentials.secret(Identity.clientSecret("secretariaat"));
        boolean first = firstImport(secret);
        if (settings.example()) {
            example(secret, first);
        }
    }

    /**
     * Without it everything still works on what is there, so its failure stops nothing.
     *
     * @return whether this was the first start
     */
    private boolean firstImport(String secret) throws InterruptedException {
        FirstImport firstImport =
                new FirstImport(frontDoor(), secret, () -> tell.accept(Say.IMPORTING.text()));
        try {
            if (firstImport.run() == FirstImport.Outcome.IMPORTED) {
                tell.accept(Say.IMPORTED.text());
                return true;
            }
        } catch (IOException failure) {
            LoggerFactory.getLogger(Standalone.class).error("First import", failure);
            tell.accept(Say.IMPORT_FAILED.text());
        }
        return false;
    }

    private void example(String secret, boolean first) throws InterruptedException {
        Example example = new Example(frontDoor(), secret);
        try {
            if (!first && !example.isThere()) {
                tell.accept(Say.EXAMPLE_TOO_LATE.text());
                return;
            }
            tell.accept(Say.EXAMPLE_MAKING.text());
            example.make();
            tell.accept(Say.EXAMPLE_MADE.text(settings.address()));
        } catch (IOException failure) {
            LoggerFactory.getLogger(Standalone.class).error("Example", failure);
            tell.accept(Say.EXAMPLE_FAILED.text());
        }
    }

    private ConfigurableApplicationContext issuer(Path dataDir, Credentials credentials) {
        return run(
                "issuer",
                Issuer.application(
                                new Identity(
                                        settings.address(),
                                        dataDir.resolve("issuer-keys.json"),
                                        credentials))
                        .listeners(new RefusedLogins()),
                List.of("--server.port=0", "--server.address=127.0.0.1"));
    }

    /** The issuer has no database: who is refused there is told through the side that decides. */
    private final class RefusedLogins
            implements ApplicationListener<PayloadApplicationEvent<AccessRefused>> {

        @Override
        public void onApplicationEvent(PayloadApplicationEvent<AccessRefused> refused) {
            @Nullable ConfigurableApplicationContext side = applications().get("command-side");
            if (side != null && side.isActive()) {
                side.publishEvent(refused.getPayload());
            }
        }
    }

    private ConfigurableApplicationContext run(
            String name, SpringApplicationBuilder application, List<String> arguments) {
        // one hook closes them all, in order
        ConfigurableApplicationContext context =
                application
                        .registerShutdownHook(false)
                        .logStartupInfo(false)
                        .run(arguments.toArray(String[]::new));
        keep(name, context);
        return context;
    }

    private void keep(String name, AutoCloseable stop) {
        Part part = new Part(name, stop);
        synchronized (parts) {
            if (!closed.get()) {
                parts.addLast(part);
                return;
            }
        }
        // told to stop while this was starting
        stop(part);
        throw new CancellationException();
    }

    private static void stop(Part part) {
        try {
            part.stop().close();
        } catch (Exception failure) {
            LoggerFactory.getLogger(Standalone.class).warn("{}", part.name(), failure);
        }
    }

    private static List<String> as(EmbeddedServer postgres, EmbeddedServer.Login login) {
        return List.of(
                "--spring.datasource.username=" + login.user(),
                "--spring.datasource.password=" + postgres.password(login));
    }

    private List<String> deciding(EmbeddedServer postgres, Path dataDir) {
        return with(
                as(postgres, EmbeddedServer.Login.COMMAND),
                List.of(
                        "--peildatum.vier-ogen=" + settings.fourEyes(),
                        "--peildatum.controlepunten.map=" + dataDir.resolve("ondertekening")));
    }

    /** The one node on this data directory, so whatever a killed one held is its own. */
    private static List<String> answering(EmbeddedServer postgres) {
        return with(
                as(postgres, EmbeddedServer.Login.QUERY),
                List.of("--peildatum.projecties.knooppunt=standalone"));
    }

    private static List<String> with(List<String> shared, List<String> more) {
        List<String> all = new ArrayList<>(shared);
        all.addAll(more);
        return all;
    }

    private static String loopback(ConfigurableApplicationContext context) {
        WebServer server = ((WebServerApplicationContext) context).getWebServer();
        if (server == null) {
            throw new IllegalStateException(context.getDisplayName());
        }
        return "http://127.0.0.1:" + server.getPort();
    }

    private URI frontDoor() {
        String host =
                settings.bind().isAnyLocalAddress()
                        ? "127.0.0.1"
                        : settings.bind().getHostAddress();
        return URI.create(
                "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + settings.port());
    }

    static Path credentialsFile(Path dataDir) {
        return dataDir.resolve("credentials.properties");
    }

    private static <T> CompletableFuture<T> beside(String name, Supplier<T> start) {
        return CompletableFuture.supplyAsync(
                start, task -> Thread.ofPlatform().daemon().name("start-" + name).start(task));
    }

    private static <T> T join(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }

    /** What whoever started it can do something about, or else where to read more. */
    static CannotStart asOneLine(Throwable failure, Settings settings) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotStart known) {
                return known;
            }
            if (cause instanceof PortInUseException || cause instanceof BindException) {
                return CannotStart.because(failure, Say.PORT_IN_USE, settings.port());
            }
        }
        return NoSpaceLeft.is(failure)
                ? CannotStart.because(failure, Say.NO_SPACE_LEFT, settings.dataDir())
                : CannotStart.because(failure, Say.FAILED, settings.dataDir());
    }
}
