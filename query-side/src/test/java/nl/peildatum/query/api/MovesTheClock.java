package nl.peildatum.query.api;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

/** A test that sets the clock ahead or back, and leaves it right. */
interface MovesTheClock {

    @AfterEach
    default void the_clock_is_right_again() {
        Asked.CLOCK.ahead(Duration.ZERO);
    }
}
