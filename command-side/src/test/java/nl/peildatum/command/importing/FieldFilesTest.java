package nl.peildatum.command.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.peildatum.command.Answer;
import nl.peildatum.command.CommandSideServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files as the secretariat has them, offered to a programme that holds the published overview. */
class FieldFilesTest {

    private static final CommandSideServer SERVER = CommandSideServer.shared();
    private static final Map<String, String> TYPES =
            Map.of(
                    "md", "text/markdown",
                    "csv", "text/csv",
                    "ods", "application/vnd.oasis.opendocument.spreadsheet");
    private static final JsonMapper JSON = new JsonMapper();
    private static String programme = "";

    @BeforeAll
    static void hold() {
        programme = SERVER.programme();
        SERVER.send(
                        "POST",
                        programme + "/importen?peildatum=2025-11-30",
                        Overview.november().bytes(),
                        "Content-Type",
                        "text/markdown")
                .isDone(201);
    }

    private static Answer offered(String file, String query) {
        return offered(programme, file, query);
    }

    private static Answer offered(String programme, String file, String query) {
        return SERVER.send(
                "POST",
                programme + "/importen?proef=true" + query,
                Overview.bytes("/field/" + file),
                "Content-Type",
                TYPES.getOrDefault(file.substring(file.lastIndexOf('.') + 1), ""));
    }

    @ParameterizedTest
    @CsvSource({
        "sjabloon-untouched.ods, 2026-03-31",
        "sjabloon-untouched.ods, 2025-11-30",
        "md-nfd.md, 2025-11-30",
        "md-nfd.md, 2026-03-31"
    })
    void what_nobody_touched_changes_nothing(String file, String day) {
        JsonNode proposal = offered(file, "&peildatum=" + day).isDone(200).json();
        assertThat(proposal.get("regels")).isEmpty();
        assertThat(proposal.get("vragen")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "sjabloon-untouched-saved-by-lo.ods, 2026-03-31",
        "sjabloon-untouched-saved-by-lo.csv, 2026-03-31",
        "sjabloon-untouched-saved-by-lo.ods, 2025-11-30",
        "sjabloon-untouched-saved-by-lo.csv, 2025-11-30"
    })
    void white_space_that_a_spreadsheet_lost_is_a_question(String file, String day) {
        JsonNode proposal = offered(file, "&peildatum=" + day).isDone(200).json();
        assertThat(proposal.get("regels")).isEmpty();
        assertThat(proposal.get("vragen")).hasSize(1);
        assertThat(proposal.at("/vragen/0/actie").asString()).isEqualTo("46");
        JsonNode kept = offered(file, "&witruimte=46:behouden&peildatum=" + day).isDone(200).json();
        assertThat(kept.get("regels")).isEmpty();
        assertThat(kept.get("vragen")).isEmpty();
    }

    @Test
    void a_date_in_a_column_that_informs_is_a_row_that_cannot_be_carried_out() {
        JsonNode row =
                offered("R-status-sinds.csv", "&peildatum=2026-03-31")
                        .isDone(200)
                        .json()
                        .at("/regels/0");
        assertThat(row.get("actie").asString()).isEqualTo("24");
        assertThat(row.get("huidig").asString()).isEqualTo("2025-11-30");
        assertThat(row.get("voorgesteld").asString()).isEqualTo("2026-02-15");
        assertThat(row.get("uitvoerbaar").asBoolean()).isFalse();
        assertThat(row.get("melding").asString()).contains("‘status sinds’");
    }

    @ParameterizedTest
    @ValueSource(strings = {"&peildatum=2025-11-30", "&peildatum=2026-03-31"})
    void a_status_that_lost_its_quotes_is_refused_row_by_row(String day) {
        Answer refused = offered("R-comma-status.csv", day).isProblem(422);
        assertThat(refused.faulty()).isEqualTo(List.of("rij 2, kolom 2", "rij 3, kolom 2"));
        assertThat(refused.body()).contains("In uitvoering, vertraging");
    }

    @Test
    void one_word_more_in_a_title_is_a_question() {
        JsonNode proposal =
                offered("md-extra-title-word.md", "&peildatum=2026-03-31").isDone(200).json();
        assertThat(proposal.at("/vragen/0/antwoordMet").valueStream().map(JsonNode::asString))
                .containsExactly("herken=extra-2:extra-1", "nieuw=extra-2");
    }

    // --- the template of now, saved by a spreadsheet

    private static final List<String> TEXTS =
            List.of(
                    "Een.\n\nTwee.\n\n\nVier.",
                    "- een\n  - dieper\n- twee",
                    "a\tb\tc",
                    "a\tb\nc\td\n\n  e   f",
                    "=1+1",
                    "'=1+1",
                    "+31 6",
                    "-5",
                    "@naam",
                    "'s avonds 'x'",
                    "x    y  z",
                    "<b>\"&\" &amp; ; , é €",
                    "2026-01-01",
                    "0012",
                    "WAAR",
                    "a\u00A0b\u2003c",
                    "=HYPERLINK(\"x\")\n=2");

    private static String holdingTexts() {
        String texts = SERVER.programme();
        for (int at = 0; at < TEXTS.size(); at++) {
            SERVER.action(texts, String.valueOf(at + 1));
            SERVER.post(
                            texts + "/acties/" + (at + 1) + "/toelichtingen",
                            JSON.writeValueAsString(
                                    Map.of(
                                            "toelichting",
                                            TEXTS.get(at),
                                            "ingangsdatum",
                                            "2025-06-01")))
                    .isDone(201);
        }
        return texts;
    }

    @Test
    void the_texts_of_a_template_come_back_unchanged_whatever_saved_it() {
        String texts = holdingTexts();
        String day = "&peildatum=2026-03-31";
        for (String file : List.of("sjabloon-texts.ods", "sjabloon-texts-saved-by-lo.ods")) {
            JsonNode proposal = offered(texts, file, day).isDone(200).json();
            assertThat(proposal.get("regels")).as(file).isEmpty();
            assertThat(proposal.get("vragen")).as(file).isEmpty();
        }
        // Calc drops tabs of what it saved itself: nothing is changed for that without an answer
        JsonNode twice =
                offered(texts, "sjabloon-texts-saved-twice-by-lo.ods", day).isDone(200).json();
        assertThat(twice.get("regels")).isEmpty();
        assertThat(twice.get("vragen").valueStream().map(asked -> asked.get("actie").asString()))
                .containsExactly("3", "4");
        // CSV of Calc has no guard before formulas, so that this apostrophe looks like one
        JsonNode csv = offered(texts, "sjabloon-texts-saved-by-lo.csv", day).isDone(200).json();
        assertThat(csv.get("regels")).isEmpty();
        assertThat(csv.get("vragen").valueStream().map(asked -> asked.get("actie").asString()))
                .containsExactly("6");
    }
}
