package nl.peildatum.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.peildatum.contract.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputTest {

    @Test
    void a_right_object_is_read_and_accepted() {
        Input input =
                input(
                        """
                        {"titel": "  Eén\\r\\nTwee ", "datum": "2024-02-29", "nummer": 3, "aan": true,
                         "doelen": ["a", "b"], "jaren": [2027, 2024], "soort": "START", "leeg": null,
                         "verbanden": [{"soort": "X", "actie": "15"}], "als": {"reden": null}}
                        """);
        assertThat(input.text("titel", 100)).isEqualTo("Eén\nTwee");
        assertThat(input.date("datum")).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(input.integer("nummer", 1, 9)).isEqualTo(3);
        assertThat(input.bool("aan")).isTrue();
        assertThat(input.texts("doelen", 5, 5)).containsExactly("a", "b");
        assertThat(input.years("jaren")).containsExactly(2024, 2027);
        assertThat(input.choice("soort", Map.of("START", 7))).isEqualTo(7);
        assertThat(input.optionalText("leeg", 5)).isNull();
        assertThat(input.has("leeg")).isTrue();
        assertThat(input.isNull("leeg")).isTrue();
        assertThat(input.has("weg")).isFalse();
        assertThat(
                        input.objects(
                                "verbanden",
                                5,
                                link -> link.line("soort", 9) + link.line("actie", 9)))
                .containsExactly("X15");
        assertThat(input.object("als").isNull("reden")).isTrue();
        assertThatCode(input::done).doesNotThrowAnyException();
    }

    @Test
    void all_faults_are_told_at_once_with_their_place() {
        Input input =
                input(
                        """
                        {"titel": 3, "datum": "2023-02-29", "nummer": 1.5, "aan": "true", "jaren": [1800, 2024, 2024, "x"],
                         "doelen": ["a", " ", 5], "soort": "STOP", "toelichtin": "x",
                         "verbanden": [{"soort": "X"}, 7, {"soort": "Y", "extra": 1}], "leeg": null}
                        """);
        input.text("titel", 10);
        input.date("datum");
        input.integer("nummer", 1, 9);
        input.bool("aan");
        input.years("jaren");
        input.texts("doelen", 5, 5);
        Map<String, Integer> kinds = new LinkedHashMap<>();
        kinds.put("START", 1);
        kinds.put("AFRONDING", 2);
        input.choice("soort", kinds);
        input.optionalText("toelichting", 10);
        input.objects(
                "verbanden", 5, link -> link.line("soort", 9) + link.optionalLine("actie", 9));
        input.text("leeg", 10);
        input.text("weg", 10);

        Map<String, String> faults = faults(input);

        assertThat(faults.keySet())
                .containsExactlyInAnyOrder(
                        "titel",
                        "datum",
                        "nummer",
                        "aan",
                        "jaren[0]",
                        "jaren[2]",
                        "jaren[3]",
                        "doelen[1]",
                        "doelen[2]",
                        "soort",
                        "toelichtin",
                        "verbanden[1]",
                        "verbanden[2].extra",
                        "leeg",
                        "weg");
        assertThat(faults.get("datum")).contains("kalender");
        assertThat(faults.get("soort")).isEqualTo("Kies uit: START, AFRONDING.");
        assertThat(faults.get("toelichtin")).contains("bedoelt u ‘toelichting’?");
        assertThat(faults.get("verbanden[2].extra")).contains("kennen we hier niet");
        assertThat(faults.get("jaren[2]")).contains("2024");
    }

    @Test
    void a_field_named_twice_is_a_fault_also_inside() {
        Input input = input("{\"a\": \"1\", \"a\": \"2\", \"b\": {\"c\": 1, \"c\": 1}}");
        input.text("a", 9);
        input.object("b").integer("c", 0, 9);
        assertThat(faults(input).keySet()).containsExactlyInAnyOrder("a", "b.c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "{",
                "{\"a\": }",
                "{'a': 1}",
                "{\"a\": 01}",
                "{\"a\": NaN}",
                "{\"a\": 1,}",
                "[]",
                "\"x\"",
                "null",
                "{} {}",
                "{}x",
                "{\"a\": \"regel\nregel\"}",
                "// x\n{}",
                "{\"a\": \"\\x\"}"
            })
    void what_is_not_one_object_is_refused_in_plain_words(String body) {
        Problem problem = catchThrowableOfType(Problem.class, () -> input(body));
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.faults()).hasSize(1);
        assertThat(problem.detail()).doesNotContain("Exception", "jackson", "token");
    }

    @Test
    void a_mistake_is_pointed_at_by_line_and_character() {
        Problem problem =
                catchThrowableOfType(Problem.class, () -> input("{\n  \"é\": 1,\n  \"b\" 2\n}"));
        assertThat(problem.detail()).contains("regel 3").contains("teken 7");
    }

    @Test
    void fifty_levels_are_read_and_more_are_refused() {
        Input fifty = input("{\"a\":" + "[".repeat(49) + "]".repeat(49) + "}");
        assertThat(fifty.has("a")).isTrue();
        assertThat(
                        catchThrowableOfType(
                                Problem.class,
                                () -> input("{\"a\":" + "[".repeat(60) + "]".repeat(60) + "}")))
                .hasMessageContaining("niveaus");
    }

    @Test
    void enormous_numbers_are_faults_and_cost_nothing() {
        Input input = input("{\"a\": 99999999999999999999, \"b\": 1e999999999, \"c\": -1}");
        input.integer("a", 0, 9);
        input.integer("b", 0, 9);
        input.integer("c", 0, Integer.MAX_VALUE);
        assertThat(faults(input)).containsOnlyKeys("a", "b", "c");
        assertThat(
                        catchThrowableOfType(
                                Problem.class, () -> input("{\"a\":" + "9".repeat(5000) + "}")))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\\u0000b",
                "a\\u0007",
                "\\ud800",
                "a\\udc00b",
                "\\uffff",
                "a\\u0085b",
                "a\\u001b[0m"
            })
    void characters_that_cannot_be_kept_are_faults(String text) {
        Input input = input("{\"a\": \"" + text + "\"}");
        input.text("a", 100);
        assertThat(faults(input).get("a")).contains("onzichtbaar teken");
    }

    /** Embeddings, overrides and isolates that do not end, or end what was not begun (UAX 9). */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\\u202eb",
                "a\\u202cb",
                "\\u2066a",
                "a\\u2069",
                "\\u2066a\\u202c",
                "\\u202a\\u2067a\\u202c\\u2069",
                "\\u2068a\\nb\\u2069"
            })
    void a_direction_that_is_not_closed_is_a_fault(String text) {
        Input input = input("{\"a\": \"" + text + "\"}");
        input.text("a", 100);
        assertThat(faults(input).get("a")).contains("onzichtbaar teken");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a \\u2067\\u05d0\\u05d1\\u2069 b",
                "\\u202b\\u2068a\\u2069\\u202c",
                "\\u05d0\\u200f!",
                "\\u0627\\u061c"
            })
    void a_direction_that_is_closed_is_text(String text) {
        Input input = input("{\"a\": \"" + text + "\"}");
        assertThat(input.text("a", 100)).isNotNull();
        assertThatCode(input::done).doesNotThrowAnyException();
    }

    @Test
    void what_looks_the_same_becomes_the_same() {
        Input input = input("{\"a\": \"Cree\\u0308ren, cafe\\u0301\", \"b\": \"e\\u0301\"}");
        assertThat(input.text("a", 13)).isEqualTo("Creëren, café");
        assertThat(input.text("b", 1)).isEqualTo("é");
    }

    @Test
    void white_space_around_is_removed_and_only_white_space_is_blank() {
        Input input = input("{\"a\": \"\\u00a0 \\ufeffx\\u200b\\n\", \"b\": \"\\u00a0\\t\"}");
        assertThat(input.text("a", 1)).isEqualTo("x");
        input.optionalText("b", 9);
        assertThat(faults(input)).containsOnlyKeys("b");
    }

    @Test
    void length_counts_characters_as_people_do() {
        Input input = input("{\"a\": \"😀😀\", \"b\": \"😀😀😀\"}");
        assertThat(input.text("a", 2)).isEqualTo("😀😀");
        input.text("b", 2);
        assertThat(faults(input).get("b")).contains("hoogstens 2").contains("nu zijn het er 3");
    }

    @Test
    void a_title_has_one_line() {
        Input input = input("{\"a\": \"x\\ny\"}");
        input.line("a", 9);
        assertThat(faults(input).get("a")).contains("één regel");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-1-5",
                "2026-02-30",
                "0000-01-01",
                "10000-01-01",
                "+2026-01-01",
                "2026-01-15T00:00:00Z",
                " 2026-01-15",
                "٢٠٢٦-01-15",
                "-001-01-01",
                ""
            })
    void what_is_not_a_date_is_a_fault(String text) {
        Input input = input("{\"a\": \"" + text + "\"}");
        input.optionalDate("a");
        assertThat(faults(input)).containsOnlyKeys("a");
    }

    @Test
    void body_and_query_are_refused_together() {
        Input input = input("{\"a\": 1}");
        Parameters parameters = Parameters.of("b=1");
        Problem problem = catchThrowableOfType(Problem.class, () -> input.done(parameters));
        assertThat(problem.faults()).extracting(f -> ((Fault) f).veld()).containsExactly("a", "b");
    }

    @Test
    void bytes_that_are_not_utf_8_are_refused_and_a_byte_order_mark_is_skipped() {
        assertThat(
                        catchThrowableOfType(
                                Problem.class, () -> Input.of(new byte[] {'{', (byte) 0xFF, '}'})))
                .hasMessageContaining("UTF-8");
        assertThatCode(() -> input("\uFEFF{}").done()).doesNotThrowAnyException();
    }

    @Test
    void a_fault_can_be_shown_whatever_the_field_is_called() {
        Input input = input("{\"\\ud800\\u0000\": 1}");
        Problem problem = catchThrowableOfType(Problem.class, input::done);
        assertThat(new String(ProblemAnswers.body(problem, "/x"), StandardCharsets.UTF_8))
                .contains("\uFFFD\uFFFD");
    }

    private static Input input(String json) {
        return Input.of(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> faults(Input input) {
        Problem problem = catchThrowableOfType(Problem.class, input::done);
        assertThat(problem).isNotNull();
        Map<String, String> faults = new LinkedHashMap<>();
        List<?> all = problem.faults();
        all.forEach(f -> faults.put(((Fault) f).veld(), ((Fault) f).melding()));
        return faults;
    }
}
