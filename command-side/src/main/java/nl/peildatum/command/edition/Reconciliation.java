package nl.peildatum.command.edition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The totals a publication prints beside those counted in it, in total and per action line. */
public record Reconciliation(Row total, List<Row> lines) {

    public Reconciliation {
        lines = List.copyOf(lines);
    }

    /**
     * One table of the dashboard.
     *
     * @param actionLine the number of the line; null for the total and for "Niet ingedeeld"
     * @param printed null where the publication does not print all six numbers
     */
    public record Row(@Nullable Integer actionLine, @Nullable Totals printed, Totals counted) {}
}
