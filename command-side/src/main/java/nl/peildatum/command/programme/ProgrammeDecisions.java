package nl.peildatum.command.programme;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import nl.peildatum.command.Entries.Entry;
import nl.peildatum.command.EntryChecks;
import nl.peildatum.command.Refusal;
import nl.peildatum.command.Refusal.Subject;
import nl.peildatum.command.Refused;
import nl.peildatum.command.programme.ProgrammeCommand.AcceptSignal;
import nl.peildatum.command.programme.ProgrammeCommand.AdoptProgramme;
import nl.peildatum.command.programme.ProgrammeCommand.CorrectProgrammeEntry;
import nl.peildatum.command.programme.ProgrammeCommand.DefineLine;
import nl.peildatum.command.programme.ProgrammeCommand.DismissSignal;
import nl.peildatum.command.programme.ProgrammeCommand.EraseText;
import nl.peildatum.command.programme.ProgrammeCommand.RetractProgrammeEntry;
import nl.peildatum.command.programme.ProgrammeCommand.ReviseLine;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeEvent;
import nl.peildatum.events.ProgrammeEvent.ActionLineDefined;
import nl.peildatum.events.ProgrammeEvent.ActionLineRevised;
import nl.peildatum.events.ProgrammeEvent.ProgrammeAdopted;
import nl.peildatum.events.ProgrammeEvent.ProgrammeEntryCorrected;
import nl.peildatum.events.ProgrammeEvent.ProgrammeEntryRetracted;
import nl.peildatum.events.ProgrammeEvent.ProgrammeFact;
import nl.peildatum.events.ProgrammeEvent.SignalAccepted;
import nl.peildatum.events.ProgrammeEvent.SignalDismissed;
import nl.peildatum.events.ProgrammeEvent.SignalJudged;
import nl.peildatum.events.ProgrammeEvent.TextErased;

/** Decides on commands about a programme and its action lines. */
public final class ProgrammeDecisions {

    private ProgrammeDecisions() {}

    /**
     * The event that a command leads to, or empty where nothing changes.
     *
     * @param today the date in Europe/Amsterdam; no effective date lies after it
     * @throws Refused when the rules do not allow it
     */
    public static Optional<ProgrammeEvent> decide(
            ProgrammeState state, ProgrammeCommand command, LocalDate today) {
        LocalDate day = command.basis().effectiveOn();
        if (day.isAfter(today)) {
            throw new Refused(new Refusal.InFuture(day, today));
        }
        String programme = command.programme().value();
        if (!(command instanceof AdoptProgramme) && state.adopted() == null) {
            throw new Refused(new Refusal.Unknown(Subject.PROGRAMME, programme));
        }
        return switch (command) {
            case AdoptProgramme adopt -> Optional.of(adopt(state, adopt));
            case DefineLine define -> Optional.of(define(state, define));
            case ReviseLine revise -> revise(state, revise);
            case CorrectProgrammeEntry correct -> correct(state, correct, today);
            case RetractProgrammeEntry retract -> Optional.of(retract(state, retract));
            case AcceptSignal accept ->
                    judge(
                            state,
                            new SignalAccepted(
                                    accept.programme(),
                                    accept.signal(),
                                    accept.basis(),
                                    accept.reason()));
            case DismissSignal dismiss ->
                    judge(
                            state,
                            new SignalDismissed(
                                    dismiss.programme(),
                                    dismiss.signal(),
                                    dismiss.basis(),
                                    dismiss.reason()));
            case EraseText erase -> Optional.of(erase(state, erase));
        };
    }

    /** A signal can be judged anew; who judges it alike for the same reason says nothing new. */
    private static Optional<ProgrammeEvent> judge(ProgrammeState state, SignalJudged judged) {
        SignalJudged before = state.judgements().get(judged.signal());
        return before != null
                        && before.getClass() == judged.getClass()
                        && Objects.equals(before.reason(), judged.reason())
                ? Optional.empty()
                : Optional.of(judged);
    }

    /** Whether the entry ever had texts is known where it is stored, and asked there. */
    private static ProgrammeEvent erase(ProgrammeState state, EraseText command) {
        Long before = state.erased().get(command.entry());
        if (before != null) {
            throw new Refused(new Refusal.AlreadyErased(command.entry(), before));
        }
        return new TextErased(
                command.programme(),
                command.entry(),
                command.action(),
                command.basis(),
                command.reason());
    }

    private static Optional<ProgrammeEvent> correct(
            ProgrammeState state, CorrectProgrammeEntry command, LocalDate today) {
        Entry<ProgrammeFact> before = EntryChecks.standing(state.recorded(), command.entry());
        ProgrammeEntryCorrected event =
                new ProgrammeEntryCorrected(
                        command.programme(),
                        command.entry(),
                        command.as(),
                        command.basis(),
                        command.reason(),
                        command.entryReason());
        Event after = EntryChecks.corrected(before, event);
        EntryChecks.refuseFuture(after, today);
        EntryChecks.refuseIfUnfit(command.entry(), state.with(null, event).firstIllegal());
        return after.equals(before.event()) ? Optional.empty() : Optional.of(event);
    }

    private static ProgrammeEvent retract(ProgrammeState state, RetractProgrammeEntry command) {
        Entry<ProgrammeFact> gone = EntryChecks.standing(state.recorded(), command.entry());
        if (gone.event() instanceof ProgrammeAdopted) {
            throw new Refused(new Refusal.Stays(command.entry()));
        }
        ProgrammeEntryRetracted event =
                new ProgrammeEntryRetracted(
                        command.programme(), command.entry(), command.basis(), command.reason());
        state.with(null, event)
                .firstIllegal()
                .ifPresent(
                        resting -> {
                            throw new Refused(
                                    new Refusal.RestsOn(
                                            command.entry(), resting.number(), resting.event()));
                        });
        return event;
    }

    private static ProgrammeEvent adopt(ProgrammeState state, AdoptProgramme command) {
        if (state.adopted() != null) {
            throw new Refused(
                    new Refusal.AlreadyExists(Subject.PROGRAMME, command.programme().value()));
        }
        return new ProgrammeAdopted(
                command.programme(),
                command.name(),
                command.firstYear(),
                command.lastYear(),
                command.publishers(),
                command.basis(),
                command.reason());
    }

    private static ProgrammeEvent define(ProgrammeState state, DefineLine command) {
        if (state.hasLine(command.number())) {
            throw new Refused(
                    new Refusal.AlreadyExists(Subject.LINE, String.valueOf(command.number())));
        }
        return new ActionLineDefined(
                command.programme(),
                command.number(),
                command.content(),
                command.basis(),
                command.reason());
    }

    private static Optional<ProgrammeEvent> revise(ProgrammeState state, ReviseLine command) {
        String key = String.valueOf(command.number());
        LocalDate day = command.basis().effectiveOn();
        LocalDate definedOn =
                state.definedOn(command.number())
                        .orElseThrow(() -> new Refused(new Refusal.Unknown(Subject.LINE, key)));
        if (day.isBefore(definedOn)) {
            throw new Refused(new Refusal.NotYetRecorded(Subject.LINE, key, day, definedOn));
        }
        if (state.lineOn(command.number(), day).filter(command.content()::equals).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                new ActionLineRevised(
                        command.programme(),
                        command.number(),
                        command.content(),
                        command.basis(),
                        command.reason()));
    }
}
