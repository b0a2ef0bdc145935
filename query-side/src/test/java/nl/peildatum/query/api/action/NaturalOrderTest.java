package nl.peildatum.query.api.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {

    @Test
    void codes_stand_in_the_order_people_expect() {
        List<String> expected =
                List.of(
                        "-",
                        "03",
                        "3",
                        "4",
                        "4-a",
                        "4a",
                        "9",
                        "10",
                        "22",
                        "100",
                        "extra-1",
                        "extra-2",
                        "extra-10",
                        "extra-10a");
        List<String> shuffled = new ArrayList<>(expected);
        for (int seed = 0; seed < 50; seed++) {
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(shuffled.stream().sorted(NaturalOrder.OF_CODES).toList())
                    .containsExactlyElementsOf(expected);
        }
    }

    @Test
    void only_equal_codes_are_equal() {
        assertThat(NaturalOrder.OF_CODES.compare("01", "1")).isNegative();
        assertThat(NaturalOrder.OF_CODES.compare("1", "01")).isPositive();
        assertThat(NaturalOrder.OF_CODES.compare("1", "1")).isZero();
    }

    @Test
    void numbers_longer_than_any_integer_are_compared_too() {
        assertThat(NaturalOrder.OF_CODES.compare("9".repeat(39), "1" + "0".repeat(39)))
                .isNegative();
    }
}
