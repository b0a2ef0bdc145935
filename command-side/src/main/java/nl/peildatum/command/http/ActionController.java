package nl.peildatum.command.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.peildatum.api.Asked;
import nl.peildatum.api.Caller;
import nl.peildatum.api.Input;
import nl.peildatum.api.Longest;
import nl.peildatum.api.Parameters;
import nl.peildatum.api.Today;
import nl.peildatum.command.action.ActionCommand;
import nl.peildatum.command.action.ActionCommand.BaselineAction;
import nl.peildatum.command.action.ActionCommand.ChangeStatus;
import nl.peildatum.command.action.ActionCommand.ExcludeAction;
import nl.peildatum.command.action.ActionCommand.ExplainAction;
import nl.peildatum.command.action.ActionCommand.IncludeAction;
import nl.peildatum.command.action.ActionCommand.LinkAction;
import nl.peildatum.command.action.ActionCommand.MoveAction;
import nl.peildatum.command.action.ActionCommand.OrderAction;
import nl.peildatum.command.action.ActionCommand.PlanAction;
import nl.peildatum.command.action.ActionCommand.RelabelAction;
import nl.peildatum.command.action.ActionCommand.RescheduleAction;
import nl.peildatum.command.action.ActionCommand.RescheduleDelay;
import nl.peildatum.command.action.ActionCommand.RetitleAction;
import nl.peildatum.command.action.ActionDecisions;
import nl.peildatum.command.action.ActionTimeline;
import nl.peildatum.command.action.StatusChanges;
import nl.peildatum.command.deciding.Instruction;
import nl.peildatum.command.deciding.Instructions;
import nl.peildatum.command.http.Answering.Outcome;
import nl.peildatum.command.http.Answering.Recorded;
import nl.peildatum.command.journal.Held;
import nl.peildatum.command.programme.ProgrammeState;
import nl.peildatum.command.rules.Bounds;
import nl.peildatum.command.rules.Entries.Entry;
import nl.peildatum.command.rules.EntryChecks;
import nl.peildatum.command.rules.Refusal;
import nl.peildatum.command.rules.Refused;
import nl.peildatum.command.status.Move;
import nl.peildatum.command.words.Codes;
import nl.peildatum.command.words.Wordings;
import nl.peildatum.events.ActionEvent.ActionFact;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.Basis;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.events.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Actions: plan, baseline, change status, explain and change. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class ActionController {

    private final Instructions instructions;
    private final Answering answering;
    private final Held held;
    private final Today today;

    ActionController(Instructions instructions, Answering answering, Held held, Today today) {
        this.instructions = instructions;
        this.answering = answering;
        this.held = held;
        this.today = today;
    }

    @PostMapping(Paths.ACTIONS)
    ResponseEntity<Recorded> plan(
            @PathVariable String programma,
            Input input,
            Parameters parameters,
            Caller caller,
            HttpServletRequest request) {
        ProgrammeId programme = held.programme(programma);
        ProgrammeState state = held.state(programme);
        String code = input.matching("actie", ProgrammeController.CODE, Wordings.of("input.code"));
        String label = input.optionalLine("gerapporteerdAls", Longest.LABEL);
        String title = input.line("titel", Longest.TITLE);
        Integer line = ActionFields.line(input, state::hasLine);
        SortedSet<Integer> years = input.optionalYears("uitvoeringsjaren");
        String explanation = input.optionalText("toelichting", Longest.TEXT);
        boolean included = input.bool("opgenomen");
        String exclusionReason = input.optionalText("redenNietOpgenomen", Longest.TEXT);
        Integer position = ActionFields.position(input);
        EntryFields entry = EntryFields.read(input, caller, today);
        // one that is no code is refused with all the rest
        ActionId action = new ActionId(programme, ActionId.isValidCode(code) ? code : "x");
        PlanAction command =
                new PlanAction(
                        action,
                        label == null ? code : label,
                        title,
                        line,
                        years == null ? new TreeSet<>() : years,
                        included,
                        exclusionReason,
                        position,
                        entry.basis(),
                        entry.reason(),
                        explanation);
        finish(input, parameters, List.of(command));
        return answering.answer(
                request,
                caller,
                Outcome.created(
                        action.programme(),
                        Paths.action(action),
                        keyed ->
                                instructions.give(
                                        new Instruction(List.of(command), null, null, keyed))));
    }

    @PostMapping(Paths.ACTION + "/openingsstand")
    ResponseEntity<Recorded> baseline(
            @PathVariable String programma,
            @PathVariable String actie,
            Input input,
            Parameters parameters,
            Caller caller,
            HttpServletRequest request) {
        ActionId action = held.action(programma, actie);
        Status status = input.choice("status", Codes.STATUSES);
        String explanation = input.optionalText("toelichting", Longest.TEXT);
        input.text("bron", Longest.SOURCE);
        EntryFields entry = EntryFields.read(input, caller, today);
        BaselineAction command =
                new BaselineAction(action, status, entry.basis(), entry.reason(), explanation);
        return record(input, parameters, request, caller, List.of(command));
    }

    /** What is asked of the status of an action. */
    record StatusAsked(
            Move soort,
            @Nullable LocalDate ingangsdatum,
            @Nullable String reden,
            @Nullable String toelichting,
            @Nullable LocalDate verwachteAfronding,
            @Nullable String bron) {

        ChangeStatus command(ActionId action, Asked asked) {
            return StatusChanges.command(
                    soort,
                    action,
                    EntryFields.basis(asked, ingangsdatum, bron),
                    reden,
                    toelichting,
                    verwachteAfronding);
        }
    }

    @PostMapping(Paths.ACTION + "/statuswijzigingen")
    ResponseEntity<Recorded> changeStatus(
            @PathVariable String programma, @PathVariable String actie, Asked asked) {
        ActionId action = held.action(programma, actie);
        StatusAsked change = asked.body(StatusAsked.class, held(action, asked));
        return record(asked, List.of(change.command(action, asked)), null);
    }

    @PostMapping(Paths.ACTION + "/toelichtingen")
    ResponseEntity<Recorded> explain(
            @PathVariable String programma,
            @PathVariable String actie,
            Input input,
            Parameters parameters,
            Caller caller,
            HttpServletRequest request) {
        ActionId action = held.action(programma, actie);
        String explanation = input.text("toelichting", Longest.TEXT);
        EntryFields entry = EntryFields.read(input, caller, today);
        ExplainAction command =
                new ExplainAction(action, explanation, entry.basis(), entry.reason());
        return record(input, parameters, request, caller, List.of(command));
    }

    @PostMapping(Paths.ACTION + "/wijzigingen")
    ResponseEntity<Recorded> change(
            @PathVariable String programma,
            @PathVariable String actie,
            Input input,
            Parameters parameters,
            Caller caller,
            HttpServletRequest request) {
        ActionId action = held.action(programma, actie);
        ProgrammeState state = held.state(action.programme());
        EntryFields entry = EntryFields.read(input, caller, today);
        long head = held.head(action.programme());
        List<ActionCommand> commands = changes(input, action, state, entry, head);
        if (commands.isEmpty()) {
            RefusalProblems.note(
                    input,
                    EntryChecks.outside(entry.basis().effectiveOn(), state.bounds(today.today()))
                            .stream()
                            .toList());
        }
        if (commands.isEmpty() && !input.faulty()) {
            input.fault("inhoud", Wordings.of("input.nothing"));
        }
        // What was looked at of the other actions must be all there is.
        boolean linking = commands.stream().anyMatch(LinkAction.class::isInstance);
        return record(input, parameters, request, caller, commands, linking ? head : null);
    }

    private List<ActionCommand> changes(
            Input input, ActionId action, ProgrammeState state, EntryFields entry, long head) {
        Basis basis = entry.basis();
        String reason = entry.reason();
        List<ActionCommand> commands = new ArrayList<>();
        input.emptied("uitvoeringsjaren", "verbanden");
        if (input.has("titel")) {
            commands.add(
                    new RetitleAction(action, input.line("titel", Longest.TITLE), basis, reason));
        }
        if (input.has("gerapporteerdAls")) {
            commands.add(
                    new RelabelAction(
                            action, input.line("gerapporteerdAls", Longest.LABEL), basis, reason));
        }
        if (input.has("actielijn")) {
            commands.add(
                    new MoveAction(
                            action, ActionFields.line(input, state::hasLine), basis, reason));
        }
        if (input.has("uitvoeringsjaren")) {
            commands.add(
                    new RescheduleAction(action, input.years("uitvoeringsjaren"), basis, reason));
        }
        if (input.has("opgenomen")) {
            commands.add(
                    input.bool("opgenomen")
                            ? new IncludeAction(action, basis, reason)
                            : new ExcludeAction(action, basis, reason));
        }
        if (input.has("verbanden")) {
            List<Entry<ActionFact>> others = held.ofActions(action.programme(), head);
            commands.add(
                    new LinkAction(
                            action,
                            ActionFields.links(input, action.code(), others),
                            others,
                            basis,
                            reason));
        }
        if (input.has("verwachteAfronding")) {
            commands.add(
                    new RescheduleDelay(
                            action, input.optionalDate("verwachteAfronding"), basis, reason));
        }
        if (input.has("volgorde")) {
            commands.add(new OrderAction(action, ActionFields.position(input), basis, reason));
        }
        return commands;
    }

    /** Refuses everything that is wrong with the input, at its field. */
    private void finish(Input input, Parameters parameters, List<? extends ActionCommand> asked) {
        for (ActionCommand command : asked) {
            Bounds bounds = held.state(command.programme()).bounds(today.today());
            RefusalProblems.note(
                    input, ActionDecisions.ofInput(ActionTimeline.EMPTY, command, bounds));
        }
        input.done(parameters);
    }

    private ResponseEntity<Recorded> record(
            Input input,
            Parameters parameters,
            HttpServletRequest request,
            Caller caller,
            List<? extends ActionCommand> commands) {
        return record(input, parameters, request, caller, commands, null);
    }

    private ResponseEntity<Recorded> record(
            Input input,
            Parameters parameters,
            HttpServletRequest request,
            Caller caller,
            List<? extends ActionCommand> commands,
            @Nullable Long onlyAfter) {
        finish(input, parameters, commands);
        return record(request, caller, commands, onlyAfter);
    }

    private HeldOfProgramme held(ActionId action, Asked asked) {
        return new HeldOfProgramme(held.state(action.programme()), asked.today());
    }

    private ResponseEntity<Recorded> record(
            Asked asked, List<? extends ActionCommand> commands, @Nullable Long onlyAfter) {
        Bounds bounds = held.state(commands.getFirst().programme()).bounds(asked.today());
        List<Refusal> refusals =
                commands.stream()
                        .map(one -> ActionDecisions.ofInput(ActionTimeline.EMPTY, one, bounds))
                        .flatMap(List::stream)
                        .toList();
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
        return record(asked.request(), asked.caller(), commands, onlyAfter);
    }

    private ResponseEntity<Recorded> record(
            HttpServletRequest request,
            Caller caller,
            List<? extends ActionCommand> commands,
            @Nullable Long onlyAfter) {
        Set<Long> expected = SeenVersion.of(request);
        return answering.answer(
                request,
                caller,
                Outcome.created(
                        commands.getFirst().programme(),
                        null,
                        keyed ->
                                instructions.give(
                                        new Instruction(
                                                List.copyOf(commands),
                                                expected,
                                                onlyAfter,
                                                keyed))));
    }
}
