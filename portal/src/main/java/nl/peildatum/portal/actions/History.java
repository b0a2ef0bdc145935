package nl.peildatum.portal.actions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;

/** Everything that was recorded about an action, in the order of recording. */
public record History(List<Entry> regels, int totaal) {

    /**
     * What stood there before the day from which a status holds was corrected, in a sentence.
     *
     * @param status the entry that gave the status
     */
    public @Nullable String correctedDay(long status) {
        return regels.stream()
                .filter(entry -> entry.journaalnummer() == status && entry.corrected())
                .map(Entry::ingangsdatum)
                .filter(Objects::nonNull)
                .findFirst()
                .flatMap(
                        first ->
                                regels.stream()
                                        .filter(by -> Objects.equals(by.verwijstNaar(), status))
                                        .findFirst()
                                        .map(
                                                by ->
                                                        Words.of(
                                                                "actie.gecorrigeerd",
                                                                by.journaalnummer(),
                                                                Words.date(first))))
                .orElse(null);
    }

    /** One entry of the journal. */
    public record Entry(
            long journaalnummer,
            String soort,
            @Nullable LocalDate ingangsdatum,
            @Nullable LocalDate ingangsdatumNu,
            Instant geregistreerdOp,
            @Nullable Integer laatDagen,
            @Nullable String toelichting,
            @Nullable String bron,
            String zin,
            boolean geldt,
            @Nullable Long verwijstNaar) {

        /** Whether it was recorded after the day from which it holds. */
        public boolean late() {
            return laatDagen != null && laatDagen > 0;
        }

        /** Whether it holds from another day than was recorded first. */
        public boolean corrected() {
            return ingangsdatumNu != null && !ingangsdatumNu.equals(ingangsdatum);
        }

        /** From when it holds and when it was recorded, and where that stands. */
        public String times() {
            StringBuilder told = new StringBuilder();
            LocalDate from = ingangsdatumNu == null ? ingangsdatum : ingangsdatumNu;
            if (from != null) {
                told.append(Words.of("regel.vanaf", Words.date(from))).append(' ');
            }
            told.append(Words.of("regel.op", Words.day(geregistreerdOp)));
            if (bron != null) {
                told.append(' ').append(Words.of("regel.bron", bron));
            }
            return told.toString();
        }
    }
}
