package nl.peildatum.command.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.peildatum.api.Asked;
import nl.peildatum.api.Problem;
import nl.peildatum.command.deciding.Instruction;
import nl.peildatum.command.deciding.Instructions;
import nl.peildatum.command.http.Answering.Outcome;
import nl.peildatum.command.http.Answering.Recorded;
import nl.peildatum.command.journal.Held;
import nl.peildatum.command.programme.ProgrammeCommand;
import nl.peildatum.command.programme.ProgrammeCommand.AdoptProgramme;
import nl.peildatum.command.programme.ProgrammeCommand.DefineLine;
import nl.peildatum.command.programme.ProgrammeCommand.ReviseLine;
import nl.peildatum.command.programme.ProgrammeCommand.ReviseProgramme;
import nl.peildatum.command.programme.ProgrammeDecisions;
import nl.peildatum.command.programme.ProgrammeState;
import nl.peildatum.command.rules.Command;
import nl.peildatum.command.rules.Refusal;
import nl.peildatum.command.rules.Refused;
import nl.peildatum.command.words.Wordings;
import nl.peildatum.events.Basis;
import nl.peildatum.events.LineContent;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.Keyed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Programmes and their action lines. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class ProgrammeController {

    private final Instructions instructions;
    private final Answering answering;
    private final Held held;

    ProgrammeController(Instructions instructions, Answering answering, Held held) {
        this.instructions = instructions;
        this.answering = answering;
        this.held = held;
    }

    /** A programme as it is adopted. */
    record ProgrammeAsked(
            String programma,
            String naam,
            int startjaar,
            int eindjaar,
            @Nullable List<String> uitgevers,
            @Nullable LocalDate ingangsdatum,
            @Nullable String reden,
            @Nullable String bron) {

        AdoptProgramme command(Asked asked) {
            return new AdoptProgramme(
                    new ProgrammeId(programma),
                    naam,
                    startjaar,
                    eindjaar,
                    Objects.requireNonNullElse(uitgevers, List.of()),
                    Bases.of(asked, ingangsdatum, bron),
                    reden);
        }
    }

    @PostMapping(Paths.PROGRAMMES)
    ResponseEntity<Recorded> adopt(Asked asked) {
        AdoptProgramme command = asked.body(ProgrammeAsked.class).command(asked);
        refuseInput(ProgrammeState.EMPTY, command, asked);
        return answering.answer(
                asked,
                Outcome.created(
                        command.programme(),
                        Paths.programme(command.programme()),
                        keyed -> instructions.give(single(command, keyed))));
    }

    /** What a programme is from a day on. */
    record RevisionAsked(
            String naam,
            int eindjaar,
            List<String> uitgevers,
            @Nullable LocalDate ingangsdatum,
            @Nullable String reden,
            @Nullable String bron) {}

    @PutMapping(Paths.PROGRAMME)
    ResponseEntity<?> reviseProgramme(@PathVariable String programma, Asked asked) {
        return instructions.anew(() -> reviseProgrammeNow(programma, asked));
    }

    private ResponseEntity<?> reviseProgrammeNow(String programma, Asked asked) {
        ProgrammeId programme = held.programme(programma);
        ProgrammeState state = held.state(programme);
        long head = held.head(programme);
        RevisionAsked revision = asked.body(RevisionAsked.class, known(state, asked));
        ReviseProgramme command =
                new ReviseProgramme(
                        programme,
                        revision.naam(),
                        revision.eindjaar(),
                        revision.uitgevers(),
                        held.ofActions(programme, head),
                        Bases.of(asked, revision.ingangsdatum(), revision.bron()),
                        revision.reden());
        refuseInput(state, command, asked);
        Set<Long> seen = SeenVersion.of(asked);
        // What was looked at of the actions must be all there is.
        return answering.answerOrUnchanged(
                asked,
                new Outcome(
                        programme,
                        HttpStatus.OK,
                        null,
                        keyed ->
                                instructions.give(
                                        new Instruction(List.of(command), seen, head, keyed))));
    }

    /**
     * An action line as a whole.
     *
     * @param nummer null where the address says it
     */
    record LineAsked(
            @Nullable Integer nummer,
            String titel,
            String langeTitel,
            @Nullable String inleiding,
            @Nullable String doelenInleiding,
            @Nullable List<String> doelen,
            @Nullable String effectenInleiding,
            @Nullable List<String> effecten,
            @Nullable Integer volgorde,
            @Nullable LocalDate ingangsdatum,
            @Nullable String reden,
            @Nullable String bron) {

        LineContent content(int defaultPosition) {
            return new LineContent(
                    titel,
                    langeTitel,
                    inleiding,
                    doelenInleiding,
                    Objects.requireNonNullElse(doelen, List.of()),
                    effectenInleiding,
                    Objects.requireNonNullElse(effecten, List.of()),
                    volgorde == null ? defaultPosition : volgorde);
        }

        Basis basis(Asked asked, LocalDate defaultDate) {
            return Bases.of(asked, ingangsdatum == null ? defaultDate : ingangsdatum, bron);
        }
    }

    @PostMapping(Paths.LINES)
    ResponseEntity<Recorded> define(@PathVariable String programma, Asked asked) {
        ProgrammeId programme = held.programme(programma);
        ProgrammeState state = held.state(programme);
        LineAsked line = asked.body(LineAsked.class, known(state, asked));
        int number = Objects.requireNonNull(line.nummer());
        DefineLine command =
                new DefineLine(
                        programme,
                        number,
                        line.content(number),
                        line.basis(asked, firstDay(state, asked)),
                        line.reden());
        refuseInput(state, command, asked);
        return answering.answer(
                asked,
                Outcome.created(
                        programme,
                        Paths.programme(programme) + "/actielijnen/" + number,
                        keyed -> instructions.give(single(command, keyed))));
    }

    @PutMapping(Paths.LINES + "/{nummer:[1-9][0-9]{0,3}}")
    ResponseEntity<?> revise(
            @PathVariable String programma, @PathVariable int nummer, Asked asked) {
        ProgrammeId programme = held.programme(programma);
        ProgrammeState state = held.state(programme);
        LocalDate definedOn =
                state.definedOn(nummer)
                        .orElseThrow(
                                () ->
                                        Problem.unknown(
                                                Wordings.of(
                                                        "refusal.Unknown.LINE",
                                                        String.valueOf(nummer))));
        LineAsked line = asked.body(LineAsked.class, known(state, asked));
        if (line.nummer() != null && line.nummer() != nummer) {
            throw Problem.invalid(
                    "nummer",
                    Wordings.of(
                            "input.otherNumber",
                            String.valueOf(line.nummer()),
                            String.valueOf(nummer)));
        }
        LocalDate firstDay = firstDay(state, asked);
        Basis basis = line.basis(asked, definedOn.isAfter(firstDay) ? definedOn : firstDay);
        int position =
                state.lineOn(nummer, basis.effectiveOn()).map(LineContent::position).orElse(nummer);
        ReviseLine command =
                new ReviseLine(programme, nummer, line.content(position), basis, line.reden());
        refuseInput(state, command, asked);
        Set<Long> seen = SeenVersion.of(asked);
        return answering.answerOrUnchanged(
                asked,
                new Outcome(
                        programme,
                        HttpStatus.OK,
                        null,
                        keyed ->
                                instructions.give(
                                        new Instruction(List.of(command), seen, null, keyed))));
    }

    private static HeldOfProgramme known(ProgrammeState state, Asked asked) {
        return new HeldOfProgramme(state, List::of, null, asked.today());
    }

    private static void refuseInput(ProgrammeState state, ProgrammeCommand command, Asked asked) {
        List<Refusal> refusals = ProgrammeDecisions.ofInput(state, command, asked.today());
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
    }

    private static LocalDate firstDay(ProgrammeState state, Asked asked) {
        LocalDate first = state.firstDay().orElse(asked.today());
        return first.isAfter(asked.today()) ? asked.today() : first;
    }

    private static Instruction single(Command command, @Nullable Keyed keyed) {
        return new Instruction(List.of(command), null, null, keyed);
    }
}
