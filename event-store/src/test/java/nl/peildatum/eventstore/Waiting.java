package nl.peildatum.eventstore;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Waits for what is bound to happen, and fails when it does not. */
final class Waiting {

    private Waiting() {}

    static void until(String what, BooleanSupplier happened) throws InterruptedException {
        Instant limit = Instant.now().plus(Duration.ofSeconds(20));
        while (!happened.getAsBoolean()) {
            if (Instant.now().isAfter(limit)) {
                throw new AssertionError("did not happen within 20 seconds: " + what);
            }
            Thread.sleep(5);
        }
    }

    /** Until a session of this database waits for a lock. */
    static void untilBlocked(JdbcClient jdbc) throws InterruptedException {
        until(
                "a session that waits for a lock",
                () ->
                        jdbc.sql(
                                                """
                                        SELECT count(*) FROM pg_stat_activity
                                        WHERE datname = current_database() AND wait_event_type = 'Lock'""")
                                        .query(Long.class)
                                        .single()
                                > 0);
    }
}
