package nl.peildatum.standalone.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class GuessesTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final Guesses guesses = new Guesses(now::get);

    @Test
    void the_fifth_wrong_one_within_a_minute_slows_down_for_a_minute() {
        for (int i = 1; i <= 5; i++) {
            assertThat(guesses.waiting("auditor", "1.2.3.4")).isZero();
            assertThat(guesses.wrong("auditor", "1.2.3.4")).isEqualTo(i == 5);
        }
        assertThat(guesses.waiting("auditor", "1.2.3.4")).isEqualTo(Duration.ofMinutes(1));
        pass(Duration.ofSeconds(59));
        assertThat(guesses.waiting("auditor", "1.2.3.4")).isEqualTo(Duration.ofSeconds(1));
        pass(Duration.ofSeconds(1));
        assertThat(guesses.waiting("auditor", "1.2.3.4")).isZero();
        assertThat(guesses.wrong("auditor", "1.2.3.4")).isFalse();
    }

    @Test
    void who_makes_a_mistake_now_and_then_is_never_slowed_down() {
        for (int i = 0; i < 100; i++) {
            assertThat(guesses.wrong("auditor", "1.2.3.4")).isFalse();
            pass(Duration.ofSeconds(16));
        }
    }

    @Test
    void nobody_is_kept_out_by_somebody_elses_address() {
        wrong(5, "auditor", "1.2.3.4");

        assertThat(guesses.waiting("auditor", "1.2.3.5")).isZero();
        assertThat(guesses.waiting("lezer", "1.2.3.4")).isZero();
    }

    @Test
    void names_made_up_do_not_help_an_address() {
        for (int i = 0; i < 20; i++) {
            assertThat(guesses.waiting("naam" + i, "1.2.3.4")).isZero();
            guesses.wrong("naam" + i, "1.2.3.4");
        }
        assertThat(guesses.waiting("auditor", "1.2.3.4")).isPositive();
        assertThat(guesses.waiting("auditor", "1.2.3.5")).isZero();
    }

    @Test
    void many_addresses_slow_a_name_down_for_everybody() {
        for (int i = 0; i < 10; i++) {
            assertThat(guesses.waiting("auditor", "9.9.9.9")).isZero();
            wrong(5, "auditor", "1.2.3." + i);
        }
        assertThat(guesses.waiting("auditor", "9.9.9.9")).isPositive();
        assertThat(guesses.waiting("lezer", "9.9.9.9")).isZero();
    }

    @Test
    void the_ipv6_addresses_of_one_network_are_one() {
        for (int i = 0; i < 5; i++) {
            guesses.wrong("auditor", "2001:db8:0:1:0:0:0:" + i);
        }
        assertThat(guesses.waiting("auditor", "2001:db8:0:1:ffff:0:0:9")).isPositive();
        assertThat(guesses.waiting("auditor", "2001:db8:0:2:0:0:0:1")).isZero();
    }

    @Test
    void a_flood_of_names_and_addresses_takes_no_more_room_than_is_given() {
        String longest = "x".repeat(100_000);
        for (int i = 0; i < 50_000; i++) {
            guesses.wrong(i + longest.substring(0, i % 7), "10." + i);
        }
        assertThat(guesses.kept()).isEqualTo(Guesses.MOST_KEPT);
        wrong(5, longest, "1.2.3.4");
        assertThat(guesses.waiting(longest + "y", "1.2.3.4")).isPositive();
    }

    private void wrong(int times, String name, String address) {
        for (int i = 0; i < times; i++) {
            guesses.wrong(name, address);
        }
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
