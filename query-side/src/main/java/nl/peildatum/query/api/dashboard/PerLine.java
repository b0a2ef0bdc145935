package nl.peildatum.query.api.dashboard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.peildatum.query.api.StatusCode;
import org.jspecify.annotations.Nullable;

/**
 * What there is under one line, and how much of it counts: the one place where answers count per
 * line.
 *
 * @param line null for what belongs to no line that is defined on the day
 * @param own in the order in which it was given
 */
public record PerLine<T>(@Nullable Integer line, List<T> own, Counts counts) {

    public PerLine {
        own = List.copyOf(own);
    }

    /**
     * Every defined line in the given order, be it with zeroes, and last what belongs to none,
     * unless that is zero.
     */
    public static <T> List<PerLine<T>> of(
            List<Integer> defined, List<T> things, Function<T, LineCount> count) {
        Map<Integer, List<T>> byLine = new LinkedHashMap<>();
        defined.forEach(line -> byLine.put(line, new ArrayList<>()));
        List<T> unassigned = new ArrayList<>();
        things.forEach(one -> byLine.getOrDefault(count.apply(one).line(), unassigned).add(one));
        List<PerLine<T>> lines = new ArrayList<>();
        byLine.forEach((line, own) -> lines.add(new PerLine<>(line, own, sum(own, count))));
        Counts elsewhere = sum(unassigned, count);
        if (!elsewhere.equals(Counts.NONE)) {
            lines.add(new PerLine<>(null, unassigned, elsewhere));
        }
        return lines;
    }

    private static <T> Counts sum(List<T> own, Function<T, LineCount> count) {
        return Counts.sum(
                own.stream()
                        .map(count)
                        .map(one -> Counts.of(StatusCode.of(one.status()), one.actions())));
    }
}
