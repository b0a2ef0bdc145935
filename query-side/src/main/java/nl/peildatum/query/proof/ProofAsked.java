package nl.peildatum.query.proof;

import java.time.LocalDate;
import nl.peildatum.api.Parameters;
import nl.peildatum.query.api.Wording;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a journal is to be proved: from a number up to another, or everything up to the
 * entry that fixed a report; all of it where neither is asked.
 *
 * @param processed the journal number that must be there
 */
record ProofAsked(
        @Nullable Long from,
        @Nullable Long upTo,
        @Nullable LocalDate reportDate,
        @Nullable Long processed) {

    /** Reads the parameters and refuses what is wrong with them, all at once. */
    static ProofAsked from(Parameters parameters) {
        Long from = parameters.optionalLong("vanaf", 1);
        Long upTo = parameters.optionalLong("totEnMet", 1);
        LocalDate reportDate = parameters.optionalDate("rapportage");
        Long processed = parameters.optionalLong("minstensJournaal", 0);
        if (from != null && upTo != null && from > upTo) {
            parameters.fault("vanaf", Wording.FROM_BEYOND_UP_TO.text(Long.toString(upTo)));
        }
        if (parameters.has("rapportage")) {
            notBesideAReport(parameters, "vanaf");
            notBesideAReport(parameters, "totEnMet");
        }
        parameters.done();
        return new ProofAsked(from, upTo, reportDate, processed);
    }

    private static void notBesideAReport(Parameters parameters, String name) {
        if (parameters.has(name)) {
            parameters.fault(name, Wording.RANGE_OR_REPORT.text());
        }
    }
}
