package nl.peildatum.standalone.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import nl.peildatum.api.secrets.PrivateFile;
import nl.peildatum.standalone.credentials.Credentials;
import nl.peildatum.standalone.telling.CannotStart;
import nl.peildatum.standalone.telling.Say;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of its own on a kept data directory: durable, on loopback only, behind generated
 * passwords. What an earlier run left behind is cleared up first, and while it is open it is
 * started again on the same port whenever it goes down.
 */
public final class EmbeddedServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final String NO_SPACE = "No space left";
    private static final String SUPERUSER = "postgres";
    private static final String OWNER = "peildatum";

    /** The logins that the applications work as, none of which owns anything. */
    public enum Login {
        /** Appends to the journal and reads it. */
        COMMAND("peildatum_command", "peildatum_append"),
        /** Reads the journal, and fills the tables of the projections. */
        QUERY("peildatum_query", "peildatum_read");

        private final String user;
        private final String group;

        Login(String user, String group) {
            this.user = user;
            this.group = group;
        }

        /** Its name in the database. */
        public String user() {
            return user;
        }
    }

    private static final String DATABASE = "peildatum";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /**
     * What PostgreSQL says while something of an earlier run, or another program, is in its way.
     */
    private static final List<String> PASSING =
            List.of("shared memory block", "lock file", "could not bind", "could not create");

    private static final long LOG_LIMIT = 10_000_000;

    private final Path cluster;
    private final Path log;
    private final Binaries binaries;
    private final Credentials credentials;
    private final Consumer<String> tell;
    private final Runnable back;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final AtomicBoolean closed = new AtomicBoolean();
    private int port;

    private EmbeddedServer(
            Path home,
            Binaries binaries,
            Credentials credentials,
            Consumer<String> tell,
            Runnable back) {
        this.cluster = home.resolve("postgres");
        this.log = home.resolve("postgres.log");
        this.binaries = binaries;
        this.credentials = credentials;
        this.tell = tell;
        this.back = back;
    }

    /**
     * Starts it on a free port, making the data directory where there is none.
     *
     * @param home the directory that holds {@code postgres}, {@code postgres-bin}, {@code
     *     postgres.log} and {@code postgres.properties}; the caller sees to it that nobody else
     *     uses it
     * @param tell hears what takes a while, in Dutch
     * @param back runs each time it was gone and answers again; no connection of before works
     */
    public static EmbeddedServer start(Path home, Consumer<String> tell, Runnable back)
            throws IOException {
        Path absolute = home.toRealPath();
        boolean exists = Files.exists(absolute.resolve("postgres"));
        Path secrets = absolute.resolve("postgres.properties");
        if (exists && !Files.exists(secrets)) {
            throw new CannotStart(Say.POSTGRES_NO_PASSWORD, absolute.resolve("postgres"), secrets);
        }
        Credentials credentials =
                Credentials.keptIn(
                        secrets,
                        List.of("De database van Peildatum. Alleen Peildatum zelf gebruikt deze."),
                        List.of(
                                SUPERUSER + ".password",
                                OWNER + ".password",
                                Login.COMMAND.user + ".password",
                                Login.QUERY.user + ".password"));
        EmbeddedServer server =
                new EmbeddedServer(
                        absolute,
                        Binaries.unpackedIn(absolute.resolve("postgres-bin"), tell),
                        credentials,
                        tell,
                        back);
        server.rotateLog();
        if (!exists) {
            server.makeCluster();
        }
        server.checkVersion();
        server.run(true);
        try {
            server.makeDatabase();
        } catch (SQLException failure) {
            server.stop();
            throw CannotStart.because(
                    failure,
                    "28P01".equals(failure.getSQLState())
                            ? Say.POSTGRES_WRONG_PASSWORD
                            : Say.POSTGRES_DOES_NOT_START,
                    "28P01".equals(failure.getSQLState()) ? secrets : server.log);
        }
        Thread.ofPlatform().daemon().name("postgres-watch").start(server::watch);
        return server;
    }

    /** The address of the database, the same for as long as this server is open. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
    }

    /** The port on loopback, the same for as long as this server is open. */
    public int port() {
        return port;
    }

    /** The role that owns the database and its schemas; no superuser. */
    public String owner() {
        return OWNER;
    }

    /** The owner's password. */
    public String ownerPassword() {
        return credentials.secret(OWNER + ".password");
    }

    /** The password of a login. */
    public String password(Login login) {
        return credentials.secret(login.user + ".password");
    }

    /** The process that runs now, if any. */
    public Optional<ProcessHandle> process() throws IOException {
        return Postmaster.namedIn(cluster)
                .filter(Postmaster::runs)
                .flatMap(postmaster -> ProcessHandle.of(postmaster.pid()));
    }

    /** Stops it in an orderly way: everything acknowledged is on disk. */
    @Override
    public void close() throws IOException {
        closed.set(true);
        oneAtATime.lock();
        try {
            stop();
        } finally {
            oneAtATime.unlock();
        }
    }

    private void makeCluster() throws IOException {
        tell.accept(Say.POSTGRES_MAKING.text());
        // made beside it and moved when it is whole: a crash halfway leaves nothing that looks real
        Path draft = cluster.resolveSibling("postgres.nieuw-" + ProcessHandle.current().pid());
        removeDrafts();
        Path password = cluster.resolveSibling("postgres.wachtwoord");
        PrivateFile.write(
                password,
                credentials.secret(SUPERUSER + ".password").getBytes(StandardCharsets.US_ASCII));
        long logStart = Files.exists(log) ? Files.size(log) : 0;
        try {
            int exit =
                    await(
                            call(
                                    "initdb",
                                    "--pgdata=" + draft,
                                    "--username=" + SUPERUSER,
                                    "--pwfile=" + password,
                                    "--auth=scram-sha-256",
                                    "--encoding=UTF8",
                                    "--locale-provider=builtin",
                                    "--builtin-locale=C.UTF-8",
                                    "--locale=C",
                                    "--no-instructions"));
            if (exit != 0) {
                throw doesNotStart(logSince(logStart));
            }
        } finally {
            Files.deleteIfExists(password);
        }
        Files.move(draft, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Of earlier runs; one that is still being written to by an initdb of then goes next time. */
    private void removeDrafts() throws IOException {
        try (DirectoryStream<Path> drafts =
                Files.newDirectoryStream(cluster.resolveSibling("."), "postgres.nieuw-*")) {
            for (Path draft : drafts) {
                try {
                    Binaries.delete(draft);
                } catch (DirectoryNotEmptyException | NoSuchFileException stillInUse) {
                    LOG.debug("{}", draft, stillInUse);
                }
            }
        }
    }

    private void checkVersion() throws IOException {
        String version = Files.readString(cluster.resolve("PG_VERSION")).strip();
        if (!version.equals("18")) {
            throw new CannotStart(Say.POSTGRES_OTHER_VERSION, cluster, version);
        }
    }

    /**
     * Stops a PostgreSQL that outlived the JVM that started it: it has that run's port and
     * settings.
     */
    private void stopOrphan() throws IOException {
        if (process().isPresent()) {
            tell.accept(Say.POSTGRES_ORPHAN.text());
            stop();
        }
    }

    private void stop() throws IOException {
        Optional<Postmaster> found = Postmaster.namedIn(cluster).filter(Postmaster::runs);
        if (found.isEmpty()) {
            return;
        }
        Postmaster running = found.get();
        // fast: sessions are ended, everything is written; immediate: as if the power failed, which
        // the next start recovers from
        for (String mode : List.of("fast", "immediate")) {
            await(
                    call(
                            "pg_ctl",
                            "stop",
                            "--pgdata=" + cluster,
                            "--mode=" + mode,
                            "--wait",
                            "--timeout=" + (mode.equals("fast") ? 60 : 10)));
            if (isGone(running)) {
                return;
            }
        }
        ProcessHandle.of(running.pid()).ifPresent(ProcessHandle::destroyForcibly);
        if (!isGone(running)) {
            throw new CannotStart(Say.POSTGRES_DOES_NOT_STOP, running.pid());
        }
    }

    /** It removes its file a moment before it ends. */
    private static boolean isGone(Postmaster postmaster) {
        for (int i = 0; i < 50 && postmaster.runs(); i++) {
            pause(Duration.ofMillis(100));
        }
        return !postmaster.runs();
    }

    /**
     * Starts the server and waits until it answers, recovery included. Right after a crash its
     * processes may still be ending, so a refusal is tried again for a while.
     */
    private void run(boolean portMayChange) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            stopOrphan();
            Optional<Postmaster> leftover = Postmaster.namedIn(cluster);
            if (leftover.isPresent() && leftover.get().isAnotherProgram()) {
                // PostgreSQL takes any process of that number for another server. Should processes
                // of the old server still be alive, then its shared memory tells it.
                Files.deleteIfExists(cluster.resolve(Postmaster.FILE));
            }
            if (portMayChange) {
                port = freePort();
            }
            long logStart = Files.exists(log) ? Files.size(log) : 0;
            if (await(call("pg_ctl", startArguments())) == 0) {
                return;
            }
            String said = logSince(logStart);
            if (closed.get()
                    || System.nanoTime() > deadline
                    || PASSING.stream().noneMatch(said::contains)
                    || said.contains(NO_SPACE)) {
                throw doesNotStart(said);
            }
            pause(Duration.ofMillis(500));
        }
    }

    private String[] startArguments() {
        List<String> settings = new ArrayList<>();
        for (String setting :
                List.of(
                        "port=" + port,
                        "listen_addresses=127.0.0.1",
                        "unix_socket_directories=",
                        "fsync=on",
                        "synchronous_commit=on",
                        "full_page_writes=on",
                        "password_encryption=scram-sha-256",
                        "max_connections=100",
                        // an error's detail shows the row, and a row can hold free text; so can a
                        // statement's parameters
                        "log_error_verbosity=terse",
                        "log_parameter_max_length=0",
                        "log_parameter_max_length_on_error=0",
                        "timezone=UTC",
                        "log_timezone=UTC")) {
            settings.add("-c");
            settings.add(setting);
        }
        return new String[] {
            "start",
            "--pgdata=" + cluster,
            "--log=" + log,
            // on the command line they overrule postgresql.conf and ALTER SYSTEM
            "--options=" + String.join(" ", settings),
            "--wait",
            // it gives up by itself when the server does; recovery may take as long as it takes
            "--timeout=86400"
        };
    }

    private void makeDatabase() throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            role(connection, OWNER, "LOGIN PASSWORD '" + ownerPassword() + "'");
            for (Login login : Login.values()) {
                role(connection, login.group, "NOLOGIN");
                role(connection, login.user, "LOGIN PASSWORD '" + password(login) + "'");
                statement.execute("GRANT " + login.group + " TO " + login.user);
            }
            // it made the groups itself before they were made here
            statement.execute("ALTER ROLE " + OWNER + " NOCREATEROLE");
            if (!has(connection, "SELECT FROM pg_database WHERE datname = ?", DATABASE)) {
                statement.execute("CREATE DATABASE " + DATABASE + " OWNER " + OWNER);
            }
        }
    }

    private static void role(Connection connection, String name, String attributes)
            throws SQLException {
        if (!has(connection, "SELECT FROM pg_roles WHERE rolname = ?", name)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE ROLE " + name + " " + attributes);
            }
        }
    }

    private Connection superuser() throws SQLException {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setServerNames(new String[] {"127.0.0.1"});
        dataSource.setPortNumbers(new int[] {port});
        dataSource.setDatabaseName("postgres");
        dataSource.setUser(SUPERUSER);
        dataSource.setPassword(credentials.secret(SUPERUSER + ".password"));
        return dataSource.getConnection();
    }

    private static boolean has(Connection connection, String question, String name)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, name);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    /** Starts the server again on the same port whenever it is gone, so that pools reconnect. */
    private void watch() {
        int attempt = 0;
        while (!closed.get()) {
            pause(Duration.ofMillis(250));
            oneAtATime.lock();
            try {
                if (closed.get() || process().isPresent()) {
                    continue;
                }
                attempt++;
                if (attempt == 1) {
                    tell.accept(Say.POSTGRES_GONE.text(port));
                }
                run(false);
                attempt = 0;
                back.run();
                tell.accept(Say.POSTGRES_BACK.text(port));
            } catch (IOException | CannotStart failure) {
                if (attempt == 1) {
                    tell.accept(Say.POSTGRES_STILL_AWAY.text(log));
                }
            } finally {
                oneAtATime.unlock();
            }
            if (attempt > 0) {
                pause(Duration.ofSeconds(Math.min(30, attempt)));
            }
        }
    }

    private Process call(String program, String... arguments) throws IOException {
        ProcessBuilder.Redirect toLog = ProcessBuilder.Redirect.appendTo(log.toFile());
        ProcessBuilder builder =
                new ProcessBuilder(binaries.call(program, List.of(arguments)))
                        .redirectErrorStream(true)
                        .redirectOutput(toLog);
        // what it says is looked for in its log, so it had better be said in one language
        builder.environment().put("LC_ALL", "C");
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        return builder.start();
    }

    private int await(Process process) throws IOException {
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                tell.accept(Say.POSTGRES_RECOVERING.text());
            }
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    private CannotStart doesNotStart(String said) {
        return said.contains(NO_SPACE)
                ? new CannotStart(Say.NO_SPACE_LEFT, cluster)
                : new CannotStart(Say.POSTGRES_DOES_NOT_START, log);
    }

    private String logSince(long start) throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        byte[] all = Files.readAllBytes(log);
        int from = (int) Math.min(start, all.length);
        return new String(all, from, all.length - from, StandardCharsets.UTF_8);
    }

    private void rotateLog() throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
            Files.move(
                    log,
                    log.resolveSibling("postgres.1.log"),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        }
        // PostgreSQL itself would make it as open as the machine makes files
        PrivateFile.begin(log);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
