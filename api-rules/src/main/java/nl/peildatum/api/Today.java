package nl.peildatum.api;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** The calendar date in Europe/Amsterdam, the only calendar of this system. */
public record Today(Clock clock) {
    /** The zone in which every date of this system is meant. */
    public static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    /** The date it is now. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), AMSTERDAM);
    }
}
