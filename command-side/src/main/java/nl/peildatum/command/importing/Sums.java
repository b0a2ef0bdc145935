package nl.peildatum.command.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.peildatum.command.edition.Reconciliation;
import nl.peildatum.command.edition.Totals;
import org.jspecify.annotations.Nullable;

/** The printed beside the counted totals, by the names of the interface. */
final class Sums {

    private Sums() {}

    static Map<String, Object> of(Reconciliation sums) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("gedrukt", totals(sums, true));
        shown.put("geteld", totals(sums, false));
        return shown;
    }

    /** The printed or the counted totals of a document. */
    static Map<String, Object> totals(Reconciliation sums, boolean printed) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("totaal", counts(sums.total(), printed));
        List<Map<String, Object>> lines = new ArrayList<>();
        for (Reconciliation.Row row : sums.lines()) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("nummer", row.actionLine());
            line.put("aantallen", counts(row, printed));
            lines.add(line);
        }
        shown.put("actielijnen", lines);
        return shown;
    }

    private static @Nullable Map<String, Object> counts(Reconciliation.Row row, boolean printed) {
        Totals totals = printed ? row.printed() : row.counted();
        if (totals == null) {
            return null;
        }
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("acties", totals.actions());
        counts.put("afgerond", totals.completed());
        counts.put("inUitvoering", totals.inProgress());
        counts.put("inUitvoeringVertraging", totals.delayed());
        counts.put("doorlopend", totals.ongoing());
        counts.put("nogNietGestart", totals.notStarted());
        return counts;
    }
}
