package nl.peildatum.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.peildatum.standalone.RunningStandalone;
import nl.peildatum.standalone.endtoend.Visitor.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A connection to PostgreSQL that dies in the middle of what is asked. */
class LostConnectionsTest {

    private static final String PROGRAMME = "/api/v1/programmas/samen-tegen-mensenhandel";
    private static final List<String> READS =
            List.of(
                    PROGRAMME + "/dashboard?peildatum=2025-11-30",
                    PROGRAMME + "/acties?peildatum=2025-11-30",
                    PROGRAMME + "/acties/22/historie",
                    PROGRAMME + "/monitoringsoverzicht?peildatum=2025-11-30",
                    PROGRAMME + "/verschillen?van=2025-11-30",
                    PROGRAMME + "/journaal/controle",
                    "/api/v1/auditlog");
    private static final String TERMINATE =
            """
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE usename IN ('peildatum_query', 'peildatum_command') AND state <> 'idle'
                AND query NOT LIKE 'LISTEN%'""";

    @Test
    @Timeout(120)
    void whoever_asks_is_told_to_ask_again_and_never_that_the_system_is_broken() throws Exception {
        try (RunningStandalone standalone = RunningStandalone.start();
                Connection superuser = superuser(standalone);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Visitor auditor = new Visitor(standalone.address(), standalone.token("auditor"));
            Visitor secretariat =
                    new Visitor(standalone.address(), standalone.token("secretariaat"));
            AtomicBoolean enough = new AtomicBoolean();
            List<Future<List<Answer>>> asking = new ArrayList<>();
            for (String path : READS) {
                asking.add(threads.submit(() -> askedUntil(enough, () -> auditor.get(path))));
            }
            asking.add(
                    threads.submit(
                            () ->
                                    askedUntil(
                                            enough,
                                            () ->
                                                    secretariat.post(
                                                            PROGRAMME
                                                                    + "/journaal/5/correcties?proef=true",
                                                            Map.of(
                                                                    "reden",
                                                                    "x",
                                                                    "als",
                                                                    Map.of("titel", "y"))))));
            try (Statement statement = superuser.createStatement()) {
                for (int i = 0; i < 250; i++) {
                    statement.execute(TERMINATE);
                    TimeUnit.MILLISECONDS.sleep(20);
                }
            }
            enough.set(true);
            List<Answer> lost = new ArrayList<>();
            for (Future<List<Answer>> answers : asking) {
                lost.addAll(answers.get().stream().filter(a -> a.status() >= 500).toList());
            }
            assertThat(lost)
                    .isNotEmpty()
                    .allSatisfy(
                            answer -> {
                                assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
                                assertThat(answer.response().headers().firstValue("Retry-After"))
                                        .isPresent();
                            });
        }
    }

    private interface Asking {
        Answer ask();
    }

    private static List<Answer> askedUntil(AtomicBoolean enough, Asking asking) {
        List<Answer> answers = new ArrayList<>();
        while (!enough.get()) {
            answers.add(asking.ask());
        }
        return answers;
    }

    private static Connection superuser(RunningStandalone standalone) throws Exception {
        Properties secrets = new Properties();
        try (var file =
                Files.newBufferedReader(standalone.dataDir().resolve("postgres.properties"))) {
            secrets.load(file);
        }
        Path pid = standalone.dataDir().resolve("postgres").resolve("postmaster.pid");
        // its fourth line
        String port = Files.readAllLines(pid).get(3).strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                "postgres",
                secrets.getProperty("postgres.password"));
    }
}
