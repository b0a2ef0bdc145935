package nl.peildatum.portal.changes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.peildatum.portal.counts.Counts;
import nl.peildatum.portal.cut.StatusCode;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * How the actions of one cut went to those of another: from each status, and from outside the
 * counts, to each. The sum of a row is the count on the first cut, that of a column on the second.
 */
public record Matrix(List<Row> rows, List<Integer> totals) {

    /**
     * Where the actions of one status went.
     *
     * @param status nothing for what was not counted
     * @param total how many there were; nothing for what was not counted
     */
    public record Row(@Nullable StatusCode status, List<Cell> cells, @Nullable Integer total) {

        /** What it is called. */
        public String word() {
            return Matrix.word(status);
        }
    }

    /**
     * How many went from one status to another.
     *
     * @param number how many; those outside that stayed there are not counted
     * @param actions the actions that moved; those that stayed are not named
     */
    public record Cell(
            @Nullable StatusCode from, @Nullable StatusCode to, int number, List<String> actions) {

        /** Whether this is what stayed as it was. */
        public boolean stayed() {
            return from == to;
        }

        /** Its name in an address of this page. */
        public String anchor() {
            return "van-" + code(from) + "-naar-" + code(to);
        }

        /** From what to what. */
        public String told() {
            return Words.of("matrix.zet", Matrix.word(from), Matrix.word(to));
        }

        private static String code(@Nullable StatusCode status) {
            return status == null ? "buiten" : status.sign().css();
        }
    }

    private record Move(@Nullable StatusCode from, @Nullable StatusCode to) {}

    /** What counts on both cuts, and what is told of those that moved, first what was corrected. */
    static Matrix of(Counts before, Counts after, List<Difference.Told> told) {
        Map<String, Move> moves = new LinkedHashMap<>();
        for (Difference.Told one : told) {
            moves.merge(
                    one.actie(),
                    new Move(status(one.telde()), status(one.telt())),
                    (first, last) -> new Move(first.from(), last.to()));
        }
        List<@Nullable StatusCode> all = new ArrayList<>(Counts.STATUSES);
        all.add(null);
        List<Row> rows = new ArrayList<>();
        for (StatusCode from : all) {
            List<Cell> cells = new ArrayList<>();
            for (StatusCode to : all) {
                List<String> actions =
                        moves.entrySet().stream()
                                .filter(
                                        move ->
                                                move.getValue().equals(new Move(from, to))
                                                        && from != to)
                                .map(Map.Entry::getKey)
                                .toList();
                cells.add(new Cell(from, to, actions.size(), actions));
            }
            Integer total = from == null ? null : (Integer) before.of(from);
            int stayed =
                    Objects.requireNonNullElse(total, 0)
                            - cells.stream().mapToInt(Cell::number).sum();
            rows.add(
                    new Row(
                            from,
                            cells.stream()
                                    .map(
                                            cell ->
                                                    cell.stayed() && from != null
                                                            ? new Cell(
                                                                    from, from, stayed, List.of())
                                                            : cell)
                                    .toList(),
                            total));
        }
        return new Matrix(List.copyOf(rows), Counts.STATUSES.stream().map(after::of).toList());
    }

    /** Those that moved. */
    public List<Cell> moves() {
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .filter(cell -> !cell.actions().isEmpty())
                .toList();
    }

    private static @Nullable StatusCode status(Difference.@Nullable Place place) {
        return place == null ? null : place.status();
    }

    private static String word(@Nullable StatusCode status) {
        return status == null ? Words.of("matrix.buiten") : status.word();
    }
}
