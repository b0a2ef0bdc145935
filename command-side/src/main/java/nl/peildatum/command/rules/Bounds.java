package nl.peildatum.command.rules;

import java.time.LocalDate;

/**
 * The dates and years of a programme: what is recorded now lies within them; what was recorded
 * before is read as it is.
 *
 * @param today the date in Europe/Amsterdam; no effective date lies after it
 * @param firstYear the first calendar year of the programme
 * @param lastYear the last one it ever had
 */
public record Bounds(LocalDate today, int firstYear, int lastYear) {

    private static final int YEARS_BEFORE = 5;

    /** The first day from which anything can hold. */
    public LocalDate firstDay() {
        return LocalDate.of(firstYear - YEARS_BEFORE, 1, 1);
    }

    /** Whether an action can be carried out in a year. */
    public boolean hasYear(int year) {
        return firstYear <= year && year <= lastYear;
    }
}
