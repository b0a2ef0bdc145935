package nl.peildatum.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import nl.peildatum.contract.DutchDates;
import nl.peildatum.contract.Moments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {

    @Test
    void every_sentence_has_its_words_and_no_words_are_left_over() throws Exception {
        Set<String> needed = new TreeSet<>();
        Arrays.stream(Wording.values()).forEach(w -> needed.add("melding." + w.name()));
        for (ProblemKind kind : ProblemKind.values()) {
            needed.add("probleem." + kind.name() + ".titel");
            needed.add("probleem." + kind.name() + ".detail");
        }
        Properties words = new Properties();
        try (var file = WordsTest.class.getResourceAsStream("/api-rules-messages_nl.properties")) {
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        assertThat(new TreeSet<>(words.stringPropertyNames())).isEqualTo(needed);
    }

    @ParameterizedTest
    @EnumSource(ProblemKind.class)
    void every_kind_can_be_answered_from_its_status(ProblemKind kind) {
        Problem problem = Problem.ofStatus(kind.status());
        assertThat(problem.status()).isEqualTo(kind.status());
        assertThat(problem.members("/x"))
                .containsKeys("type", "title", "status", "detail", "instance");
    }

    @Test
    void further_members_follow_and_never_replace_the_standard_ones() {
        Problem problem =
                Problem.conflict(
                        "x", Map.of("status", 1, "toegestaan", java.util.List.of("START")));
        assertThat(problem.members("/x"))
                .containsEntry("status", 409)
                .containsEntry("toegestaan", java.util.List.of("START"));
    }

    @Test
    void retry_after_is_whole_seconds_and_at_least_one() {
        assertThat(Problem.unavailable("x", Duration.ofMillis(1)).headers())
                .containsEntry("Retry-After", "1");
        assertThat(Problem.unavailable("x", Duration.ofMillis(2001)).headers())
                .containsEntry("Retry-After", "3");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T10:00:00Z, 2026-11-23T10:00:00.000000Z",
        "2026-11-23T10:00:00.123456999Z, 2026-11-23T10:00:00.123456Z",
        "1969-12-31T23:59:59.9999999Z, 1969-12-31T23:59:59.999999Z"
    })
    void a_moment_is_written_with_six_decimals(Instant moment, String written) {
        assertThat(Moments.format(moment)).isEqualTo(written);
    }

    @Test
    void a_date_is_written_in_dutch() {
        assertThat(DutchDates.format(LocalDate.of(2026, 1, 15))).isEqualTo("15 januari 2026");
        assertThat(DutchDates.format(LocalDate.of(2026, 3, 1))).isEqualTo("1 maart 2026");
    }

    @Test
    void today_begins_at_midnight_in_amsterdam() {
        assertThat(at("2026-07-15T21:59:59Z")).isEqualTo(LocalDate.of(2026, 7, 15));
        assertThat(at("2026-07-15T22:00:00Z")).isEqualTo(LocalDate.of(2026, 7, 16));
        assertThat(at("2026-01-15T22:59:59Z")).isEqualTo(LocalDate.of(2026, 1, 15));
    }

    @ParameterizedTest
    @CsvSource({
        "/a/b, /a/b",
        "/a%2/b, /a%252/b",
        "/a|b, /a%7Cb",
        "/é, /%C3%A9",
        "/a%C3%A9, /a%C3%A9",
        "'/a\"<b>', /a%22%3Cb%3E"
    })
    void the_instance_is_a_reference_whatever_was_asked(String path, String instance) {
        assertThat(ProblemAnswers.instance(path)).isEqualTo(instance);
    }

    private static LocalDate at(String moment) {
        return new Today(Clock.fixed(Instant.parse(moment), ZoneOffset.UTC)).today();
    }
}
