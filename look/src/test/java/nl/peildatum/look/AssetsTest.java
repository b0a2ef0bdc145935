package nl.peildatum.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class AssetsTest {

    @Test
    void the_script_is_eight_kilobytes_at_most_and_goes_without_remarks() {
        Assets.Asset script =
                Objects.requireNonNull(Assets.at(Assets.address("peildatum.js")), "the script");

        assertThat(script.length()).isBetween(1_000, 8 * 1024);
        assertThat(script.type()).startsWith("text/javascript");
        assertThat(Assets.text("peildatum.js"))
                .contains("new EventSource(")
                .doesNotContainPattern("(?m)^(\\s|//|$)");
    }
}
