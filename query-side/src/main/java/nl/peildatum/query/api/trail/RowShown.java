package nl.peildatum.query.api.trail;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.peildatum.query.api.StatusCode;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the history of an action.
 *
 * @param van and {@code naar}, {@code zin}: as folded at the known-at of the cut
 * @param door who recorded it, a subject; absent for those who may not know
 */
record RowShown(
        long journaalnummer,
        UUID id,
        String soort,
        @Nullable StatusCode van,
        @Nullable StatusCode naar,
        LocalDate ingangsdatum,
        Instant geregistreerdOp,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String door,
        @Nullable String reden,
        @Nullable String bron,
        String zin,
        @Nullable Long verwijstNaar,
        @Nullable Long vervallenDoor,
        String hash) {

    /** An entry of the journal, which may be about no action. */
    record InJournal(@JsonUnwrapped RowShown row, @Nullable String actie) {

        static InJournal of(Row row) {
            return new InJournal(RowShown.of(row, true), row.action());
        }
    }

    static RowShown of(Row row, boolean withActor) {
        return new RowShown(
                row.number(),
                row.id(),
                row.kind(),
                StatusCode.ofNullable(row.fromStatus()),
                StatusCode.ofNullable(row.toStatus()),
                row.effectiveOn(),
                row.recordedAt(),
                withActor ? row.actor() : null,
                row.reason(),
                row.source(),
                row.sentence(),
                row.refersTo(),
                row.endedBy(),
                row.hash());
    }
}
