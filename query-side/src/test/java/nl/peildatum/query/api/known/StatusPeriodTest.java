package nl.peildatum.query.api.known;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatusPeriodTest {

    @Test
    void equal_neighbours_are_one_period_given_by_the_first_entry() {
        assertThat(
                        StatusPeriod.of(
                                List.of(
                                        span("IN_PROGRESS", "2025-01-01", "2025-02-01", 3),
                                        span("IN_PROGRESS", "2025-02-01", "2025-03-01", 7),
                                        span("COMPLETED", "2025-03-01", null, 8))))
                .containsExactly(
                        period("IN_PROGRESS", "2025-01-01", "2025-03-01", 3),
                        period("COMPLETED", "2025-03-01", null, 8));
    }

    @Test
    void the_last_period_is_open_whatever_happens_later() {
        assertThat(StatusPeriod.of(List.of(span("IN_PROGRESS", "2025-01-01", "2025-02-01", 3))))
                .containsExactly(period("IN_PROGRESS", "2025-01-01", null, 3));
    }

    @Test
    void a_status_that_comes_back_is_another_period() {
        assertThat(
                        StatusPeriod.of(
                                List.of(
                                        span("IN_PROGRESS", "2025-01-01", "2025-02-01", 3),
                                        span("DELAYED", "2025-02-01", "2025-03-01", 4),
                                        span("IN_PROGRESS", "2025-03-01", null, 5))))
                .hasSize(3);
    }

    @Test
    void nothing_recorded_is_no_period() {
        assertThat(StatusPeriod.of(List.of())).isEmpty();
    }

    private static StatusSpan span(String status, String from, @Nullable String to, long entry) {
        return new StatusSpan("22", status, LocalDate.parse(from), day(to), entry);
    }

    private static StatusPeriod period(
            String status, String from, @Nullable String to, long entry) {
        return new StatusPeriod(status, LocalDate.parse(from), day(to), entry);
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
