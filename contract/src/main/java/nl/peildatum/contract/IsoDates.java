package nl.peildatum.contract;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as this interface reads them: {@code YYYY-MM-DD}, on the calendar, years 0001–9999. */
public final class IsoDates {
    private static final Pattern FORM = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private IsoDates() {}

    /** The date, or null where the text is not one. */
    public static @Nullable LocalDate read(String text) {
        if (!hasForm(text)) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(text);
            return date.getYear() < 1 ? null : date;
        } catch (DateTimeException notOnTheCalendar) {
            return null;
        }
    }

    /** Whether the text is written as a date, be it one that is on no calendar. */
    public static boolean hasForm(String text) {
        return FORM.matcher(text).matches();
    }
}
