package nl.peildatum.query.checking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a check finds: the first hundred by name, all of them by count, one for each number. */
final class Deviations {

    static final int MOST_NAMED = 100;

    private final List<Deviation> named = new ArrayList<>();

    /** The numbers that need no more explaining, as stretches from a number up to another. */
    private final TreeMap<Long, Long> explained = new TreeMap<>();

    private long total;

    /** Adds what is wrong with a link, unless something was found there already. */
    void add(Deviation.Kind kind, long number, String sentence) {
        if (!isExplained(number)) {
            addBesides(kind, number, sentence);
            explain(number, number);
        }
    }

    /** Adds what is wrong with something else than a link. */
    void addBesides(Deviation.Kind kind, @Nullable Long number, String sentence) {
        total++;
        if (named.size() < MOST_NAMED) {
            named.add(new Deviation(number, kind, sentence));
        }
    }

    /** From a number up to another, whatever else differs there follows from what was found. */
    void explain(long from, long upTo) {
        long first = from;
        long last = upTo;
        Map.Entry<Long, Long> near = explained.floorEntry(from);
        if (near != null && near.getValue() >= from - 1) {
            first = near.getKey();
            last = Math.max(last, near.getValue());
        }
        for (Map.Entry<Long, Long> next = explained.ceilingEntry(first);
                next != null && next.getKey() <= last + 1;
                next = explained.ceilingEntry(first)) {
            last = Math.max(last, next.getValue());
            explained.remove(next.getKey());
        }
        explained.put(first, last);
    }

    boolean isExplained(long number) {
        Map.Entry<Long, Long> near = explained.floorEntry(number);
        return near != null && near.getValue() >= number;
    }

    long total() {
        return total;
    }

    /** Those that are named, in the order of their numbers. */
    List<Deviation> named() {
        return named.stream()
                .sorted(
                        Comparator.comparing(
                                Deviation::number, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }
}
