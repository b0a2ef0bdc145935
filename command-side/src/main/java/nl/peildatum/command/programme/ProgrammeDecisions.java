package nl.peildatum.command.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.peildatum.command.programme.ProgrammeCommand.AdoptProgramme;
import nl.peildatum.command.programme.ProgrammeCommand.CorrectProgrammeEntry;
import nl.peildatum.command.programme.ProgrammeCommand.DefineLine;
import nl.peildatum.command.programme.ProgrammeCommand.EraseText;
import nl.peildatum.command.programme.ProgrammeCommand.RetractProgrammeEntry;
import nl.peildatum.command.programme.ProgrammeCommand.ReviseLine;
import nl.peildatum.command.programme.ProgrammeCommand.ReviseProgramme;
import nl.peildatum.command.rules.Bounds;
import nl.peildatum.command.rules.Decision;
import nl.peildatum.command.rules.Entries.Entry;
import nl.peildatum.command.rules.EntryChecks;
import nl.peildatum.command.rules.Refusal;
import nl.peildatum.command.rules.Refusal.Ground;
import nl.peildatum.command.rules.Refusal.Subject;
import nl.peildatum.events.ActionEvent.ActionFact;
import nl.peildatum.events.ActionEvent.ActionMoved;
import nl.peildatum.events.ActionEvent.ActionPlanned;
import nl.peildatum.events.ActionEvent.ActionRescheduled;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.Correction;
import nl.peildatum.events.ProgrammeEvent;
import nl.peildatum.events.ProgrammeEvent.ActionLineDefined;
import nl.peildatum.events.ProgrammeEvent.ActionLineRevised;
import nl.peildatum.events.ProgrammeEvent.OwnFact;
import nl.peildatum.events.ProgrammeEvent.ProgrammeAdopted;
import nl.peildatum.events.ProgrammeEvent.ProgrammeEntryCorrected;
import nl.peildatum.events.ProgrammeEvent.ProgrammeFact;
import nl.peildatum.events.ProgrammeEvent.ProgrammeRevised;
import nl.peildatum.events.ProgrammeEvent.SignalJudged;
import org.jspecify.annotations.Nullable;

/** Decides on commands about a programme and its action lines. */
public final class ProgrammeDecisions {

    /** The rules; each says why it refuses a command, or nothing. */
    enum Rule {
        A_DAY_LIES_IN_THE_TIME_OF_THE_PROGRAMME(ProgrammeDecisions::outside),
        WHAT_IT_IS_ABOUT_IS_THERE(ProgrammeDecisions::aboutNothing),
        AN_ENTRY_HAS_THE_PARTS_THAT_ARE_CORRECTED(ProgrammeDecisions::ofAnotherKind),
        A_TEXT_IS_ERASED_ONCE(ProgrammeDecisions::erasedBefore),
        AN_ADOPTION_STAYS(ProgrammeDecisions::ofTheProgramme),
        A_LINE_ON_WHICH_ACTIONS_REST_STAYS(ProgrammeDecisions::restedOnByActions),
        A_YEAR_IN_WHICH_ACTIONS_ARE_CARRIED_OUT_STAYS(ProgrammeDecisions::yearInUse),
        A_LINE_THAT_IS_REVISED_STAYS(ProgrammeDecisions::restedOnByRevisions),
        WHAT_ELSE_IS_RECORDED_STAYS_LEGAL(ProgrammeDecisions::contradicting);

        @SuppressWarnings("ImmutableEnumChecker") // each is a method of this class
        private final Function<Case, Optional<Refusal>> refusal;

        Rule(Function<Case, Optional<Refusal>> refusal) {
            this.refusal = refusal;
        }
    }

    private ProgrammeDecisions() {}

    /**
     * What comes of a command; nothing is recorded where nothing changes.
     *
     * @param today the date in Europe/Amsterdam; no effective date lies after it
     */
    public static Decision<ProgrammeEvent> decide(
            ProgrammeState state, ProgrammeCommand command, LocalDate today) {
        return decide(EnumSet.allOf(Rule.class), state, command, today);
    }

    /** What is refused of a command itself, not for what else is recorded. */
    public static List<Refusal> ofInput(
            ProgrammeState state, ProgrammeCommand command, LocalDate today) {
        return decide(state, command, today).refusals().stream()
                .filter(refusal -> refusal.ground() == Ground.INPUT)
                .toList();
    }

    static Decision<ProgrammeEvent> decide(
            Set<Rule> rules, ProgrammeState state, ProgrammeCommand command, LocalDate today) {
        Case asked = new Case(state, command, today);
        List<Refusal> refusals =
                rules.stream().flatMap(rule -> rule.refusal.apply(asked).stream()).toList();
        return refusals.isEmpty()
                ? Decision.allowed(Optional.of(command.event()).filter(_ -> changes(asked)))
                : Decision.refused(refusals);
    }

    private static Optional<Refusal> outside(Case asked) {
        Optional<LocalDate> named =
                switch (asked.command()) {
                    case CorrectProgrammeEntry correct -> asked.namedOf(correct.as());
                    case AdoptProgramme _, ReviseProgramme _, DefineLine _, ReviseLine _ ->
                            Optional.of(asked.command().basis().effectiveOn());
                    default -> Optional.empty();
                };
        return named.flatMap(day -> EntryChecks.outside(day, asked.bounds()));
    }

    private static Optional<Refusal> aboutNothing(Case asked) {
        ProgrammeState state = asked.state();
        boolean adopted = state.adopted() != null;
        String programme = asked.command().programme().value();
        if (asked.command() instanceof AdoptProgramme) {
            return Refusal.when(adopted, new Refusal.AlreadyExists(Subject.PROGRAMME, programme));
        }
        if (!adopted) {
            return Optional.of(new Refusal.Unknown(Subject.PROGRAMME, programme));
        }
        return switch (asked.command()) {
            case DefineLine define ->
                    Refusal.when(
                            state.hasLine(define.number()),
                            new Refusal.AlreadyExists(
                                    Subject.LINE, String.valueOf(define.number())));
            case ReviseLine revise -> notDefined(state, revise);
            case CorrectProgrammeEntry correct ->
                    EntryChecks.missing(state.recorded(), correct.entry());
            case RetractProgrammeEntry retract ->
                    EntryChecks.missing(state.recorded(), retract.entry());
            default -> Optional.empty();
        };
    }

    private static Optional<Refusal> notDefined(ProgrammeState state, ReviseLine revise) {
        String key = String.valueOf(revise.number());
        LocalDate day = revise.basis().effectiveOn();
        Optional<LocalDate> definedOn = state.definedOn(revise.number());
        return definedOn.isEmpty()
                ? Optional.of(new Refusal.Unknown(Subject.LINE, key))
                : definedOn
                        .filter(day::isBefore)
                        .map(from -> new Refusal.NotYetRecorded(Subject.LINE, key, day, from));
    }

    private static Optional<Refusal> ofAnotherKind(Case asked) {
        return asked.command() instanceof CorrectProgrammeEntry correct && asked.then().isEmpty()
                ? asked.now().map(now -> new Refusal.OtherKind(correct.entry(), now.event()))
                : Optional.empty();
    }

    /** Whether the entry ever had texts is known where it is stored, and asked there. */
    private static Optional<Refusal> erasedBefore(Case asked) {
        return asked.command() instanceof EraseText erase
                ? Optional.ofNullable(asked.state().erased().get(erase.entry()))
                        .map(by -> new Refusal.AlreadyErased(erase.entry(), by))
                : Optional.empty();
    }

    private static Optional<Refusal> ofTheProgramme(Case asked) {
        return asked.command() instanceof RetractProgrammeEntry retract
                ? asked.now()
                        .filter(now -> now.event() instanceof ProgrammeAdopted)
                        .map(_ -> new Refusal.Stays(retract.entry()))
                : Optional.empty();
    }

    private static Optional<Refusal> restedOnByActions(Case asked) {
        return asked.command() instanceof RetractProgrammeEntry retract
                        && asked.now().map(Entry::event).orElse(null)
                                instanceof ActionLineDefined line
                ? retract.ofActions().stream()
                        .filter(entry -> isIn(line.number(), entry.event()))
                        .findFirst()
                        .map(resting -> EntryChecks.restsOn(retract.entry(), resting))
                : Optional.empty();
    }

    private static boolean isIn(Integer line, ActionFact fact) {
        return switch (fact) {
            case ActionPlanned planned -> line.equals(planned.line());
            case ActionMoved moved -> line.equals(moved.line());
            default -> false;
        };
    }

    private static Optional<Refusal> yearInUse(Case asked) {
        return asked.left()
                .flatMap(
                        left ->
                                asked.carriedOut().stream()
                                        .flatMap(entry -> inUse(entry, left, asked.held()))
                                        .findFirst());
    }

    /** A year that an action has and the programme would lose. */
    private static Stream<Refusal> inUse(Entry<ActionFact> entry, Bounds left, Bounds held) {
        return years(entry.event()).stream()
                .filter(year -> held.hasYear(year) && !left.hasYear(year))
                .map(
                        year ->
                                new Refusal.YearInUse(
                                        year, entry.event().action().code(), entry.number()));
    }

    private static SortedSet<Integer> years(ActionFact fact) {
        return switch (fact) {
            case ActionPlanned plan -> plan.executionYears();
            case ActionRescheduled rescheduled -> rescheduled.executionYears();
            default -> Collections.emptySortedSet();
        };
    }

    private static Optional<Refusal> restedOnByRevisions(Case asked) {
        return asked.command() instanceof RetractProgrammeEntry retract && asked.now().isPresent()
                ? asked.firstIllegal().map(resting -> EntryChecks.restsOn(retract.entry(), resting))
                : Optional.empty();
    }

    private static Optional<Refusal> contradicting(Case asked) {
        return asked.command() instanceof CorrectProgrammeEntry correct && asked.then().isPresent()
                ? asked.firstIllegal().map(illegal -> EntryChecks.unfit(correct.entry(), illegal))
                : Optional.empty();
    }

    private static boolean changes(Case asked) {
        ProgrammeState state = asked.state();
        return switch (asked.command().event()) {
            case ProgrammeEntryCorrected _ -> !asked.then().equals(asked.now().map(Entry::event));
            case ProgrammeRevised revised ->
                    !state.with(null, revised)
                            .on(revised.basis().effectiveOn())
                            .equals(state.on(revised.basis().effectiveOn()));
            case ActionLineRevised line ->
                    !Optional.of(line.content())
                            .equals(state.lineOn(line.number(), line.basis().effectiveOn()));
            case SignalJudged judged ->
                    saysAnother(judged, state.judgements().get(judged.signal()));
            default -> true;
        };
    }

    /** A signal can be judged anew; who judges it alike for the same reason says nothing new. */
    private static boolean saysAnother(SignalJudged judged, @Nullable SignalJudged before) {
        return before == null
                || before.getClass() != judged.getClass()
                || !Objects.equals(before.reason(), judged.reason());
    }

    /** A command beside what is recorded about its programme. */
    private record Case(ProgrammeState state, ProgrammeCommand command, LocalDate today) {

        /** The entry that is corrected or retracted, as it now reads. */
        Optional<Entry<ProgrammeFact>> now() {
            return switch (command) {
                case CorrectProgrammeEntry correct -> state.recorded().standing(correct.entry());
                case RetractProgrammeEntry retract -> state.recorded().standing(retract.entry());
                default -> Optional.empty();
            };
        }

        /** The bounds of the programme as it would be adopted, or as it is. */
        Bounds bounds() {
            boolean adopts =
                    (state.adopted() == null && command instanceof AdoptProgramme)
                            || then().orElse(null) instanceof ProgrammeAdopted;
            return (adopts ? state.with(null, command.event()) : state).bounds(today);
        }

        /**
         * The years that it has, of a revision those on its day: one that adds to them loses none.
         */
        Bounds held() {
            Bounds all = state.bounds(today);
            return command instanceof ReviseProgramme revise
                    ? state.on(revise.basis().effectiveOn())
                            .map(now -> new Bounds(today, all.firstYear(), now.lastYear()))
                            .orElse(all)
                    : all;
        }

        /** The date that a correction names, or that of an adoption whose first year it names. */
        Optional<LocalDate> namedOf(Correction as) {
            return as.firstYear() != null
                    ? then().map(then -> then.basis().effectiveOn())
                    : Optional.ofNullable(as.effectiveOn());
        }

        /** How that entry would then read. */
        Optional<ProgrammeFact> then() {
            return command.event() instanceof ProgrammeEntryCorrected correction
                    ? now().flatMap(now -> EntryChecks.corrected(now, correction))
                    : Optional.empty();
        }

        /** The years that the command would leave the programme, where it is about them. */
        Optional<Bounds> left() {
            boolean own =
                    now().map(Entry::event).orElse(null) instanceof OwnFact
                            && (command instanceof RetractProgrammeEntry || then().isPresent());
            return switch (command) {
                case ReviseProgramme revise ->
                        Optional.of(new Bounds(today, held().firstYear(), revise.lastYear()));
                case CorrectProgrammeEntry _, RetractProgrammeEntry _ when own ->
                        Optional.of(state.with(null, command.event()).bounds(today));
                default -> Optional.empty();
            };
        }

        /** What says in which years actions are carried out, from the day on that it is about. */
        List<Entry<ActionFact>> carriedOut() {
            return switch (command) {
                case ReviseProgramme revise ->
                        from(revise.basis().effectiveOn(), revise.ofActions());
                case CorrectProgrammeEntry correct -> correct.ofActions();
                case RetractProgrammeEntry retract -> retract.ofActions();
                default -> List.of();
            };
        }

        private static List<Entry<ActionFact>> from(
                LocalDate day, List<Entry<ActionFact>> ofActions) {
            Map<ActionId, Entry<ActionFact>> onTheDay = new LinkedHashMap<>();
            List<Entry<ActionFact>> later = new ArrayList<>();
            for (Entry<ActionFact> entry : ofActions) {
                if (entry.effectiveOn().isAfter(day)) {
                    later.add(entry);
                } else if (entry.event() instanceof ActionPlanned
                        || entry.event() instanceof ActionRescheduled) {
                    onTheDay.put(entry.event().action(), entry);
                }
            }
            return Stream.concat(onTheDay.values().stream(), later.stream()).toList();
        }

        /** The first entry that would not be legal any more. */
        Optional<Entry<ProgrammeFact>> firstIllegal() {
            return state.with(null, command.event()).firstIllegal();
        }
    }
}
