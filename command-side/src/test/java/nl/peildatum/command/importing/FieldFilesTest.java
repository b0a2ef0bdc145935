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

/** Files as the secretariat has them, offered to a programme that holds the published overview. */
class FieldFilesTest {

    private static final CommandSideServer SERVER = CommandSideServer.shared();
    private static final Map<String, String> TYPES =
            Map.of(
                    "md", "text/markdown",
                    "csv", "text/csv",
                    "ods", "application/vnd.oasis.opendocument.spreadsheet");
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
}
