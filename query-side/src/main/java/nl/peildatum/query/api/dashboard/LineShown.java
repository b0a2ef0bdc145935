package nl.peildatum.query.api.dashboard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
        Map<Integer, String> titles = new LinkedHashMap<>();
        lines.forEach(line -> titles.put(line.number(), line.title()));
        return PerLine.of(List.copyOf(titles.keySet()), counted, Function.identity()).stream()
                .map(
                        one ->
                                new LineShown(
                                        one.line(),
                                        titles.getOrDefault(one.line(), Wording.UNASSIGNED.text()),
                                        one.counts()))
                .toList();
    }

    /** All lines together. */
    public static Counts total(List<LineShown> lines) {
        return Counts.sum(lines.stream().map(LineShown::aantallen));
    }
}
