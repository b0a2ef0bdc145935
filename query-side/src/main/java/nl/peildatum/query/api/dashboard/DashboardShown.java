package nl.peildatum.query.api.dashboard;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import nl.peildatum.query.api.cut.CutShown;
import org.jspecify.annotations.Nullable;

/**
 * The dashboard of a programme on a cut; {@code totaal} is the sum of its lines.
 *
 * @param nietVastgelegd how many actions that are known have no state on the report date
 * @param adresActies where the actions behind each count are
 */
record DashboardShown(
        String programma,
        @Nullable String naam,
        @JsonUnwrapped CutShown cut,
        Counts totaal,
        List<LineShown> actielijnen,
        List<NotIncluded> nietOpgenomen,
        List<Withdrawn> vervallen,
        int nietVastgelegd,
        NeighboursShown buren,
        String adresActies) {

    /** An action that is planned and not monitored. */
    record NotIncluded(String actie, @Nullable String reden) {}

    /** An action that was withdrawn. */
    record Withdrawn(String actie, @Nullable String reden, LocalDate sinds) {}
}
