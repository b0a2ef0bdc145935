package nl.peildatum.query.api.trail;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry as it was recorded, and as it reads on a cut. */
record Row(
        long number,
        UUID id,
        String kind,
        @Nullable String action,
        @Nullable String fromStatus,
        @Nullable String toStatus,
        LocalDate effectiveOn,
        Instant recordedAt,
        String actor,
        @Nullable String reason,
        @Nullable String source,
        String sentence,
        @Nullable Long refersTo,
        @Nullable Long endedBy,
        String hash) {}
