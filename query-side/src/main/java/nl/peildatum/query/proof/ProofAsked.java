package nl.peildatum.query.proof;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.peildatum.api.Asked;
import nl.peildatum.api.Problem;
import nl.peildatum.contract.Fault;
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

    /** The same, as the parameters say it. */
    record ExtentAsked(
            @Nullable Long vanaf,
            @Nullable Long totEnMet,
            @Nullable LocalDate rapportage,
            @Nullable Long minstensJournaal) {}

    /** The part that is asked for. */
    static ProofAsked of(Asked question) {
        ExtentAsked asked = question.query(ExtentAsked.class);
        Long from = asked.vanaf();
        Long upTo = asked.totEnMet();
        List<Fault> faults = new ArrayList<>();
        if (from != null && upTo != null && from > upTo) {
            faults.add(new Fault("vanaf", Wording.FROM_BEYOND_UP_TO.text(Long.toString(upTo))));
        }
        if (asked.rapportage() != null) {
            Stream.of(from == null ? "" : "vanaf", upTo == null ? "" : "totEnMet")
                    .filter(name -> !name.isEmpty())
                    .forEach(name -> faults.add(new Fault(name, Wording.RANGE_OR_REPORT.text())));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return new ProofAsked(from, upTo, asked.rapportage(), asked.minstensJournaal());
    }
}
