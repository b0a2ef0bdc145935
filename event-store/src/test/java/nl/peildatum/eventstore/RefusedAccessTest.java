package nl.peildatum.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefusedAccessTest {

    private static final TestDatabase database = TestDatabase.create();
    private static final Instant NOON = Instant.parse("2026-03-02T11:00:00Z");

    @BeforeEach
    void empty() {
        database.clear();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static List<AuditLog.Line> lines() {
        return new AuditLog(database.dataSource()).from(1, 1000);
    }

    @Test
    void what_is_alike_is_written_once_and_then_counted() {
        try (RefusedAccess refused =
                new RefusedAccess(database.dataSource(), RefusedAccess.A_MINUTE)) {
            for (int number = 1; number <= 500; number++) {
                refused.note(403, "lezer", "GET", "/api/v1/programmas/p/journaal/" + number, NOON);
            }
            refused.note(401, null, "GET", "/api/v1/programmas/p/journaal/1", NOON);
        }

        assertThat(lines())
                .extracting(line -> line.subject() + " " + line.content())
                .satisfiesExactlyInAnyOrder(
                        first -> assertThat(first).startsWith("lezer").contains("\"keer\":1,"),
                        token -> assertThat(token).startsWith("null").contains("\"status\":401"),
                        rest -> assertThat(rest).startsWith("lezer").contains("\"keer\":499"));
    }

    @Test
    void a_flood_costs_the_log_few_lines_and_the_request_no_time() {
        long begun = System.nanoTime();
        try (RefusedAccess refused =
                new RefusedAccess(database.dataSource(), RefusedAccess.A_MINUTE)) {
            for (int name = 0; name < 20_000; name++) {
                refused.note(403, "lezer", "GET", "/api/v1/" + letters(name), NOON);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isLessThan(Duration.ofSeconds(5));
        }

        assertThat(lines()).hasSize(RefusedAccess.MOST_AT_ONCE + 1);
        assertThat(lines().getLast().content())
                .isEqualTo("{\"gemist\":" + (20_000 - RefusedAccess.MOST_AT_ONCE) + "}");
    }

    private static String letters(int number) {
        StringBuilder letters = new StringBuilder();
        for (char digit : Integer.toString(number).toCharArray()) {
            letters.append((char) ('a' + digit - '0'));
        }
        return letters.toString();
    }

    @Test
    void whatever_somebody_asks_for_fits_the_log() {
        try (RefusedAccess refused =
                new RefusedAccess(database.dataSource(), RefusedAccess.A_MINUTE)) {
            refused.note(403, "a\nb\u0000", "GET", "/" + "x".repeat(5000), NOON);
            refused.note(403, " ", "GET", "/", NOON);
        }

        assertThat(lines()).hasSize(2);
        assertThat(lines().getFirst().subject()).isEqualTo("a?b?");
        assertThat(lines().getFirst().content()).hasSizeLessThan(500);
        assertThat(lines().getLast().subject()).isNull();
    }
}
