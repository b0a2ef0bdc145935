package nl.peildatum.command.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import nl.peildatum.command.action.ActionCommand;
import nl.peildatum.command.action.ActionTimeline;
import nl.peildatum.command.edition.Reconciliation;
import nl.peildatum.command.edition.Reconciliation.Row;
import nl.peildatum.command.edition.Totals;
import nl.peildatum.command.programme.ProgrammeState;
import nl.peildatum.command.status.Standing;
import nl.peildatum.command.trying.Place;
import nl.peildatum.command.words.Wordings;
import org.jspecify.annotations.Nullable;

/**
 * What a document prints beside what will be counted on its report date once it is taken over.
 *
 * @param sums what the document prints and what was counted in it, null where it prints no totals
 * @param printed where each action counts by the document
 * @param then where each action will count
 * @param lines the lines that will be defined on the report date
 */
record Balance(
        @Nullable Reconciliation sums,
        Map<String, Place> printed,
        Map<String, Place> then,
        Set<Integer> lines) {

    static Balance of(
            Proposal proposal,
            @Nullable Reconciliation sums,
            ProgrammeState held,
            Map<String, ActionTimeline> timelines,
            LocalDate day) {
        Map<String, ActionTimeline> after = new LinkedHashMap<>(timelines);
        Set<Integer> lines = new LinkedHashSet<>(held.lines().keySet());
        lines.removeIf(line -> held.lineOn(line, day).isEmpty());
        for (Proposal.Row row : proposal.rows()) {
            if (row.line() != null && row.executable() && !row.commands().isEmpty()) {
                lines.add(row.line());
            } else if (row.executable()) {
                row.commands()
                        .forEach(
                                command -> {
                                    ActionCommand change = (ActionCommand) command;
                                    after.merge(
                                            change.action().code(),
                                            ActionTimeline.EMPTY.with(change.event()),
                                            (timeline, _) -> timeline.with(change.event()));
                                });
            }
        }
        Map<String, Place> then = Place.on(day, after, lines);
        return new Balance(sums, proposal.printed(), then, lines);
    }

    /** Whether a total or the count of a line will differ from what the document says. */
    boolean differs() {
        return sums != null && !totals(sums).equals(totals(counted()));
    }

    /** What there is of each line; the total is the sum of these. */
    private static Map<Optional<Integer>, Totals> totals(Reconciliation sums) {
        Map<Optional<Integer>, Totals> totals = new HashMap<>();
        for (Row row : sums.lines()) {
            if (row.counted().actions() > 0) {
                totals.put(Optional.ofNullable(row.actionLine()), row.counted());
            }
        }
        return totals;
    }

    private Reconciliation counted() {
        Set<@Nullable Integer> numbers = new LinkedHashSet<>();
        if (sums != null) {
            sums.lines().forEach(row -> numbers.add(row.actionLine()));
        }
        numbers.addAll(lines);
        if (then.values().stream().anyMatch(place -> place.line() == null)) {
            numbers.add(null);
        }
        List<Row> rows = new ArrayList<>();
        for (Integer number : numbers) {
            rows.add(row(number, place -> Objects.equals(place.line(), number)));
        }
        return new Reconciliation(row(null, _ -> true), rows);
    }

    private Row row(@Nullable Integer number, Predicate<Place> counts) {
        List<Standing> standings =
                then.values().stream().filter(counts).map(Place::standing).toList();
        return new Row(
                number,
                null,
                new Totals(
                        standings.size(),
                        count(standings, Standing.COMPLETED),
                        count(standings, Standing.IN_PROGRESS),
                        count(standings, Standing.DELAYED),
                        count(standings, Standing.ONGOING),
                        count(standings, Standing.NOT_STARTED)));
    }

    private static int count(Collection<Standing> standings, Standing wanted) {
        return Math.toIntExact(standings.stream().filter(wanted::equals).count());
    }

    /** In a sentence how many actions will count, how many are printed, and what differs. */
    String inWords() {
        return Wordings.of(
                "import.deviates",
                String.valueOf(then.size()),
                String.valueOf(printed.size()),
                String.join(", ", differing()));
    }

    private List<String> differing() {
        Set<String> codes = new LinkedHashSet<>(printed.keySet());
        codes.addAll(then.keySet());
        codes.removeIf(code -> Objects.equals(printed.get(code), then.get(code)));
        return List.copyOf(codes);
    }

    /** The same, as it is told. */
    record Told(
            @Nullable Sums gedrukt,
            @Nullable Sums geteld,
            Sums straks,
            List<Difference> verschillen) {}

    /** An action that will count elsewhere than is printed. */
    record Difference(
            String actie, @Nullable Place gedrukt, @Nullable Place straks, String melding) {}

    Told told() {
        if (sums == null) {
            return new Told(null, null, straks(), List.of());
        }
        Sums.Printed both = Sums.Printed.of(sums);
        return new Told(both.gedrukt(), both.geteld(), straks(), differences());
    }

    /** What will be counted. */
    Sums straks() {
        return Sums.counted(counted());
    }

    private List<Difference> differences() {
        return differing().stream()
                .map(
                        code ->
                                new Difference(
                                        code,
                                        printed.get(code),
                                        then.get(code),
                                        message(code, printed.get(code), then.get(code))))
                .toList();
    }

    private static String message(String code, @Nullable Place before, @Nullable Place after) {
        if (before == null) {
            return Wordings.of(
                    "import.countsUnprinted", code, Objects.requireNonNull(after).inWords());
        }
        return after == null
                ? Wordings.of("import.printedUncounted", code, before.inWords())
                : Wordings.of("import.countsElsewhere", code, before.inWords(), after.inWords());
    }
}
