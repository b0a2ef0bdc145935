package nl.peildatum.command.sealing;

import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import nl.peildatum.api.Asked;
import nl.peildatum.api.Problem;
import nl.peildatum.command.http.Paths;
import nl.peildatum.command.journal.Held;
import nl.peildatum.command.sealing.Sealing.Sealed;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.Checkpoint;
import nl.peildatum.eventstore.CheckpointKey;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Makes a checkpoint on request, and puts another key in the place of the one that signs. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class CheckpointController {

    private static final Duration SOON = Duration.ofMinutes(1);

    private final Checkpointing checkpointing;
    private final Held held;

    CheckpointController(Checkpointing checkpointing, Held held) {
        this.checkpointing = checkpointing;
        this.held = held;
    }

    /** 201 with the checkpoint of the last entry, or 200 where that entry had one. */
    @PostMapping(Paths.CHECKPOINTS)
    ResponseEntity<Checkpoint> checkpoint(@PathVariable String programma, Asked asked) {
        ProgrammeId programme = held.programme(programma);
        held.state(programme);
        asked.nothing();
        Sealed sealed = unlessInTheWay(() -> checkpointing.make(programme));
        return ResponseEntity.status(sealed.added() ? HttpStatus.CREATED : HttpStatus.OK)
                .location(URI.create(Paths.programme(programme) + "/journaal/controlepunten"))
                .body(sealed.checkpoint());
    }

    /** Why another key comes. */
    record ReplacementAsked(String reden) {}

    @PostMapping(Paths.KEYS)
    ResponseEntity<CheckpointKey> rotate(Asked asked) {
        String reason = asked.body(ReplacementAsked.class).reden();
        String by = asked.caller().actor();
        return ResponseEntity.created(URI.create(Paths.KEYS))
                .body(unlessInTheWay(() -> checkpointing.rotate(by, reason)));
    }

    private static <T> T unlessInTheWay(Supplier<T> work) {
        try {
            return work.get();
        } catch (CannotSeal failure) {
            throw switch (failure.why()) {
                case ALTERED -> Problem.conflict(failure.sentence());
                case OFF, KEY_GONE, KEY_UNKNOWN, FILE ->
                        Problem.unavailable(failure.sentence(), SOON);
            };
        }
    }
}
