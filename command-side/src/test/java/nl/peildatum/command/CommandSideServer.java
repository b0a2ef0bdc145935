package nl.peildatum.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import nl.peildatum.contract.HoldingClient;
import nl.peildatum.eventstore.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The command-side on a real Tomcat, a real PostgreSQL and a real issuer. */
public final class CommandSideServer implements AutoCloseable {

    /** The subject whose token is sent when a test says nothing about it. */
    public static final String SECRETARIAT = "subject-secretariaat";

    private static final Issuer ISSUER = new Issuer();
    private static final HttpClient CLIENT = HoldingClient.create();
    private static final AtomicInteger PROGRAMMES = new AtomicInteger();

    private final TestDatabase database;
    private final String address;
    private final Runnable closing;

    private CommandSideServer(TestDatabase database, String address, Runnable closing) {
        this.database = database;
        this.address = address;
        this.closing = closing;
    }

    /** One for all tests that need no more than a programme of their own; ends with the JVM. */
    private static final class Shared {
        static final CommandSideServer SERVER = start(TestDatabase.create());
    }

    public static CommandSideServer shared() {
        return Shared.SERVER;
    }

    /** One more on a database. */
    public static CommandSideServer start(TestDatabase database, String... settings) {
        return start(CommandSide.application(), database, settings);
    }

    /** One that takes the day from this clock. */
    public static CommandSideServer start(TestDatabase database, Clock clock) {
        return start(
                CommandSide.application()
                        .initializers(
                                context ->
                                        ((GenericApplicationContext) context)
                                                .registerBean(Clock.class, () -> clock)),
                database);
    }

    private static CommandSideServer start(
            SpringApplicationBuilder application, TestDatabase database, String... settings) {
        List<String> arguments = settings(database, settings);
        ServletWebServerApplicationContext context =
                (ServletWebServerApplicationContext)
                        application.run(arguments.toArray(String[]::new));
        int port = Objects.requireNonNull(context.getWebServer()).getPort();
        return new CommandSideServer(database, "http://127.0.0.1:" + port, context::close);
    }

    /** One that runs elsewhere, as a process of its own. */
    public static CommandSideServer at(TestDatabase database, int port) {
        return new CommandSideServer(database, "http://127.0.0.1:" + port, () -> {});
    }

    /** The arguments an application is started with. */
    public static List<String> settings(TestDatabase database, String... more) {
        List<String> arguments = new ArrayList<>(ISSUER.trusted());
        arguments.add("--server.address=127.0.0.1");
        arguments.add("--server.port=0");
        arguments.add("--spring.datasource.url=" + database.jdbcUrl());
        // A later one of the same name would be a second value and not another.
        List<String> names = List.of(more).stream().map(CommandSideServer::name).toList();
        arguments.removeIf(argument -> names.contains(name(argument)));
        arguments.addAll(List.of(more));
        return arguments;
    }

    private static String name(String argument) {
        return argument.substring(0, argument.indexOf('='));
    }

    public static String token(String subject, String... roles) {
        return ISSUER.token(subject, roles);
    }

    public TestDatabase database() {
        return database;
    }

    public JdbcClient jdbc() {
        DataSource owner = database.dataSource();
        return JdbcClient.create(owner);
    }

    /** The path of a new programme of 2024–2027. */
    public String programme() {
        // as many digits each, so that a later one comes after an earlier one
        String code = "programma-%04d".formatted(PROGRAMMES.incrementAndGet());
        post(
                        "/api/v1/programmas",
                        """
                        {"programma": "%s", "naam": "Samen", "startjaar": 2024, "eindjaar": 2027,
                         "uitgevers": ["Een ministerie"], "ingangsdatum": "2024-01-01"}"""
                                .formatted(code))
                .isDone(201);
        return "/api/v1/programmas/" + code;
    }

    /** The path of a new action, planned from 2025-01-01. */
    public String action(String programme, String code) {
        post(
                        programme + "/acties",
                        """
                        {"actie": "%s", "titel": "Een actie", "uitvoeringsjaren": [2025],
                         "opgenomen": true, "ingangsdatum": "2025-01-01"}"""
                                .formatted(code))
                .isDone(201);
        return programme + "/acties/" + code;
    }

    /** The stored names of all entries of a programme, in journal order. */
    public List<String> recorded(String programme) {
        return jdbc().sql(
                        "SELECT name FROM events.event WHERE programme = ? ORDER BY journal_number")
                .param(programme.substring(programme.lastIndexOf('/') + 1))
                .query(String.class)
                .list();
    }

    public Answer post(String path, String json, String... headers) {
        return send("POST", path, json, headers);
    }

    public Answer put(String path, String json, String... headers) {
        return send("PUT", path, json, headers);
    }

    /** Sends JSON as the secretariat, unless the headers say otherwise. */
    public Answer send(String method, String path, @Nullable String json, String... headers) {
        return send(
                method, path, json == null ? null : json.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** Sends bytes; a header with an empty value is left out. */
    public Answer send(String method, String path, byte @Nullable [] body, String... headers) {
        BodyPublisher content =
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).method(method, content);
        List<String> given = List.of(headers);
        if (!given.contains("Authorization")) {
            request.header("Authorization", "Bearer " + token(SECRETARIAT, "secretariaat"));
        }
        if (body != null && !given.contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            if (!headers[i + 1].isEmpty()) {
                request.header(headers[i], headers[i + 1]);
            }
        }
        try {
            HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** The headers of somebody else. */
    public static String[] as(String subject, String... roles) {
        return new String[] {"Authorization", "Bearer " + token(subject, roles)};
    }

    /** A key that was never used. */
    public static String key() {
        return UUID.randomUUID().toString();
    }

    @Override
    public void close() {
        closing.run();
    }
}
