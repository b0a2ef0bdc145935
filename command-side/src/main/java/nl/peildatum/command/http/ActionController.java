package nl.peildatum.command.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
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
import nl.peildatum.command.journal.Held;
import nl.peildatum.command.programme.ProgrammeState;
import nl.peildatum.command.rules.Bounds;
import nl.peildatum.command.rules.Entries.Entry;
import nl.peildatum.command.rules.EntryChecks;
import nl.peildatum.command.status.Move;
import nl.peildatum.command.trying.Preview;
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
    private final Preview preview;
    private final Today today;

    ActionController(
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

    @PostMapping(Paths.ACTIONS)
    ResponseEntity<?> plan(
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
        return answer(
                input, parameters, request, caller, List.of(command), Paths.action(action), null);
    }

    @PostMapping(Paths.ACTION + "/openingsstand")
    ResponseEntity<?> baseline(
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
        return answer(input, parameters, request, caller, List.of(command), null, null);
    }

    @PostMapping(Paths.ACTION + "/statuswijzigingen")
    ResponseEntity<?> changeStatus(
            @PathVariable String programma,
            @PathVariable String actie,
            Input input,
            Parameters parameters,
            Caller caller,
            HttpServletRequest request) {
        ActionId action = held.action(programma, actie);
        Move named = input.optionalChoice("soort", StatusChanges.byCode());
        Move move = input.choice("soort", StatusChanges.byCode());
        String explanation = input.optionalText("toelichting", Longest.TEXT);
        LocalDate completion = input.optionalDate("verwachteAfronding");
        EntryFields entry = EntryFields.read(input, caller, today);
        if (named != null && named != Move.DELAY && isGiven(input, "verwachteAfronding")) {
            input.fault("verwachteAfronding", Wordings.of("input.completionOnlyWithDelay"));
        }
        ChangeStatus command =
                StatusChanges.command(
                        move, action, entry.basis(), entry.reason(), explanation, completion);
        return answer(input, parameters, request, caller, List.of(command), null, null);
    }

    private static boolean isGiven(Input input, String name) {
        return input.has(name) && !input.isNull(name);
    }

    @PostMapping(Paths.ACTION + "/toelichtingen")
    ResponseEntity<?> explain(
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
        return answer(input, parameters, request, caller, List.of(command), null, null);
    }

    @PostMapping(Paths.ACTION + "/wijzigingen")
    ResponseEntity<?> change(
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
        return answer(input, parameters, request, caller, commands, null, linking ? head : null);
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

    /**
     * Records the commands, or says what they would do where that is asked.
     *
     * @param location the path of what is made, or null when that is the journal entry
     */
    private ResponseEntity<?> answer(
            Input input,
            Parameters parameters,
            HttpServletRequest request,
            Caller caller,
            List<? extends ActionCommand> commands,
            @Nullable String location,
            @Nullable Long onlyAfter) {
        boolean trial = parameters.flag("proef");
        finish(input, parameters, commands);
        Set<Long> seen = SeenVersion.of(request);
        return trial
                ? ResponseEntity.ok(preview.of(commands, seen))
                : answering.answer(
                        request,
                        caller,
                        Outcome.created(
                                commands.getFirst().programme(),
                                location,
                                keyed ->
                                        instructions.give(
                                                new Instruction(
                                                        List.copyOf(commands),
                                                        seen,
                                                        onlyAfter,
                                                        keyed))));
    }
}
