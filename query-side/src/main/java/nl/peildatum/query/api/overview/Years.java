package nl.peildatum.query.api.overview;

import java.util.ArrayList;
import java.util.List;

/** Execution years as people write them: {@code 2024–2027}, {@code 2024, 2026–2027}. */
final class Years {
    /** No range is longer, so that every reader of publications accepts it. */
    private static final int LONGEST_RANGE = 100;

    private Years() {}

    static String text(List<Integer> ascending) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = 1; at <= ascending.size(); at++) {
            int first = ascending.get(from);
            int last = ascending.get(at - 1);
            boolean goesOn =
                    at < ascending.size()
                            && ascending.get(at) == last + 1
                            && last - first < LONGEST_RANGE;
            if (!goesOn) {
                parts.add(first == last ? String.valueOf(first) : first + "–" + last);
                from = at;
            }
        }
        return String.join(", ", parts);
    }
}
