package nl.peildatum.command.importing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import nl.peildatum.command.words.Wordings;
import nl.peildatum.contract.DutchDates;
import nl.peildatum.events.Basis;
import org.jspecify.annotations.Nullable;

/**
 * How a publication is taken over.
 *
 * @param publication what the publication is called
 * @param reason the reason given with the request, for the moves that need one
 */
record Taking(
        LocalDate reportDate,
        LocalDate today,
        String actor,
        String publication,
        @Nullable String reason) {

    /** What an edition is called that states this month, or none. */
    static String name(@Nullable YearMonth month) {
        return month == null
                ? Wordings.of("import.publication")
                : Wordings.of(
                        "import.publication.month",
                        month.getMonth().getDisplayName(TextStyle.FULL, Locale.of("nl")),
                        String.valueOf(month.getYear()));
    }

    /** The source says that the report date was taken, since a publication states no day. */
    Basis basis() {
        return new Basis(
                reportDate,
                actor,
                Wordings.of("import.source", publication, DutchDates.format(reportDate)));
    }

    /** A publication gives no reasons; a move that must have one says so. */
    Grounds grounds() {
        return new Grounds(
                basis(),
                reason,
                reason == null ? Wordings.of("import.reason", publication) : reason);
    }
}
