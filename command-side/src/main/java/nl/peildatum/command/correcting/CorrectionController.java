package nl.peildatum.command.correcting;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.peildatum.api.Caller;
import nl.peildatum.api.Input;
import nl.peildatum.api.Longest;
import nl.peildatum.api.Parameters;
import nl.peildatum.api.Problem;
import nl.peildatum.api.Today;
import nl.peildatum.command.action.ActionCommand;
import nl.peildatum.command.action.ActionCommand.CorrectEntry;
import nl.peildatum.command.action.ActionCommand.RetractEntry;
import nl.peildatum.command.action.ActionDecisions;
import nl.peildatum.command.action.ActionTimeline;
import nl.peildatum.command.correcting.Reading.Different;
import nl.peildatum.command.deciding.Instruction;
import nl.peildatum.command.deciding.Instructions;
import nl.peildatum.command.http.Answering;
import nl.peildatum.command.http.Answering.Outcome;
import nl.peildatum.command.http.Answering.Recorded;
import nl.peildatum.command.http.Paths;
import nl.peildatum.command.http.RefusalProblems;
import nl.peildatum.command.http.SeenVersion;
import nl.peildatum.command.journal.Held;
import nl.peildatum.command.programme.ProgrammeCommand;
import nl.peildatum.command.programme.ProgrammeCommand.CorrectProgrammeEntry;
import nl.peildatum.command.programme.ProgrammeCommand.RetractProgrammeEntry;
import nl.peildatum.command.programme.ProgrammeDecisions;
import nl.peildatum.command.programme.ProgrammeState;
import nl.peildatum.command.rules.Command;
import nl.peildatum.command.rules.Entries.Entry;
import nl.peildatum.command.rules.EntryChecks;
import nl.peildatum.command.rules.Refusal;
import nl.peildatum.command.rules.Refused;
import nl.peildatum.command.trying.Preview;
import nl.peildatum.command.words.Wordings;
import nl.peildatum.events.ActionEvent;
import nl.peildatum.events.ActionEvent.ActionFact;
import nl.peildatum.events.ActionEvent.ActionLinked;
import nl.peildatum.events.ActionEvent.ActionPlanned;
import nl.peildatum.events.Basis;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeEvent;
import nl.peildatum.events.ProgrammeEvent.ActionLineDefined;
import nl.peildatum.events.ProgrammeEvent.ActionLineRevised;
import nl.peildatum.events.ProgrammeEvent.OwnFact;
import nl.peildatum.events.ProgrammeEvent.ProgrammeFact;
import nl.peildatum.events.ProgrammeEvent.SignalJudged;
import nl.peildatum.events.ProgrammeEvent.TextErased;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.events.ReportEvent;
import nl.peildatum.reportform.EntryKind;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Corrects and retracts entries of the journal, or shows what would read differently. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class CorrectionController {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

    /** A trial uses up no key, and repeats nothing. */
    private static final Optional<ResponseEntity<Recorded>> NO_KEY = Optional.empty();

    private final Instructions instructions;
    private final Answering answering;
    private final Held held;
    private final Preview preview;
    private final Today today;

    CorrectionController(
            Instructions instructions,
            Answering answering,
            Held held,
            Preview preview,
            Today today) {
        this.instructions = instructions;
        this.answering = answering;
        this.held = held;
        this.preview = preview;
        this.today = today;
    }

    /** What an address asks to be changed. */
    private record Asked(ProgrammeState state, long number, Event recorded) {

        ProgrammeId programme() {
            return recorded.programme();
        }
    }

    @PostMapping(Paths.ENTRY + "/correcties")
    ResponseEntity<?> correct(
            @PathVariable String programma,
            @PathVariable String nummer,
            Input input,
            Parameters parameters,
            Caller caller,
            HttpServletRequest request) {
        Asked asked = asked(programma, nummer);
        boolean trial = parameters.flag("proef");
        var first = trial ? NO_KEY : answering.repeated(request, caller, asked.programme());
        if (first.isPresent()) {
            return first.get();
        }
        String reason = input.text("reden", Longest.REASON);
        Basis basis = basis(input, caller);
        Input as = input.object("als");
        if (as.names().isEmpty() && input.has("als") && !input.isNull("als")) {
            input.fault("als", Wordings.of("correction.nothing"));
        }
        long head = held.head(asked.programme());
        Command command =
                switch (asked.recorded()) {
                    case ActionEvent event -> {
                        ActionTimeline timeline = held.timeline(event.action());
                        Entry<ActionFact> now =
                                EntryChecks.standing(timeline.recorded(), asked.number());
                        List<Entry<ActionFact>> others = others(asked, now.event(), head);
                        Different different =
                                Reading.of(as, now.event(), asked.state()::hasLine, others);
                        CorrectEntry correct =
                                new CorrectEntry(
                                        event.action(),
                                        asked.number(),
                                        different.as(),
                                        others,
                                        basis,
                                        reason,
                                        different.reason(),
                                        different.explanation(),
                                        different.exclusionReason());
                        RefusalProblems.note(
                                as,
                                ActionDecisions.ofInput(
                                        timeline, correct, asked.state().bounds(today.today())));
                        yield correct;
                    }
                    case ProgrammeEvent event -> {
                        Entry<ProgrammeFact> now = standing(asked, event);
                        Different different =
                                Reading.of(
                                        as,
                                        now.event(),
                                        asked.state().bounds(today.today()).firstYear());
                        CorrectProgrammeEntry correct =
                                new CorrectProgrammeEntry(
                                        asked.programme(),
                                        asked.number(),
                                        different.as(),
                                        ofActions(asked, now, head),
                                        basis,
                                        reason,
                                        different.reason());
                        RefusalProblems.note(
                                as,
                                ProgrammeDecisions.ofInput(asked.state(), correct, today.today()));
                        yield correct;
                    }
                    case ReportEvent event -> throw stays(asked, event);
                };
        input.done(parameters);
        return answer(asked, command, head, trial, caller, request);
    }

    @PostMapping(Paths.ENTRY + "/intrekkingen")
    ResponseEntity<?> retract(
            @PathVariable String programma,
            @PathVariable String nummer,
            Input input,
            Parameters parameters,
            Caller caller,
            HttpServletRequest request) {
        Asked asked = asked(programma, nummer);
        boolean trial = parameters.flag("proef");
        var first = trial ? NO_KEY : answering.repeated(request, caller, asked.programme());
        if (first.isPresent()) {
            return first.get();
        }
        String reason = input.text("reden", Longest.REASON);
        Basis basis = basis(input, caller);
        input.done(parameters);
        long head = held.head(asked.programme());
        Command command =
                switch (asked.recorded()) {
                    case ActionEvent event ->
                            new RetractEntry(
                                    event.action(),
                                    asked.number(),
                                    held.timeline(event.action())
                                            .recorded()
                                            .standing(asked.number())
                                            .map(now -> others(asked, now.event(), head))
                                            .orElse(List.of()),
                                    basis,
                                    reason);
                    case ProgrammeEvent event ->
                            new RetractProgrammeEntry(
                                    asked.programme(),
                                    asked.number(),
                                    ofActions(asked, standing(asked, event), head),
                                    basis,
                                    reason);
                    case ReportEvent event -> throw stays(asked, event);
                };
        return answer(asked, command, head, trial, caller, request);
    }

    /** What can be linked to an action, or is linked from it. */
    private List<Entry<ActionFact>> others(Asked asked, ActionFact now, long head) {
        return now instanceof ActionPlanned || now instanceof ActionLinked
                ? held.ofActions(asked.programme(), head)
                : List.of();
    }

    /** What can rest on an entry about the programme or a line. */
    private List<Entry<ActionFact>> ofActions(Asked asked, Entry<ProgrammeFact> now, long head) {
        return switch (now.event()) {
            case ActionLineDefined _, OwnFact _ -> held.ofActions(asked.programme(), head);
            case ActionLineRevised _ -> List.of();
        };
    }

    /** A correction is made today, whatever the day from which the entry holds. */
    private Basis basis(Input input, Caller caller) {
        return new Basis(today.today(), caller.actor(), input.optionalText("bron", Longest.SOURCE));
    }

    private Asked asked(String programma, String nummer) {
        ProgrammeId programme = held.programme(programma);
        ProgrammeState state = held.state(programme);
        if (!NUMBER.matcher(nummer).matches()) {
            throw new Refused(new Refusal.UnknownEntry(nummer));
        }
        long number = Long.parseLong(nummer);
        return new Asked(state, number, held.recorded(programme, number));
    }

    private Entry<ProgrammeFact> standing(Asked asked, ProgrammeEvent event) {
        if (event instanceof SignalJudged || event instanceof TextErased) {
            throw stays(asked, event);
        }
        return EntryChecks.standing(asked.state().recorded(), asked.number());
    }

    private static Problem stays(Asked asked, Event event) {
        return Problem.conflict(
                Wordings.of(
                        "correction.stays", String.valueOf(asked.number()), EntryKind.of(event)));
    }

    private ResponseEntity<?> answer(
            Asked asked,
            Command command,
            long head,
            boolean trial,
            Caller caller,
            HttpServletRequest request) {
        Set<Long> seen = SeenVersion.of(request);
        if (trial) {
            return ResponseEntity.ok(
                    switch (command) {
                        case ActionCommand c -> preview.of(List.of(c), seen);
                        case ProgrammeCommand c -> preview.of(c, seen);
                        default -> throw new IllegalArgumentException("no preview of " + command);
                    });
        }
        // What was looked at of the actions must be all there is.
        boolean looked = !(command instanceof ActionCommand about) || !about.ofActions().isEmpty();
        Long onlyAfter = looked ? (Long) head : null;
        return answering.answer(
                request,
                caller,
                Outcome.created(
                        asked.programme(),
                        null,
                        keyed ->
                                instructions.give(
                                        new Instruction(
                                                List.of(command), seen, onlyAfter, keyed))));
    }
}
