package nl.peildatum.command.action;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.peildatum.command.action.ActionCommand.CorrectEntry;
import nl.peildatum.command.action.ActionCommand.PlanAction;
import nl.peildatum.command.action.ActionCommand.RetractEntry;
import nl.peildatum.command.rules.Bounds;
import nl.peildatum.command.rules.Decision;
import nl.peildatum.command.rules.Entries.Entry;
import nl.peildatum.command.rules.EntryChecks;
import nl.peildatum.command.rules.Refusal;
import nl.peildatum.command.rules.Refusal.Ground;
import nl.peildatum.command.rules.Refusal.Subject;
import nl.peildatum.command.status.Move;
import nl.peildatum.command.status.Standing;
import nl.peildatum.events.ActionEvent;
import nl.peildatum.events.ActionEvent.ActionBaselined;
import nl.peildatum.events.ActionEvent.ActionDelayed;
import nl.peildatum.events.ActionEvent.ActionEntryCorrected;
import nl.peildatum.events.ActionEvent.ActionEntryRetracted;
import nl.peildatum.events.ActionEvent.ActionExcluded;
import nl.peildatum.events.ActionEvent.ActionFact;
import nl.peildatum.events.ActionEvent.ActionLinked;
import nl.peildatum.events.ActionEvent.ActionPlanned;
import nl.peildatum.events.ActionEvent.ActionRescheduled;
import nl.peildatum.events.ActionEvent.DelayRescheduled;
import nl.peildatum.events.ActionEvent.StatusChange;
import nl.peildatum.events.Correction;
import org.jspecify.annotations.Nullable;

/** Decides on commands about an action. */
public final class ActionDecisions {

    /** The rules; each says why it refuses a command, or nothing. */
    enum Rule {
        A_DAY_LIES_IN_THE_TIME_OF_THE_PROGRAMME(ActionDecisions::outside),
        AN_ACTION_IS_CARRIED_OUT_IN_YEARS_OF_THE_PROGRAMME(ActionDecisions::inOtherYears),
        A_DELAY_IS_NOT_OVER_BEFORE_IT_BEGINS(ActionDecisions::completedBefore),
        ONLY_WHAT_IS_NOT_MONITORED_SAYS_WHY(ActionDecisions::reasonForNothing),
        A_MOVE_SAYS_WHY_WHERE_IT_MUST(ActionDecisions::withoutReason),
        WHAT_IT_IS_ABOUT_IS_THERE(ActionDecisions::aboutNothing),
        AN_ENTRY_HAS_THE_PARTS_THAT_ARE_CORRECTED(ActionDecisions::ofAnotherKind),
        NOTHING_RESTS_ON_WHAT_IS_RETRACTED(ActionDecisions::restedOn),
        A_LINK_IS_TO_WHAT_IS_THERE_ON_ITS_DAY(ActionDecisions::linkedTooEarly),
        A_PLAN_THAT_ANOTHER_ACTION_IS_LINKED_TO_STAYS(ActionDecisions::linkedTo),
        THE_ACTION_STANDS_WHERE_IT_IS_ALLOWED(ActionDecisions::outOfPlace),
        WHAT_ELSE_IS_RECORDED_STAYS_LEGAL(ActionDecisions::contradicting);

        @SuppressWarnings("ImmutableEnumChecker") // each is a method of this class
        private final Function<Case, Optional<Refusal>> refusal;

        Rule(Function<Case, Optional<Refusal>> refusal) {
            this.refusal = refusal;
        }
    }

    private ActionDecisions() {}

    /**
     * What comes of a command; nothing is recorded where nothing changes.
     *
     * @param bounds what lies outside is refused where the command names it
     */
    public static Decision<ActionEvent> decide(
            ActionTimeline timeline, ActionCommand command, Bounds bounds) {
        return decide(EnumSet.allOf(Rule.class), timeline, command, bounds);
    }

    /** What is refused of a command itself, not for what else is recorded. */
    public static List<Refusal> ofInput(
            ActionTimeline timeline, ActionCommand command, Bounds bounds) {
        return decide(timeline, command, bounds).refusals().stream()
                .filter(refusal -> refusal.ground() == Ground.INPUT)
                .toList();
    }

    static Decision<ActionEvent> decide(
            Set<Rule> rules, ActionTimeline timeline, ActionCommand command, Bounds bounds) {
        Case asked = new Case(timeline, command, bounds);
        List<Refusal> refusals =
                rules.stream().flatMap(rule -> rule.refusal.apply(asked).stream()).toList();
        return refusals.isEmpty()
                ? Decision.allowed(Optional.of(command.event()).filter(_ -> changes(asked)))
                : Decision.refused(refusals);
    }

    private static Optional<Refusal> outside(Case asked) {
        Optional<LocalDate> named =
                asked.named().isEmpty()
                        ? Optional.of(asked.day())
                        : asked.differing().map(Correction::effectiveOn);
        return named.flatMap(day -> EntryChecks.outside(day, asked.bounds()));
    }

    private static Optional<Refusal> inOtherYears(Case asked) {
        SortedSet<Integer> years =
                switch (asked.command().event()) {
                    case ActionPlanned plan -> plan.executionYears();
                    case ActionRescheduled change -> change.executionYears();
                    case ActionEntryCorrected correction
                            when correction.as().executionYears() != null ->
                            correction.as().executionYears();
                    default -> Collections.emptySortedSet();
                };
        Bounds bounds = asked.bounds();
        SortedSet<Integer> outside = new TreeSet<>(years);
        outside.removeIf(bounds::hasYear);
        return Refusal.when(
                !outside.isEmpty(),
                new Refusal.YearsOutside(outside, bounds.firstYear(), bounds.lastYear()));
    }

    private static Optional<Refusal> completedBefore(Case asked) {
        boolean unnamed =
                asked.differing()
                        .filter(as -> as.effectiveOn() == null && as.expectedCompletion() == null)
                        .isPresent();
        return unnamed ? Optional.empty() : asked.then().flatMap(then -> tooSoon(asked, then));
    }

    private static Optional<Refusal> tooSoon(Case asked, ActionFact then) {
        LocalDate delayedOn =
                then instanceof DelayRescheduled
                        ? asked.timeline().delayedOn(Case.day(then)).orElse(null)
                        : Case.day(then);
        LocalDate completion =
                switch (then) {
                    case ActionDelayed delay -> delay.expectedCompletion();
                    case DelayRescheduled delay -> delay.expectedCompletion();
                    default -> null;
                };
        return completion != null && delayedOn != null && completion.isBefore(delayedOn)
                ? Optional.of(new Refusal.CompletedBefore(completion, delayedOn))
                : Optional.empty();
    }

    private static Optional<Refusal> reasonForNothing(Case asked) {
        boolean given =
                switch (asked.command().event()) {
                    case ActionPlanned plan -> plan.exclusionReason() != null;
                    case ActionEntryCorrected correction ->
                            correction.entryExclusionReason() != null;
                    default -> false;
                };
        return Refusal.when(
                given && asked.then().orElse(null) instanceof ActionPlanned plan && plan.included(),
                new Refusal.ReasonForNothing(asked.code()));
    }

    private static Optional<Refusal> withoutReason(Case asked) {
        return asked.then()
                .filter(then -> then.reason() == null || then.reason().isBlank())
                .filter(StatusChange.class::isInstance)
                .map(then -> StatusChanges.of((StatusChange) then))
                .filter(Move::needsReason)
                .map(move -> new Refusal.ReasonNeeded(move, asked.named().orElse(null)));
    }

    private static Optional<Refusal> aboutNothing(Case asked) {
        ActionTimeline timeline = asked.timeline();
        boolean empty = timeline.entries().isEmpty();
        if (asked.named().isPresent()) {
            return EntryChecks.missing(timeline.recorded(), asked.named().get());
        }
        if (asked.command() instanceof PlanAction) {
            return Refusal.when(!empty, new Refusal.AlreadyExists(Subject.ACTION, asked.code()));
        }
        if (empty) {
            return Optional.of(new Refusal.Unknown(Subject.ACTION, asked.code()));
        }
        return Refusal.when(
                asked.state().isEmpty(),
                new Refusal.NotYetRecorded(
                        Subject.ACTION,
                        asked.code(),
                        asked.day(),
                        timeline.entries().getFirst().effectiveOn()));
    }

    private static Optional<Refusal> ofAnotherKind(Case asked) {
        return asked.command() instanceof CorrectEntry correct && asked.then().isEmpty()
                ? asked.now().map(now -> new Refusal.OtherKind(correct.entry(), now.event()))
                : Optional.empty();
    }

    private static Optional<Refusal> restedOn(Case asked) {
        return asked.command() instanceof RetractEntry retract
                ? asked.now()
                        .flatMap(asked.timeline()::firstRestingOn)
                        .map(resting -> EntryChecks.restsOn(retract.entry(), resting))
                : Optional.empty();
    }

    private static Optional<Refusal> linkedTooEarly(Case asked) {
        boolean unnamed =
                asked.differing()
                        .filter(as -> as.effectiveOn() == null && as.links() == null)
                        .isPresent();
        if (unnamed || !(asked.then().orElse(null) instanceof ActionLinked linked)) {
            return Optional.empty();
        }
        return linked.links().stream()
                .flatMap(link -> plannedLater(link.action(), Case.day(linked), asked))
                .findFirst();
    }

    private static Stream<Refusal> plannedLater(String other, LocalDate day, Case asked) {
        return asked.command().ofActions().stream()
                .filter(entry -> entry.event() instanceof ActionPlanned)
                .filter(entry -> entry.event().action().code().equals(other))
                .filter(entry -> entry.effectiveOn().isAfter(day))
                .map(entry -> new Refusal.LinkedTooEarly(other, day, entry.effectiveOn()));
    }

    private static Optional<Refusal> linkedTo(Case asked) {
        LocalDate plannedOn =
                asked.command() instanceof RetractEntry
                        ? LocalDate.MAX
                        : asked.differing().map(Correction::effectiveOn).orElse(null);
        boolean plan = asked.now().map(Entry::event).orElse(null) instanceof ActionPlanned;
        if (!plan || plannedOn == null) {
            return Optional.empty();
        }
        return asked.command().ofActions().stream()
                .filter(entry -> entry.effectiveOn().isBefore(plannedOn))
                .filter(entry -> isTo(asked.code(), entry.event()))
                .findFirst()
                .map(
                        link ->
                                asked.command() instanceof RetractEntry retract
                                        ? EntryChecks.restsOn(retract.entry(), link)
                                        : EntryChecks.unfit(asked.named().orElseThrow(), link));
    }

    private static boolean isTo(String action, ActionFact fact) {
        return fact instanceof ActionLinked linked
                && linked.links().stream().anyMatch(link -> link.action().equals(action));
    }

    private static Optional<Refusal> outOfPlace(Case asked) {
        return asked.state()
                .flatMap(
                        state ->
                                switch (asked.command().event()) {
                                    case ActionBaselined _ -> hasStatus(asked);
                                    case StatusChange change -> illegal(asked, state, change);
                                    case DelayRescheduled _ ->
                                            Refusal.when(
                                                    state.standing() != Standing.DELAYED,
                                                    new Refusal.NotDelayed(
                                                            asked.code(), asked.day()));
                                    default -> Optional.empty();
                                });
    }

    private static Optional<Refusal> hasStatus(Case asked) {
        return asked.timeline()
                .firstWithStatus()
                .map(
                        first ->
                                new Refusal.AlreadyHasStatus(
                                        asked.code(), first.number(), first.effectiveOn()));
    }

    private static Optional<Refusal> illegal(Case asked, ActionState state, StatusChange change) {
        Move move = StatusChanges.of(change);
        return move.from(state.standing()).isPresent()
                ? Optional.empty()
                : Optional.of(
                        new Refusal.IllegalMove(
                                asked.code(), move, state.standing(), asked.day(), allowed(asked)));
    }

    /** What does not fit itself says that; what it would do to other entries follows from it. */
    private static Optional<Refusal> contradicting(Case asked) {
        boolean unfit =
                Stream.<Function<Case, Optional<Refusal>>>of(
                                ActionDecisions::aboutNothing,
                                ActionDecisions::ofAnotherKind,
                                ActionDecisions::restedOn,
                                ActionDecisions::outOfPlace)
                        .anyMatch(rule -> rule.apply(asked).isPresent());
        if (unfit) {
            return Optional.empty();
        }
        ActionTimeline then = asked.timeline().with(asked.command().event());
        return then.firstIllegal()
                .or(() -> firstOvertaken(asked, then))
                .map(
                        illegal ->
                                asked.named()
                                        .map(entry -> EntryChecks.unfit(entry, illegal))
                                        .orElseGet(() -> contradiction(asked, illegal)));
    }

    /**
     * An expected completion that fits what is recorded, and no longer the delay as it would be.
     */
    private static Optional<Entry<ActionFact>> firstOvertaken(Case asked, ActionTimeline then) {
        List<@Nullable Long> already =
                asked.timeline().completedBeforeDelay().stream()
                        .<@Nullable Long>map(Entry::number)
                        .toList();
        return then.completedBeforeDelay().stream()
                .filter(entry -> !already.contains(entry.number()))
                .filter(entry -> isRecordedBeside(asked, entry.number()))
                .findFirst();
    }

    private static boolean isRecordedBeside(Case asked, @Nullable Long number) {
        return number != null && !asked.named().equals(Optional.of(number));
    }

    private static Refusal contradiction(Case asked, Entry<ActionFact> illegal) {
        return new Refusal.Contradicts(
                asked.code(),
                illegal.number(),
                illegal.event(),
                illegal.effectiveOn(),
                allowed(asked));
    }

    /** The moves that would be legal in the place of the command, with all that follows. */
    private static Set<Move> allowed(Case asked) {
        ActionCommand command = asked.command();
        Set<Move> allowed = EnumSet.noneOf(Move.class);
        for (Move move : Move.values()) {
            ActionEvent instead =
                    StatusChanges.command(move, command.action(), command.basis(), "", null, null)
                            .event();
            if (asked.timeline().with(instead).firstIllegal().isEmpty()) {
                allowed.add(move);
            }
        }
        return allowed;
    }

    private static boolean changes(Case asked) {
        return switch (asked.command().event()) {
            case ActionPlanned _, ActionBaselined _, StatusChange _, ActionEntryRetracted _ -> true;
            case ActionEntryCorrected _ -> !asked.then().equals(asked.now().map(Entry::event));
            // Saying it again without a reason takes away no reason that was given.
            case ActionExcluded excluded when excluded.reason() == null ->
                    asked.state().orElseThrow().included();
            case ActionFact fact -> {
                ActionState state = asked.state().orElseThrow();
                yield !state.evolve(fact).equals(state);
            }
        };
    }

    /** A command beside what is recorded about its action. */
    private record Case(ActionTimeline timeline, ActionCommand command, Bounds bounds) {

        String code() {
            return command.action().code();
        }

        LocalDate day() {
            return command.basis().effectiveOn();
        }

        static LocalDate day(ActionFact fact) {
            return fact.basis().effectiveOn();
        }

        /** How the action is on the effective date. */
        Optional<ActionState> state() {
            return timeline.on(day());
        }

        /** The number of the entry that is corrected or retracted. */
        Optional<Long> named() {
            return switch (command) {
                case CorrectEntry correct -> Optional.of(correct.entry());
                case RetractEntry retract -> Optional.of(retract.entry());
                default -> Optional.empty();
            };
        }

        /** That entry, as it now reads. */
        Optional<Entry<ActionFact>> now() {
            return named().flatMap(timeline.recorded()::standing);
        }

        /** What of that entry would read differently. */
        Optional<Correction> differing() {
            return command.event() instanceof ActionEntryCorrected correction
                    ? Optional.of(correction.as())
                    : Optional.empty();
        }

        /** What would then be recorded of the action, or how the entry would then read. */
        Optional<ActionFact> then() {
            return switch (command.event()) {
                case ActionFact fact -> Optional.of(fact);
                case ActionEntryCorrected correction ->
                        now().flatMap(now -> EntryChecks.corrected(now, correction));
                case ActionEntryRetracted _ -> Optional.empty();
            };
        }
    }
}
