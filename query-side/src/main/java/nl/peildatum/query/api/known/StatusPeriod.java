package nl.peildatum.query.api.known;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An unbroken run of days with one status.
 *
 * @param to the first day after it, or null where it lasts
 * @param entry the journal number of the entry that gave the status at its beginning
 */
public record StatusPeriod(String status, LocalDate from, @Nullable LocalDate to, long entry) {

    /**
     * The periods of one action, whose spans come in order of day and end on the day asked about:
     * the last period is open, whatever happens to it later.
     */
    public static List<StatusPeriod> of(List<StatusSpan> spans) {
        List<StatusPeriod> periods = new ArrayList<>();
        for (StatusSpan span : spans) {
            StatusPeriod last = periods.isEmpty() ? null : periods.getLast();
            if (last != null
                    && last.status().equals(span.status())
                    && span.from().equals(last.to())) {
                periods.removeLast();
                periods.add(last.until(span.to()));
            } else {
                periods.add(new StatusPeriod(span.status(), span.from(), span.to(), span.entry()));
            }
        }
        if (!periods.isEmpty()) {
            periods.add(periods.removeLast().until(null));
        }
        return List.copyOf(periods);
    }

    /**
     * Since when each of these actions has the status it has on the day asked about, from the spans
     * of every action, each in order of day.
     */
    public static Map<String, LocalDate> since(List<StatusSpan> spans, Collection<String> actions) {
        Set<String> asked = Set.copyOf(actions);
        return spans.stream()
                .filter(span -> asked.contains(span.action()))
                .collect(
                        groupingBy(
                                StatusSpan::action,
                                collectingAndThen(toList(), own -> of(own).getLast().from())));
    }

    private StatusPeriod until(@Nullable LocalDate end) {
        return new StatusPeriod(status, from, end, entry);
    }
}
