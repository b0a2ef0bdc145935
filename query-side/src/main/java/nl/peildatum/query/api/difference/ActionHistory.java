package nl.peildatum.query.api.difference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.peildatum.query.api.known.ActionSpan;
import nl.peildatum.query.api.known.Span;
import org.jspecify.annotations.Nullable;

/** One action over the days asked about: what held when, as known when. */
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
                turns.add(new Turn(day, before, after));
            }
            before = after;
        }
        return turns;
    }

    private Stream<Span> everything() {
        return Stream.concat(spans.stream(), lines.spans().stream());
    }
}
