package nl.peildatum.command.forgetting;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import nl.peildatum.api.Asked;
import nl.peildatum.command.deciding.Instruction;
import nl.peildatum.command.deciding.Instructions;
import nl.peildatum.command.http.Answering;
import nl.peildatum.command.http.Answering.Outcome;
import nl.peildatum.command.http.Answering.Recorded;
import nl.peildatum.command.http.Paths;
import nl.peildatum.command.journal.Held;
import nl.peildatum.command.programme.ProgrammeCommand.EraseText;
import nl.peildatum.command.rules.Refusal;
import nl.peildatum.command.rules.Refused;
import nl.peildatum.events.ActionEvent;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.Basis;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeEvent.TextErased;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.JournalEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Erases the free texts of an entry of the journal, with the reason why. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class TextController {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

    private final Instructions instructions;
    private final Answering answering;
    private final Held held;

    TextController(Instructions instructions, Answering answering, Held held) {
        this.instructions = instructions;
        this.answering = answering;
        this.held = held;
    }

    /**
     * That texts were erased.
     *
     * @param ookMetTekst the other entries of the same chain that had a text then
     */
    record Erased(@JsonUnwrapped Recorded recorded, List<Long> ookMetTekst) {}

    /**
     * What erasing would leave.
     *
     * @param ookMetTekst the other entries of the same chain that have a text
     * @param zelfdeTekst the other entries in which one of the texts stands word for word
     */
    record Preview(long journaalnummer, List<Long> ookMetTekst, List<Long> zelfdeTekst) {}

    /** Why texts are erased. */
    record ErasureAsked(String reden) {}

    @PostMapping({Paths.ENTRY + "/tekstwissingen", Paths.ENTRY + "/tekstwissing"})
    ResponseEntity<?> erase(
            @PathVariable String programma, @PathVariable String nummer, Asked asked) {
        ProgrammeId programme = held.programme(programma);
        held.state(programme);
        if (!NUMBER.matcher(nummer).matches()) {
            throw new Refused(new Refusal.UnknownEntry(nummer));
        }
        JournalEntry<Event> entry = held.entry(programme, Long.parseLong(nummer));
        String reason = asked.body(ErasureAsked.class).reden();
        if (entry.commitment() == null) {
            throw new Refused(new Refusal.NoText(entry.number()));
        }
        if (asked.trial()) {
            return ResponseEntity.ok(preview(programme, entry));
        }
        EraseText command =
                new EraseText(
                        programme,
                        entry.number(),
                        about(entry.event()),
                        new Basis(asked.today(), asked.caller().actor(), null),
                        reason);
        ResponseEntity<Recorded> answer =
                answering.answer(
                        asked,
                        Outcome.created(
                                programme,
                                null,
                                keyed ->
                                        instructions.give(
                                                new Instruction(
                                                        List.of(command), null, null, keyed))));
        Recorded recorded = Objects.requireNonNull(answer.getBody());
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .body(
                        new Erased(
                                recorded,
                                new RemainingTexts(
                                                held.entries(programme, recorded.journaalnummer()))
                                        .ofItsChain(entry.number())));
    }

    private Preview preview(ProgrammeId programme, JournalEntry<Event> entry) {
        Long by = held.state(programme).erased().get(entry.number());
        if (by != null) {
            throw new Refused(new Refusal.AlreadyErased(entry.number(), by));
        }
        RemainingTexts remaining = new RemainingTexts(held.entries(programme, Long.MAX_VALUE));
        return new Preview(
                entry.number(), remaining.ofItsChain(entry.number()), remaining.wordForWord(entry));
    }

    private static @Nullable ActionId about(Event event) {
        return switch (event) {
            case ActionEvent about -> about.action();
            case TextErased erasure -> erasure.action();
            default -> null;
        };
    }
}
