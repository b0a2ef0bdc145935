package nl.peildatum.portal.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import nl.peildatum.portal.cut.Cut;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * A report as the interface tells it; {@code reproduceert} and what is known otherwise since are
 * told of one report only, and not in a list.
 */
public record Report(
        LocalDate peildatum,
        String status,
        String titel,
        long journaalnummer,
        Instant geregistreerdOp,
        @Nullable String door,
        @Nullable String reden,
        long bekendTot,
        String vorm,
        String digest,
        @Nullable Boolean reproduceert,
        List<Since> gewijzigdSindsVaststelling,
        @Nullable Report voorstel,
        List<Report> eerdere) {

    private static final String FIXED = "VASTGESTELD";

    public Report {
        gewijzigdSindsVaststelling = orEmpty(gewijzigdSindsVaststelling);
        eerdere = orEmpty(eerdere);
    }

    /** What is known otherwise since. */
    public record Since(String zin, List<Long> journaalnummers) {}

    /** Whether it is fixed, and not only proposed. */
    public boolean fixed() {
        return status.equals(FIXED);
    }

    /** What waits to be confirmed: this, or what was proposed in its place. */
    public @Nullable Report waiting() {
        return fixed() ? voorstel : this;
    }

    /** Where it is read. */
    public String page(Cut cut) {
        return cut.page("/rapportages/" + peildatum);
    }

    /** What it says of itself: when it was fixed or proposed, and with which entry. */
    public String told() {
        return Words.of(
                fixed() ? "rapportage.vastgesteld" : "rapportage.voorgesteld",
                Words.moment(geregistreerdOp),
                journaalnummer);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> given) {
        return List.copyOf(Objects.requireNonNullElse(given, List.of()));
    }
}
