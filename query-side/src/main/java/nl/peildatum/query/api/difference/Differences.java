package nl.peildatum.query.api.difference;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;
import nl.peildatum.query.api.CountName;
import nl.peildatum.query.api.Wording;
import nl.peildatum.query.api.action.NaturalOrder;
import nl.peildatum.query.api.cut.Cut;
import nl.peildatum.query.api.difference.DifferenceShown.Part;
import nl.peildatum.query.api.difference.DifferenceShown.Tally;
import nl.peildatum.query.api.difference.Finding.Corrected;
import nl.peildatum.query.api.difference.Finding.Joined;
import nl.peildatum.query.api.difference.Finding.Left;
import nl.peildatum.query.api.difference.Finding.Moved;
import nl.peildatum.query.api.known.ActionSpan;
import nl.peildatum.query.api.known.LineSpan;
import nl.peildatum.query.cause.Causes;
import org.jspecify.annotations.Nullable;

/**
 * The difference between two cuts, taken apart: first what later knowledge says about the first
 * day, then what happened from that day to the other with that knowledge.
 *
 * @param from the earlier day with the lesser knowledge
 */
record Differences(Cut from, Cut to, List<Fate> fates, LineHistory lines) {

    /** What one action was, is now known to have been, and became. */
    record Fate(
            ActionHistory history,
            @Nullable State before,
            @Nullable State corrected,
            @Nullable State after) {

        static Fate of(ActionHistory history, Cut from, Cut to) {
            return new Fate(
                    history,
                    history.at(from.reportDate(), from.knownUpTo()),
                    history.at(from.reportDate(), to.knownUpTo()),
                    history.at(to.reportDate(), to.knownUpTo()));
        }
    }

    static Differences between(Cut from, Cut to, List<ActionSpan> actions, LineHistory lines) {
        return new Differences(
                from,
                to,
                actions.stream().collect(groupingBy(ActionSpan::action)).entrySet().stream()
                        .sorted(Map.Entry.comparingByKey(NaturalOrder.OF_CODES))
                        .map(one -> new ActionHistory(one.getKey(), one.getValue(), lines))
                        .map(history -> Fate.of(history, from, to))
                        .toList(),
                lines);
    }

    /** The actions that count otherwise on one of the cuts, or in between. */
    Set<String> differing() {
        return fates.stream()
                .filter(
                        fate ->
                                Stream.of(fate.before(), fate.corrected(), fate.after())
                                                .map(State::placeOf)
                                                .distinct()
                                                .count()
                                        > 1)
                .map(fate -> fate.history().action())
                .collect(toSet());
    }

    /**
     * Everything that differs, by action.
     *
     * @param all what is known of the actions that differ and of the lines
     */
    List<Finding> findings(Causes all) {
        return fates.stream()
                .flatMap(fate -> Stream.concat(corrected(fate, all), happened(fate, all)))
                .toList();
    }

    private Stream<Finding> corrected(Fate fate, Causes all) {
        Place before = State.placeOf(fate.before());
        Place after = State.placeOf(fate.corrected());
        if (before == null && after == null) {
            return Stream.of();
        }
        if (before == null || after == null) {
            return Stream.of(corrected(fate, Measure.STATUS, Measure.COUNTING, all));
        }
        return differing(before, after).map(what -> corrected(fate, what, what, all));
    }

    private Finding corrected(Fate fate, Measure what, Measure cause, Causes all) {
        String action = fate.history().action();
        return new Corrected(
                action,
                what,
                fate.before(),
                fate.corrected(),
                about(action, cause, all)
                        .ofKnowing(from.reportDate(), from.knownUpTo(), cause.reading(action)));
    }

    private Stream<Finding> happened(Fate fate, Causes all) {
        String action = fate.history().action();
        Place before = State.placeOf(fate.corrected());
        Place after = State.placeOf(fate.after());
        if (before == null) {
            return after == null
                    ? Stream.of()
                    : Stream.of(
                            new Joined(
                                    action,
                                    null,
                                    after,
                                    turns(fate, Measure.COUNTING).getLast(),
                                    happened(action, Measure.COUNTING, all)));
        }
        if (after == null) {
            return Stream.of(
                    new Left(
                            action,
                            before,
                            null,
                            turns(fate, Measure.COUNTING).getLast(),
                            happened(action, Measure.COUNTING, all)));
        }
        return differing(before, after)
                .map(
                        what ->
                                new Moved(
                                        action,
                                        what,
                                        before,
                                        after,
                                        turns(fate, what),
                                        happened(action, what, all)));
    }

    private SortedSet<Long> happened(String action, Measure what, Causes all) {
        return about(action, what, all)
                .ofHappening(from.reportDate(), to.reportDate(), what.reading(action));
    }

    private static Causes about(String action, Measure what, Causes all) {
        return what == Measure.LINE ? all.ofActionInItsLine(action) : all.ofAction(action);
    }

    private static Stream<Measure> differing(Place before, Place after) {
        List<Measure> differing = new ArrayList<>();
        if (before.status() != after.status()) {
            differing.add(Measure.STATUS);
        }
        if (!Objects.equals(before.actielijn(), after.actielijn())) {
            differing.add(Measure.LINE);
        }
        return differing.stream();
    }

    private List<Turn> turns(Fate fate, Measure measure) {
        return fate.history().turns(measure, from.reportDate(), to.reportDate(), to.knownUpTo());
    }

    /**
     * Every count of the programme, of each line that is defined on one of the cuts, and of what
     * belongs to none where there is any; each the sum of its parts.
     */
    List<Tally> tallies() {
        List<Tally> tallies = new ArrayList<>();
        add(tallies, Part.TOTAAL, null, Wording.ALL_LINES.text());
        titles().forEach((line, title) -> add(tallies, Part.ACTIELIJN, line, title));
        if (fates.stream()
                .flatMap(fate -> Stream.of(fate.before(), fate.corrected(), fate.after()))
                .anyMatch(state -> one(Part.NIET_INGEDEELD, null, CountName.ACTIES, state) > 0)) {
            add(tallies, Part.NIET_INGEDEELD, null, Wording.UNASSIGNED.text());
        }
        return tallies;
    }

    /** In the order of the publication; what is only defined on an earlier cut comes last. */
    private Map<Integer, String> titles() {
        Map<Integer, String> titles = new LinkedHashMap<>();
        Stream.of(
                        lines.on(to.reportDate(), to.knownUpTo()),
                        lines.on(from.reportDate(), to.knownUpTo()),
                        lines.on(from.reportDate(), from.knownUpTo()))
                .flatMap(List<LineSpan>::stream)
                .forEach(line -> titles.putIfAbsent(line.line(), line.title()));
        return titles;
    }

    private void add(List<Tally> tallies, Part part, @Nullable Integer line, String title) {
        for (CountName count : CountName.values()) {
            tallies.add(tally(part, line, title, count));
        }
    }

    private Tally tally(Part part, @Nullable Integer line, String title, CountName count) {
        int was = 0;
        int is = 0;
        int moved = 0;
        int joined = 0;
        int left = 0;
        int corrected = 0;
        for (Fate fate : fates) {
            int first = one(part, line, count, fate.before());
            int middle = one(part, line, count, fate.corrected());
            int last = one(part, line, count, fate.after());
            was += first;
            is += last;
            corrected += middle - first;
            if (State.placeOf(fate.corrected()) == null) {
                joined += last;
            } else if (State.placeOf(fate.after()) == null) {
                left -= middle;
            } else {
                moved += last - middle;
            }
        }
        return new Tally(part, line, title, count, was, is, moved, joined, left, corrected);
    }

    private static int one(
            Part part, @Nullable Integer line, CountName count, @Nullable State state) {
        Place place = State.placeOf(state);
        return place != null && part.holds(place, line) && count.counts(place.status()) ? 1 : 0;
    }
}
