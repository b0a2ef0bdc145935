package nl.peildatum.query.api.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nl.peildatum.query.api.known.ActionSpan;
import nl.peildatum.query.api.known.LineSpan;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Delay 62 of March was dated back to January by 70, and to February by 71. */
class ActionHistoryTest {
    private static final LocalDate JANUARY = LocalDate.parse("2026-01-15");
    private static final LocalDate FEBRUARY = LocalDate.parse("2026-02-15");
    private static final LocalDate MARCH = LocalDate.parse("2026-03-15");

    private static final ActionHistory HISTORY =
            new ActionHistory(
                    "24",
                    List.of(
                            span(40, null, 40, 62L, "IN_PROGRESS"),
                            span(40, MARCH, 62, 70L, "IN_PROGRESS"),
                            span(MARCH, 62, 70L),
                            span(40, JANUARY, 70, 71L, "IN_PROGRESS"),
                            span(JANUARY, 70, 71L),
                            span(40, FEBRUARY, 71, null, "IN_PROGRESS"),
                            span(FEBRUARY, 71, null)),
                    new LineHistory(
                            List.of(
                                    new LineSpan(
                                            1, "Eerste", 1, 2, LocalDate.EPOCH, null, 2, null))));

    private static ActionSpan span(
            long entry,
            @Nullable LocalDate to,
            long knownFrom,
            @Nullable Long knownTo,
            String status) {
        return new ActionSpan(
                "24",
                LocalDate.parse("2025-11-30"),
                to,
                knownFrom,
                knownTo,
                status,
                entry,
                null,
                1,
                true,
                null);
    }

    private static ActionSpan span(LocalDate from, long knownFrom, @Nullable Long knownTo) {
        return new ActionSpan(
                "24", from, null, knownFrom, knownTo, "DELAYED", 62, "reden", 1, true, null);
    }

    @Test
    void a_turn_is_on_the_day_that_is_known_by_then() {
        List<Turn> turns =
                HISTORY.turns(Measure.STATUS, JANUARY.minusDays(30), MARCH.plusDays(30), 71);
        assertThat(turns).extracting(Turn::day).containsExactly(FEBRUARY);
        assertThat(HISTORY.turns(Measure.STATUS, JANUARY.minusDays(30), MARCH, 69))
                .extracting(Turn::day)
                .containsExactly(MARCH);
        assertThat(HISTORY.turns(Measure.STATUS, FEBRUARY, MARCH, 71)).isEmpty();
        assertThat(HISTORY.turns(Measure.LINE, JANUARY, MARCH, 71)).isEmpty();
    }
}
