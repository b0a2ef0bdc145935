package nl.peildatum.command.correcting;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import nl.peildatum.api.Asked;
import nl.peildatum.api.Problem;
import nl.peildatum.command.action.ActionCommand;
import nl.peildatum.command.action.ActionCommand.CorrectEntry;
import nl.peildatum.command.action.ActionCommand.RetractEntry;
import nl.peildatum.command.action.ActionDecisions;
import nl.peildatum.command.action.ActionTimeline;
import nl.peildatum.command.deciding.Instruction;
import nl.peildatum.command.deciding.Instructions;
import nl.peildatum.command.http.Answering;
import nl.peildatum.command.http.Answering.Outcome;
import nl.peildatum.command.http.HeldOfProgramme;
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
import nl.peildatum.contract.Known;
import nl.peildatum.events.ActionEvent;
import nl.peildatum.events.ActionEvent.ActionFact;
import nl.peildatum.events.ActionEvent.ActionLinked;
import nl.peildatum.events.ActionEvent.ActionPlanned;
import nl.peildatum.events.ActionEvent.DelayRescheduled;
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
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Corrects and retracts entries of the journal, or shows what would read differently. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class CorrectionController {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

    private final Instructions instructions;
    private final Answering answering;
    private final Held held;
    private final Preview preview;

    CorrectionController(
            Instructions instructions, Answering answering, Held held, Preview preview) {
        this.instructions = instructions;
        this.answering = answering;
        this.held = held;
        this.preview = preview;
    }

    /** The entry that an address names. */
    private record Named(ProgrammeState state, long number, Event recorded) {

        ProgrammeId programme() {
            return recorded.programme();
        }
    }

    /** A correction: why, and what reads differently. */
    record CorrectionAsked(String reden, AsAsked als, @Nullable String bron) {}

    /** A retraction, and why. */
    record RetractionAsked(String reden, @Nullable String bron) {}

    /** What is recorded, with the kind of the entry as it now reads. */
    private record HeldOfEntry(HeldOfProgramme programme, Event now) implements Known {

        @Override
        public LocalDate today() {
            return programme.today();
        }

        @Override
        public @Nullable String objection(String name, JsonNode value) {
            return programme.objection(name, value);
        }

        @Override
        public String kind() {
            return now instanceof DelayRescheduled ? "PLANNING_AFRONDING" : EntryKind.of(now);
        }
    }

    @PostMapping(Paths.ENTRY + "/correcties")
    ResponseEntity<?> correct(
            @PathVariable String programma, @PathVariable String nummer, Asked asked) {
        return instructions.anew(() -> correctNow(programma, nummer, asked));
    }

    private ResponseEntity<?> correctNow(String programma, String nummer, Asked asked) {
        Named entry = named(programma, nummer);
        long head = held.head(entry.programme());
        Command command =
                switch (entry.recorded()) {
                    case ActionEvent event -> {
                        ActionTimeline timeline = held.timeline(event.action());
                        Entry<ActionFact> now =
                                EntryChecks.standing(timeline.recorded(), entry.number());
                        List<Entry<ActionFact>> others = others(entry, now.event(), head);
                        CorrectionAsked correction =
                                correction(
                                        asked, entry, now.event(), others, event.action().code());
                        AsAsked as = correction.als();
                        CorrectEntry correct =
                                new CorrectEntry(
                                        event.action(),
                                        entry.number(),
                                        as.of(now.event()),
                                        others,
                                        basis(asked, correction.bron()),
                                        correction.reden(),
                                        as.reden().value(),
                                        as.toelichting().value(),
                                        as.redenNietOpgenomen().value());
                        refuse(
                                ActionDecisions.ofInput(
                                        timeline, correct, entry.state().bounds(asked.today())));
                        yield correct;
                    }
                    case ProgrammeEvent event -> {
                        Entry<ProgrammeFact> now = standing(entry, event);
                        CorrectionAsked correction =
                                correction(asked, entry, now.event(), List.of(), null);
                        AsAsked as = correction.als();
                        CorrectProgrammeEntry correct =
                                new CorrectProgrammeEntry(
                                        entry.programme(),
                                        entry.number(),
                                        as.of(
                                                now.event(),
                                                entry.state().bounds(asked.today()).firstYear()),
                                        ofActions(entry, now, head),
                                        basis(asked, correction.bron()),
                                        correction.reden(),
                                        as.reden().value());
                        refuse(ProgrammeDecisions.ofInput(entry.state(), correct, asked.today()));
                        yield correct;
                    }
                    case ReportEvent event -> throw stays(entry, event);
                };
        return answer(entry, command, head, asked);
    }

    private static CorrectionAsked correction(
            Asked asked,
            Named entry,
            Event now,
            List<Entry<ActionFact>> others,
            @Nullable String action) {
        return asked.body(
                CorrectionAsked.class,
                new HeldOfEntry(
                        new HeldOfProgramme(entry.state(), () -> others, action, asked.today()),
                        now));
    }

    private static void refuse(List<Refusal> refusals) {
        if (!refusals.isEmpty()) {
            throw Problem.invalid(RefusalProblems.faults(refusals, "als."));
        }
    }

    @PostMapping(Paths.ENTRY + "/intrekkingen")
    ResponseEntity<?> retract(
            @PathVariable String programma, @PathVariable String nummer, Asked asked) {
        return instructions.anew(() -> retractNow(programma, nummer, asked));
    }

    private ResponseEntity<?> retractNow(String programma, String nummer, Asked asked) {
        Named entry = named(programma, nummer);
        RetractionAsked retraction = asked.body(RetractionAsked.class);
        Basis basis = basis(asked, retraction.bron());
        long head = held.head(entry.programme());
        Command command =
                switch (entry.recorded()) {
                    case ActionEvent event ->
                            new RetractEntry(
                                    event.action(),
                                    entry.number(),
                                    held.timeline(event.action())
                                            .recorded()
                                            .standing(entry.number())
                                            .map(now -> others(entry, now.event(), head))
                                            .orElse(List.of()),
                                    basis,
                                    retraction.reden());
                    case ProgrammeEvent event ->
                            new RetractProgrammeEntry(
                                    entry.programme(),
                                    entry.number(),
                                    ofActions(entry, standing(entry, event), head),
                                    basis,
                                    retraction.reden());
                    case ReportEvent event -> throw stays(entry, event);
                };
        return answer(entry, command, head, asked);
    }

    /** What can be linked to an action, or is linked from it. */
    private List<Entry<ActionFact>> others(Named entry, ActionFact now, long head) {
        return now instanceof ActionPlanned || now instanceof ActionLinked
                ? held.ofActions(entry.programme(), head)
                : List.of();
    }

    /** What can rest on an entry about the programme or a line. */
    private List<Entry<ActionFact>> ofActions(Named entry, Entry<ProgrammeFact> now, long head) {
        return switch (now.event()) {
            case ActionLineDefined _, OwnFact _ -> held.ofActions(entry.programme(), head);
            case ActionLineRevised _ -> List.of();
        };
    }

    /** A correction is made today, whatever the day from which the entry holds. */
    private static Basis basis(Asked asked, @Nullable String source) {
        return new Basis(asked.today(), asked.caller().actor(), source);
    }

    private Named named(String programma, String nummer) {
        ProgrammeId programme = held.programme(programma);
        ProgrammeState state = held.state(programme);
        if (!NUMBER.matcher(nummer).matches()) {
            throw new Refused(new Refusal.UnknownEntry(nummer));
        }
        long number = Long.parseLong(nummer);
        return new Named(state, number, held.recorded(programme, number));
    }

    private Entry<ProgrammeFact> standing(Named entry, ProgrammeEvent event) {
        if (event instanceof SignalJudged || event instanceof TextErased) {
            throw stays(entry, event);
        }
        return EntryChecks.standing(entry.state().recorded(), entry.number());
    }

    private static Problem stays(Named entry, Event event) {
        return Problem.conflict(
                Wordings.of(
                        "correction.stays", String.valueOf(entry.number()), EntryKind.of(event)));
    }

    private ResponseEntity<?> answer(Named entry, Command command, long head, Asked asked) {
        Set<Long> seen = SeenVersion.of(asked);
        if (asked.trial()) {
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
                asked,
                Outcome.created(
                        entry.programme(),
                        null,
                        keyed ->
                                instructions.give(
                                        new Instruction(
                                                List.of(command), seen, onlyAfter, keyed))));
    }
}
