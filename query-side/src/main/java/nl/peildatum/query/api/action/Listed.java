package nl.peildatum.query.api.action;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.peildatum.query.api.CountName;
import nl.peildatum.query.api.StatusCode;
import nl.peildatum.query.api.known.ActionVersion;
import nl.peildatum.query.api.known.LineVersion;
import org.jspecify.annotations.Nullable;

/**
 * An action in the list of a cut.
 *
 * @param version what holds on the report date, or null where nothing is recorded for it
 */
public record Listed(String code, @Nullable ActionVersion version) {

    @Nullable StatusCode status() {
        return version == null ? null : StatusCode.of(version.status());
    }

    boolean has(StatusCode status) {
        return status() == status;
    }

    /** Whether it was expected to be completed before a day, and is not. */
    boolean isOverdue(LocalDate day) {
        return version != null
                && version.expectedCompletion() != null
                && version.expectedCompletion().isBefore(day);
    }

    boolean isIn(int line) {
        return line() != null && line() == line;
    }

    /** Whether something is recorded for it, and no line that is defined on the day. */
    boolean isInNoneOf(Set<Integer> defined) {
        return version != null && (line() == null || !defined.contains(line()));
    }

    boolean isIn(CountName count) {
        return version != null
                && version.included()
                && count.counts(StatusCode.of(version.status()));
    }

    private @Nullable Integer line() {
        return version == null ? null : version.line();
    }

    private @Nullable Integer position() {
        return version == null ? null : version.position();
    }

    /**
     * The order of the publication: lines in their order, in them the actions by place and then by
     * code; an action without a line that is defined on the day comes last.
     */
    public static Comparator<Listed> inOrderOf(List<LineVersion> lines) {
        Map<Integer, Integer> places = new HashMap<>();
        for (LineVersion line : lines) {
            places.put(line.line(), places.size());
        }
        return Comparator.<Listed, Integer>comparing(
                        listed ->
                                listed.line() == null
                                        ? (Integer) Integer.MAX_VALUE
                                        : places.getOrDefault(listed.line(), Integer.MAX_VALUE))
                .thenComparing(Listed::position, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Listed::code, NaturalOrder.OF_CODES);
    }
}
