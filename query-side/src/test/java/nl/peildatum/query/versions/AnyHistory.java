package nl.peildatum.query.versions;

import static nl.peildatum.query.RecordedEvents.adopted;
import static nl.peildatum.query.RecordedEvents.content;
import static nl.peildatum.query.RecordedEvents.on;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import nl.peildatum.events.ActionEvent.ActionBaselined;
import nl.peildatum.events.ActionEvent.ActionCompleted;
import nl.peildatum.events.ActionEvent.ActionDelayed;
import nl.peildatum.events.ActionEvent.ActionExcluded;
import nl.peildatum.events.ActionEvent.ActionExplained;
import nl.peildatum.events.ActionEvent.ActionIncluded;
import nl.peildatum.events.ActionEvent.ActionLinked;
import nl.peildatum.events.ActionEvent.ActionMadeFinite;
import nl.peildatum.events.ActionEvent.ActionMadeOngoing;
import nl.peildatum.events.ActionEvent.ActionMoved;
import nl.peildatum.events.ActionEvent.ActionPlanned;
import nl.peildatum.events.ActionEvent.ActionReopened;
import nl.peildatum.events.ActionEvent.ActionReordered;
import nl.peildatum.events.ActionEvent.ActionRescheduled;
import nl.peildatum.events.ActionEvent.ActionResumed;
import nl.peildatum.events.ActionEvent.ActionRetitled;
import nl.peildatum.events.ActionEvent.ActionStarted;
import nl.peildatum.events.ActionEvent.ActionWithdrawn;
import nl.peildatum.events.ActionEvent.DelayRescheduled;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.Basis;
import nl.peildatum.events.Event;
import nl.peildatum.events.Link;
import nl.peildatum.events.LinkKind;
import nl.peildatum.events.ProgrammeEvent.ActionLineDefined;
import nl.peildatum.events.ProgrammeEvent.ActionLineRevised;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.events.Status;
import org.jspecify.annotations.Nullable;

/**
 * Histories of two actions and two lines, with many entries on few days and many of them recorded
 * late. Not every one is a legal sequence of transitions: a projection does not judge.
 */
public final class AnyHistory {

    public static final List<String> ACTIONS = List.of("1", "2");
    public static final List<Integer> LINES = List.of(1, 2);
    public static final LocalDate FIRST_DAY = LocalDate.parse("2026-03-25");
    public static final int DAYS = 9;
    private static final List<Status> STATUSES =
            List.of(Status.IN_PROGRESS, Status.DELAYED, Status.COMPLETED);
    private static final List<LinkKind> LINKS =
            List.of(LinkKind.FOLLOWS, LinkKind.COUPLED_TO, LinkKind.TOGETHER_WITH);
    private static final int MOST_CHANGES = 40;
    private static final int KINDS = 21;

    private AnyHistory() {}

    /** One change, to be made into an event of one of the kinds. */
    public record Change(int kind, int about, int day, int value, boolean said) {}

    public static Arbitrary<List<Change>> changes() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, KINDS - 1),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, DAYS - 1),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(true, false))
                .as(Change::new)
                .list()
                .ofMaxSize(MOST_CHANGES);
    }

    public static List<Event> of(ProgrammeId programme, List<Change> changes) {
        List<Event> events = new ArrayList<>();
        events.add(adopted(programme));
        events.add(new ActionLineDefined(programme, 1, content("Lijn 1"), on(FIRST_DAY), null));
        events.add(plan(programme, "1", 1, true, FIRST_DAY));
        events.add(plan(programme, "2", 2, false, FIRST_DAY));
        boolean secondLine = false;
        for (Change change : changes) {
            if (change.kind() == KINDS - 1 && change.about() == 1 && !secondLine) {
                secondLine = true;
                events.add(
                        new ActionLineDefined(
                                programme,
                                2,
                                content("Lijn 2"),
                                on(FIRST_DAY.plusDays(change.day())),
                                null));
            } else if (change.kind() == KINDS - 1) {
                events.add(
                        new ActionLineRevised(
                                programme,
                                secondLine ? change.about() + 1 : 1,
                                content("Titel " + change.value()),
                                on(FIRST_DAY.plusDays(change.day())),
                                null));
            } else {
                events.add(event(programme, change));
            }
        }
        return events;
    }

    private static ActionPlanned plan(
            ProgrammeId programme, String code, int line, boolean included, LocalDate day) {
        return new ActionPlanned(
                new ActionId(programme, code),
                code,
                "Titel " + code,
                line,
                new TreeSet<>(List.of(2025)),
                included,
                included ? null : "start later",
                null,
                on(day),
                null,
                null);
    }

    private static Event event(ProgrammeId programme, Change change) {
        ActionId action = new ActionId(programme, ACTIONS.get(change.about()));
        LocalDate day = FIRST_DAY.plusDays(change.day());
        Basis basis = on(day);
        int value = change.value();
        String why = change.said() ? "reden " + value : null;
        String text = change.said() ? "toelichting " + value : null;
        LocalDate later = change.said() ? day.plusDays(30L + value) : null;
        @Nullable Integer number = change.said() ? (Integer) (value + 1) : null;
        return switch (change.kind()) {
            case 0 -> new ActionBaselined(action, STATUSES.get(value), basis, why, text);
            case 1 -> new ActionStarted(action, basis, why, text);
            case 2, 3 -> new ActionDelayed(action, later, basis, "want " + value, text);
            case 4 -> new ActionResumed(action, basis, why, text);
            case 5 -> new ActionMadeOngoing(action, basis, why, text);
            case 6 -> new ActionMadeFinite(action, basis, why, text);
            case 7 -> new ActionCompleted(action, basis, why, text);
            case 8 -> new ActionReopened(action, basis, "toch " + value, text);
            case 9 -> new ActionWithdrawn(action, basis, "weg " + value, text);
            case 10 -> new ActionExplained(action, basis, why, text);
            case 11 -> new ActionRetitled(action, "titel " + value, basis, why);
            case 12 ->
                    new ActionRescheduled(
                            action, new TreeSet<>(List.of(2025, 2025 + value)), basis, why);
            case 13, 14 -> new DelayRescheduled(action, later, basis, why);
            case 15 -> new ActionMoved(action, number, basis, why);
            case 16 -> new ActionIncluded(action, basis, why);
            case 17 -> new ActionExcluded(action, basis, "buiten " + value);
            case 18 ->
                    new ActionLinked(
                            action,
                            change.said() ? List.of(new Link(LINKS.get(value), "1")) : List.of(),
                            basis,
                            why);
            default -> new ActionReordered(action, number, basis, why);
        };
    }
}
