package nl.peildatum.command.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import nl.peildatum.api.Caller;
import nl.peildatum.api.Input;
import nl.peildatum.api.Longest;
import nl.peildatum.api.Parameters;
import nl.peildatum.api.Problem;
import nl.peildatum.api.Today;
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
import nl.peildatum.command.words.Wordings;
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

    static final Pattern CODE = Pattern.compile("[a-z0-9-]{1,40}");
    private static final int MOST_ITEMS = 200;
    private static final int HIGHEST = 9_999;

    private final Instructions instructions;
    private final Answering answering;
    private final Held held;
    private final Today today;

    ProgrammeController(Instructions instructions, Answering answering, Held held, Today today) {
        this.instructions = instructions;
        this.answering = answering;
        this.held = held;
        this.today = today;
    }

    @PostMapping(Paths.PROGRAMMES)
    ResponseEntity<Recorded> adopt(
            Input input, Parameters parameters, Caller caller, HttpServletRequest request) {
        int firstYear =
                input.integer(
                        "startjaar", ProgrammeState.EARLIEST_YEAR, ProgrammeState.LATEST_YEAR);
        int lastYear = lastYear(input, input.faulty("startjaar") ? null : (Integer) firstYear);
        String code = input.matching("programma", CODE, Wordings.of("input.code"));
        String name = input.line("naam", Longest.TITLE);
        List<String> publishers = input.optionalTexts("uitgevers", MOST_ITEMS, Longest.TITLE);
        EntryFields entry = EntryFields.read(input, caller, today);
        // one that is no code is refused with all the rest
        ProgrammeId programme = new ProgrammeId(ProgrammeId.isValid(code) ? code : "x");
        AdoptProgramme command =
                new AdoptProgramme(
                        programme,
                        name,
                        firstYear,
                        lastYear,
                        Objects.requireNonNullElse(publishers, List.of()),
                        entry.basis(),
                        entry.reason());
        finish(input, parameters, ProgrammeState.EMPTY, command);
        return answering.answer(
                request,
                caller,
                Outcome.created(
                        programme,
                        Paths.programme(programme),
                        keyed -> instructions.give(single(command, keyed))));
    }

    @PutMapping(Paths.PROGRAMME)
    ResponseEntity<?> reviseProgramme(
            @PathVariable String programma,
            Input input,
            Parameters parameters,
            Caller caller,
            HttpServletRequest request) {
        ProgrammeId programme = held.programme(programma);
        ProgrammeState state = held.state(programme);
        long head = held.head(programme);
        String name = input.line("naam", Longest.TITLE);
        int lastYear = lastYear(input, state.bounds(today.today()).firstYear());
        List<String> publishers = input.texts("uitgevers", MOST_ITEMS, Longest.TITLE);
        EntryFields entry = EntryFields.read(input, caller, today);
        ReviseProgramme command =
                new ReviseProgramme(
                        programme,
                        name,
                        lastYear,
                        publishers,
                        held.ofActions(programme, head),
                        entry.basis(),
                        entry.reason());
        finish(input, parameters, state, command);
        Set<Long> seen = SeenVersion.of(request);
        // What was looked at of the actions must be all there is.
        return answering.answerOrUnchanged(
                request,
                caller,
                new Outcome(
                        programme,
                        HttpStatus.OK,
                        null,
                        keyed ->
                                instructions.give(
                                        new Instruction(List.of(command), seen, head, keyed))));
    }

    /** The last year, which is not before the first one; null where that is not known. */
    private static int lastYear(Input input, @Nullable Integer firstYear) {
        int lastYear =
                input.integer("eindjaar", ProgrammeState.EARLIEST_YEAR, ProgrammeState.LATEST_YEAR);
        if (firstYear != null && !input.faulty("eindjaar") && lastYear < firstYear) {
            input.fault("eindjaar", Wordings.of("input.yearsReversed"));
        }
        return lastYear;
    }

    @PostMapping(Paths.LINES)
    ResponseEntity<Recorded> define(
            @PathVariable String programma,
            Input input,
            Parameters parameters,
            Caller caller,
            HttpServletRequest request) {
        ProgrammeId programme = held.programme(programma);
        ProgrammeState state = held.state(programme);
        int number = input.integer("nummer", 1, HIGHEST);
        LineContent content = LineInput.whole(input, number);
        EntryFields entry = EntryFields.read(input, caller, firstDay(state));
        DefineLine command =
                new DefineLine(programme, number, content, entry.basis(), entry.reason());
        finish(input, parameters, state, command);
        return answering.answer(
                request,
                caller,
                Outcome.created(
                        programme,
                        Paths.programme(programme) + "/actielijnen/" + number,
                        keyed -> instructions.give(single(command, keyed))));
    }

    @PutMapping(Paths.LINES + "/{nummer:[1-9][0-9]{0,3}}")
    ResponseEntity<?> revise(
            @PathVariable String programma,
            @PathVariable int nummer,
            Input input,
            Parameters parameters,
            Caller caller,
            HttpServletRequest request) {
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
        Integer named = input.optionalInteger("nummer", 1, HIGHEST);
        if (named != null && named != nummer) {
            input.fault(
                    "nummer",
                    Wordings.of(
                            "input.otherNumber", String.valueOf(named), String.valueOf(nummer)));
        }
        LocalDate firstDay = firstDay(state);
        LocalDate from = definedOn.isAfter(firstDay) ? definedOn : firstDay;
        EntryFields entry = EntryFields.read(input, caller, from);
        int position =
                state.lineOn(nummer, entry.basis().effectiveOn())
                        .map(LineContent::position)
                        .orElse(nummer);
        LineContent content = LineInput.whole(input, position);
        ReviseLine command =
                new ReviseLine(programme, nummer, content, entry.basis(), entry.reason());
        finish(input, parameters, state, command);
        Set<Long> seen = SeenVersion.of(request);
        return answering.answerOrUnchanged(
                request,
                caller,
                new Outcome(
                        programme,
                        HttpStatus.OK,
                        null,
                        keyed ->
                                instructions.give(
                                        new Instruction(List.of(command), seen, null, keyed))));
    }

    /** Refuses everything that is wrong with the input, at its field. */
    private void finish(
            Input input, Parameters parameters, ProgrammeState state, ProgrammeCommand command) {
        RefusalProblems.note(input, ProgrammeDecisions.ofInput(state, command, today.today()));
        input.done(parameters);
    }

    private LocalDate firstDay(ProgrammeState state) {
        LocalDate first = state.firstDay().orElse(today.today());
        return first.isAfter(today.today()) ? today.today() : first;
    }

    private static Instruction single(Command command, @Nullable Keyed keyed) {
        return new Instruction(List.of(command), null, null, keyed);
    }
}
