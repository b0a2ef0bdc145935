package nl.peildatum.query.api.overview;

import java.util.ArrayList;
import java.util.List;
import nl.peildatum.contract.Moments;
import nl.peildatum.query.api.StatusCode;
import nl.peildatum.query.api.overview.Overview.Block;
import nl.peildatum.query.api.overview.Overview.Line;
import nl.peildatum.query.api.overview.Overview.NotIncluded;
import nl.peildatum.query.api.overview.Overview.Withdrawn;
import org.jspecify.annotations.Nullable;

/**
 * The overview as a table with a row for every action that is known: those that count, in the order
 * of the publication, then those that are not included, withdrawn or not recorded.
 */
final class Rows {
    static final List<String> HEADER =
            List.of(
                    "programma",
                    "peildatum",
                    "bekendTot",
                    "bekendOp",
                    "actielijn",
                    "actielijnTitel",
                    "actie",
                    "gerapporteerdAls",
                    "titel",
                    "status",
                    "statusLabel",
                    "uitvoeringsjaren",
                    "opgenomen",
                    "toelichting",
                    "reden",
                    "vervallenSinds");

    private final Overview overview;
    private final List<List<String>> rows = new ArrayList<>();

    private Rows(Overview overview) {
        this.overview = overview;
    }

    static List<List<String>> of(Overview overview) {
        Rows table = new Rows(overview);
        for (Line line : overview.lines()) {
            for (Block block : line.blocks()) {
                block.codes().forEach(code -> table.counted(line, block, code));
            }
        }
        overview.notIncluded().forEach(table::notIncluded);
        overview.withdrawn().forEach(table::withdrawn);
        overview.unrecorded()
                .forEach(code -> table.add("", "", code, "", null, null, "", "", null, null, ""));
        return table.rows;
    }

    private void counted(Line line, Block block, String code) {
        add(
                line.number() == null ? "" : line.number().toString(),
                line.title(),
                code,
                block.label(),
                block.title(),
                block.status(),
                Years.text(block.executionYears()),
                "true",
                block.explanation(),
                null,
                "");
    }

    private void notIncluded(NotIncluded action) {
        add(
                "",
                "",
                action.action(),
                "",
                action.title(),
                null,
                "",
                "false",
                null,
                action.reason(),
                "");
    }

    private void withdrawn(Withdrawn action) {
        add(
                "",
                "",
                action.action(),
                "",
                action.title(),
                StatusCode.VERVALLEN,
                "",
                "",
                null,
                action.reason(),
                action.since().toString());
    }

    private void add(
            String line,
            String lineTitle,
            String code,
            String label,
            @Nullable String title,
            @Nullable StatusCode status,
            String years,
            String included,
            @Nullable String explanation,
            @Nullable String reason,
            String since) {
        var cut = overview.cut();
        rows.add(
                List.of(
                        cut.programme(),
                        cut.reportDate().toString(),
                        Long.toString(cut.knownUpTo()),
                        cut.knownAt() == null ? "" : Moments.format(cut.knownAt()),
                        line,
                        lineTitle,
                        code,
                        label,
                        title == null ? "" : title,
                        status == null ? "" : status.name(),
                        status == null ? "" : status.label(),
                        years,
                        included,
                        explanation == null ? "" : explanation,
                        reason == null ? "" : reason,
                        since));
    }
}
