package nl.peildatum.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an answer must not be, so that a test that lets it pass cannot be. */
class HeldAnswersTest {
    private static final String SLEUTELS =
            """
            {"sleutels": [{"vorm": "peildatum-sleutel/1", "vingerafdruk": "%s", "publiekeSleutel": "k",
             "sinds": "2026-11-29T16:45:18.298219Z", "handtekening": "h", "vorige": null, "handtekeningVorige": null}]}"""
                    .formatted("a".repeat(64));

    private final HeldAnswers answers = new HeldAnswers();

    private List<String> differences(int status, String type, String body, String... more) {
        Map<String, List<String>> headers =
                more.length > 0
                        ? Map.of("Content-Type", List.of(type))
                        : Map.of(
                                "Content-Type", List.of(type),
                                "API-Version", List.of("1.0.0"),
                                "ETag", List.of("\"e\""));
        return answers.differences(
                new HeldAnswers.Answer(
                        "GET",
                        URI.create("http://localhost/api/v1/sleutels"),
                        status,
                        HttpHeaders.of(headers, (_, _) -> true),
                        body),
                true);
    }

    @Test
    void what_the_document_says_passes() {
        assertThat(differences(200, "application/json", SLEUTELS)).isEmpty();
        assertThat(answers.unshown(Set.of()))
                .doesNotContain("vraagSleutels 200", "Sleutel.vingerafdruk")
                // nobody has seen it until it was more than null
                .contains("Sleutel.vorige", "vraagSleutels 401");
    }

    @ParameterizedTest
    @CsvSource({
        "peildatum-sleutel/1, peildatum-sleutel/2",
        "'\"k\"', 3",
        "'\"handtekening\": \"h\",', ''",
        "'\"vorige\": null', '\"vorige\": null, \"kleur\": \"rood\"'",
        "18.298219Z, 18Z",
        "'[{', '[3, {'",
        "'{\"sleutels\"', '[{\"sleutels\"'",
    })
    void anything_else_is_named(String there, String instead) {
        assertThat(SLEUTELS).contains(there);
        assertThat(
                        differences(
                                200,
                                "application/json",
                                SLEUTELS.replaceFirst(
                                        java.util.regex.Pattern.quote(there), instead)))
                .isNotEmpty();
    }

    @Test
    void a_status_a_form_and_a_header_are_promised_as_well() {
        assertThat(differences(204, "application/json", "")).isNotEmpty();
        assertThat(differences(409, "application/problem+json", "{}")).isNotEmpty();
        assertThat(differences(200, "text/csv", "a;b")).isNotEmpty();
        assertThat(differences(200, "application/json", SLEUTELS, "no others")).hasSize(2);
        assertThat(differences(500, "application/problem+json", "{\"detail\": \"x\"}"))
                .isNotEmpty();
    }
}
