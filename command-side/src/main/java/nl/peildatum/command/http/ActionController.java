package nl.peildatum.command.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import nl.peildatum.api.Asked;
import nl.peildatum.api.Given;
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
import nl.peildatum.command.rules.Refusal;
import nl.peildatum.command.rules.Refused;
import nl.peildatum.command.status.Move;
import nl.peildatum.command.trying.Preview;
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

    ActionController(Instructions instructions, Answering answering, Held held, Preview preview) {
        this.instructions = instructions;
        this.answering = answering;
        this.held = held;
        this.preview = preview;
    }

    /** An action as it is planned. */
    record PlanAsked(
            String actie,
            @Nullable String gerapporteerdAls,
            String titel,
            @Nullable Integer actielijn,
            @Nullable SortedSet<Integer> uitvoeringsjaren,
            @Nullable String toelichting,
            boolean opgenomen,
            @Nullable String redenNietOpgenomen,
            @Nullable Integer volgorde,
            @Nullable LocalDate ingangsdatum,
            @Nullable String reden,
            @Nullable String bron) {

        PlanAction command(ActionId action, Asked asked) {
            return new PlanAction(
                    action,
                    gerapporteerdAls == null ? actie : gerapporteerdAls,
                    titel,
                    actielijn,
                    uitvoeringsjaren == null ? new TreeSet<>() : uitvoeringsjaren,
                    opgenomen,
                    redenNietOpgenomen,
                    volgorde,
                    Bases.of(asked, ingangsdatum, bron),
                    reden,
                    toelichting);
        }
    }

    @PostMapping(Paths.ACTIONS)
    ResponseEntity<?> plan(@PathVariable String programma, Asked asked) {
        ProgrammeId programme = held.programme(programma);
        PlanAsked plan = asked.body(PlanAsked.class, known(programme, asked));
        ActionId action = new ActionId(programme, plan.actie());
        return answer(asked, List.of(plan.command(action, asked)), Paths.action(action), null);
    }

    /** A status as a publication says it. */
    record BaselineAsked(
            Status status,
            @Nullable String toelichting,
            @Nullable LocalDate ingangsdatum,
            @Nullable String reden,
            String bron) {

        BaselineAction command(ActionId action, Asked asked) {
            return new BaselineAction(
                    action, status, Bases.of(asked, ingangsdatum, bron), reden, toelichting);
        }
    }

    @PostMapping(Paths.ACTION + "/openingsstand")
    ResponseEntity<?> baseline(
            @PathVariable String programma, @PathVariable String actie, Asked asked) {
        ActionId action = held.action(programma, actie);
        BaselineAsked baseline = asked.body(BaselineAsked.class, known(action.programme(), asked));
        return answer(asked, List.of(baseline.command(action, asked)), null, null);
    }

    /** What happens to the status of an action. */
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
                    Bases.of(asked, ingangsdatum, bron),
                    reden,
                    toelichting,
                    verwachteAfronding);
        }
    }

    @PostMapping(Paths.ACTION + "/statuswijzigingen")
    ResponseEntity<?> changeStatus(
            @PathVariable String programma, @PathVariable String actie, Asked asked) {
        ActionId action = held.action(programma, actie);
        StatusAsked change = asked.body(StatusAsked.class, known(action.programme(), asked));
        return answer(asked, List.of(change.command(action, asked)), null, null);
    }

    /** A text that is shown with an action. */
    record ExplanationAsked(
            String toelichting,
            @Nullable LocalDate ingangsdatum,
            @Nullable String reden,
            @Nullable String bron) {

        ExplainAction command(ActionId action, Asked asked) {
            return new ExplainAction(
                    action, toelichting, Bases.of(asked, ingangsdatum, bron), reden);
        }
    }

    @PostMapping(Paths.ACTION + "/toelichtingen")
    ResponseEntity<?> explain(
            @PathVariable String programma, @PathVariable String actie, Asked asked) {
        ActionId action = held.action(programma, actie);
        ExplanationAsked explanation =
                asked.body(ExplanationAsked.class, known(action.programme(), asked));
        return answer(asked, List.of(explanation.command(action, asked)), null, null);
    }

    /** What of an action changes; what is not there stays. */
    record ChangesAsked(
            @Nullable String titel,
            @Nullable String gerapporteerdAls,
            Given<Integer> actielijn,
            @Nullable SortedSet<Integer> uitvoeringsjaren,
            @Nullable Boolean opgenomen,
            @Nullable List<LinkAsked> verbanden,
            Given<LocalDate> verwachteAfronding,
            Given<Integer> volgorde,
            @Nullable List<String> leegmaken,
            @Nullable LocalDate ingangsdatum,
            @Nullable String reden,
            @Nullable String bron) {

        ChangesAsked {
            if (Lists.isEmptied(leegmaken, "uitvoeringsjaren")) {
                uitvoeringsjaren = new TreeSet<>();
            }
            if (Lists.isEmptied(leegmaken, "verbanden")) {
                verbanden = List.of();
            }
        }

        /**
         * What this asks for.
         *
         * @param others what is recorded of all actions of the programme, for who looks at it
         */
        List<ActionCommand> commands(
                ActionId action, Asked asked, Supplier<List<Entry<ActionFact>>> others) {
            Basis basis = Bases.of(asked, ingangsdatum, bron);
            List<ActionCommand> commands = new ArrayList<>();
            if (titel != null) {
                commands.add(new RetitleAction(action, titel, basis, reden));
            }
            if (gerapporteerdAls != null) {
                commands.add(new RelabelAction(action, gerapporteerdAls, basis, reden));
            }
            if (actielijn.given()) {
                commands.add(new MoveAction(action, actielijn.value(), basis, reden));
            }
            if (uitvoeringsjaren != null) {
                commands.add(new RescheduleAction(action, uitvoeringsjaren, basis, reden));
            }
            if (opgenomen != null) {
                commands.add(
                        opgenomen
                                ? new IncludeAction(action, basis, reden)
                                : new ExcludeAction(action, basis, reden));
            }
            if (verbanden != null) {
                commands.add(
                        new LinkAction(
                                action,
                                LinkAsked.links(verbanden, "verbanden"),
                                others.get(),
                                basis,
                                reden));
            }
            if (verwachteAfronding.given()) {
                commands.add(new RescheduleDelay(action, verwachteAfronding.value(), basis, reden));
            }
            if (volgorde.given()) {
                commands.add(new OrderAction(action, volgorde.value(), basis, reden));
            }
            return commands;
        }
    }

    @PostMapping(Paths.ACTION + "/wijzigingen")
    ResponseEntity<?> change(
            @PathVariable String programma, @PathVariable String actie, Asked asked) {
        return instructions.anew(() -> changeNow(programma, actie, asked));
    }

    private ResponseEntity<?> changeNow(String programma, String actie, Asked asked) {
        ActionId action = held.action(programma, actie);
        ProgrammeId programme = action.programme();
        ProgrammeState state = held.state(programme);
        long head = held.head(programme);
        Supplier<List<Entry<ActionFact>>> others = () -> held.ofActions(programme, head);
        ChangesAsked changes =
                asked.body(
                        ChangesAsked.class,
                        new HeldOfProgramme(state, others, action.code(), asked.today()));
        List<ActionCommand> commands = changes.commands(action, asked, others);
        // What was looked at of the other actions must be all there is.
        return answer(asked, commands, null, changes.verbanden() == null ? null : head);
    }

    private HeldOfProgramme known(ProgrammeId programme, Asked asked) {
        return new HeldOfProgramme(held.state(programme), List::of, null, asked.today());
    }

    /** Refuses what the rules refuse of what was asked, whatever is recorded of the action. */
    private void refuseInput(List<? extends ActionCommand> commands, Asked asked) {
        Bounds bounds = held.state(commands.getFirst().programme()).bounds(asked.today());
        List<Refusal> refusals =
                commands.stream()
                        .map(one -> ActionDecisions.ofInput(ActionTimeline.EMPTY, one, bounds))
                        .flatMap(List::stream)
                        .toList();
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
    }

    /**
     * Records the commands, or says what they would do where that is asked.
     *
     * @param location the path of what is made, or null when that is the journal entry
     */
    private ResponseEntity<?> answer(
            Asked asked,
            List<? extends ActionCommand> commands,
            @Nullable String location,
            @Nullable Long onlyAfter) {
        refuseInput(commands, asked);
        Set<Long> seen = SeenVersion.of(asked);
        return asked.trial()
                ? ResponseEntity.ok(preview.of(commands, seen))
                : answering.answer(
                        asked,
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
