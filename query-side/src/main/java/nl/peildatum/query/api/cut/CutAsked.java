package nl.peildatum.query.api.cut;

import java.time.Instant;
import java.time.LocalDate;
import nl.peildatum.api.Asked;
import nl.peildatum.api.Parameters;
import nl.peildatum.api.Today;
import nl.peildatum.query.api.Wording;
import org.jspecify.annotations.Nullable;

/**
 * The cut as a caller asks for it; with neither a moment nor a number everything known.
 *
 * @param reportDate the end of that day, Europe/Amsterdam; today unless asked
 * @param processed the journal number an answering projection must have reached
 * @param names which parameters ask for it
 */
public record CutAsked(
        LocalDate reportDate,
        @Nullable Instant knownAt,
        @Nullable Long knownUpTo,
        @Nullable Long processed,
        Names names) {

    /** The parameters that ask for a cut. */
    public record Names(String reportDate, String knownAt, String knownUpTo) {
        /** Those of a question about one cut. */
        public static final Names USUAL = new Names("peildatum", "bekendOp", "bekendTot");
    }

    /** A cut asked for under the usual names. */
    public CutAsked(
            LocalDate reportDate,
            @Nullable Instant knownAt,
            @Nullable Long knownUpTo,
            @Nullable Long processed) {
        this(reportDate, knownAt, knownUpTo, processed, Names.USUAL);
    }

    /** The parameters that ask for a cut. */
    record Usual(
            @Nullable LocalDate peildatum,
            @Nullable Instant bekendOp,
            @Nullable Long bekendTot,
            @Nullable Long minstensJournaal) {}

    /** The cut that a question asks for. */
    public static CutAsked of(Asked asked) {
        Usual usual = asked.query(Usual.class);
        return new CutAsked(
                usual.peildatum() == null ? asked.today() : usual.peildatum(),
                usual.bekendOp(),
                usual.bekendTot(),
                usual.minstensJournaal());
    }

    /** Reads the cut's parameters; what is wrong with them is noted there. */
    public static CutAsked from(Parameters parameters, Today today) {
        return from(parameters, Names.USUAL, today.today());
    }

    /** Reads a cut from parameters of its own, with the report date to take unless asked. */
    public static CutAsked from(Parameters parameters, Names names, LocalDate reportDate) {
        LocalDate date = parameters.optionalDate(names.reportDate());
        Instant knownAt = parameters.optionalInstant(names.knownAt());
        Long knownUpTo = parameters.optionalLong(names.knownUpTo(), 0);
        if (parameters.has(names.knownAt()) && parameters.has(names.knownUpTo())) {
            String both = Wording.BOTH_KNOWN.text(names.knownAt(), names.knownUpTo());
            parameters.fault(names.knownAt(), both);
            parameters.fault(names.knownUpTo(), both);
        }
        return new CutAsked(
                date == null ? reportDate : date,
                knownAt,
                knownUpTo,
                parameters.optionalLong("minstensJournaal", 0),
                names);
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
                processed == null ? number : Math.max(processed, number),
                names);
    }

    /** The same question about another report date. */
    public CutAsked on(LocalDate date) {
        return new CutAsked(date, knownAt, knownUpTo, processed, names);
    }
}
