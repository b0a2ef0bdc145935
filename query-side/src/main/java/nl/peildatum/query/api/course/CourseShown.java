package nl.peildatum.query.api.course;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.peildatum.query.api.cut.ActShown;
import nl.peildatum.query.api.dashboard.Counts;
import nl.peildatum.query.api.dashboard.LineShown;
import org.jspecify.annotations.Nullable;

/**
 * The counts on a row of report dates, all with the same knowledge.
 *
 * @param ingekort that it begins later than the first day, or else there would be too many points;
 *     absent otherwise
 */
record CourseShown(
        String programma,
        @Nullable String naam,
        LocalDate van,
        LocalDate tot,
        Step stap,
        long bekendTot,
        @Nullable Instant bekendOp,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ActShown handeling,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean ingekort,
        List<Point> punten) {

    /**
     * The counts on one report date, as its dashboard has them.
     *
     * @param nietVastgelegd how many actions that are known have no state on the report date
     * @param adresActies where the actions behind each count are
     */
    record Point(
            LocalDate peildatum,
            Counts totaal,
            List<LineShown> actielijnen,
            int nietVastgelegd,
            String adresActies) {}
}
