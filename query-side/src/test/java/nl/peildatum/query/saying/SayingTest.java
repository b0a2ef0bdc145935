package nl.peildatum.query.saying;

import static org.assertj.core.api.Assertions.assertThat;

import nl.peildatum.events.FreeText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SayingTest {

    @ParameterizedTest
    @CsvSource({
        "'de  pilots\nliepen uit.', ', omdat de pilots liepen uit', de pilots liepen uit",
        "De pilots liepen uit., , De pilots liepen uit",
        "te laat. En te duur, , te laat. En te duur",
        "nog niet .., , nog niet ..",
    })
    void only_what_is_no_sentence_of_its_own_comes_after_because(
            String reason, String because, String quoted) {
        String apart = ", met als reden: ‘" + quoted + "’";
        assertThat(Saying.reason(reason)).isEqualTo(apart);
        assertThat(Saying.because(reason)).isEqualTo(because == null ? apart : because);
    }

    @Test
    void an_erased_reason_is_told_as_erased_and_none_is_not_told() {
        assertThat(Saying.because(FreeText.ERASED)).isEqualTo(" (reden: " + FreeText.ERASED + ")");
        assertThat(Saying.reason(FreeText.ERASED)).isEqualTo(" (reden: " + FreeText.ERASED + ")");
        assertThat(Saying.reason(" ")).isEmpty();
        assertThat(Saying.because(null)).isEmpty();
    }
}
