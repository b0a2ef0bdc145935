package nl.peildatum.query.api.moment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The nearest days that stand out around a day, and what the programme is called on it. */
public interface Around {
    /** What the programme is called; null before it was adopted. */
    @Nullable String getName();

    /** The last day before it for which a report was fixed, if there is one. */
    @Nullable LocalDate getReportBefore();

    /** The first day after it for which a report was fixed, if there is one. */
    @Nullable LocalDate getReportAfter();

    /** The last day before it on which something changed, if there is one. */
    @Nullable LocalDate getChangeBefore();

    /** The first day after it on which something changed, if there is one. */
    @Nullable LocalDate getChangeAfter();
}
