package nl.peildatum.query.timeline;

import static nl.peildatum.query.timeline.StandingEntry.EXCLUSION_REASON;
import static nl.peildatum.query.timeline.StandingEntry.EXPLANATION;
import static nl.peildatum.query.timeline.StandingEntry.REASON;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.peildatum.events.ActionEvent;
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
import nl.peildatum.events.ActionEvent.StatusChange;
import nl.peildatum.eventstore.JournalEntry;
import org.jspecify.annotations.Nullable;

/** The history of one action. */
public final class ActionTimeline {

    private ActionTimeline() {}

    /** Folds the entries of one action, corrections and retractions among them. */
    public static Timeline<ActionFact, ActionState> of(
            Collection<JournalEntry<ActionEvent>> entries) {
        return Timeline.of(StandingEntry.of(entries, ActionFact.class), ActionTimeline::evolve);
    }

    /**
     * With an entry that was recorded after all others, or nothing where it does not hold after all
     * others as well.
     */
    public static Optional<Timeline<ActionFact, ActionState>> with(
            Timeline<ActionFact, ActionState> before, JournalEntry<ActionEvent> entry) {
        return entry.event() instanceof ActionFact fact && before.endsBefore(entry.effectiveOn())
                ? Optional.of(
                        before.with(
                                List.of(new StandingEntry<>(entry, fact, null, Map.of())),
                                ActionTimeline::evolve))
                : Optional.empty();
    }

    /**
     * What holds after an entry.
     *
     * @throws IllegalArgumentException when something other than a plan comes first
     */
    static ActionState evolve(@Nullable ActionState before, StandingEntry<ActionFact> entry) {
        if (entry.event() instanceof ActionPlanned planned) {
            return planned(planned, entry);
        }
        if (before == null) {
            throw new IllegalArgumentException(
                    "entry " + entry.number() + " of " + entry.event().action() + " has no plan");
        }
        ActionState.Draft state = new ActionState.Draft(before);
        switch (entry.event()) {
            case ActionPlanned _ -> {} // done above
            case ActionBaselined baselined -> {
                become(state, ActionStatus.of(baselined.status()), entry, baselined.explanation());
                state.baseline = true;
            }
            case StatusChange change -> {
                become(state, statusAfter(change), entry, change.explanation());
                if (change instanceof ActionDelayed delayed) {
                    state.expectedCompletion = delayed.expectedCompletion();
                }
            }
            case ActionExplained explained ->
                    state.explanation = entry.text(EXPLANATION, explained.explanation());
            case ActionRetitled retitled -> state.title = retitled.title();
            case ActionRelabelled relabelled -> state.reportLabel = relabelled.reportLabel();
            case ActionRescheduled rescheduled ->
                    state.executionYears = rescheduled.executionYears();
            case DelayRescheduled rescheduled -> {
                if (state.status == ActionStatus.DELAYED) {
                    state.expectedCompletion = rescheduled.expectedCompletion();
                }
            }
            case ActionMoved moved -> state.line = moved.line();
            case ActionIncluded _ -> {
                state.included = true;
                state.exclusionReason = null;
            }
            case ActionExcluded excluded -> {
                state.included = false;
                state.exclusionReason = entry.text(REASON, excluded.reason());
            }
            case ActionLinked linked -> state.links = linked.links();
            case ActionReordered reordered -> state.position = reordered.position();
        }
        return state.done();
    }

    /** The action gets a status; a delay's expected completion goes with the delay. */
    private static void become(
            ActionState.Draft state,
            ActionStatus status,
            StandingEntry<ActionFact> entry,
            @Nullable String explanation) {
        state.status = status;
        state.statusEntry = entry.number();
        state.baseline = false;
        state.statusReason = entry.text(REASON, entry.event().reason());
        state.expectedCompletion = null;
        if (explanation != null) {
            state.explanation = entry.text(EXPLANATION, explanation);
        }
    }

    private static ActionState planned(ActionPlanned planned, StandingEntry<ActionFact> entry) {
        return new ActionState(
                ActionStatus.NOT_STARTED,
                entry.number(),
                false,
                entry.text(REASON, planned.reason()),
                planned.reportLabel(),
                planned.title(),
                planned.line(),
                planned.position(),
                planned.included(),
                planned.included() ? null : entry.text(EXCLUSION_REASON, planned.exclusionReason()),
                planned.executionYears(),
                entry.text(EXPLANATION, planned.explanation()),
                null,
                List.of());
    }

    private static ActionStatus statusAfter(StatusChange change) {
        return switch (change) {
            case ActionStarted _, ActionResumed _, ActionMadeFinite _, ActionReopened _ ->
                    ActionStatus.IN_PROGRESS;
            case ActionDelayed _ -> ActionStatus.DELAYED;
            case ActionMadeOngoing _ -> ActionStatus.ONGOING;
            case ActionCompleted _ -> ActionStatus.COMPLETED;
            case ActionWithdrawn _ -> ActionStatus.WITHDRAWN;
        };
    }
}
