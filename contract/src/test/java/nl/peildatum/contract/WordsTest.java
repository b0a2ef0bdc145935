package nl.peildatum.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void every_sentence_has_its_words_and_no_words_are_left_over() throws Exception {
        Properties words = new Properties();
        try (var file =
                Objects.requireNonNull(
                        WordsTest.class.getResourceAsStream("/contract-messages_nl.properties"))) {
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        assertThat(words.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Words.values())
                                .map(word -> "melding." + word.name())
                                .toList());
    }
}
