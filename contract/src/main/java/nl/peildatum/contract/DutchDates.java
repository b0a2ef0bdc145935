package nl.peildatum.contract;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as people read them: {@code 15 januari 2026}. */
public final class DutchDates {
    private static final DateTimeFormatter IN_WORDS =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.of("nl"));

    private DutchDates() {}

    /** The date in words. */
    public static String format(LocalDate date) {
        return IN_WORDS.format(date);
    }
}
