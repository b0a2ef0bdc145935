package nl.peildatum.query.api.dashboard;

import java.time.LocalDate;
import nl.peildatum.query.api.moment.Around;
import org.jspecify.annotations.Nullable;

/** The nearest days before and after the report date that stand out; null where there is none. */
record NeighboursShown(
        @Nullable LocalDate vorigeRapportage,
        @Nullable LocalDate volgendeRapportage,
        @Nullable LocalDate vorigeVerandering,
        @Nullable LocalDate volgendeVerandering) {

    static NeighboursShown of(Around day) {
        return new NeighboursShown(
                day.getReportBefore(),
                day.getReportAfter(),
                day.getChangeBefore(),
                day.getChangeAfter());
    }
}
