package nl.peildatum.standalone.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.peildatum.standalone.OtherJvm;
import nl.peildatum.standalone.telling.CannotStart;
import nl.peildatum.standalone.telling.Say;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Unpacked and made once; every test gets a copy. */
    @TempDir static Path model;

    @TempDir Path home;

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final List<EmbeddedServer> started = new ArrayList<>();

    @BeforeAll
    static void make() throws IOException {
        EmbeddedServer.start(model, line -> {}, () -> {}).close();
    }

    @BeforeEach
    void copy() throws Exception {
        Process copy =
                new ProcessBuilder("cp", "-a", model.toString() + "/.", home.toString()).start();
        assertThat(copy.waitFor()).isZero();
    }

    @AfterEach
    void stop() throws IOException {
        for (EmbeddedServer server : started) {
            server.close();
        }
    }

    @Test
    void what_was_recorded_survives_a_stop_and_a_start() throws Exception {
        EmbeddedServer first = start();
        execute(first, "CREATE TABLE kept (what text)", "INSERT INTO kept VALUES ('acknowledged')");
        first.close();

        assertThat(first.process()).isEmpty();
        assertThat(told).isEmpty();
        assertThat(ask(start(), "SELECT what FROM kept")).isEqualTo("acknowledged");
    }

    @Test
    void it_is_durable_whatever_its_files_say() throws Exception {
        Files.writeString(
                home.resolve("postgres/postgresql.auto.conf"),
                "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n");

        EmbeddedServer server = start();

        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            assertThat(ask(server, "SHOW " + setting)).as(setting).isEqualTo("on");
        }
        assertThat(ask(server, "SHOW data_checksums")).isEqualTo("on");
        assertThat(ask(server, "SHOW server_version")).startsWith("18");
    }

    @Test
    void it_is_for_this_machine_and_behind_a_password() throws Exception {
        EmbeddedServer server = start();

        assertThat(ask(server, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(ask(server, "SHOW password_encryption")).isEqualTo("scram-sha-256");
        assertThatThrownBy(
                        () ->
                                DriverManager.getConnection(
                                        server.jdbcUrl(), server.owner(), "geraden"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
        assertThat(ask(server, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
                .isEqualTo("f");
        assertThat(Files.getPosixFilePermissions(home.resolve("postgres.properties")))
                .extracting(Enum::name)
                .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
    }

    @Test
    void one_that_outlived_its_jvm_is_stopped_and_nothing_is_lost() throws Exception {
        try (OtherJvm jvm = OtherJvm.run(HeldServer.class, Map.of(), home.toString())) {
            ProcessHandle orphan = recorded(jvm);
            jvm.kill();
            assertThat(orphan.isAlive()).isTrue();

            EmbeddedServer server = start();

            assertThat(server.process().orElseThrow().pid()).isNotEqualTo(orphan.pid());
            assertThat(told).contains(Say.POSTGRES_ORPHAN.text());
            assertThat(ask(server, "SELECT what FROM kept")).isEqualTo("acknowledged");
        }
    }

    @Test
    void after_a_kill_of_the_jvm_and_of_postgresql_it_starts_at_once_and_nothing_is_lost()
            throws Exception {
        try (OtherJvm jvm = OtherJvm.run(HeldServer.class, Map.of(), home.toString())) {
            ProcessHandle orphan = recorded(jvm);
            jvm.kill();
            orphan.destroyForcibly();

            assertThat(ask(start(), "SELECT what FROM kept")).isEqualTo("acknowledged");
        }
    }

    @Test
    void killed_alone_it_comes_back_on_the_same_port_and_nothing_is_lost() throws Exception {
        EmbeddedServer server = start();
        execute(
                server,
                "CREATE TABLE kept (what text)",
                "INSERT INTO kept VALUES ('acknowledged')");
        int port = server.port();
        ProcessHandle killed = server.process().orElseThrow();

        killed.destroyForcibly();

        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!told.contains(Say.POSTGRES_BACK.text(port)) && System.nanoTime() < deadline) {
            Thread.sleep(50);
        }
        assertThat(server.process().orElseThrow().pid()).isNotEqualTo(killed.pid());
        assertThat(server.port()).isEqualTo(port);
        assertThat(ask(server, "SELECT what FROM kept")).isEqualTo("acknowledged");
    }

    @Test
    void a_process_number_that_went_to_another_program_does_not_block() throws Exception {
        Files.writeString(
                home.resolve("postgres/postmaster.pid"),
                ProcessHandle.current().pid()
                        + "\n"
                        + home.resolve("postgres")
                        + "\n1700000000\n5432\n\n127.0.0.1\n");

        assertThat(ask(start(), "SELECT 1")).isEqualTo("1");
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void a_process_number_that_nobody_has_does_not_block() throws Exception {
        Files.writeString(
                home.resolve("postgres/postmaster.pid"),
                "999999999\n" + home.resolve("postgres") + "\n1700000000\n5432\n\n127.0.0.1\n");

        assertThat(ask(start(), "SELECT 1")).isEqualTo("1");
    }

    @Test
    void one_that_was_being_made_when_it_was_killed_is_made_anew() throws Exception {
        Files.move(home.resolve("postgres"), home.resolve("postgres.nieuw-1"));

        assertThat(ask(start(), "SELECT 1")).isEqualTo("1");
        assertThat(home.resolve("postgres.nieuw-1")).doesNotExist();
        assertThat(told).contains(Say.POSTGRES_MAKING.text());
    }

    @Test
    void without_its_password_it_says_which_file_is_missing() throws Exception {
        Files.delete(home.resolve("postgres.properties"));

        assertThatThrownBy(this::start)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(home.toRealPath().resolve("postgres.properties").toString());
    }

    @Test
    void the_data_of_another_version_are_left_alone() throws Exception {
        Files.writeString(home.resolve("postgres/PG_VERSION"), "17\n");

        assertThatThrownBy(this::start)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("PostgreSQL 17");
    }

    @Test
    void when_it_does_not_start_the_log_is_named() throws Exception {
        Files.writeString(home.resolve("postgres/postgresql.auto.conf"), "no_such_setting = 1\n");

        assertThatThrownBy(this::start)
                .isInstanceOf(CannotStart.class)
                .hasMessage(
                        Say.POSTGRES_DOES_NOT_START.text(
                                home.toRealPath().resolve("postgres.log")));
    }

    private EmbeddedServer start() throws IOException {
        EmbeddedServer server = EmbeddedServer.start(home, told::add, () -> {});
        started.add(server);
        return server;
    }

    private static ProcessHandle recorded(OtherJvm jvm) throws InterruptedException {
        String line = jvm.await(printed -> printed.startsWith("recorded "), PATIENCE);
        return ProcessHandle.of(Long.parseLong(line.substring("recorded ".length()))).orElseThrow();
    }

    private static void execute(EmbeddedServer server, String... commands) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    private static String ask(EmbeddedServer server, String question) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            assertThat(answer.next()).isTrue();
            return answer.getString(1);
        }
    }

    private static Connection connect(EmbeddedServer server) throws SQLException {
        return DriverManager.getConnection(
                server.jdbcUrl(), server.owner(), server.ownerPassword());
    }
}
