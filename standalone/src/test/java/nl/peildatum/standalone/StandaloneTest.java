package nl.peildatum.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import nl.peildatum.standalone.telling.Say;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StandaloneTest {

    private static final String PROGRAMME = "/api/v1/programmas/samen-tegen-mensenhandel";
    private static final String DASHBOARD = PROGRAMME + "/dashboard?peildatum=2025-11-30";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int AT_ONCE = 8;

    private static final String OAUTH2_CLIENT =
            "org.springframework.security.config.annotation.web.configuration.OAuth2ClientConfiguration";

    /** What is there because others' libraries are, and does nothing for who does not use it. */
    private static final Set<String> OF_THE_CLASS_PATH =
            Set.of(
                    "org.springframework.context.annotation.internalPersistenceAnnotationProcessor",
                    "org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration$ResourceChainCustomizerConfiguration",
                    "resourceHandlerRegistrationCustomizer",
                    "authorizedClientManagerRegistrar",
                    OAUTH2_CLIENT,
                    OAUTH2_CLIENT + "$OAuth2AuthorizedClientManagerConfiguration",
                    OAUTH2_CLIENT + "$OAuth2ClientWebMvcSecurityConfiguration");

    @TempDir Path dataDir;

    @Test
    void it_starts_imports_once_and_keeps_everything_whatever_is_killed() throws Exception {
        try (RunningStandalone first = RunningStandalone.asProcess(dataDir)) {
            assertThat(first.told()).contains(Say.IMPORTED.text());
            assertThat(first.jvm().errors()).isEmpty();
            assertThat(actions(first)).isEqualTo(44);
            List<String> answers = new ArrayList<>();
            for (String line : first.told()) {
                if (line.contains("curl -s")) {
                    answers.add(run(line));
                }
            }
            assertThat(answers)
                    .hasSize(2)
                    .allSatisfy(
                            answer ->
                                    assertThat(answer)
                                            .startsWith("{")
                                            .doesNotContain("\"status\":4"));
            assertThat(explainAtOnce(first, "voor de storing")).containsOnly(201);

            ProcessHandle postgres = first.postgres();
            postgres.destroyForcibly();
            first.jvm().await(line -> line.startsWith("PostgreSQL draait weer op poort"), PATIENCE);
            assertThat(first.postgres().pid()).isNotEqualTo(postgres.pid());
            assertThat(eventually(first)).isEqualTo(44);
            assertThat(explainAtOnce(first, "na de storing")).containsOnly(201);
            long recorded = number(answers.getLast()) + 2 * AT_ONCE;

            ProcessHandle orphan = first.postgres();
            first.kill();
            assertThat(orphan.isAlive()).isTrue();

            try (RunningStandalone second = RunningStandalone.asProcess(dataDir)) {
                assertThat(second.told())
                        .contains(Say.POSTGRES_ORPHAN.text())
                        .doesNotContain(Say.IMPORTING.text());
                assertThat(eventually(second)).isEqualTo(44);
                assertThat(head(second, recorded)).isEqualTo(recorded);
                second.stop();

                assertThat(dataDir.resolve("postgres/postmaster.pid")).doesNotExist();
                assertThat(second.told()).endsWith(Say.STOPPED.text());
                assertThat(second.jvm().errors()).isEmpty();
            }
        }
    }

    @Test
    void what_is_open_is_open_and_what_is_closed_is_closed() throws Exception {
        RunningStandalone standalone = RunningStandalone.shared();
        assertThat(standalone.get(DASHBOARD).statusCode()).isEqualTo(200);
        assertThat(standalone.get(PROGRAMME + "/journaal").statusCode()).isEqualTo(401);
        assertThat(standalone.get(PROGRAMME + "/journaal", "auditor").statusCode()).isEqualTo(200);
        assertThat(standalone.get(PROGRAMME + "/journaal", "lezer").statusCode()).isEqualTo(403);
        for (String role : new String[] {"lezer", "auditor", "beheerder"}) {
            assertThat(
                            standalone
                                    .post(PROGRAMME + "/acties/22/toelichtingen", role, "{}")
                                    .statusCode())
                    .as(role)
                    .isEqualTo(403);
        }
        for (String side : new String[] {"command-side", "query-side"}) {
            List<String> apart =
                    Files.readAllLines(Path.of("..", side, "src/test/resources/beans.txt"));
            assertThat(withoutClassPath(standalone.beans(side)))
                    .as("what %s consists of, as where it runs apart", side)
                    .containsExactlyElementsOf(withoutClassPath(apart));
        }
        assertOwnsNothing(standalone.database("command-side"), "peildatum_command");
        assertOwnsNothing(standalone.database("query-side"), "peildatum_query");
        // others may have programmes of their own here, so that the front page is a list
        HttpResponse<String> page =
                standalone.get("/programmas/samen-tegen-mensenhandel?peildatum=2025-11-30");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(">44<").contains("gaan pas van start in 2026");
    }

    private static void assertOwnsNothing(DataSource login, String user) {
        JdbcClient jdbc = JdbcClient.create(login);
        assertThat(jdbc.sql("SELECT current_user").query(String.class).single()).isEqualTo(user);
        for (String attack :
                List.of(
                        "INSERT INTO events.event SELECT * FROM events.event",
                        "UPDATE events.event SET name = 'anders'",
                        "DELETE FROM events.event",
                        "TRUNCATE events.event",
                        "ALTER TABLE events.event DISABLE TRIGGER ALL",
                        "SET session_replication_role = replica",
                        "DELETE FROM events.checkpoint",
                        "DELETE FROM events.audit",
                        "ALTER TABLE read_v2.journal_entry DROP COLUMN hash",
                        "CREATE TABLE read_v2.mine (x int)",
                        "CREATE SCHEMA mine",
                        "CREATE ROLE mine",
                        "SET ROLE peildatum",
                        "SELECT pg_read_file('postgresql.conf')")) {
            assertThatThrownBy(() -> jdbc.sql(attack).query().listOfRows())
                    .as("%s: %s", user, attack)
                    .rootCause()
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
        }
    }

    private static List<String> withoutClassPath(List<String> beans) {
        return beans.stream().filter(bean -> !OF_THE_CLASS_PATH.contains(bean)).toList();
    }

    private static int actions(RunningStandalone standalone) throws Exception {
        HttpResponse<String> answer = standalone.get(DASHBOARD);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).path("totaal").path("acties").asInt();
    }

    /** As many connections of the command-side in use at one moment. */
    private static List<Integer> explainAtOnce(RunningStandalone standalone, String what) {
        List<CompletableFuture<Integer>> answers =
                IntStream.range(0, AT_ONCE)
                        .mapToObj(
                                number ->
                                        CompletableFuture.supplyAsync(
                                                () -> explain(standalone, what + " " + number),
                                                Thread::startVirtualThread))
                        .toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }

    private static int explain(RunningStandalone standalone, String text) {
        return standalone
                .post(
                        PROGRAMME + "/acties/22/toelichtingen",
                        "secretariaat",
                        "{\"toelichting\":\"" + text + "\"}")
                .statusCode();
    }

    /** Right after a start or a crash the answer may be that it is too early to ask. */
    private static int eventually(RunningStandalone standalone) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (standalone.get(DASHBOARD).statusCode() != 200 && System.nanoTime() < deadline) {
            Thread.sleep(200);
        }
        return actions(standalone);
    }

    /** The last number of the journal, asked once an entry is processed. */
    private static long head(RunningStandalone standalone, long processed) throws Exception {
        HttpResponse<String> answer =
                standalone.get(
                        PROGRAMME + "/journaal?aantal=1&minstensJournaal=" + processed, "auditor");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).path("hoofd").asLong();
    }

    private static long number(String recorded) {
        return JsonMapper.shared().readTree(recorded).path("journaalnummer").asLong();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String run(String line) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("bash", "-c", line).redirectErrorStream(true).start();
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return output;
    }
}
