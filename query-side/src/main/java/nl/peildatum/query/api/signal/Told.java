package nl.peildatum.query.api.signal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.peildatum.events.ActionEvent;
import nl.peildatum.events.ActionEvent.ActionFact;
import nl.peildatum.eventstore.JournalEntry;
import nl.peildatum.query.api.StatusCode;
import nl.peildatum.query.timeline.ActionState;
import nl.peildatum.query.timeline.ActionTimeline;
import nl.peildatum.query.timeline.Text;
import nl.peildatum.query.timeline.Timeline.Step;
import org.jspecify.annotations.Nullable;

/**
 * An action on a day, and how that came to be told.
 *
 * @param steps the entries up to that day, in the order in which they hold
 */
record Told(String code, ActionState state, List<Step<ActionFact, ActionState>> steps) {

    /** What the entries of an action tell of a day; empty where nothing is recorded for it. */
    static Optional<Told> on(LocalDate day, Collection<JournalEntry<ActionEvent>> entries) {
        List<Step<ActionFact, ActionState>> steps =
                ActionTimeline.of(entries).steps().stream()
                        .filter(step -> !step.entry().effectiveOn().isAfter(day))
                        .toList();
        return steps.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Told(
                                steps.getLast().entry().event().action().code(),
                                steps.getLast().after(),
                                steps));
    }

    /** The numbers of the entries that gave these facts, and of what last corrected those. */
    SortedSet<Long> entriesOf(Collection<Fact> facts) {
        SortedSet<Long> numbers = new TreeSet<>();
        for (Fact fact : facts) {
            Step<ActionFact, ActionState> giving = giving(fact);
            numbers.add(giving.entry().number());
            if (giving.entry().correctedBy() != null) {
                numbers.add(giving.entry().correctedBy());
            }
        }
        return numbers;
    }

    private Step<ActionFact, ActionState> giving(Fact fact) {
        return steps.stream()
                .filter(
                        step ->
                                !Objects.equals(
                                        fact.origin(step.before()), fact.origin(step.after())))
                .reduce((_, later) -> later)
                .orElse(steps.getFirst());
    }

    boolean counts() {
        return state.counts();
    }

    StatusCode status() {
        return StatusCode.of(state.status().name());
    }

    @Nullable String explanation() {
        Text explanation = state.explanation();
        return explanation == null ? null : explanation.words();
    }
}
