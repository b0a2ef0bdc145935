package nl.peildatum.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DutchTextsTest {

    private static final DutchTexts TEXTS = DutchTexts.of("dutch-texts", DutchTextsTest.class);

    @Test
    void values_are_told_as_they_are_and_everything_else_stays() {
        assertThat(TEXTS.told("raar", 1234, "{0} $1 \\")).isEqualTo("'s {x} 1234 {0} $1 \\ {2} {");
    }

    @Test
    void values_are_filled_in_by_message_format() {
        assertThat(TEXTS.filled("keuze", 1)).isEqualTo("1 regel");
        assertThat(TEXTS.filled("keuze", 1234)).isEqualTo("1.234 regels");
    }
}
