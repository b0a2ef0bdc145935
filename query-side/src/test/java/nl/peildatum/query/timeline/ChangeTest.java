package nl.peildatum.query.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import nl.peildatum.events.ActionEvent;
import nl.peildatum.events.ActionEvent.ActionFact;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.JournalEntry;
import nl.peildatum.query.versions.AnyHistory;

class ChangeTest {

    private static final ProgrammeId PROGRAMME = new ProgrammeId("p");

    @Provide
    Arbitrary<List<AnyHistory.Change>> changes() {
        return AnyHistory.changes();
    }

    @Property(tries = 2_000, shrinking = ShrinkingMode.BOUNDED)
    void an_entry_that_holds_after_all_others_changes_as_much_of_the_end_of_a_history_as_of_all(
            @ForAll("changes") List<AnyHistory.Change> changes) {
        for (String action : AnyHistory.ACTIONS) {
            List<JournalEntry<ActionEvent>> known = new ArrayList<>();
            Timeline<ActionFact, ActionState> end = Timeline.empty();
            for (JournalEntry<ActionEvent> entry : entries(action, changes)) {
                Timeline<ActionFact, ActionState> before = ActionTimeline.of(known);
                known.add(entry);
                Timeline<ActionFact, ActionState> after = ActionTimeline.of(known);

                Timeline<ActionFact, ActionState> next =
                        ActionTimeline.with(end, entry).orElse(null);

                if (next != null) {
                    assertThat(told(Change.between(end, next)))
                            .isEqualTo(told(Change.between(before, after)));
                    assertThat(next.latest()).isEqualTo(after.latest());
                } else {
                    assertThat(ActionTimeline.with(before, entry)).isEmpty();
                }
                // From the end of the end on, as an entry after the other comes in.
                end = (next == null ? after : next).end();
                assertThat(end.segments()).hasSizeLessThanOrEqualTo(2);
                assertThat(end.steps()).isEmpty();
            }
        }
    }

    private static List<Object> told(Change<ActionFact, ActionState> change) {
        return List.of(
                change.ended(),
                change.begun(),
                change.gone(),
                change.told(),
                Optional.ofNullable(change.latest()));
    }

    private static List<JournalEntry<ActionEvent>> entries(
            String action, List<AnyHistory.Change> changes) {
        List<JournalEntry<ActionEvent>> entries = new ArrayList<>();
        long number = 0;
        for (Event event : AnyHistory.of(PROGRAMME, changes)) {
            number++;
            if (event instanceof ActionEvent about
                    && about.action().equals(new ActionId(PROGRAMME, action))) {
                entries.add(
                        new JournalEntry<>(
                                number,
                                entries.size(),
                                new UUID(0, number),
                                Instant.EPOCH,
                                "",
                                null,
                                about));
            }
        }
        return entries;
    }
}
