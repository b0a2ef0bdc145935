package nl.peildatum.portal.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;

/** An entry of the journal, as who may know everything reads it. */
public record Entry(
        long journaalnummer,
        String soort,
        @Nullable LocalDate ingangsdatum,
        @Nullable LocalDate ingangsdatumNu,
        Instant geregistreerdOp,
        @Nullable Integer laatDagen,
        String door,
        @Nullable String doorNaam,
        @Nullable String reden,
        @Nullable String toelichting,
        @Nullable String bron,
        String zin,
        @Nullable Long verwijstNaar,
        @Nullable Long vervallenDoor,
        boolean geldt,
        @Nullable String hash,
        @Nullable String actie) {

    /** The entries from one number on, in order, and the last there is. */
    public record Piece(List<Entry> regels, long hoofd) {

        public Piece {
            regels = List.copyOf(Objects.requireNonNullElse(regels, List.of()));
        }

        /** The newest first. */
        public List<Entry> newestFirst() {
            return regels.reversed();
        }
    }

    /** Whether it was recorded after the day from which it holds. */
    public boolean late() {
        return laatDagen != null && laatDagen > 0;
    }

    /** Whether it holds from another day than was recorded first. */
    public boolean corrected() {
        return ingangsdatumNu != null && !ingangsdatumNu.equals(ingangsdatum);
    }

    /** When it was recorded, as HTML takes it: to the millisecond. */
    public String recordedAt() {
        return geregistreerdOp.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** Who recorded it. */
    public String who() {
        return doorNaam == null ? door : Words.of("journaal.door", doorNaam, door);
    }
}
