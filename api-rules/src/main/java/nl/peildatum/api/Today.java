package nl.peildatum.api;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** The calendar date in Europe/Amsterdam, the only calendar of this system. */
public record Today(Clock clock) {
    /** The name of the zone in which every date of this system is meant. */
    public static final String ZONE = "Europe/Amsterdam";

    /** That zone. */
    public static final ZoneId AMSTERDAM = ZoneId.of(ZONE);

    /** The date it is now. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), AMSTERDAM);
    }
}
