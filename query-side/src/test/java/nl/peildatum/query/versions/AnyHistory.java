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
import nl.peildatum.events.ActionEvent;
import nl.peildatum.events.ActionEvent.ActionBaselined;
import nl.peildatum.events.ActionEvent.ActionCompleted;
import nl.peildatum.events.ActionEvent.ActionDelayed;
import nl.peildatum.events.ActionEvent.ActionEntryCorrected;
import nl.peildatum.events.ActionEvent.ActionEntryRetracted;
import nl.peildatum.events.ActionEvent.ActionExcluded;
import nl.peildatum.events.ActionEvent.ActionExplained;
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
import nl.peildatum.events.ActionId;
import nl.peildatum.events.Basis;
import nl.peildatum.events.Correction;
import nl.peildatum.events.EntryCorrected;
import nl.peildatum.events.Event;
import nl.peildatum.events.Link;
import nl.peildatum.events.LinkKind;
import nl.peildatum.events.ProgrammeEvent.ActionLineDefined;
import nl.peildatum.events.ProgrammeEvent.ActionLineRevised;
import nl.peildatum.events.ProgrammeEvent.ProgrammeAdopted;
import nl.peildatum.events.ProgrammeEvent.ProgrammeEntryCorrected;
import nl.peildatum.events.ProgrammeEvent.ProgrammeEntryRetracted;
import nl.peildatum.events.ProgrammeEvent.ProgrammeRevised;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.events.Status;
import nl.peildatum.query.versions.NaiveAction.Numbered;
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
    private static final List<String> MOVES =
            List.of("action-started", "action-delayed", "action-completed", "action-withdrawn");
    private static final int MOST_CHANGES = 40;
    private static final int KINDS = 27;
    private static final int LINE = 21;
    private static final int RETRACTION = 26;
    private static final int PROGRAMME = 22;

    private AnyHistory() {}

    /** One change, to be made into an event of one of the kinds. */
    public record Change(int kind, int about, int day, int value, boolean said) {}

    public static Arbitrary<List<Change>> changes() {
        return changes(MOST_CHANGES);
    }

    public static Arbitrary<List<Change>> changes(int most) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, KINDS - 1),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, DAYS - 1),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(true, false))
                .as(Change::new)
                .list()
                .ofMaxSize(most);
    }

    public static List<Event> of(ProgrammeId programme, List<Change> changes) {
        List<Event> events = new ArrayList<>();
        events.add(adopted(programme));
        events.add(new ActionLineDefined(programme, 1, content("Lijn 1"), on(FIRST_DAY), null));
        events.add(plan(programme, "1", 1, true, FIRST_DAY));
        events.add(plan(programme, "2", 2, false, FIRST_DAY));
        boolean secondLine = false;
        for (Change change : changes) {
            if (change.kind() == PROGRAMME) {
                events.add(revised(programme, change));
            } else if (change.kind() > LINE) {
                aboutAnEarlierOne(programme, change, events);
            } else if (change.kind() == LINE && change.about() == 1 && !secondLine) {
                secondLine = true;
                events.add(
                        new ActionLineDefined(
                                programme,
                                2,
                                content("Lijn 2"),
                                on(FIRST_DAY.plusDays(change.day())),
                                null));
            } else if (change.kind() == LINE) {
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

    private static ProgrammeRevised revised(ProgrammeId programme, Change change) {
        return new ProgrammeRevised(
                programme,
                "Naam " + change.value(),
                2027 + change.about(),
                List.of("uitgever " + change.value()),
                on(FIRST_DAY.plusDays(change.day())),
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
            case 19 -> new ActionRelabelled(action, "als " + value, basis, why);
            default -> new ActionReordered(action, number, basis, why);
        };
    }

    /** Corrects or retracts an entry that still stands; a plan stays where and what it is. */
    private static void aboutAnEarlierOne(
            ProgrammeId programme, Change change, List<Event> events) {
        List<Numbered> journal = new ArrayList<>();
        events.forEach(event -> journal.add(new Numbered(journal.size() + 1L, event)));
        List<Numbered> standing =
                NaiveAction.standing(journal.size(), journal).stream()
                        .filter(entry -> !(entry.event() instanceof ProgrammeAdopted))
                        .filter(entry -> !(entry.event() instanceof ActionLineDefined))
                        .toList();
        int pick = change.day() * 6 + change.value() * 2 + change.about();
        Numbered entry = standing.get(pick % standing.size());
        boolean isPlan = entry.event() instanceof ActionPlanned;
        Basis basis = on(FIRST_DAY.plusDays(DAYS));
        if (change.kind() == RETRACTION && !isPlan) {
            events.add(
                    switch (entry.event()) {
                        case ActionEvent about ->
                                new ActionEntryRetracted(
                                        about.action(), entry.number(), basis, "vergissing");
                        default ->
                                new ProgrammeEntryRetracted(
                                        programme, entry.number(), basis, "vergissing");
                    });
            return;
        }
        LocalDate day =
                change.said() && !isPlan
                        ? FIRST_DAY.plusDays((change.day() + 3 * change.value()) % DAYS)
                        : null;
        long named = lastOfChain(entry.number(), change.about() == 1, events);
        String text = change.value() == 1 ? "verbeterd " + change.day() : null;
        events.add(
                switch (entry.event()) {
                    case ActionEvent about -> {
                        boolean explains =
                                about instanceof StatusChange
                                        || about instanceof ActionPlanned
                                        || about instanceof ActionBaselined
                                        || about instanceof ActionExplained;
                        yield new ActionEntryCorrected(
                                about.action(),
                                named,
                                correction(entry.event(), day, change),
                                basis,
                                "beter bekeken",
                                text,
                                explains ? text : null,
                                null);
                    }
                    default ->
                            new ProgrammeEntryCorrected(
                                    programme,
                                    named,
                                    correction(entry.event(), day, change),
                                    basis,
                                    "beter bekeken",
                                    text);
                });
    }

    private static Correction correction(Event event, @Nullable LocalDate day, Change change) {
        boolean other = change.value() == 2;
        boolean moved = event instanceof StatusChange && other;
        return new Correction(
                day,
                null,
                moved ? MOVES.get(change.day() % MOVES.size()) : null,
                event instanceof ActionBaselined ? STATUSES.get(change.value()) : null,
                null,
                event instanceof ActionRelabelled ? "beter " + change.day() : null,
                event instanceof ActionRetitled ? "beter " + change.day() : null,
                event instanceof ActionMoved && !other ? (Integer) 2 : null,
                null,
                event instanceof ActionPlanned ? (Boolean) other : null,
                null,
                null,
                event instanceof ActionLineRevised ? content("Beter " + change.day()) : null,
                event instanceof ProgrammeRevised ? "Beter " + change.day() : null,
                null,
                event instanceof ProgrammeRevised && other ? (Integer) 2030 : null,
                null,
                event instanceof ActionMoved && other
                        ? new TreeSet<>(List.of(Correction.Part.LINE))
                        : new TreeSet<>());
    }

    /** A correction may name the entry or any earlier correction of it. */
    private static long lastOfChain(long number, boolean last, List<Event> events) {
        long named = number;
        for (int i = 0; last && i < events.size(); i++) {
            if (events.get(i) instanceof EntryCorrected correction && correction.entry() == named) {
                named = i + 1L;
            }
        }
        return named;
    }
}
