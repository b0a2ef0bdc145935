package nl.peildatum.query.versions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.peildatum.events.ActionEvent.ActionBaselined;
import nl.peildatum.events.ActionEvent.ActionCompleted;
import nl.peildatum.events.ActionEvent.ActionDelayed;
import nl.peildatum.events.ActionEvent.ActionExcluded;
import nl.peildatum.events.ActionEvent.ActionExplained;
import nl.peildatum.events.ActionEvent.ActionFact;
import nl.peildatum.events.ActionEvent.ActionIncluded;
import nl.peildatum.events.ActionEvent.ActionLinked;
import nl.peildatum.events.ActionEvent.ActionMadeFinite;
import nl.peildatum.events.ActionEvent.ActionMadeOngoing;
import nl.peildatum.events.ActionEvent.ActionMoved;
import nl.peildatum.events.ActionEvent.ActionPlanned;
import nl.peildatum.events.ActionEvent.ActionRelabelled;
import nl.peildatum.events.ActionEvent.ActionReopened;
import nl.peildatum.events.ActionEvent.ActionReordered;
import nl.peildatum.events.ActionEvent.ActionRescheduled;
import nl.peildatum.events.ActionEvent.ActionResumed;
import nl.peildatum.events.ActionEvent.ActionRetitled;
import nl.peildatum.events.ActionEvent.ActionStarted;
import nl.peildatum.events.ActionEvent.ActionWithdrawn;
import nl.peildatum.events.ActionEvent.DelayRescheduled;
import nl.peildatum.events.EntryCorrected;
import nl.peildatum.events.EntryRetracted;
import nl.peildatum.events.Event;
import org.jspecify.annotations.Nullable;

/** An action as the rule says it, word for word: every entry that counts, in order, one by one. */
final class NaiveAction {

    /** An event with its journal number. */
    record Numbered(long number, Event event) {}

    String status = "";
    private long statusEntry;
    private boolean baseline;
    private @Nullable String statusReason;
    private String reportLabel = "";
    private @Nullable String title;
    @Nullable Integer line;
    private @Nullable Integer position;
    boolean included;
    private @Nullable String exclusionReason;
    private List<Integer> years = List.of();
    private @Nullable String explanation;
    private @Nullable LocalDate expectedCompletion;
    private List<String> links = List.of();

    /** What stands of a journal with what is known up to a number, every correction applied. */
    static List<Numbered> standing(long knownUpTo, List<Numbered> journal) {
        List<Numbered> standing = new ArrayList<>();
        for (Numbered original : journal) {
            if (original.number() > knownUpTo
                    || original.event() instanceof EntryCorrected
                    || original.event() instanceof EntryRetracted) {
                continue;
            }
            Event reads = original.event();
            boolean retracted = false;
            Set<Long> chain = new HashSet<>(Set.of(original.number()));
            for (Numbered later : journal) {
                if (later.number() > knownUpTo) {
                    break;
                }
                if (later.event() instanceof EntryCorrected correction
                        && chain.contains(correction.entry())) {
                    chain.add(later.number());
                    reads = correction.correct(reads);
                }
                if (later.event() instanceof EntryRetracted retraction
                        && chain.contains(retraction.entry())) {
                    retracted = true;
                }
            }
            if (!retracted) {
                standing.add(new Numbered(original.number(), reads));
            }
        }
        return standing;
    }

    /** The state on a day, or null where nothing was recorded. */
    static @Nullable NaiveAction on(LocalDate day, String action, List<Numbered> standing) {
        NaiveAction state = null;
        for (Numbered entry : thatCount(day, action, standing)) {
            if (state == null) {
                state = new NaiveAction();
            }
            state.apply(entry.number(), (ActionFact) entry.event());
        }
        return state;
    }

    static List<Numbered> thatCount(LocalDate day, String action, List<Numbered> standing) {
        List<Numbered> counting = new ArrayList<>();
        for (Numbered entry : standing) {
            if (entry.event() instanceof ActionFact event
                    && event.action().code().equals(action)
                    && !event.basis().effectiveOn().isAfter(day)) {
                counting.add(entry);
            }
        }
        counting.sort(
                Comparator.comparing((Numbered entry) -> entry.event().basis().effectiveOn())
                        .thenComparing(Numbered::number));
        return counting;
    }

    private void apply(long number, ActionFact event) {
        switch (event) {
            case ActionPlanned e -> {
                become("NOT_STARTED", number, e.reason(), e.explanation());
                reportLabel = e.reportLabel();
                title = e.title();
                line = e.line();
                position = e.position();
                included = e.included();
                exclusionReason = e.included() ? null : e.exclusionReason();
                years = List.copyOf(e.executionYears());
            }
            case ActionBaselined e -> {
                become(e.status().name(), number, e.reason(), e.explanation());
                baseline = true;
            }
            case ActionStarted e -> become("IN_PROGRESS", number, e.reason(), e.explanation());
            case ActionDelayed e -> {
                become("DELAYED", number, e.reason(), e.explanation());
                expectedCompletion = e.expectedCompletion();
            }
            case ActionResumed e -> become("IN_PROGRESS", number, e.reason(), e.explanation());
            case ActionMadeOngoing e -> become("ONGOING", number, e.reason(), e.explanation());
            case ActionMadeFinite e -> become("IN_PROGRESS", number, e.reason(), e.explanation());
            case ActionCompleted e -> become("COMPLETED", number, e.reason(), e.explanation());
            case ActionReopened e -> become("IN_PROGRESS", number, e.reason(), e.explanation());
            case ActionWithdrawn e -> become("WITHDRAWN", number, e.reason(), e.explanation());
            case ActionExplained e -> explanation = e.explanation();
            case ActionRetitled e -> title = e.title();
            case ActionRescheduled e -> years = List.copyOf(e.executionYears());
            case DelayRescheduled e -> {
                if (status.equals("DELAYED")) {
                    expectedCompletion = e.expectedCompletion();
                }
            }
            case ActionMoved e -> line = e.line();
            case ActionIncluded _ -> {
                included = true;
                exclusionReason = null;
            }
            case ActionExcluded e -> {
                included = false;
                exclusionReason = e.reason();
            }
            case ActionLinked e ->
                    links =
                            e.links().stream()
                                    .map(link -> link.kind() + " " + link.action())
                                    .toList();
            case ActionRelabelled e -> reportLabel = e.reportLabel();
            case ActionReordered e -> position = e.position();
        }
    }

    private void become(
            String newStatus,
            long number,
            @Nullable String reason,
            @Nullable String newExplanation) {
        status = newStatus;
        statusEntry = number;
        baseline = false;
        statusReason = reason;
        expectedCompletion = null;
        if (newExplanation != null) {
            explanation = newExplanation;
        }
    }

    /** Everything in one line, to be compared. */
    String asText() {
        return String.join(
                "|",
                status,
                String.valueOf(statusEntry),
                String.valueOf(baseline),
                String.valueOf(statusReason),
                reportLabel,
                String.valueOf(title),
                String.valueOf(line),
                String.valueOf(position),
                String.valueOf(included),
                String.valueOf(exclusionReason),
                String.valueOf(years),
                String.valueOf(explanation),
                String.valueOf(expectedCompletion),
                String.valueOf(links));
    }
}
