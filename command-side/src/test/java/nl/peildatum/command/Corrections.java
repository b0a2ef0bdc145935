package nl.peildatum.command;

import java.time.LocalDate;
import nl.peildatum.events.Correction;
import nl.peildatum.events.Status;
import nl.peildatum.eventstore.TestCorrections;
import org.jspecify.annotations.Nullable;

/** What of an entry reads differently, in few words. */
public final class Corrections {

    private Corrections() {}

    /** Another date, kind or status; null is unchanged. */
    public static Correction as(
            @Nullable LocalDate day, @Nullable String kind, @Nullable Status status) {
        return as(day, kind, status, null);
    }

    /** Another expected completion of a delay. */
    public static Correction until(LocalDate completion) {
        return as(null, null, null, completion);
    }

    private static Correction as(
            @Nullable LocalDate day,
            @Nullable String kind,
            @Nullable Status status,
            @Nullable LocalDate completion) {
        return TestCorrections.of(
                "effectiveOn",
                day,
                "kind",
                kind,
                "status",
                status,
                "expectedCompletion",
                completion);
    }
}
