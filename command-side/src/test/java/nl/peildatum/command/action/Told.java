package nl.peildatum.command.action;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import nl.peildatum.command.rules.Bounds;
import nl.peildatum.events.ActionEvent;
import nl.peildatum.events.ActionEvent.ActionPlanned;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.Basis;
import org.jspecify.annotations.Nullable;

/** Small histories, told in the order in which they were recorded. */
final class Told {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    static final Bounds BOUNDS = new Bounds(TODAY, 2024, 2027);
    static final ActionId ACTION = ActionId.of("programma/24");

    private Told() {}

    /** A date of 2025, or of 2026 from month 13 on. */
    static Basis on(int month, int day) {
        return new Basis(LocalDate.of(2025, 1, day).plusMonths(month - 1L), "subject-1", null);
    }

    static Basis on(LocalDate day) {
        return new Basis(day, "subject-1", null);
    }

    static ActionPlanned planned(Basis basis) {
        return planned(basis, null);
    }

    static ActionPlanned planned(Basis basis, @Nullable String explanation) {
        return new ActionPlanned(
                ACTION,
                "24",
                "Titel",
                null,
                new TreeSet<>(),
                true,
                null,
                null,
                basis,
                null,
                explanation);
    }

    /** The timeline of events that were recorded as numbers 10, 11, 12 … */
    static ActionTimeline timeline(ActionEvent... recorded) {
        return timeline(List.of(recorded));
    }

    static ActionTimeline timeline(List<? extends ActionEvent> recorded) {
        ActionTimeline timeline = ActionTimeline.EMPTY;
        List<ActionEvent> events = new ArrayList<>(recorded);
        for (int i = 0; i < events.size(); i++) {
            timeline = timeline.with(10L + i, events.get(i));
        }
        return timeline;
    }
}
