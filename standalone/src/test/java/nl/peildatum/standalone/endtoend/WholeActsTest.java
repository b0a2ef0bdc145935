package nl.peildatum.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import nl.peildatum.standalone.RunningStandalone;
import nl.peildatum.standalone.endtoend.Visitor.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What one request records is there as a whole, or not yet. */
class WholeActsTest {

    private static final String PROGRAMME = "/api/v1/programmas/handelingen";
    private static final String DASHBOARD = PROGRAMME + "/dashboard?peildatum=2025-11-30";
    private static final String LIST = PROGRAMME + "/acties?peildatum=2025-11-30&paginagrootte=1";
    static final int PRINTED = 400;
    private static final int PLANNED = PRINTED + 3;

    private final RunningStandalone standalone = RunningStandalone.shared();
    private final Visitor anyone = new Visitor(standalone.address(), null);
    private final Visitor secretariat =
            new Visitor(standalone.address(), standalone.token("secretariaat"));
    private final Visitor auditor = new Visitor(standalone.address(), standalone.token("auditor"));

    /** The publication with so many actions more in its third line that it prints four hundred. */
    static String edition() {
        String text = Visitor.publication();
        StringBuilder blocks = new StringBuilder();
        int more = PRINTED - 44;
        for (int i = 0; i < more; i++) {
            blocks.append(
                    "### %d. Actie van velen\n\nIn uitvoering  (2024–2027)\n\n".formatted(100 + i));
        }
        String longer = before(text, "### 23. ", blocks.toString());
        String counted = after(longer, "## Totaal alle actielijnen", "<b>44</b>", "<b>400</b>");
        counted =
                after(
                        counted,
                        "## Totaal alle actielijnen",
                        "</span> In uitvoering\t20",
                        "</span> In uitvoering\t" + (20 + more));
        counted = after(counted, "### Actielijn 3 ", "<b>7</b>", "<b>" + (7 + more) + "</b>");
        return after(
                counted,
                "### Actielijn 3 ",
                "</span> In uitvoering\t3",
                "</span> In uitvoering\t" + (3 + more));
    }

    private static String before(String text, String heading, String inserted) {
        int at = text.indexOf(heading);
        assertThat(at).as(heading).isPositive();
        return text.substring(0, at) + inserted + text.substring(at);
    }

    private static String after(String text, String heading, String old, String fresh) {
        int at = text.indexOf(old, text.indexOf(heading));
        assertThat(at).as(old).isPositive();
        return text.substring(0, at) + fresh + text.substring(at + old.length());
    }

    @Test
    void a_reader_sees_none_or_all_of_an_overview_that_is_taken_over() throws Exception {
        secretariat.post(
                "/api/v1/programmas",
                Map.of(
                        "programma",
                        "handelingen",
                        "naam",
                        "Handelingen",
                        "startjaar",
                        2024,
                        "eindjaar",
                        2027,
                        "uitgevers",
                        List.of("Ministerie")));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Set<Integer>> counted =
                    threads.submit(() -> seen(DASHBOARD, "/totaal/acties", PRINTED));
            Future<Set<Integer>> listed = threads.submit(() -> seen(LIST, "/totaal", PLANNED));
            Answer taken =
                    secretariat.postMarkdown(
                            PROGRAMME + "/importen?peildatum=2025-11-30", edition());

            assertThat(taken.status()).as(taken.body().toString()).isEqualTo(201);
            assertThat(counted.get()).containsExactly(0, PRINTED);
            assertThat(listed.get()).containsExactly(0, PLANNED);
        }
        JsonNode check = auditor.get(PROGRAMME + "/journaal/controle").body();
        assertThat(check.get("inOrde").asBoolean()).as(check.toString()).isTrue();
        assertThat(check.at("/handelingen/aantal").asInt()).isEqualTo(2);
        JsonNode inside = anyone.get(DASHBOARD + "&bekendTot=300").body();
        assertThat(inside.at("/handeling/van").asInt()).isEqualTo(2);
        assertThat(inside.at("/totaal/acties").asInt()).isBetween(1, PRINTED - 1);
    }

    /** What a reader who asks two hundred times a second is told, until it is all that comes. */
    private Set<Integer> seen(String path, String member, int all) throws InterruptedException {
        Set<Integer> seen = new TreeSet<>();
        Instant deadline = Instant.now().plusSeconds(120);
        while (!seen.contains(all) && Instant.now().isBefore(deadline)) {
            seen.add(anyone.get(path).body().at(member).asInt());
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return seen;
    }
}
