package nl.peildatum.query.saying;

import static org.assertj.core.api.Assertions.assertThat;

import nl.peildatum.events.FreeText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SayingTest {

    @ParameterizedTest
    @CsvSource({
        "'de  pilots\nliepen uit.', de pilots liepen uit.",
        "De pilots liepen uit, De pilots liepen uit",
        "te laat. En te duur!, te laat. En te duur!",
    })
    void a_reason_stands_behind_a_colon_as_it_was_typed(String reason, String quoted) {
        assertThat(Saying.withReason("Het is vertraagd", reason))
                .isEqualTo("Het is vertraagd. Reden: ‘" + quoted + "’");
        assertThat(Saying.withReason("Het is vertraagd.", reason))
                .isEqualTo("Het is vertraagd. Reden: ‘" + quoted + "’");
    }

    @Test
    void an_erased_reason_is_told_as_erased_and_none_is_not_told() {
        assertThat(Saying.withReason("Klaar", FreeText.ERASED))
                .isEqualTo("Klaar. Reden: tekst gewist.");
        assertThat(Saying.withReason("Klaar", " ")).isEqualTo("Klaar.");
        assertThat(Saying.withReason("Klaar", null)).isEqualTo("Klaar.");
    }
}
