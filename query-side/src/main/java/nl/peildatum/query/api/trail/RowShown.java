package nl.peildatum.query.api.trail;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.peildatum.eventstore.Act;
import nl.peildatum.query.api.StatusCode;
import nl.peildatum.query.api.cut.ActShown;
import nl.peildatum.query.api.people.Names;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the history of an action.
 *
 * @param van and {@code naar}, {@code zin}: as folded at the known-at of the cut
 * @param ingangsdatumNu the day from which it holds, as last corrected
 * @param laatDagen how many days after its {@code ingangsdatum} it was recorded
 * @param by who recorded it; absent for those who may not know
 * @param geldt whether it was not retracted
 * @param handeling the entries with which it was recorded
 */
record RowShown(
        long journaalnummer,
        UUID id,
        String soort,
        @Nullable StatusCode van,
        @Nullable StatusCode naar,
        LocalDate ingangsdatum,
        LocalDate ingangsdatumNu,
        Instant geregistreerdOp,
        long laatDagen,
        @JsonUnwrapped @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable By by,
        @Nullable String reden,
        @Nullable String toelichting,
        @Nullable String bron,
        String zin,
        @Nullable Long verwijstNaar,
        @Nullable Long vervallenDoor,
        boolean geldt,
        @Nullable ActShown handeling,
        String hash) {

    /**
     * Who recorded an entry.
     *
     * @param door the subject
     * @param doorNaam what that person is called, where it is known
     */
    record By(String door, @Nullable String doorNaam) {}

    /** An entry of the journal, which may be about no action. */
    record InJournal(@JsonUnwrapped RowShown row, @Nullable String actie) {

        static InJournal of(Row row, @Nullable Act act, Names names) {
            return new InJournal(RowShown.of(row, act, names), row.action());
        }
    }

    /** With the names of who recorded it, or without who that is. */
    static RowShown of(Row row, @Nullable Act act, @Nullable Names names) {
        return new RowShown(
                row.number(),
                row.id(),
                row.kind(),
                StatusCode.ofNullable(row.fromStatus()),
                StatusCode.ofNullable(row.toStatus()),
                row.effectiveOn(),
                row.effectiveNow(),
                row.recordedAt(),
                row.daysLate(),
                names == null ? null : new By(row.actor(), names.of(row.actor())),
                row.reason(),
                row.explanation(),
                row.source(),
                row.sentence(),
                row.refersTo(),
                row.endedBy(),
                row.stands(),
                act == null ? null : ActShown.of(act),
                row.hash());
    }
}
