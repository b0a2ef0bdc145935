package nl.peildatum.command.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nl.peildatum.command.Answer;
import nl.peildatum.command.CommandSideServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What nobody sees in an edition is kept or told, and makes no known text another. */
class UnseenMarksTest {

    private static final CommandSideServer SERVER = CommandSideServer.shared();
    private static final Overview NOVEMBER = Overview.november();
    private static final String TITLE = "### 12. ";

    private static Answer take(String programme, Overview edition, String query) {
        return SERVER.send(
                "POST",
                programme + "/importen?peildatum=2026-03-31" + query,
                edition.bytes(),
                "Content-Type",
                "text/markdown");
    }

    /** A programme that holds November, with this as the title of action 12. */
    private static String holding(String title) {
        String programme = SERVER.programme();
        take(programme, NOVEMBER, "").isDone(201);
        SERVER.post(
                        programme + "/acties/12/wijzigingen",
                        "{\"titel\": \"%s\", \"ingangsdatum\": \"2026-03-31\"}".formatted(title))
                .isDone(201);
        return programme;
    }

    private static Overview printing(String title) {
        int from = NOVEMBER.text().indexOf(TITLE) + TITLE.length();
        int to = NOVEMBER.text().indexOf('\n', from);
        return new Overview(
                NOVEMBER.text().substring(0, from) + title + NOVEMBER.text().substring(to));
    }

    private static List<String> titles(JsonNode proposal) {
        List<String> titles = new ArrayList<>();
        for (JsonNode row : proposal.get("regels")) {
            if (row.get("soort").asString().equals("TITEL")) {
                titles.add(row.get("voorgesteld").asString());
            }
        }
        return titles;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u200F\u05E9\u05DC\u05D5\u05DD",
                "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645",
                "a \u2067\u05E9\u05DC\u05D5\u05DD\u2069 b"
            })
    void a_title_is_proposed_and_read_again_with_its_marks(String title) {
        String programme = holding(title);

        assertThat(titles(take(programme, printing(title), "&proef=true").isDone(200).json()))
                .isEmpty();
        assertThat(titles(take(programme, printing(title + "!"), "&proef=true").isDone(200).json()))
                .containsExactly(title + "!");
    }

    @Test
    void what_a_converter_leaves_makes_no_other_text_and_is_told_once() {
        String programme = holding("Op\u00ADvang\u200B");

        for (String printed :
                List.of("Opvang", "Op\u00ADvang", "\uFEFFOpv\u200Bang", "Op&shy;vang")) {
            JsonNode proposal =
                    take(programme, printing(printed), "&proef=true").isDone(200).json();

            assertThat(titles(proposal)).isEmpty();
            List<String> remarks = new ArrayList<>();
            proposal.get("opmerkingen").forEach(one -> remarks.add(one.get("plaats").asString()));
            assertThat(remarks).hasSize(printed.equals("Opvang") ? 0 : 1);
        }
    }

    @Test
    void an_open_direction_is_refused_with_its_line() {
        String programme = SERVER.programme();

        Answer refused = take(programme, printing("Opvang\u202E"), "").isProblem(422);

        assertThat(refused.json().get("fouten").toString()).contains("schrijfrichting");
    }
}
