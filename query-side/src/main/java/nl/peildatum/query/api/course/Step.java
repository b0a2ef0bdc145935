package nl.peildatum.query.api.course;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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

    /** Every step by its name, for a parameter that chooses one. */
    static Map<String, Step> choices() {
        Map<String, Step> choices = new LinkedHashMap<>();
        for (Step step : values()) {
            choices.put(step.code(), step);
        }
        return choices;
    }

    /**
     * The last day of every period that ends in the range, and the last day of the range itself.
     */
    List<LocalDate> days(LocalDate first, LocalDate last) {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate end = endOf(first); end.isBefore(last); end = endOf(end.plusDays(1))) {
            days.add(end);
        }
        days.add(last);
        return days;
    }

    private LocalDate endOf(LocalDate day) {
        return switch (this) {
            case MAAND -> day.with(TemporalAdjusters.lastDayOfMonth());
            case KWARTAAL -> day.with(IsoFields.DAY_OF_QUARTER, 1).plusMonths(3).minusDays(1);
            case JAAR -> day.with(TemporalAdjusters.lastDayOfYear());
        };
    }
}
