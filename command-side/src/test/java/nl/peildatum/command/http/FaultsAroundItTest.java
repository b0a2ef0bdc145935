package nl.peildatum.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import nl.peildatum.command.Answer;
import nl.peildatum.command.CommandSideServer;
import nl.peildatum.eventstore.TestDatabase;
import nl.peildatum.eventstore.TestPorts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What goes wrong around the command-side: it is killed, it is not alone, its database is away. */
class FaultsAroundItTest {

    private static final CommandSideServer SERVER = CommandSideServer.shared();

    @TempDir private Path folder;

    @Test
    void killed_right_after_the_commit_it_has_recorded_once_and_the_repeat_gets_the_first_answer()
            throws Exception {
        String programme = SERVER.programme();
        String action = SERVER.action(programme, "22");
        String key = CommandSideServer.key();
        int port = TestPorts.free();
        CommandSideServer other = CommandSideServer.at(SERVER.database(), port);
        Optional<Answer> heard;
        try (CommandSideProcess process =
                        CommandSideProcess.start(
                                SERVER.database(), folder, "--server.port=" + port);
                Connection listening = SERVER.database().dataSource().getConnection()) {
            process.awaitHealth(other);
            listen(listening);
            CompletableFuture<Optional<Answer>> answer =
                    CompletableFuture.supplyAsync(() -> start(other, action, key));
            PGNotification[] committed =
                    listening.unwrap(PGConnection.class).getNotifications(60_000);
            process.kill();
            assertThat(committed).hasSize(1);
            heard = answer.join();
            assertThat(process.exit()).isEqualTo(137);
        }
        assertThat(SERVER.recorded(programme)).hasSize(3).last().isEqualTo("action-started");

        try (CommandSideServer restarted = CommandSideServer.start(SERVER.database())) {
            Answer repeated = start(restarted, action, key).orElseThrow().isDone(201);
            assertThat(repeated.number()).isEqualTo(3);
            assertThat(repeated.location()).isEqualTo(programme + "/journaal/3");
            heard.ifPresent(first -> assertThat(first.body()).isEqualTo(repeated.body()));
            assertThat(start(SERVER, action, key).orElseThrow().body()).isEqualTo(repeated.body());
        }
        assertThat(SERVER.recorded(programme)).hasSize(3);
    }

    private static void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN peildatum_events");
        }
    }

    private static Optional<Answer> start(CommandSideServer server, String action, String key) {
        try {
            return Optional.of(
                    server.post(
                            action + "/statuswijzigingen",
                            "{\"soort\": \"START\"}",
                            "Idempotency-Key",
                            key));
        } catch (UncheckedIOException killed) {
            return Optional.empty();
        }
    }

    @Test
    void two_instances_on_one_database_record_nothing_twice_and_fail_nowhere() {
        try (CommandSideServer second = CommandSideServer.start(SERVER.database())) {
            List<CommandSideServer> both = List.of(SERVER, second);
            String programme = SERVER.programme();
            String action = SERVER.action(programme, "22");

            List<Answer> starts =
                    Parallel.answers(
                            16,
                            number ->
                                    both.get(number % 2)
                                            .post(
                                                    action + "/statuswijzigingen",
                                                    "{\"soort\": \"START\"}"));
            assertThat(starts.stream().map(Answer::status))
                    .containsOnlyOnce(201)
                    .containsOnly(201, 409);
            assertThat(SERVER.recorded(programme)).hasSize(3);

            List<Answer> texts =
                    Parallel.answers(
                            16,
                            number ->
                                    both.get(number % 2)
                                            .post(
                                                    action + "/toelichtingen",
                                                    "{\"toelichting\": \"tekst %d\"}"
                                                            .formatted(number)));
            assertThat(texts).allSatisfy(answer -> assertThat(answer.status()).isIn(201, 409));
            long done = texts.stream().filter(answer -> answer.status() == 201).count();
            assertThat(SERVER.recorded(programme)).hasSize(3 + Math.toIntExact(done));
            assertThat(
                            texts.stream()
                                    .filter(answer -> answer.status() == 201)
                                    .map(Answer::number)
                                    .sorted())
                    .containsExactlyElementsOf(LongStream.range(4, 4 + done).boxed().toList());

            String key = CommandSideServer.key();
            List<Answer> repeats =
                    Parallel.answers(
                            10,
                            number ->
                                    both.get(number % 2)
                                            .post(
                                                    programme + "/acties",
                                                    """
                                                    {"actie": "23", "titel": "t", "opgenomen": true}""",
                                                    "Idempotency-Key",
                                                    key));
            assertThat(repeats)
                    .allSatisfy(answer -> answer.isDone(201))
                    .extracting(Answer::body)
                    .containsOnly(repeats.getFirst().body());

            List<Answer> plans =
                    Parallel.answers(
                            10,
                            number ->
                                    both.get(number % 2)
                                            .post(
                                                    programme + "/acties",
                                                    """
                                                    {"actie": "24", "titel": "t", "opgenomen": true}"""));
            assertThat(plans.stream().map(Answer::status))
                    .containsOnlyOnce(201)
                    .containsOnly(201, 409);
            assertThat(SERVER.recorded(programme)).hasSize(3 + Math.toIntExact(done) + 2);
        }
    }

    @Test
    void while_the_database_is_away_the_answer_is_to_try_again() throws InterruptedException {
        try (TestDatabase database = TestDatabase.create();
                CommandSideServer server =
                        CommandSideServer.start(
                                database, "--spring.datasource.hikari.connection-timeout=500")) {
            JdbcClient postgres = SERVER.jdbc();
            String name =
                    JdbcClient.create(database.dataSource())
                            .sql("SELECT current_database()")
                            .query(String.class)
                            .single();
            String programme = server.programme();
            String action = server.action(programme, "22");
            postgres.sql("ALTER DATABASE " + name + " ALLOW_CONNECTIONS false").update();
            postgres.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ?")
                    .param(name)
                    .query()
                    .listOfRows();
            for (int i = 0; i < 3; i++) {
                Answer answer = start(server, action, "sleutel").orElseThrow().isProblem(503);
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            }
            assertThat(server.send("GET", "/actuator/health", (String) null).status())
                    .isEqualTo(503);
            postgres.sql("ALTER DATABASE " + name + " ALLOW_CONNECTIONS true").update();
            Answer back = start(server, action, "sleutel").orElseThrow();
            for (int i = 0; i < 200 && back.status() == 503; i++) {
                Thread.sleep(50);
                back = start(server, action, "sleutel").orElseThrow();
            }
            assertThat(back.isDone(201).number()).isEqualTo(3);
        }
    }

    @Test
    void on_a_database_that_can_lose_what_it_acknowledged_it_does_not_start_and_says_why()
            throws Exception {
        try (CommandSideProcess process =
                CommandSideProcess.start(
                        SERVER.database(),
                        folder,
                        "--spring.datasource.url="
                                + SERVER.database().jdbcUrl()
                                + "&options=-c%20synchronous_commit=off")) {
            assertThat(process.exit()).isEqualTo(1);
            assertThat(process.output())
                    .contains(
                            "De database kan bevestigde gegevens verliezen: synchronous_commit staat"
                                    + " uit.")
                    .contains("Zet dit aan in de instellingen van PostgreSQL en start opnieuw.")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void its_own_login_is_what_must_not_lose_anything_whatever_the_owner_has() throws Exception {
        String login = "login_" + UUID.randomUUID().toString().replace("-", "");
        SERVER.jdbc().sql("CREATE ROLE " + login + " LOGIN IN ROLE peildatum_append").update();
        SERVER.jdbc().sql("ALTER ROLE " + login + " SET synchronous_commit = off").update();
        String url = SERVER.database().jdbcUrl();
        try (CommandSideProcess process =
                CommandSideProcess.start(
                        SERVER.database(),
                        folder,
                        "--spring.datasource.url=" + url.substring(0, url.indexOf('?')),
                        "--spring.datasource.username=" + login,
                        "--spring.datasource.password=niet-gevraagd",
                        "--spring.flyway.user=postgres",
                        "--spring.flyway.password=niet-gevraagd")) {
            assertThat(process.exit()).isEqualTo(1);
            assertThat(process.output()).contains("synchronous_commit staat uit.");
        }
    }
}
