package nl.peildatum.query.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The machine's clock, until it is set ahead or back, or stopped. */
final class SettableClock extends Clock {
    private volatile InstantSource now = InstantSource.system();

    void ahead(Duration by) {
        now = InstantSource.offset(InstantSource.system(), by);
    }

    void standAt(Instant moment) {
        now = InstantSource.fixed(moment);
    }

    @Override
    public Instant instant() {
        return now.instant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
