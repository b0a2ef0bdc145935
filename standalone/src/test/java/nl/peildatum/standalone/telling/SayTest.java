package nl.peildatum.standalone.telling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class SayTest {

    @Test
    void every_line_has_its_words_and_no_words_are_left_over() {
        ResourceBundle words = ResourceBundle.getBundle("standalone-messages", Locale.of("nl"));

        assertThat(words.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Say.values()).map(Say::name).toList());
    }

    @Test
    void a_refusal_is_one_line() {
        assertThat(new CannotStart(Say.PORT_IN_USE, 8080))
                .hasMessage(
                        "Poort 8080 is al in gebruik. Stop het programma dat daar draait, of kies"
                                + " een andere poort met PEILDATUM_PORT.");
    }
}
