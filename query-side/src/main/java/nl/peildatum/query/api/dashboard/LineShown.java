package nl.peildatum.query.api.dashboard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.peildatum.query.api.StatusCode;
import nl.peildatum.query.api.Wording;
import org.jspecify.annotations.Nullable;

/** The counts of one line; number null is what belongs to no line. */
public record LineShown(@Nullable Integer nummer, String titel, Counts aantallen) {

    /** A line that is defined on the day. */
    public record LineTitle(int number, String title) {}

    /**
     * Every defined line, be it with zeroes, and last what belongs to none, unless that is zero.
     */
    public static List<LineShown> of(List<LineTitle> lines, List<LineCount> counted) {
        Map<Integer, Counts> counts = new HashMap<>();
        lines.forEach(line -> counts.put(line.number(), Counts.NONE));
        Counts unassigned = Counts.NONE;
        for (LineCount count : counted) {
            Counts more = Counts.of(StatusCode.of(count.status()), count.actions());
            if (count.line() != null && counts.containsKey(count.line())) {
                counts.merge(count.line(), more, Counts::plus);
            } else {
                unassigned = unassigned.plus(more);
            }
        }
        List<LineShown> shown = new ArrayList<>();
        for (LineTitle line : lines) {
            shown.add(
                    new LineShown(
                            line.number(),
                            line.title(),
                            Objects.requireNonNull(counts.get(line.number()))));
        }
        if (!unassigned.equals(Counts.NONE)) {
            shown.add(new LineShown(null, Wording.UNASSIGNED.text(), unassigned));
        }
        return List.copyOf(shown);
    }

    /** All lines together. */
    public static Counts total(List<LineShown> lines) {
        return lines.stream().map(LineShown::aantallen).reduce(Counts.NONE, Counts::plus);
    }
}
