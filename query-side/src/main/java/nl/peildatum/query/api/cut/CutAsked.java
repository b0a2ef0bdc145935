package nl.peildatum.query.api.cut;

import java.time.Instant;
import java.time.LocalDate;
import nl.peildatum.api.Parameters;
import nl.peildatum.api.Today;
import nl.peildatum.query.api.Wording;
import org.jspecify.annotations.Nullable;

/**
 * The cut as a caller asks for it; with neither a moment nor a number everything known.
 *
 * @param reportDate the end of that day, Europe/Amsterdam; today unless asked
 * @param processed the journal number an answering projection must have reached
 */
public record CutAsked(
        LocalDate reportDate,
        @Nullable Instant knownAt,
        @Nullable Long knownUpTo,
        @Nullable Long processed) {

    /** Reads the cut's parameters; what is wrong with them is noted there. */
    public static CutAsked from(Parameters parameters, Today today) {
        LocalDate reportDate = parameters.optionalDate("peildatum");
        Instant knownAt = parameters.optionalInstant("bekendOp");
        Long knownUpTo = parameters.optionalLong("bekendTot", 0);
        if (parameters.has("bekendOp") && parameters.has("bekendTot")) {
            parameters.fault("bekendOp", Wording.BOTH_KNOWN.text());
            parameters.fault("bekendTot", Wording.BOTH_KNOWN.text());
        }
        return new CutAsked(
                reportDate == null ? today.today() : reportDate,
                knownAt,
                knownUpTo,
                parameters.optionalLong("minstensJournaal", 0));
    }

    /** Reads the cut of a question about all programmes, whose journals count for themselves. */
    public static CutAsked ofAll(Parameters parameters, Today today) {
        CutAsked asked = from(parameters, today);
        if (asked.knownUpTo() != null) {
            parameters.fault("bekendTot", Wording.KNOWN_UP_TO_NEEDS_PROGRAMME.text());
        }
        return asked;
    }

    /** Whether everything known is asked for. */
    public boolean everythingKnown() {
        return knownAt == null && knownUpTo == null;
    }

    /** The same question, asked of projections that have processed at least this number. */
    public CutAsked after(long number) {
        return new CutAsked(
                reportDate,
                knownAt,
                knownUpTo,
                processed == null ? number : Math.max(processed, number));
    }
}
