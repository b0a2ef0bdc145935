package nl.peildatum.query.api.difference;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Of which kind an entry is, why it was recorded and when. */
record Reason(long number, String kind, @Nullable String reason, Instant recordedAt) {
    /** Whether it says something of the matter itself, and not of an entry about it. */
    boolean isOfTheMatter() {
        return !kind.equals("CORRECTIE") && !kind.equals("RETRACTIE");
    }
}
