package nl.peildatum.query.api.course;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;

/** A period of the calendar, of which the last day is a report date. */
enum Step {
    MAAND,
    KWARTAAL,
    JAAR;

    /** The name in answers and parameters. */
    @JsonValue
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The first day of the range, the last day of every period that ends in it, and its own. */
    List<LocalDate> days(LocalDate first, LocalDate last) {
        NavigableSet<LocalDate> days = new TreeSet<>(List.of(first));
        for (LocalDate end = endOf(first); end.isBefore(last); end = endOf(end.plusDays(1))) {
            days.add(end);
        }
        days.add(last);
        return List.copyOf(days);
    }

    private LocalDate endOf(LocalDate day) {
        return switch (this) {
            case MAAND -> day.with(TemporalAdjusters.lastDayOfMonth());
            case KWARTAAL -> day.with(IsoFields.DAY_OF_QUARTER, 1).plusMonths(3).minusDays(1);
            case JAAR -> day.with(TemporalAdjusters.lastDayOfYear());
        };
    }
}
