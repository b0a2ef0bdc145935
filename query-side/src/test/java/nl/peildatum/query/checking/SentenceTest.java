package nl.peildatum.query.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import nl.peildatum.eventstore.AuditLog;
import org.junit.jupiter.api.Test;

class SentenceTest {

    private static final ResourceBundle WORDS =
            ResourceBundle.getBundle("query-side-checks", Locale.of("nl"));

    @Test
    void every_sentence_has_its_words_and_no_words_are_left_over() {
        assertThat(
                        WORDS.keySet().stream()
                                .filter(key -> key.startsWith("controle."))
                                .collect(Collectors.toSet()))
                .isEqualTo(
                        Arrays.stream(Sentence.values())
                                .map(sentence -> "controle." + sentence)
                                .collect(Collectors.toSet()));
    }

    @Test
    void every_kind_of_line_of_the_audit_log_has_a_sentence() {
        for (AuditLog.Kind kind : AuditLog.Kind.values()) {
            assertThat(WORDS.keySet()).anyMatch(key -> key.startsWith("zin." + kind.name()));
        }
    }

    @Test
    void numbers_are_told_without_separators() {
        assertThat(Sentence.ONE_MISSING.text(1234567L)).startsWith("Regel 1234567 ontbreekt");
    }
}
