package nl.peildatum.query.api.cut;

import java.time.Instant;
import java.time.LocalDate;
import nl.peildatum.api.Asked;
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
