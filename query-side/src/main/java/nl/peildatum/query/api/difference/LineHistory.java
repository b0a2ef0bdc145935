package nl.peildatum.query.api.difference;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.peildatum.query.api.known.LineSpan;

/** The lines over the days asked about: which were defined when, as known when. */
record LineHistory(List<LineSpan> spans) {

    /** The lines of a cut, in the order of the publication. */
    List<LineSpan> on(LocalDate day, long upTo) {
        return defined(day, upTo)
                .sorted(comparing(LineSpan::position).thenComparing(LineSpan::line))
                .toList();
    }

    /** A line, where it is defined on the day. */
    Optional<LineSpan> on(int line, LocalDate day, long upTo) {
        return defined(day, upTo).filter(span -> span.line() == line).findAny();
    }

    private Stream<LineSpan> defined(LocalDate day, long upTo) {
        return spans.stream().filter(span -> span.covers(day) && span.isKnown(upTo));
    }
}
