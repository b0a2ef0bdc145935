package nl.peildatum.query.api.overview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RightToLeftTest {

    @ParameterizedTest
    @CsvSource({
        // beh that reaches yeh, which reaches teh
        "\u0628\u064A\u062A, \uFE91\uFEF4\uFE96",
        // with a mark between
        "\u0628\u064E\u064A\u062A, \uFE91\u064E\uFEF4\uFE96",
        // dal reaches nobody, and a space keeps apart
        "\u062F\u0628 \u0628, \uFEA9\uFE8F \uFE8F",
        // lam and alef are one, after a seen that reaches them
        "\u0633\u0644\u0627\u0645, \uFEB3\uFEFC\uFEE1",
        "\u05E9\u05DC\u05D5\u05DD, \u05E9\u05DC\u05D5\u05DD",
        "titel, titel"
    })
    void an_arabic_letter_has_the_form_that_goes_with_its_neighbours(String text, String shaped) {
        assertThat(new RightToLeft().shaped(text)).isEqualTo(shaped);
    }
}
