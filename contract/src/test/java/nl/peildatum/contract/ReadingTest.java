package nl.peildatum.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is taken and what is told of a request, by the document {@code proef.yaml}. */
class ReadingTest {
    private static final Contract CONTRACT = Contract.read(ReadingTest.class, "proef.yaml");

    /** On 1 March 2026, with line 1, and nothing before 2024. */
    private static final Known KNOWN =
            new Known() {
                @Override
                public LocalDate today() {
                    return LocalDate.of(2026, 3, 1);
                }

                @Override
                public @Nullable String objection(String name, JsonNode value) {
                    return switch (name) {
                        case "lijn" ->
                                value.asString().equals("1")
                                        ? null
                                        : "We kennen geen actielijn " + value.asString() + ".";
                        case "begin" -> value.asString().compareTo("2024") < 0 ? "Te vroeg." : null;
                        case "start" -> value.asInt() < 5 ? "Te klein." : null;
                        default -> null;
                    };
                }

                @Override
                public String kind() {
                    return "STAP";
                }
            };

    // --- bodies

    @Test
    void a_right_object_is_read_and_accepted() {
        Operation.Request request =
                body(
                        """
                        {"titel": "  Eén\\r\\nTwee ", "datum": "2024-02-29", "nummer": 3, "aan": true,
                         "doelen": ["a", "b"], "jaren": [2027, 2024], "soort": "GROEN", "tekst": null,
                         "verbanden": [{"soort": "X", "actie": "15"}], "als": {"reden": null}}
                        """);
        assertThat(request.faults(KNOWN)).isEmpty();
        JsonNode read = request.body();
        assertThat(read.get("titel").asString()).isEqualTo("Eén\nTwee");
        assertThat(read.get("nummer").asInt()).isEqualTo(3);
        assertThat(read.get("tekst").isNull()).isTrue();
        assertThat(read.has("lijn")).isFalse();
    }

    @Test
    void all_faults_are_told_at_once_with_their_place() {
        Map<String, String> faults =
                told(
                        """
                        {"titel": 3, "datum": "2023-02-29", "nummer": 1.5, "aan": "true", "jaren": [1800, 2024, 2024, "x"],
                         "doelen": ["a", " ", 5], "soort": "STOP", "redn": "x", "lijn": 77,
                         "verbanden": [{"soort": "X"}, 7, {"soort": "Y", "extra": 1}], "kort": null, "als": 3}
                        """);
        assertThat(faults)
                .containsOnlyKeys(
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
                        "redn",
                        "lijn",
                        "verbanden[1]",
                        "verbanden[2].extra",
                        "kort",
                        "als");
        assertThat(faults)
                .containsEntry("titel", "Vul hier tekst in, tussen aanhalingstekens.")
                .containsEntry("nummer", Words.NOT_INTEGER.text())
                .containsEntry("aan", Words.NOT_BOOLEAN.text())
                .containsEntry("jaren[0]", "Vul hier een getal in van 1900 tot en met 2200.")
                .containsEntry(
                        "jaren[2]",
                        "Het jaar 2024 staat er meer dan één keer in. Noem elk jaar één keer.")
                .containsEntry("doelen[1]", Words.BLANK.text())
                .containsEntry("doelen[2]", Words.ITEM_NOT_TEXT.text())
                .containsEntry("soort", "Kies uit: ROOD, GROEN.")
                .containsEntry("redn", "Dit veld kennen we niet; bedoelt u ‘reden’?")
                .containsEntry("lijn", "We kennen geen actielijn 77.")
                .containsEntry("verbanden[2].extra", Words.UNKNOWN_FIELD.text())
                .containsEntry("kort", "Dit veld is verplicht. Vul het in.")
                .containsEntry("als", Words.NOT_OBJECT.text());
        assertThat(faults.get("datum")).contains("kalender");
    }

    @Test
    void body_and_query_are_refused_together() {
        Operation.Request request = request("POST", "proef=ja&titel=x", "{\"titel\": 1}");
        assertThat(request.faults(KNOWN))
                .extracting(Fault::veld)
                .containsExactly("titel", "proef", "titel");
    }

    @Test
    void a_field_named_twice_is_a_fault_also_inside() {
        assertThat(told("{\"titel\": \"1\", \"titel\": \"2\", \"als\": {\"c\": 1, \"c\": 1}}"))
                .containsOnlyKeys("titel", "als.c")
                .containsValue(Words.DUPLICATE_FIELD.text());
    }

    @Test
    void what_is_wrong_within_an_unknown_field_is_told_of_that_field() {
        assertThat(told("{\"titel\": \"1\", \"onbekend\": {\"a\": [\"\\u0000\"]}}"))
                .containsOnlyKeys("onbekend");
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
        InvalidInput refused = catchThrowableOfType(InvalidInput.class, () -> body(body));
        assertThat(refused.faults()).hasSize(1);
        assertThat(refused.faults().getFirst().veld()).isEqualTo("inhoud");
        assertThat(refused.faults().getFirst().melding())
                .doesNotContain("Exception", "jackson", "token");
    }

    @Test
    void without_a_body_what_is_needed_is_told() {
        assertThat(byField(request("POST", null, null).faults(KNOWN))).containsOnlyKeys("titel");
    }

    @Test
    void a_mistake_is_pointed_at_by_line_and_character() {
        assertThat(refusal("{\n  \"é\": 1,\n  \"b\" 2\n}")).contains("regel 3").contains("teken 7");
    }

    @Test
    void fifty_levels_are_read_and_more_are_refused() {
        assertThat(
                        told(
                                "{\"titel\": \"a\", \"als\": {\"a\": "
                                        + "[".repeat(48)
                                        + "]".repeat(48)
                                        + "}}"))
                .isEmpty();
        assertThat(refusal("{\"a\":" + "[".repeat(60) + "]".repeat(60) + "}")).contains("niveaus");
    }

    @Test
    void enormous_numbers_are_faults_and_cost_nothing() {
        assertThat(
                        told(
                                """
                                {"titel": "t", "nummer": 99999999999999999999, "van": 1e999999999, "tot": -1}"""))
                .containsOnlyKeys("nummer", "van", "tot");
        assertThat(refusal("{\"nummer\":" + "9".repeat(5000) + "}")).contains("te ingewikkeld");
    }

    /** To JSON Schema 1.0 is an integer; format int64 is no limit to the validator. */
    @ParameterizedTest
    @CsvSource({
        "1.0, een heel getal",
        "1e0, een heel getal",
        "1000000000000000000, van 0 of hoger",
        "99999999999999999999, van 0 of hoger",
        "-1, van 0 of hoger"
    })
    void a_number_is_whole_and_within_its_bounds(String number, String message) {
        assertThat(told("{\"titel\": \"t\", \"groot\": %s}".formatted(number)).get("groot"))
                .contains(message);
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
                "a\\u001b[0m",
                // directions that do not end, or end what was not begun (UAX 9)
                "a\\u202eb",
                "a\\u202cb",
                "\\u2066a",
                "a\\u2069",
                "\\u2066a\\u202c",
                "\\u202a\\u2067a\\u202c\\u2069",
                "\\u2068a\\nb\\u2069"
            })
    void characters_that_cannot_be_kept_are_faults(String text) {
        assertThat(told("{\"titel\": \"t\", \"tekst\": \"%s\"}".formatted(text)))
                .containsExactly(Map.entry("tekst", Words.UNSTORABLE.text()));
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
        assertThat(told("{\"titel\": \"t\", \"tekst\": \"%s\"}".formatted(text))).isEmpty();
    }

    @Test
    void what_looks_the_same_becomes_the_same() {
        assertThat(read("Cree\\u0308ren e\\u0301")).isEqualTo("Creëren é");
    }

    @Test
    void white_space_around_is_removed_and_only_white_space_is_blank() {
        assertThat(read("\\u00a0 \\ufeffx\\u200b\\n")).isEqualTo("x");
        assertThat(told("{\"titel\": \"\\u00a0\\t\"}")).containsEntry("titel", Words.BLANK.text());
    }

    private static String read(String titel) {
        Operation.Request request = body("{\"titel\": \"%s\"}".formatted(titel));
        assertThat(request.faults(KNOWN)).isEmpty();
        return request.body().get("titel").asString();
    }

    @Test
    void length_counts_characters_as_people_do() {
        assertThat(told("{\"titel\": \"t\", \"kort\": \"😀😀\"}")).isEmpty();
        assertThat(told("{\"titel\": \"t\", \"kort\": \"😀😀😀\"}"))
                .containsEntry("kort", "Gebruik hoogstens 2 tekens; nu zijn het er 3.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x\\ny", "x\\ty", "x\\u2028y"})
    void a_text_on_one_line_has_one_line(String text) {
        assertThat(told("{\"titel\": \"t\", \"regel\": \"%s\"}".formatted(text)).get("regel"))
                .contains("één regel");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2026-1-5\"",
                "\"2026-02-30\"",
                "\"0000-01-01\"",
                "\"10000-01-01\"",
                "\"+2026-01-01\"",
                "\"2026-01-15T00:00:00Z\"",
                "\"٢٠٢٦-01-15\"",
                "\"-001-01-01\"",
                "\"\"",
                "20260115",
                "[2026, 1, 15]",
                "true"
            })
    void what_is_not_a_date_is_a_fault_that_says_how_a_date_is_written(String value) {
        assertThat(told("{\"titel\": \"t\", \"datum\": %s}".formatted(value)).get("datum"))
                .isIn(Words.NOT_DATE.text(), Words.DATE_NOT_ON_CALENDAR.text());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, ",
        "2026-03-02, De datum 2 maart 2026 ligt in de toekomst. Kies een datum tot en met vandaag (1 maart 2026).",
        "9999-12-31, De datum 31 december 9999 ligt in de toekomst. Kies een datum tot en met vandaag (1 maart 2026)."
    })
    void a_day_lies_no_later_than_today(String day, @Nullable String message) {
        assertThat(told("{\"titel\": \"t\", \"datum\": \"%s\"}".formatted(day)).get("datum"))
                .isEqualTo(message);
    }

    @Test
    void what_must_be_there_or_be_no_less_is_asked_with_all_the_rest() {
        assertThat(told("{\"later\": \"2023-12-31\", \"van\": 5, \"tot\": 4, \"lijn\": 1}"))
                .containsEntry("later", "Te vroeg.")
                .containsEntry("tot", "Kies een getal vanaf ‘van’.")
                .containsOnlyKeys("later", "tot", "titel");
        assertThat(
                        told(
                                "{\"titel\": \"t\", \"later\": null, \"lijn\": null, \"van\": 5, \"tot\": 5}"))
                .isEmpty();
    }

    @Test
    void a_field_of_that_name_that_is_no_field_here_does_not_count() {
        assertThat(told("{\"titel\": \"t\", \"eind\": 3, \"start\": 1}"))
                .containsEntry("eind", "Te klein.")
                .containsOnlyKeys("eind", "start");
        assertThat(told("{\"titel\": \"t\", \"eind\": 5, \"start\": 9}")).containsOnlyKeys("start");
    }

    @Test
    void a_sentence_of_our_own_is_told_as_it_stands() {
        assertThat(told("{\"titel\": \"t\", \"code\": \"{0} 'A'\"}"))
                .containsEntry("code", "Gebruik {letters}, zoals 'abc'; niet {0} 'A'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ", \"reden\": null"})
    void one_choice_asks_for_a_field_and_null_is_none(String reason) {
        assertThat(told("{\"titel\": \"t\", \"soort\": \"ROOD\"%s}".formatted(reason)))
                .containsExactly(Map.entry("reden", "Geef een reden: bij ROOD is die verplicht."));
    }

    @Test
    void a_field_that_is_wrong_in_two_ways_is_told_once() {
        assertThat(body("{\"titel\": \"t\", \"soort\": \"ROOD\", \"reden\": \" \"}").faults(KNOWN))
                .containsExactly(new Fault("reden", Words.BLANK.text()));
        assertThat(body("{\"titel\": \"t\", \"soort\": \"GROEN\", \"lijn\": 77}").faults(KNOWN))
                .hasSize(1);
        assertThat(body("{\"titel\": \"t\", \"soort\": \"PAARS\", \"lijn\": 1}").faults(KNOWN))
                .extracting(Fault::veld)
                .containsExactly("soort");
    }

    @Test
    void what_is_wrong_with_one_of_a_list_of_codes_is_told_of_the_list() {
        assertThat(told("{\"titel\": \"t\", \"leegmaken\": [\"jaren\", \"titel\"]}"))
                .containsExactly(Map.entry("leegmaken", "Kies uit: doelen, jaren."));
    }

    @Test
    void the_kind_of_an_entry_chooses_what_holds() {
        Operation.Request request =
                CONTRACT.operation("PUT", "/api/v1/dingen/1/regels/2")
                        .orElseThrow()
                        .read(null, bytes("{\"als\": {\"datum\": \"x\", \"datm\": 1}}"));
        assertThat(request.faults(KNOWN))
                .extracting(Fault::veld)
                .containsExactlyInAnyOrder("als.datum", "als.datm");
    }

    @Test
    void bytes_that_are_not_utf_8_are_refused_and_a_byte_order_mark_is_skipped() {
        Operation operation = CONTRACT.operation("POST", "/api/v1/dingen").orElseThrow();
        assertThat(
                        catchThrowableOfType(
                                        InvalidInput.class,
                                        () ->
                                                operation.read(
                                                        null, new byte[] {'{', (byte) 0xFF, '}'}))
                                .faults()
                                .getFirst()
                                .melding())
                .contains("UTF-8");
        assertThat(told("\uFEFF{\"titel\": \"t\"}")).isEmpty();
    }

    @Test
    void a_fault_can_be_shown_whatever_the_field_is_called() {
        assertThat(told("{\"titel\": \"t\", \"\\ud800\\u0000\": 1}"))
                .containsOnlyKeys("\uFFFD\uFFFD");
    }

    @Test
    void of_very_many_faults_each_is_told_and_only_the_first_get_a_guess() {
        String many =
                IntStream.range(0, 50_000)
                        .mapToObj(i -> "\"leegmaken" + i + "\": 1")
                        .collect(Collectors.joining(", ", "{", "}"));
        List<Fault> faults = body(many).faults(KNOWN);
        assertThat(faults).hasSize(50_001);
        assertThat(faults.stream().filter(fault -> fault.melding().contains("bedoelt u")))
                .hasSize(20);
    }

    // --- queries

    @Test
    void right_parameters_are_read_and_accepted() {
        Operation.Request request =
                query(
                        "peildatum=2025-11-30&bekendTot=61&status=GROEN&proef=true&zoek=caf%C3%A9+x&zonder=24,+31&herken=a&herken=b,c&pagina=2");
        assertThat(request.faults(KNOWN)).isEmpty();
        assertThat(request.query())
                .hasToString(
                        """
                        {"peildatum":"2025-11-30","bekendTot":61,"status":"GROEN","proef":true,"zoek":"café x",\
                        "zonder":["24","31"],"herken":["a","b","c"],"pagina":2}""");
        Operation.Request empty = query("&zoek=&zonder=+&");
        assertThat(empty.faults(KNOWN)).isEmpty();
        assertThat(empty.query()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-23T10:00:00Z",
                "2026-11-23T10:00:00.123456Z",
                "2026-11-23T10:00:00.1234567891234Z",
                "2026-11-23T10:00:00%2B01:00",
                "2026-11-23T10:00:00+01:00",
                "2026-11-23T10%3A00%3A00-05:30"
            })
    void moments_are_read_with_any_zone_and_precision(String moment) {
        assertThat(asked("bekendOp=" + moment)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-23",
                "2026-11-23T10:00:00",
                "2026-11-23T10:00Z",
                "2026-12-31T23:59:60Z",
                "2026-11-23T24:00:00Z",
                "2026-02-30T10:00:00Z",
                "10000-01-01T00:00:00Z",
                "0001-01-01T00:00:00%2B01:00",
                "2026-11-23T10:00:00%2B25:00",
                "2026-11-23T10:00:00.Z",
                "2026-11-23T10:00:00Z%00",
                "2026-11-23t10:00:00Z",
                "2026-11-23T10:00:00z",
                "2026-11-23T10:00:00-00:00",
                "nu"
            })
    void what_is_not_a_moment_is_a_fault(String moment) {
        assertThat(asked("bekendOp=" + moment))
                .containsExactly(Map.entry("bekendOp", Words.NOT_INSTANT.text()));
    }

    @Test
    void all_that_is_wrong_with_a_query_is_told_at_once() {
        Map<String, String> faults =
                asked(
                        "peildatm=2025-11-30&zoek=12345678901&bekendTot=x&proef=ja&status=rood&pagina=0"
                                + "&zonder=a,,b&herken=abcdef&%FF=1&bekendOp=%zz&peildatum=");
        assertThat(faults)
                .containsEntry("peildatm", "Deze parameter kennen we niet; bedoelt u ‘peildatum’?")
                .containsEntry("zoek", "Gebruik hoogstens 10 tekens; nu zijn het er 11.")
                .containsEntry("bekendTot", Words.NOT_INTEGER.text())
                .containsEntry("proef", Words.NOT_FLAG.text())
                .containsEntry("status", "Kies uit: ROOD, GROEN.")
                .containsEntry("pagina", "Vul hier een getal in van 1 tot en met 200.")
                .containsEntry("zonder", Words.BLANK.text())
                .containsEntry("herken", "Gebruik hoogstens 5 tekens; nu zijn het er 6.")
                .containsEntry("%FF", Words.BAD_ENCODING.text())
                .containsEntry("bekendOp", Words.BAD_ENCODING.text())
                .containsEntry("peildatum", Words.EMPTY_PARAMETER.text())
                .hasSize(11);
    }

    @ParameterizedTest
    @CsvSource({
        "bekendTot=-1, van 0 of hoger",
        "bekendTot=99999999999999999999, een heel getal",
        "bekendTot=1.0, een heel getal",
        "pagina=201, van 1 tot en met 200",
        "pagina=1&pagina=1, meer dan één keer",
        "zoek=%00, onzichtbaar teken",
        "peildatum=2026-02-30, kalender",
        "peildatum=+2026-01-15, jaar-maand-dag"
    })
    void a_wrong_parameter_is_told(String query, String message) {
        Map<String, String> faults = asked(query);
        assertThat(faults).containsOnlyKeys(query.substring(0, query.indexOf('=')));
        assertThat(faults.values().iterator().next()).contains(message);
    }

    @Test
    void an_unknown_parameter_gets_what_there_is() {
        assertThat(asked("quatsch=1").get("quatsch"))
                .isEqualTo(
                        "Deze parameter kennen we hier niet. U kunt kiezen uit: peildatum, bekendOp,"
                                + " bekendTot, status, proef, zoek, zonder, herken, pagina.");
        Operation.Request none =
                CONTRACT.operation("PUT", "/api/v1/dingen/1/regels/2")
                        .orElseThrow()
                        .read("proef=true", bytes("{\"als\": {}}"));
        assertThat(none.faults(KNOWN))
                .containsExactly(new Fault("proef", Words.NO_PARAMETERS.text()));
    }

    @Test
    void two_that_exclude_each_other_are_both_told() {
        assertThat(asked("bekendOp=2026-01-01T00:00:00Z&bekendTot=1"))
                .containsOnlyKeys("bekendOp", "bekendTot")
                .containsValue("Geef bekendOp of bekendTot, niet allebei.");
    }

    @Test
    void a_parameter_that_is_needed_is_asked_for_and_an_empty_one_is_told_as_that() {
        Operation last = CONTRACT.operation("GET", "/api/v1/dingen/1/regels/laatste").orElseThrow();
        assertThat(last.read(null, null).faults(KNOWN))
                .containsExactly(new Fault("nodig", Words.MISSING.text()));
        assertThat(last.read("nodig=", null).faults(KNOWN))
                .containsExactly(new Fault("nodig", Words.EMPTY_PARAMETER.text()));
    }

    // --- addresses

    @Test
    void an_address_is_found_by_its_parts_and_what_is_written_out_goes_first() {
        assertThat(CONTRACT.operation("HEAD", "/api/v1/dingen/7/regels/laatste"))
                .get()
                .hasToString("GET /dingen/{ding}/regels/laatste");
        assertThat(CONTRACT.methods("/api/v1/dingen/7/regels/laatste"))
                .containsExactly("GET", "HEAD");
        assertThat(CONTRACT.methods("/api/v1/dingen/7/regels/3")).containsExactly("PUT");
        assertThat(CONTRACT.methods("/api/v1/dingen")).containsExactly("GET", "HEAD", "POST");
        for (String other :
                List.of("/api/v1/dingen/", "/dingen", "/api/v1", "/api/v1/dingen/7", "")) {
            assertThat(CONTRACT.methods(other)).isEmpty();
            assertThat(CONTRACT.operation("GET", other)).isEmpty();
        }
        assertThat(CONTRACT.operation("DELETE", "/api/v1/dingen")).isEmpty();
    }

    @Test
    void who_may_ask_is_what_the_document_says() {
        Operation search = CONTRACT.operation("GET", "/api/v1/dingen").orElseThrow();
        assertThat(search.open()).isTrue();
        assertThat(search.everybody()).isFalse();
        Operation about = CONTRACT.operation("GET", "/api/v1/over").orElseThrow();
        assertThat(about.everybody()).isTrue();
        assertThat(about.roles()).isEmpty();
        assertThat(search.roles()).isEqualTo(Set.of("lezer", "auditor"));
        Operation last = CONTRACT.operation("GET", "/api/v1/dingen/1/regels/laatste").orElseThrow();
        assertThat(last.open()).isFalse();
        assertThat(last.roles()).isEqualTo(Set.of("lezer"));
        assertThat(CONTRACT.operation("POST", "/api/v1/dingen").orElseThrow().takes())
                .containsExactly("application/json");
    }

    @Test
    void others_read_the_whole_of_the_document_and_no_open_address_where_none_is_open() {
        JsonNode open = new JsonMapper().readTree(CONTRACT.json(true));
        assertThat(open.has("x-delen")).isFalse();
        assertThat(open.get("tags")).hasSize(2);
        assertThat(open.at("/components/schemas/Correctie/properties/als/anyOf")).hasSize(1);
        assertThat(open.at("/paths/~1dingen/get/security")).hasSize(3);
        assertThat(
                        new JsonMapper()
                                .readTree(CONTRACT.json(false))
                                .at("/paths/~1dingen/get/security"))
                .hasSize(2);
    }

    // --- asking

    private static Operation.Request request(
            String method, @Nullable String query, @Nullable String body) {
        return CONTRACT.operation(method, "/api/v1/dingen")
                .orElseThrow()
                .read(query, body == null ? null : bytes(body));
    }

    private static Operation.Request body(String json) {
        return request("POST", null, json);
    }

    private static Operation.Request query(String query) {
        return request("GET", query, null);
    }

    private static Map<String, String> told(String json) {
        return byField(body(json).faults(KNOWN));
    }

    private static Map<String, String> asked(String query) {
        return byField(query(query).faults(KNOWN));
    }

    private static String refusal(String json) {
        return Objects.requireNonNull(catchThrowableOfType(InvalidInput.class, () -> body(json)))
                .faults()
                .getFirst()
                .melding();
    }

    private static Map<String, String> byField(List<Fault> faults) {
        Map<String, String> byField = new LinkedHashMap<>();
        List<String> twice = new ArrayList<>();
        faults.forEach(
                fault -> {
                    if (byField.put(fault.veld(), fault.melding()) != null) {
                        twice.add(fault.veld());
                    }
                });
        assertThat(twice).isEmpty();
        return byField;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
