package nl.peildatum.command.importing;

import java.util.List;
import java.util.function.Function;
import nl.peildatum.command.edition.Reconciliation;
import nl.peildatum.command.edition.Reconciliation.Row;
import nl.peildatum.command.edition.Totals;
import nl.peildatum.command.trying.CountsShown;
import org.jspecify.annotations.Nullable;

/** Totals by the names of the interface: of all, and of each line. */
record Sums(@Nullable CountsShown totaal, List<Line> actielijnen) {

    /** The totals of a line; null where a document does not print all of them. */
    record Line(@Nullable Integer nummer, @Nullable CountsShown aantallen) {}

    /** The totals that a document prints, beside those that were counted in it. */
    record Printed(Sums gedrukt, Sums geteld) {
        static Printed of(Reconciliation sums) {
            return new Printed(Sums.of(sums, Row::printed), counted(sums));
        }
    }

    static Sums counted(Reconciliation sums) {
        return of(sums, Row::counted);
    }

    private static Sums of(Reconciliation sums, Function<Row, @Nullable Totals> totals) {
        return new Sums(
                shown(totals.apply(sums.total())),
                sums.lines().stream()
                        .map(row -> new Line(row.actionLine(), shown(totals.apply(row))))
                        .toList());
    }

    private static @Nullable CountsShown shown(@Nullable Totals totals) {
        return totals == null
                ? null
                : new CountsShown(
                        totals.actions(),
                        totals.completed(),
                        totals.inProgress(),
                        totals.delayed(),
                        totals.ongoing(),
                        totals.notStarted());
    }
}
