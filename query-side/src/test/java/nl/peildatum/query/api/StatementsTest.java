package nl.peildatum.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.peildatum.events.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How often a question asks the database; an upper bound, to be lowered and never raised. */
class StatementsTest {

    private static Story story() {
        Story story = Story.adopted();
        story.line(1, "Eerste", 1, "2024-01-01");
        story.line(2, "Tweede", 2, "2024-01-01");
        story.planned("1", 1, 1, "2024-01-01");
        story.baselined("1", Status.IN_PROGRESS, "2025-11-30");
        story.planned("2", 2, 2, "2024-01-01");
        story.withdrawn("2", "2025-12-01", "opgegaan in 1");
        story.planned("3", null, null, "2026-02-01");
        story.outside("42", "gaan pas van start in 2026", "2025-11-30");
        return story;
    }

    @ParameterizedTest
    @CsvSource({
        "/monitoringsoverzicht?peildatum=2026-01-31, 6",
        "/monitoringsoverzicht?peildatum=2026-01-31&bekendTot=7, 7",
        "/monitoringsoverzicht/controle?peildatum=2026-01-31, 7",
        "/dashboard?peildatum=2026-01-31, 6",
        "/dashboard, 9",
        "/acties?peildatum=2026-01-31, 6",
        "/acties?peildatum=2026-01-31&perioden=true&sorteer=laatstVeranderd, 7",
        "/acties/1?peildatum=2026-01-31, 5",
        "/acties/1?peildatum=2026-01-31&perioden=true, 6",
        "/momenten, 4",
        "/verloop?van=2025-01-01, 5",
        "/verschillen?van=2025-01-01, 5",
        "/signalen, 4",
    })
    void asks_the_database_at_most_so_often(String question, int most) {
        Story story = story();
        story.ask(question);
        List<String> statements =
                Asked.statements(() -> assertThat(story.ask(question).status()).isEqualTo(200));
        assertThat(statements).hasSizeLessThanOrEqualTo(most);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dashboard",
                "/dashboard?peildatum=2026-01-31&bekendTot=9",
                "/monitoringsoverzicht?peildatum=2026-01-31",
                "/acties?zoek=1",
                "/acties/1",
                "/acties/1/statusverloop",
                "/actielijnen",
                "/actielijnen/1",
                "/momenten",
                "/verloop?van=2025-01-01"
            })
    void what_a_caller_has_already_costs_one_statement_and_stays_so_until_it_reads_otherwise(
            String question) {
        Story story = story();
        String path = "/" + story.programme + question;
        String tag = String.valueOf(story.ask(question).header("ETag"));

        List<String> statements =
                Asked.statements(
                        () -> {
                            Asked.Answer known = Asked.method("GET", path, "If-None-Match", tag);
                            assertThat(known.status()).isEqualTo(304);
                            assertThat(known.header("ETag")).isEqualTo(tag);
                            assertThat(known.header("Cache-Control"))
                                    .isEqualTo("private, no-cache");
                        });
        assertThat(statements).hasSizeLessThanOrEqualTo(question.contains("bekendTot") ? 2 : 1);
        story.erased(7, "2");
        assertThat(Asked.method("GET", path, "If-None-Match", tag).status()).isEqualTo(200);
    }

    @Test
    void what_is_not_there_is_not_told_to_be_the_same() {
        Story story = story();
        String path = "/" + story.programme + "/acties/99";
        assertThat(Asked.method("GET", path, "If-None-Match", "*").status()).isEqualTo(404);
        assertThat(Asked.method("GET", path).header("ETag")).isNull();
    }
}
