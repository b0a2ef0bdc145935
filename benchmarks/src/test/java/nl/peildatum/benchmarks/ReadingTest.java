package nl.peildatum.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadingTest {

    @Test
    void what_is_measured_both_ways_is_the_same_command() {
        Reading reading = new Reading();
        assertThat(reading.read()).isEqualTo(reading.bound());
    }
}
