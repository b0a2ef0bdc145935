package nl.peildatum.query.api.difference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import nl.peildatum.query.api.known.ActionSpan;
import nl.peildatum.query.api.known.LineSpan;
import nl.peildatum.query.api.known.Span;
import org.jspecify.annotations.Nullable;

/**
 * One action over the days asked about: what held when, as known when. It knows no kinds of
 * entries: which entries made something so follows from when it came to be known.
 */
record ActionHistory(String action, List<ActionSpan> spans, LineHistory lines) {

    /** What held on the day, as known up to the number; null where nothing is recorded. */
    @Nullable State at(LocalDate day, long upTo) {
        for (ActionSpan span : spans) {
            if (span.covers(day) && span.isKnown(upTo)) {
                Integer line = span.line();
                return new State(
                        span, line == null ? null : lines.on(line, day, upTo).orElse(null));
            }
        }
        return null;
    }

    /**
     * The days after the first, up to the last, on which the action changed in this respect, as
     * known up to the number, in order.
     */
    List<Turn> turns(Measure measure, LocalDate first, LocalDate last, long upTo) {
        NavigableSet<LocalDate> days = new TreeSet<>();
        everything()
                .filter(span -> span.isKnown(upTo))
                .flatMap(span -> Stream.of(span.from(), span.to()))
                .filter(Objects::nonNull)
                .forEach(days::add);
        List<Turn> turns = new ArrayList<>();
        State before = at(first, upTo);
        for (LocalDate day : days.subSet(first, false, last, true)) {
            State after = at(day, upTo);
            if (!Objects.equals(measure.of(before), measure.of(after))) {
                turns.add(new Turn(day, before, after, entries(measure, day, before, after, upTo)));
            }
            before = after;
        }
        return turns;
    }

    /**
     * The entries that made the action change on a day: those since which it does, and the one that
     * gave its status or defined its line, which may have been known before.
     */
    private SortedSet<Long> entries(
            Measure measure,
            LocalDate day,
            @Nullable State before,
            @Nullable State after,
            long upTo) {
        LocalDate eve = day.minusDays(1);
        SortedSet<Long> entries =
                since(
                        List.of(eve, day),
                        upTo,
                        known -> pair(measure.of(at(eve, known)), measure.of(at(day, known))));
        if (after == null) {
            return entries;
        }
        if (measure != Measure.LINE && after.hasNewStatus(before)) {
            entries.add(after.span().statusEntry());
        }
        LineSpan line = after.defined();
        if (line != null && measure != Measure.STATUS && after.hasDefinedLine(before)) {
            entries.add(line.entry());
        }
        return entries;
    }

    /**
     * The entries after one number, up to another, that made the answer for a day differ in this
     * respect.
     */
    SortedSet<Long> corrections(Measure measure, LocalDate day, long from, long upTo) {
        Object first = measure.of(at(day, from));
        return since(List.of(day), upTo, known -> pair(first, measure.of(at(day, known))));
    }

    /**
     * The numbers since which two things differ as they do now, going back to where they were last
     * the same. With nothing known at all they are, so that every difference has a number.
     */
    private SortedSet<Long> since(
            List<LocalDate> days, long upTo, LongFunction<List<@Nullable Object>> both) {
        NavigableSet<Long> numbers = new TreeSet<>();
        everything()
                .filter(span -> days.stream().anyMatch(span::covers))
                .flatMap(span -> Stream.of(span.knownFrom(), span.knownTo()))
                .filter(number -> number != null && number <= upTo)
                .forEach(numbers::add);
        SortedSet<Long> found = new TreeSet<>();
        List<@Nullable Object> now = both.apply(upTo);
        for (long number : numbers.descendingSet()) {
            if (Objects.equals(now.getFirst(), now.getLast())) {
                break;
            }
            List<@Nullable Object> before = both.apply(number - 1);
            if (!before.equals(now)) {
                found.add(number);
            }
            now = before;
        }
        return found;
    }

    private Stream<Span> everything() {
        return Stream.concat(spans.stream(), lines.spans().stream());
    }

    private static List<@Nullable Object> pair(@Nullable Object left, @Nullable Object right) {
        return Arrays.asList(left, right);
    }
}
