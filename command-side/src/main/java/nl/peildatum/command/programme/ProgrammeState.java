package nl.peildatum.command.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.peildatum.events.LineContent;
import nl.peildatum.events.ProgrammeEvent;
import nl.peildatum.events.ProgrammeEvent.ActionLineDefined;
import nl.peildatum.events.ProgrammeEvent.ActionLineRevised;
import nl.peildatum.events.ProgrammeEvent.ProgrammeAdopted;
import org.jspecify.annotations.Nullable;

/**
 * A programme and its action lines: for each line what it said from which date, in the order of the
 * fold.
 */
public record ProgrammeState(
        @Nullable ProgrammeAdopted adopted, SortedMap<Integer, List<Reading>> lines) {

    /** Nothing is recorded. */
    public static final ProgrammeState EMPTY = new ProgrammeState(null, new TreeMap<>());

    /** What a line says from a date on. */
    public record Reading(LocalDate from, LineContent content) {}

    /** The first calendar date of the programme's first year. */
    public Optional<LocalDate> firstDay() {
        return Optional.ofNullable(adopted).map(event -> LocalDate.of(event.firstYear(), 1, 1));
    }

    /** What a line says on a day, or empty before it is defined. */
    public Optional<LineContent> lineOn(int number, LocalDate day) {
        return lines.getOrDefault(number, List.of()).stream()
                .filter(reading -> !reading.from().isAfter(day))
                .reduce((_, later) -> later)
                .map(Reading::content);
    }

    /** The date on which a line's first reading begins. */
    public Optional<LocalDate> definedOn(int number) {
        return lines.getOrDefault(number, List.of()).stream().findFirst().map(Reading::from);
    }

    /** After one event more. */
    public ProgrammeState evolve(ProgrammeEvent event) {
        return switch (event) {
            case ProgrammeAdopted e -> new ProgrammeState(e, lines);
            case ActionLineDefined e -> with(e.number(), e.basis().effectiveOn(), e.content());
            case ActionLineRevised e -> with(e.number(), e.basis().effectiveOn(), e.content());
        };
    }

    private ProgrammeState with(int number, LocalDate from, LineContent content) {
        List<Reading> readings = new ArrayList<>(lines.getOrDefault(number, List.of()));
        int place = readings.size();
        while (place > 0 && readings.get(place - 1).from().isAfter(from)) {
            place--;
        }
        readings.add(place, new Reading(from, content));
        SortedMap<Integer, List<Reading>> more = new TreeMap<>(lines);
        more.put(number, List.copyOf(readings));
        return new ProgrammeState(adopted, more);
    }
}
