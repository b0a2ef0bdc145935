package nl.peildatum.command.programme;

import java.time.LocalDate;
import java.util.Optional;
import nl.peildatum.command.Refusal;
import nl.peildatum.command.Refusal.Subject;
import nl.peildatum.command.Refused;
import nl.peildatum.command.programme.ProgrammeCommand.AdoptProgramme;
import nl.peildatum.command.programme.ProgrammeCommand.DefineLine;
import nl.peildatum.command.programme.ProgrammeCommand.ReviseLine;
import nl.peildatum.events.ProgrammeEvent;
import nl.peildatum.events.ProgrammeEvent.ActionLineDefined;
import nl.peildatum.events.ProgrammeEvent.ActionLineRevised;
import nl.peildatum.events.ProgrammeEvent.ProgrammeAdopted;

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
        };
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
        if (state.lines().containsKey(command.number())) {
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
