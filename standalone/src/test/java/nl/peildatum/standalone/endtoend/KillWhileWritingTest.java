package nl.peildatum.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.peildatum.standalone.RunningStandalone;
import nl.peildatum.standalone.endtoend.Visitor.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** kill -9 of the JVM and of PostgreSQL in the middle of writing. */
class KillWhileWritingTest {

    private static final String PROGRAMME = "/api/v1/programmas/samen-tegen-mensenhandel";
    private static final String TAKEN_OVER = "/api/v1/programmas/overgenomen";
    private static final int WRITERS = 4;
    private static final int ENOUGH = 60;

    @TempDir Path dataDir;

    @Test
    void what_was_acknowledged_is_there_and_nothing_is_there_twice() throws Exception {
        Map<Long, String> acknowledged = new ConcurrentHashMap<>();
        AtomicBoolean takenOver = new AtomicBoolean();
        try (RunningStandalone first = RunningStandalone.asProcess(dataDir)) {
            Visitor secretariat = new Visitor(first.address(), first.token("secretariaat"));
            adopt(secretariat);
            AtomicBoolean writing = new AtomicBoolean(true);
            try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS + 1)) {
                writers.execute(() -> takenOver.set(takeOver(secretariat)));
                for (int writer = 0; writer < WRITERS; writer++) {
                    String action = String.valueOf(5 + writer);
                    writers.execute(() -> write(secretariat, action, writing, acknowledged));
                }
                while (acknowledged.size() < ENOUGH) {
                    TimeUnit.MILLISECONDS.sleep(20);
                }
                ProcessHandle postgres = first.postgres();
                first.kill();
                postgres.destroyForcibly();
                writing.set(false);
            }
        }

        try (RunningStandalone second = RunningStandalone.asProcess(dataDir)) {
            Visitor auditor = new Visitor(second.address(), second.token("auditor"));
            long head = 0;
            Map<Long, String> journal = new HashMap<>();
            Map<String, Long> hashes = new HashMap<>();
            long last =
                    acknowledged.keySet().stream().mapToLong(Long::longValue).max().orElseThrow();
            JsonNode page;
            do {
                Answer answer =
                        auditor.get(
                                PROGRAMME
                                        + "/journaal?aantal=1000&minstensJournaal="
                                        + last
                                        + "&vanaf="
                                        + (head + 1));
                assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
                page = answer.body();
                for (JsonNode row : page.get("regels")) {
                    head++;
                    assertThat(row.get("journaalnummer").asLong()).isEqualTo(head);
                    journal.put(head, row.get("id").asString());
                    assertThat(hashes.put(row.get("hash").asString(), head)).isNull();
                }
            } while (head < page.get("hoofd").asLong());

            assertThat(journal).containsAllEntriesOf(acknowledged);
            assertThat(journal.values()).doesNotHaveDuplicates();
            checkAct(auditor, takenOver.get());
        }
    }

    private static void adopt(Visitor secretariat) {
        secretariat.post(
                "/api/v1/programmas",
                Map.of(
                        "programma",
                        "overgenomen",
                        "naam",
                        "Overgenomen",
                        "startjaar",
                        2024,
                        "eindjaar",
                        2027,
                        "uitgevers",
                        List.of("Ministerie")));
    }

    /** Whether it was acknowledged. */
    private static boolean takeOver(Visitor secretariat) {
        try {
            return secretariat
                            .postMarkdown(
                                    TAKEN_OVER + "/importen?peildatum=2025-11-30",
                                    WholeActsTest.edition())
                            .status()
                    == 201;
        } catch (RuntimeException killed) {
            return false;
        }
    }

    /** None or all of what was being taken over, and all where that was acknowledged. */
    private static void checkAct(Visitor auditor, boolean acknowledged) {
        JsonNode check = auditor.get(TAKEN_OVER + "/journaal/controle").body();
        assertThat(check.get("inOrde").asBoolean()).as(check.toString()).isTrue();
        int acts = check.at("/handelingen/aantal").asInt();
        assertThat(acts).isBetween(acknowledged ? 2 : 1, 2);
        assertThat(
                        auditor.get(
                                        TAKEN_OVER
                                                + "/dashboard?peildatum=2025-11-30&minstensJournaal="
                                                + check.get("gecontroleerd").asInt())
                                .body()
                                .at("/totaal/acties")
                                .asInt())
                .isEqualTo(acts == 2 ? WholeActsTest.PRINTED : 0);
    }

    private static void write(
            Visitor secretariat,
            String action,
            AtomicBoolean writing,
            Map<Long, String> acknowledged) {
        for (int i = 0; writing.get(); i++) {
            try {
                Answer answer =
                        secretariat.post(
                                PROGRAMME + "/acties/" + action + "/toelichtingen",
                                Map.of("toelichting", "Opgave " + i + " van " + action));
                if (answer.status() == 201) {
                    acknowledged.put(
                            answer.body().get("journaalnummer").asLong(),
                            answer.body().get("id").asString());
                }
            } catch (RuntimeException killed) {
                return;
            }
        }
    }
}
