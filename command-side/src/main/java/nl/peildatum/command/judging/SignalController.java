package nl.peildatum.command.judging;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.peildatum.api.Caller;
import nl.peildatum.api.Input;
import nl.peildatum.api.Longest;
import nl.peildatum.api.Parameters;
import nl.peildatum.api.Problem;
import nl.peildatum.api.Today;
import nl.peildatum.command.deciding.Instruction;
import nl.peildatum.command.deciding.Instructions;
import nl.peildatum.command.http.Answering;
import nl.peildatum.command.http.Answering.Outcome;
import nl.peildatum.command.http.Answering.Recorded;
import nl.peildatum.command.http.Paths;
import nl.peildatum.command.journal.Held;
import nl.peildatum.command.programme.ProgrammeCommand;
import nl.peildatum.command.programme.ProgrammeCommand.AcceptSignal;
import nl.peildatum.command.programme.ProgrammeCommand.DismissSignal;
import nl.peildatum.command.words.Wordings;
import nl.peildatum.events.Basis;
import nl.peildatum.events.ProgrammeId;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Judges a signal: accepted or dismissed, with the reason why. Signals are found where questions
 * are answered, so what is asked of a key here is that it can be one: its form (400), and that the
 * actions and entries it names are in the programme (404, since it is the address that names them).
 */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class SignalController {

    private final Instructions instructions;
    private final Answering answering;
    private final Held held;
    private final Today today;

    SignalController(Instructions instructions, Answering answering, Held held, Today today) {
        this.instructions = instructions;
        this.answering = answering;
        this.held = held;
        this.today = today;
    }

    /** What somebody thinks of a signal, as a command. */
    @FunctionalInterface
    private interface Judgement {
        ProgrammeCommand of(ProgrammeId programme, String signal, Basis basis, String reason);
    }

    private static Map<String, Judgement> judgements() {
        Map<String, Judgement> judgements = new LinkedHashMap<>();
        judgements.put("GEACCEPTEERD", AcceptSignal::new);
        judgements.put("AFGEWEZEN", DismissSignal::new);
        return judgements;
    }

    @PostMapping(Paths.JUDGEMENTS)
    ResponseEntity<Recorded> judge(
            @PathVariable String programma,
            @PathVariable String signaal,
            Input input,
            Parameters parameters,
            Caller caller,
            HttpServletRequest request) {
        ProgrammeId programme = held.programme(programma);
        held.state(programme);
        SignalKey key = SignalKey.of(signaal).orElse(null);
        if (key == null) {
            input.fault("signaal", Wordings.of("signal.form"));
        } else if (!key.namesOnly(held.actions(programme), held.head(programme))) {
            throw Problem.unknown(Wordings.of("signal.unknown", signaal));
        }
        Judgement judgement = input.choice("oordeel", judgements());
        String reason = input.text("reden", Longest.REASON);
        String source = input.optionalText("bron", Longest.SOURCE);
        input.done(parameters);
        ProgrammeCommand command =
                judgement.of(
                        programme,
                        signaal,
                        new Basis(today.today(), caller.actor(), source),
                        reason);
        return answering.answer(
                request,
                caller,
                Outcome.created(
                        programme,
                        null,
                        keyed ->
                                instructions.give(
                                        new Instruction(List.of(command), null, null, keyed))));
    }
}
