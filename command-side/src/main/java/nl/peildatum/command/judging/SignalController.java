package nl.peildatum.command.judging;

import java.util.List;
import nl.peildatum.api.Asked;
import nl.peildatum.api.Problem;
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
import org.jspecify.annotations.Nullable;
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

    SignalController(Instructions instructions, Answering answering, Held held) {
        this.instructions = instructions;
        this.answering = answering;
        this.held = held;
    }

    /** What somebody thinks of a signal, and why. */
    record JudgementAsked(Judgement oordeel, String reden, @Nullable String bron) {}

    /** What can be thought of a signal, by the interface's names, as a command. */
    enum Judgement {
        GEACCEPTEERD {
            @Override
            ProgrammeCommand of(ProgrammeId programme, String signal, Basis basis, String reason) {
                return new AcceptSignal(programme, signal, basis, reason);
            }
        },
        AFGEWEZEN {
            @Override
            ProgrammeCommand of(ProgrammeId programme, String signal, Basis basis, String reason) {
                return new DismissSignal(programme, signal, basis, reason);
            }
        };

        abstract ProgrammeCommand of(
                ProgrammeId programme, String signal, Basis basis, String reason);
    }

    @PostMapping(Paths.JUDGEMENTS)
    ResponseEntity<Recorded> judge(
            @PathVariable String programma, @PathVariable String signaal, Asked asked) {
        ProgrammeId programme = held.programme(programma);
        held.state(programme);
        SignalKey key = SignalKey.of(signaal).orElse(null);
        if (key == null) {
            asked.note("signaal", Wordings.of("signal.form"));
        } else if (!key.namesOnly(held.actions(programme), held.head(programme))) {
            throw Problem.unknown(Wordings.of("signal.unknown", signaal));
        }
        JudgementAsked judgement = asked.body(JudgementAsked.class);
        ProgrammeCommand command =
                judgement
                        .oordeel()
                        .of(
                                programme,
                                signaal,
                                new Basis(asked.today(), asked.caller().actor(), judgement.bron()),
                                judgement.reden());
        return answering.answer(
                asked,
                Outcome.created(
                        programme,
                        null,
                        keyed ->
                                instructions.give(
                                        new Instruction(List.of(command), null, null, keyed))));
    }
}
